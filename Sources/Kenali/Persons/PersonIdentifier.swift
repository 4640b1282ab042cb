import KenaliLexicon

/// Says which persons of a document are in the registry.
///
/// A full name says it, unless many bear it or the text says that this one is somebody else; a nickname does when nobody else
/// has it; any part of a name does together with an office that the person held on the document's date. What the document
/// establishes so holds for the short names in it.
///
/// It is kept from document to document for what it has met.
struct PersonIdentifier: Sendable {
    /// What is being read; nothing between documents.
    private(set) var items: [Linker.Item] = []
    private(set) var mentions: [Mention] = []
    /// The document's date, `YYYY-MM-DD`.
    private(set) var day: String?
    /// What is known of names and roles.
    var memory = RegistryMemory()

    /// Not kept: it has many fields.
    @inline(__always) var registry: PersonRegistry { PersonRegistry.builtIn }

    /// A person of a document, and who that is in the registry, if anybody.
    struct Identified {
        /// The person's mentions, as indices into the items.
        var items: [Int]
        var identity: PersonIdentity?
    }

    /// A person while it is decided who it is.
    struct Group {
        /// Empty once they are somebody else's whom the document names, too.
        var items: [Int]
        /// The distinct names, and those with their honorifics where they have some, by their numbers in the memory.
        var names: [Int] = []
        /// The distinct bare names.
        var bareNames: [Int] = []
        var person: Int?
        var evidence = PersonIdentity.Evidence.name
    }

    /// The persons of groups of mentions of an extraction; groups of one person of the registry are joined.
    ///
    /// - Complexity: O(*n*), *n* the number of mentions, as long as few share a person.
    mutating func identify(
        _ groups: [[Int]], of items: [Linker.Item], _ mentions: [Mention], on day: String?
    ) -> [Identified] {
        (self.items, self.mentions, self.day) = (items, mentions, day)
        defer { (self.items, self.mentions) = ([], []) }
        memory.makeRoom()
        var persons: [Group] = []
        persons.reserveCapacity(groups.count)
        for items in groups {
            if PersonNamesakes.mayBeSeveral(items, self) {
                for part in PersonNamesakes(&self, items).groups { persons.append(identified(part)) }
            } else {
                persons.append(identified(items))
            }
        }
        var known: [Int: Int] = [:]
        for index in persons.indices { join(index, &persons, &known) }
        identifyByOthers(&persons, &known)
        return persons.compactMap { person in
            person.items.isEmpty ? nil : Identified(items: person.items, identity: identity(of: person))
        }
    }

    /// Notes of which group a person of the registry is; joins groups of one person.
    private func join(_ index: Int, _ persons: inout [Group], _ known: inout [Int: Int]) {
        guard let person = persons[index].person else { return }
        guard let place = known[person] else {
            known[person] = index
            return
        }
        persons[place].items = (persons[place].items + persons[index].items).sorted()
        if persons[index].evidence.rank < persons[place].evidence.rank {
            persons[place].evidence = persons[index].evidence
        }
        persons[index].items = []
    }

    /// Says who is meant by common names, given who is known: "Tito" beside "Tito Karnavian", "Rano" beside the governor whose
    /// deputy he is.
    private mutating func identifyByOthers(_ persons: inout [Group], _ known: inout [Int: Int]) {
        let waiting = persons.indices.filter { persons[$0].person == nil }
        let common = waiting.map { commonPersons(persons[$0]) }
        var offices = common.allSatisfy { $0.isEmpty } ? nil : officesOnDay(of: known, common)
        if known.isEmpty, offices == nil { return }
        for (place, index) in waiting.enumerated() {
            if !known.isEmpty { persons[index].person = mentioned(persons[index], among: known) }
            if persons[index].person == nil,
                let person = officeHolder(persons[index], among: common[place], &offices)
            {
                persons[index].person = person
                persons[index].evidence = .office
            }
            if let person = persons[index].person { offices?.take(person) }
            join(index, &persons, &known)
        }
    }

    private func identity(of group: Group) -> PersonIdentity? {
        group.person.map { person in
            let (id, name) = registry.persons.title(person)
            return PersonIdentity(id: id, canonicalName: name, evidence: group.evidence)
        }
    }

    // MARK: - One person

    private mutating func group(of indices: [Int]) -> Group {
        var group = Group(items: indices)
        for (place, index) in indices.enumerated() {
            if place > 0, areWrittenAlike(indices[place - 1], index) { continue }
            let name = memory.number(of: items[index].name)
            add(name, to: &group)
            if !group.bareNames.contains(name), !memory[name].words.isEmpty { group.bareNames.append(name) }
            guard items[index].text != items[index].name else { continue }
            let full = memory.number(of: items[index].text)
            add(full, to: &group)
        }
        return group
    }

    private func areWrittenAlike(_ one: Int, _ other: Int) -> Bool {
        items[one].name == items[other].name && items[one].text == items[other].text
    }

    private func add(_ name: Int, to group: inout Group) {
        guard !group.names.contains(name), !memory[name].words.isEmpty,
            !group.names.contains(where: { memory[$0] == memory[name] })
        else { return }
        group.names.append(name)
    }

    private mutating func identified(_ indices: [Int]) -> Group {
        var group = group(of: indices)
        if indices.contains(where: isHidden) { return group }
        let (full, aliases) = candidates(group.names)
        // Most persons have a name that nobody of the registry may have: what they are need not be read.
        guard !full.isEmpty || !aliases.isEmpty || mayHoldOffice(group) else { return group }
        let offices = offices(of: indices)
        if let person = chosen(among: full, of: indices, offices) {
            group.person = person
        } else if full.isEmpty,
            let person = chosen(among: aliases.filter { agrees($0, group) }, of: indices, offices)
        {
            group.person = person
            group.evidence = .alias
        } else if let person = holder(group, offices) {
            group.person = person
            group.evidence = .office
        }
        return group
    }

    /// Whether the text introduces somebody of whom its readers have not heard.
    func isNew(_ group: Group) -> Bool {
        group.items.contains { items[$0].introduction.isNew || isHidden($0) }
    }

    /// Whether a mention hides somebody: initials with an age, as of suspects, "tersangka berinisial SBY (24)".
    private func isHidden(_ index: Int) -> Bool {
        let item = items[index]
        guard item.introduction.age > 0 || item.introduction.isNew, item.name.utf8.count <= 4 else {
            return false
        }
        return item.name.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }

    /// Whether a person cannot be of the age that the text gives: nobody is in office before they are grown up.
    private func isTooYoung(_ person: Int, _ indices: [Int]) -> Bool {
        guard let age = indices.lazy.map({ items[$0].introduction.age }).first(where: { $0 > 0 }),
            let year = day.flatMap({ Int($0.prefix(4)) }),
            let first = registry.persons.terms(person).compactMap({
                $0.since.flatMap { Int($0.prefix(4)) }
            }).min()
        else { return false }
        return Int(age) + first - year < Self.leastAgeInOffice
    }

    private static let leastAgeInOffice = 24

    /// The persons whose full names or own nicknames stand among names.
    private func candidates(_ names: [Int]) -> (full: [Int], aliases: [Int]) {
        var full: [Int] = []
        var aliases: [Int] = []
        for name in names {
            for entry in memory.entries(name) {
                let person = Int(entry.person)
                if entry.kind == .name, !full.contains(person) { full.append(person) }
                if entry.kind == .alias, !aliases.contains(person) { aliases.append(person) }
            }
        }
        return (full, aliases)
    }

    /// The only one of whom the text says nothing else, or the only one of these who held an office that it names.
    private mutating func chosen(among named: [Int], of indices: [Int], _ offices: [OfficeMention]) -> Int? {
        var persons: [Int] = []
        for person in named where !isOther(person, indices, offices) { persons.append(person) }
        guard persons.count > 1 else { return persons.first }
        let fitting = persons.filter { person in offices.contains { fits($0.reading, person) } }
        return fitting.count == 1 ? fitting.first : nil
    }

    /// Whether all names of a group may be the person's: "Melania Trump" is no Donald Trump.
    private func agrees(_ person: Int, _ group: Group) -> Bool {
        group.bareNames.allSatisfy { name in
            registry.mayName(memory[name], person) || memory.entries(name).contains { Int($0.person) == person }
        }
    }

    // MARK: - Offices

    /// The person of the registry to whom the office of one mention, whatever others of its name say, gives it.
    mutating func holder(_ index: Int) -> Int? {
        guard items[index].role != nil else { return nil }
        let group = group(of: [index])
        return mayHoldOffice(group) ? holder(group, offices(of: [index])) : nil
    }

    /// Whether a mention has a role, and somebody of the registry may have one of the names.
    private mutating func mayHoldOffice(_ group: Group) -> Bool {
        guard group.items.contains(where: { items[$0].role != nil }) else { return false }
        for name in group.bareNames where !memory.bearers(name).isEmpty { return true }
        return false
    }

    /// An office that a mention's role names.
    struct OfficeMention {
        var item: Int
        var reading: OfficeTitles.Reading
    }

    mutating func offices(of indices: [Int]) -> [OfficeMention] {
        var found: [OfficeMention] = []
        var seen = DistinctTexts()
        for index in indices {
            guard let role = role(of: index), seen.add(role) else { continue }
            for reading in memory.readings(of: role) { found.append(OfficeMention(item: index, reading: reading)) }
        }
        return found
    }

    func role(of index: Int) -> String? {
        guard items[index].role != nil, case .person(let person) = mentions[items[index].mention].detail else {
            return nil
        }
        return person.role
    }

    /// The person who held an office that the text gives to one of these names.
    private mutating func holder(_ group: Group, _ offices: [OfficeMention]) -> Int? {
        var found: Set<Int> = []
        for office in offices {
            let number = memory.number(of: items[office.item].name)
            let name = memory[number]
            guard !name.words.isEmpty else { continue }
            let bearers = memory.bearers(number)
            if bearers.isEmpty { continue }
            var named: Set<Int> = []
            for office in office.reading.offices {
                for person in registry.holderIndices(ofOffice: office)
                where bearers.contains(person) && !named.contains(person) && registry.mayName(name, person)
                    && agrees(person, group)
                {
                    named.insert(person)
                }
            }
            var then = named.filter { fits(office.reading, $0) }
            if then.isEmpty {
                // "Presiden Obama": where the text does not say of what, anybody who was in such an office then.
                then = Set(registry.holderIndices(ofKinds: office.reading.kinds, among: bearers, named: name))
                    .filter { fits(office.reading, $0) && agrees($0, group) }
            }
            found.formUnion(then.isEmpty ? earlier(named, office.reading) : then)
        }
        return found.count == 1 ? found.first : nil
    }

    /// Whether a person held an office on the document's date, or before it when the text says "mantan".
    private func fits(_ reading: OfficeTitles.Reading, _ person: Int) -> Bool {
        registry.persons.hasTerm(person) { term in
            guard isNamed(term.office, reading) else { return false }
            guard let day, !reading.isComing else { return true }
            return reading.isFormer ? term.hasBegun(by: day) : term.isHeld(on: day)
        }
    }

    /// Whether an office is one that the text names, or of a kind that it names.
    private func isNamed(_ office: String, _ reading: OfficeTitles.Reading) -> Bool {
        reading.offices.contains(office)
            || !reading.kinds.isEmpty && reading.kinds.contains(PublicOffice.kind(of: office))
    }

    /// Those who held an office before the document's date, where the registry knows that then it was somebody else's: the
    /// text tells of another time.
    private func earlier(_ persons: Set<Int>, _ reading: OfficeTitles.Reading) -> Set<Int> {
        guard let day, !persons.isEmpty, !reading.isFormer else { return [] }
        let isKnown = reading.offices.contains { office in
            registry.indexedTerms(ofOffice: office).contains { $0.term.isHeld(on: day) }
        }
        guard isKnown else { return [] }
        return persons.filter { person in
            registry.persons.hasTerm(person) { reading.offices.contains($0.office) && $0.hasBegun(by: day) }
        }
    }

    /// Whether the text says that a name is not this person's: it gives it an office that the registry knows as another's, or
    /// a part that nobody of public life has ("Joko Widodo, petani asal Boyolali").
    private mutating func isOther(_ person: Int, _ indices: [Int], _ offices: [OfficeMention]) -> Bool {
        let hasHeld = offices.contains { mention in
            registry.persons.hasTerm(person) { isNamed($0.office, mention.reading) }
        }
        if hasHeld { return false }
        if isTooYoung(person, indices) { return true }
        if offices.contains(where: { !$0.reading.isFormer && isHeldByOthers($0.reading) }) { return true }
        return hasEverydayRole(indices)
    }

    private func isHeldByOthers(_ reading: OfficeTitles.Reading) -> Bool {
        guard let day, !reading.isActing, !reading.isComing else { return false }
        return reading.offices.contains { office in
            !(registry.office(office)?.isShared ?? true)
                && registry.indexedTerms(ofOffice: office).contains {
                    $0.term.isHeld(on: day) && $0.term.isSure(on: day)
                }
        }
    }

    /// Whether a mention's role is none of public life, or one of an official against a name of one word.
    mutating func isEveryday(_ index: Int, isShort: Bool) -> Bool {
        guard let role = role(of: index) else { return false }
        return memory.isEveryday(role, isShort: isShort)
    }

    /// Whether one of some mentions has a role of everyday life, as it counts against the names that they all have.
    mutating func hasEverydayRole(_ indices: [Int]) -> Bool {
        let isShort = !indices.contains { items[$0].text.contains(" ") }
        for index in indices where isEveryday(index, isShort: isShort) { return true }
        return false
    }

    // MARK: - What the document establishes

    /// The only person of the document who has all the names of a group, be they common ones.
    private mutating func mentioned(_ group: Group, among known: [Int: Int]) -> Int? {
        var common: [Int]?
        for name in group.names.prefix(8) {
            var persons: [Int] = []
            for entry in memory.entries(name) {
                let person = Int(entry.person)
                if known[person] != nil, !persons.contains(person) { persons.append(person) }
            }
            guard !persons.isEmpty else { continue }
            common = common?.filter { persons.contains($0) } ?? persons
        }
        guard let common, common.count == 1, let person = common.first, agrees(person, group), !isNew(group) else {
            return nil
        }
        return hasEverydayRole(group.items) ? nil : person
    }
}

extension PersonIdentity.Evidence {
    /// The surest first.
    fileprivate var rank: Int {
        switch self {
        case .name: 0
        case .alias: 1
        case .office: 2
        }
    }
}
