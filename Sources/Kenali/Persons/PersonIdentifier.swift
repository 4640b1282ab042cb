import KenaliLexicon

/// Says which persons of a document are in the registry.
///
/// A full name says it, unless many bear it or the text says that this one is somebody else; a nickname does when nobody else
/// has it; any part of a name does together with an office that the person held on the document's date. What the document
/// establishes so holds for the short names in it.
struct PersonIdentifier {
    let items: [Linker.Item]
    let mentions: [Mention]
    /// The document's date, `YYYY-MM-DD`.
    let day: String?

    init(_ items: [Linker.Item], _ extraction: Extraction) {
        self.items = items
        mentions = extraction.mentions
        day = extraction.referenceDate?.description
    }

    /// Not kept: it has many fields, and the identifier is handed on.
    @inline(__always) var registry: PersonRegistry { PersonRegistry.builtIn }

    /// A person of a document, and who that is in the registry, if anybody.
    struct Identified {
        /// The person's mentions, as indices into the items.
        var items: [Int]
        var identity: PersonIdentity?
    }

    /// A person while it is decided who it is.
    struct Group {
        var items: [Int]
        /// The distinct names, and those with their honorifics where they have some.
        var names: [PersonName] = []
        /// The distinct bare names.
        var bareNames: [PersonName] = []
        var person: Int?
        var evidence = PersonIdentity.Evidence.name
    }

    /// The persons of groups of mentions; groups of one person of the registry are joined.
    ///
    /// - Complexity: O(*n*), *n* the number of mentions, as long as few share a person.
    func identify(_ groups: [[Int]]) -> [Identified] {
        var known: [Int: Int] = [:]
        var result: [Group] = []
        var unknown: [Group] = []
        func put(_ group: Group) {
            guard let person = group.person else { return unknown.append(group) }
            if let place = known[person] {
                result[place].items = (result[place].items + group.items).sorted()
                if group.evidence.rank < result[place].evidence.rank { result[place].evidence = group.evidence }
            } else {
                known[person] = result.count
                result.append(group)
            }
        }
        for items in groups {
            guard PersonNamesakes.mayBeSeveral(items, self) else {
                put(identified(items))
                continue
            }
            for part in PersonNamesakes(self, items).groups { put(identified(part)) }
        }
        // "Tito" beside "Tito Karnavian", "Rano" beside the governor whose deputy he is.
        let waiting = unknown
        unknown = []
        let common = waiting.map { commonPersons($0) }
        var offices = common.allSatisfy { $0.isEmpty } ? nil : officesOnDay(of: known, common)
        for (index, var group) in waiting.enumerated() {
            group.person = known.isEmpty ? nil : mentioned(group, among: known)
            if group.person == nil, let person = officeHolder(group, among: common[index], offices) {
                group.person = person
                group.evidence = .office
            }
            if let person = group.person { offices?.take(person) }
            put(group)
        }
        return result.map { Identified(items: $0.items, identity: identity(of: $0)) }
            + unknown.map { Identified(items: $0.items, identity: nil) }
    }

    private func identity(of group: Group) -> PersonIdentity? {
        group.person.map { person in
            let (id, name) = registry.persons.title(person)
            return PersonIdentity(id: id, canonicalName: name, evidence: group.evidence)
        }
    }

    // MARK: - One person

    private func group(of indices: [Int]) -> Group {
        var group = Group(items: indices)
        var bare = DistinctTexts()
        var full = DistinctTexts()
        for index in indices {
            let (name, text) = (items[index].name, items[index].text)
            if bare.add(name) { add(PersonName(name), to: &group, isBare: true) }
            if text != name, full.add(text) { add(PersonName(text), to: &group, isBare: false) }
        }
        return group
    }

    private func add(_ name: PersonName, to group: inout Group, isBare: Bool) {
        guard !name.words.isEmpty else { return }
        if isBare { group.bareNames.append(name) }
        if !group.names.contains(name) { group.names.append(name) }
    }

    private func identified(_ indices: [Int]) -> Group {
        var group = group(of: indices)
        if indices.contains(where: isHidden) { return group }
        let (full, aliases) = candidates(group.names)
        // Most persons have a name that nobody of the registry may have: what they are need not be read.
        guard !full.isEmpty || !aliases.isEmpty || mayHoldOffice(group) else { return group }
        let offices = offices(of: indices)
        if let person = chosen(among: full.filter { !isOther($0, indices, offices) }, offices) {
            group.person = person
        } else if full.isEmpty,
            let person = chosen(among: aliases.filter { agrees($0, group) && !isOther($0, indices, offices) }, offices)
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
    private func candidates(_ names: [PersonName]) -> (full: [Int], aliases: [Int]) {
        var full: [Int] = []
        var aliases: [Int] = []
        for name in names {
            for entry in registry.names.entries(of: name.key) {
                let person = Int(entry.person)
                if entry.kind == .name, !full.contains(person) { full.append(person) }
                if entry.kind == .alias, !aliases.contains(person) { aliases.append(person) }
            }
        }
        return (full, aliases)
    }

    /// The only one, or the only one who held an office that the text names.
    private func chosen(among persons: [Int], _ offices: [OfficeMention]) -> Int? {
        guard persons.count > 1 else { return persons.first }
        let fitting = persons.filter { person in offices.contains { fits($0.reading, person) } }
        return fitting.count == 1 ? fitting.first : nil
    }

    /// Whether all names of a group may be the person's: "Melania Trump" is no Donald Trump.
    private func agrees(_ person: Int, _ group: Group) -> Bool {
        group.bareNames.allSatisfy { name in
            registry.mayName(name, person) || registry.names.entries(of: name.key).contains { Int($0.person) == person }
        }
    }

    // MARK: - Offices

    /// The person of the registry to whom the office of one mention, whatever others of its name say, gives it.
    func holder(_ index: Int) -> Int? {
        let group = group(of: [index])
        return mayHoldOffice(group) ? holder(group, offices(of: [index])) : nil
    }

    /// Whether a mention has a role, and somebody of the registry may have one of the names.
    private func mayHoldOffice(_ group: Group) -> Bool {
        group.items.contains { items[$0].role != nil } && group.bareNames.contains { !registry.bearers(of: $0).isEmpty }
    }

    /// An office that a mention's role names.
    struct OfficeMention {
        var item: Int
        var reading: OfficeTitles.Reading
    }

    func offices(of indices: [Int]) -> [OfficeMention] {
        var found: [OfficeMention] = []
        var seen = DistinctTexts()
        for index in indices {
            guard let role = role(of: index), seen.add(role) else { continue }
            found += registry.titles.readings(of: role).map { OfficeMention(item: index, reading: $0) }
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
    private func holder(_ group: Group, _ offices: [OfficeMention]) -> Int? {
        var found: Set<Int> = []
        for office in offices {
            let name = PersonName(items[office.item].name)
            guard !name.words.isEmpty else { continue }
            let bearers = registry.bearers(of: name)
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
                then = Set(registry.holderIndices(ofKinds: office.reading.kinds, named: name))
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
            || !reading.kinds.isEmpty && reading.kinds.contains(String(office.prefix { $0 != ":" }))
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
    private func isOther(_ person: Int, _ indices: [Int], _ offices: [OfficeMention]) -> Bool {
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
    func isEveryday(_ index: Int, isShort: Bool) -> Bool {
        guard let role = role(of: index) else { return false }
        return registry.isEveryday(role, isShort: isShort)
    }

    /// Whether one of some mentions has a role of everyday life, as it counts against the names that they all have.
    func hasEverydayRole(_ indices: [Int]) -> Bool {
        let isShort = !indices.contains { items[$0].text.contains(" ") }
        return indices.contains { isEveryday($0, isShort: isShort) }
    }

    // MARK: - What the document establishes

    /// The only person of the document who has all the names of a group, be they common ones.
    private func mentioned(_ group: Group, among known: [Int: Int]) -> Int? {
        var common: [Int]?
        for name in group.names.prefix(8) {
            var persons: [Int] = []
            for entry in registry.names.entries(of: name.key) {
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
