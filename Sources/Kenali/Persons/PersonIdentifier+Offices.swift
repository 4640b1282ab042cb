import KenaliLexicon

/// Who is meant by a common name, as the offices tell that a document names beside it.
extension PersonIdentifier {
    /// The persons for whom the names of a group are common ones: "Prabowo".
    func commonPersons(_ group: Group) -> Set<Int> {
        // Of a group with another name there are two, or names of several words.
        guard day != nil, group.names.contains(where: { $0.words.count == 1 }) else { return [] }
        let bare = items(of: group)
        guard bare.count == 1, let name = bare.first, name.words.count == 1 else { return [] }
        var persons: Set<Int> = []
        for entry in registry.names.entries(of: name.key) where entry.kind == .commonAlias {
            persons.insert(Int(entry.person))
        }
        return persons
    }

    /// The only one of some persons who on the document's date holds an office together with somebody whom the document
    /// names: a president and the vice president, a governor and the deputy.
    func partner(_ group: Group, among persons: Set<Int>, of others: Set<Int>) -> Int? {
        guard let day, !persons.isEmpty else { return nil }
        let others = others.subtracting(persons)
        guard !others.isEmpty, offices(of: group.items).isEmpty, !isNew(group) else { return nil }
        let pairs = Set(others.flatMap { offices(of: $0, on: day) }.compactMap(Self.counterpart))
        guard !pairs.isEmpty else { return nil }
        let found = persons.filter { person in offices(of: person, on: day).contains(where: pairs.contains) }
        return found.count == 1 && !hasEverydayRole(group.items) ? found.first : nil
    }

    /// The only one of some persons who on the document's date holds an office that stands in it by its short form, "Mensos",
    /// and that nobody else of the document holds.
    func holder(
        _ group: Group, among persons: Set<Int>, of offices: Set<String>, _ known: [Int: Int]
    ) -> Int? {
        // For nearly all nobody comes into question.
        guard let day, !persons.isEmpty, !offices.isEmpty, !isNew(group), self.offices(of: group.items).isEmpty else {
            return nil
        }
        let free = offices.subtracting(known.keys.flatMap { self.offices(of: $0, on: day) })
        let found = persons.filter { person in
            self.offices(of: person, on: day).contains(where: free.contains)
        }
        guard found.count == 1, !group.items.contains(where: { isEveryday($0, isShort: true) }) else {
            return nil
        }
        return found.first
    }

    /// The offices whose short forms the document uses: "Mensos", "Wamen LH".
    func namedOffices() -> Set<String> {
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
        for title in titles.all { found.formUnion(registry.titles.readings(of: title).flatMap(\.offices)) }
        return found
    }

    private func offices(of person: Int, on day: String) -> [String] {
        registry.persons.terms(person).filter { $0.isHeld(on: day) }.map(\.office)
    }

    /// "vice_governor:31" for "governor:31", and the reverse.
    private static func counterpart(of office: String) -> String? {
        let prefix = "vice_"
        if office.hasPrefix(prefix) { return String(office.dropFirst(prefix.count)) }
        let kind = office.prefix { $0 != ":" }
        return ["president", "governor", "regent", "mayor"].contains(kind) ? prefix + office : nil
    }
}
