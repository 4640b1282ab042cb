package import KenaliStorage

/// The persons of public life whom the Indonesian press names, and the offices that they held.
///
/// ```swift
/// let registry = PersonRegistry.builtIn
/// registry["saifullah-yusuf"]?.forms.map(\.text)                    // Gus Ipul, ...
/// registry.holder(ofTitle: "Mensos", on: "2024-12-27")?.name             // Saifullah Yusuf
/// ```
public struct PersonRegistry: Sendable {
    /// All of them, in the order of the table.
    public let persons: PublicPersons
    private let allOffices: PublicOffices
    private let terms: OfficeTerms
    /// Reads the titles of offices.
    package let titles: OfficeTitles
    package let names: PersonNameIndex
    /// First words of the roles of persons of no public life: "petani"; 1 where they speak against short names alone, 2 for
    /// words that do so wherever they stand in a role.
    private let everydayRoles: PackedTexts
    private let roleStrengths: PackedTable
    /// The ministries, whose offices it names.
    private let ministries: MinistryRegistry
    /// The last day of which the table tells who is in office.
    public static let asOf = "2025-11-30"

    /// The registry of an image.
    package init(_ image: Image, ministries: MinistryRegistry) {
        terms = OfficeTerms(image)
        persons = PublicPersons(image, terms)
        allOffices = PublicOffices(image)
        titles = OfficeTitles(image, allOffices)
        names = PersonNameIndex(image)
        everydayRoles = image.texts("persons.everydayRoles")
        roleStrengths = image.table("persons.everydayRoles.strength")
        self.ministries = ministries
    }

    /// The offices, one of their kind or kinds of which there are many.
    public var offices: [PublicOffice] { Array(allOffices) }

    /// The person of this id.
    public subscript(id: String) -> PublicPerson? { persons.index(of: id).map { persons[$0] } }

    /// An office, or the kind of office that an id is of: `governor` of "governor:32".
    public func office(_ id: String) -> PublicOffice? { allOffices.office(PublicOffice.kind(of: id)) }

    /// Whether a role is none of public life ("petani", "Ketua Karang Taruna"), or, for a name of one word, one of officials of
    /// whom nobody has heard.
    package func isEveryday(_ role: String, isShort: Bool) -> Bool {
        let words = TitleWords(role)
        for start in 0..<words.count {
            for role in words.phrases(at: start, atMost: 3, in: everydayRoles) {
                switch roleStrengths[role.text] {
                case 2: return true
                case 1 where start > 0 || !isShort: continue
                default: if start == 0 { return true }
                }
            }
        }
        return false
    }
}

// MARK: - Offices

extension PersonRegistry {
    /// A person in an office.
    public struct Holding: Sendable, Hashable {
        /// The person.
        public var person: PublicPerson
        /// When the person held it.
        public var term: OfficeTerm
    }

    /// Who held an office on a day.
    ///
    /// - Parameters:
    ///   - title: The title or the id of an office: "Mensos", "Gubernur Jawa Barat", "Presiden RI", `governor:32`.
    ///   - day: `YYYY-MM-DD`. Without one those who held it when the table was made.
    /// - Returns: Who held it in their own right, else who held it for somebody else; nil when the registry does not know it,
    ///   or when several persons hold the office together.
    public func holder(ofTitle title: String, on day: String? = nil) -> PublicPerson? {
        let all = holdings(ofTitle: title, on: day)
        let own = all.filter { !$0.term.isActing }
        let holders = own.isEmpty ? all : own
        // Who hands over and who takes over hold it on the same day.
        guard let last = holders.max(by: { ($0.term.since ?? "") < ($1.term.since ?? "") }) else { return nil }
        guard holders.count > 1 else { return last.person }
        let isHandover = holders.allSatisfy { $0.term == last.term || $0.term.until == day || $0.person == last.person }
        return isHandover && !(office(last.term.office)?.isShared ?? false) ? last.person : nil
    }

    /// All who held an office on a day, as in ``holder(ofTitle:on:)``, the longest in office first.
    public func holdings(ofTitle title: String, on day: String? = nil) -> [Holding] {
        var found: [Holding] = []
        for office in officeIDs(of: title) {
            for (person, term) in indexedTerms(ofOffice: office) {
                let isHeld = day.map(term.isHeld) ?? (term.since != nil && term.until == nil)
                if isHeld { found.append(Holding(person: persons[person], term: term)) }
            }
        }
        return found.sorted { ($0.term.since ?? "", $0.person.id) < ($1.term.since ?? "", $1.person.id) }
    }

    /// The ids of the offices that a title may be, or the id itself.
    public func officeIDs(of title: String) -> [String] {
        if terms.rows(ofOffice: title) != nil { return [title] }
        return titles.readings(of: title).first.map(\.offices) ?? []
    }

    /// All who held the office of this id, the latest first.
    public func holdings(ofOffice office: String) -> [Holding] {
        indexedTerms(ofOffice: office).map { Holding(person: persons[$0.person], term: $0.term) }
            .sorted { ($0.term.since ?? "", $0.person.id) > ($1.term.since ?? "", $1.person.id) }
    }

    /// The title of the office of an id: "Menteri Sosial", "Gubernur Jawa Barat"; nil for an id that there isn't.
    public func title(ofOffice id: String) -> String? {
        guard let kind = office(id) else { return nil }
        guard let colon = id.firstIndex(of: ":") else { return kind.titles.first }
        let of = String(id[id.index(after: colon)...])
        if kind.scope == .ministry {
            let ministry = ministries[of]
            return (kind.id == "minister" ? ministry?.ministerTitles : ministry?.viceMinisterTitles)?.first
        }
        return kind.titles.first.flatMap { title in placeName(of, in: kind.scope).map { "\(title) \($0)" } }
    }

    /// The name of a place as titles have it: "Bandung" of the code of Kota Bandung.
    private func placeName(_ id: String, in scope: PublicOffice.Scope) -> String? {
        titles.name(of: id, in: scope).map { name in
            [.city, .regency].contains(scope) ? name.split(separator: " ").dropFirst().joined(separator: " ") : name
        }
    }

    /// The usual name of a province in small letters, by any of its names: "jawa barat" of "jabar".
    package func usualProvince(_ name: String) -> String? { titles.usualName(of: name, in: .province)?.lowercased() }

    /// Those of some persons whose names hold all words of a name and who held an office of one of these kinds.
    package func holderIndices(ofKinds kinds: [String], among persons: [Int], named name: PersonName) -> [Int] {
        guard let word = name.words.first, !kinds.isEmpty else { return [] }
        return persons.filter { person in
            names.isWord(word, of: person) && mayName(name, person)
                && self.persons.hasTerm(person) { kinds.contains(PublicOffice.kind(of: $0.office)) }
        }
    }

    /// All persons that held an office, by index, each as often as they held it.
    package func holderIndices(ofOffice office: String) -> [Int] {
        (terms.rows(ofOffice: office) ?? []).map { terms.person($0) }
    }

    /// All persons that held an office, by index, with the terms.
    package func indexedTerms(ofOffice office: String) -> [(person: Int, term: OfficeTerm)] {
        (terms.rows(ofOffice: office) ?? []).map { (terms.person($0), terms[$0]) }
    }
}

// MARK: - Names

extension PersonRegistry {
    /// Those among whom all are whom a name may name: see ``mayName(_:_:)``. Of most names there is nobody.
    package func bearers(of name: PersonName) -> [Int] {
        // A name of one word may be a part of theirs; else two words are in common, but for a name that says one twice.
        let words = name.words
        let isRepeated = words.indices.contains { words[..<$0].contains(words[$0]) }
        return isRepeated ? words.flatMap { names.persons(with: $0) } : names.persons(sharing: words)
    }

    /// Whether words may name a person: those of one of their names hold them, or they hold those of a name of several words.
    package func mayName(_ words: PersonName, _ person: Int) -> Bool {
        // Without a word in common no names need be read.
        guard words.words.isEmpty || words.words.contains(where: { names.isWord($0, of: person) }) else { return false }
        // And a name with the only one holds them all.
        if words.words.count == 1 { return true }
        return persons.names(person).contains { name in
            name.contains(words) || name.words.count > 1 && words.contains(name)
        }
    }

    /// The persons who bear a name: an id, a full name, another spelling, a nickname or initials, in the order of the table.
    /// Capitals, marks and old spelling do not matter. Of a day, only those who held an office then, if there are any.
    ///
    /// - Complexity: O(log *n*), *n* the number of names.
    public func entries(named name: String, on day: String? = nil) -> [PublicPerson] {
        if let person = self[name] { return [person] }
        let found = names.entries(of: PersonName(name).key).map { Int($0.person) }
        let named = Set(found).sorted().map { persons[$0] }
        guard let day else { return named }
        let inOffice = named.filter { person in person.terms.contains { $0.isHeld(on: day) } }
        return inOffice.isEmpty ? named : inOffice
    }
}
