import KenaliLexicon

/// Who is meant by a common name, as the offices tell that a document names beside it.
extension PersonIdentifier {
    /// The persons for whom the names of a group are common ones: "Prabowo".
    func commonPersons(_ group: Group) -> Set<Int> {
        // Of a group with another name there are two, or names of several words.
        guard day != nil, group.names.contains(where: { memory[$0].words.count == 1 }) else { return [] }
        guard group.bareNames.count == 1, let name = group.bareNames.first, memory[name].words.count == 1 else {
            return []
        }
        var persons: Set<Int> = []
        for entry in memory.entries(name) where entry.kind == .commonAlias {
            persons.insert(Int(entry.person))
        }
        return persons
    }

    /// What the offices on the document's date say, of those who come into question.
    struct OfficesOnDay {
        /// The offices that each of them holds.
        fileprivate var held: [Int: [String]] = [:]
        /// Who of them holds the office that goes together with one: the president by "vice_president:ID".
        fileprivate var partners: [String: Set<Int>] = [:]
        /// The offices of those whom the document names.
        fileprivate var taken: Set<String> = []
        /// The offices that stand in the document by their short forms, "Mensos"; nil before they were asked for.
        fileprivate var named: Set<String>?

        /// Takes notice of a person whom the document names.
        mutating func take(_ person: Int) { taken.formUnion(held[person] ?? []) }
    }

    /// The offices of those who are known, and of those for whom names are common ones.
    mutating func officesOnDay(of known: [Int: Int], _ common: [Set<Int>]) -> OfficesOnDay? {
        guard let day else { return nil }
        var offices = OfficesOnDay()
        for person in Set(known.keys).union(common.joined()) {
            let held = registry.persons.terms(person).filter { $0.isHeld(on: day) }.map { $0.office }
            offices.held[person] = held
            for partner in held.compactMap(Self.counterpart) { offices.partners[partner, default: []].insert(person) }
        }
        for person in known.keys { offices.take(person) }
        return offices
    }

    /// The only one of some persons who holds an office together with somebody else of those who come into question (a president
    /// and the vice president, a governor and the deputy), else the only one who holds an office that stands in the document by
    /// its short form, and that nobody else of the document holds.
    mutating func officeHolder(_ group: Group, among persons: Set<Int>, _ offices: inout OfficesOnDay?) -> Int? {
        // For nearly all nobody comes into question.
        guard let (held, partners, taken) = offices.map({ ($0.held, $0.partners, $0.taken) }),
            persons.contains(where: { !(held[$0] ?? []).isEmpty }), !isNew(group),
            self.offices(of: group.items).isEmpty
        else { return nil }
        func only(_ holds: (String) -> Bool) -> Int? {
            let found = persons.filter { held[$0]?.contains(where: holds) ?? false }
            return found.count == 1 ? found.first : nil
        }
        if let partner = only({ !(partners[$0]?.isSubset(of: persons) ?? true) }), !hasEverydayRole(group.items) {
            return partner
        }
        let named = offices?.named ?? namedOffices()
        offices?.named = named
        guard let holder = only({ named.contains($0) && !taken.contains($0) }),
            !group.items.contains(where: { isEveryday($0, isShort: true) })
        else { return nil }
        return holder
    }

    /// The offices whose short forms the document uses: "Mensos", "Wamen LH".
    private mutating func namedOffices() -> Set<String> {
        var found: Set<String> = []
        var titles = DistinctTexts()
        var before: (title: String, end: Int)?
        for mention in mentions {
            guard case .acronym(let acronym) = mention.detail, let title = acronym.expansion else {
                continue
            }
            _ = titles.add(title)
            if let before, before.end + 1 == mention.utf8Range.lowerBound {
                _ = titles.add(before.title + " " + title)
            }
            before = (title, mention.utf8Range.upperBound)
        }
        for title in titles.all {
            for reading in memory.readings(of: title) { found.formUnion(reading.offices) }
        }
        return found
    }

    /// "vice_governor:31" for "governor:31", and the reverse.
    private static func counterpart(of office: String) -> String? {
        let prefix = "vice_"
        if office.hasPrefix(prefix) { return String(office.dropFirst(prefix.count)) }
        let kind = PublicOffice.kind(of: office)
        return ["president", "governor", "regent", "mayor"].contains(kind) ? prefix + office : nil
    }
}
