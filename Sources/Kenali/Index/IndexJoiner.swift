import KenaliLexicon

/// Decides which nodes of an index are one person, from all that the corpus says.
///
/// An id of the registry or a full name tells. A single name, or a part of a full one, never does by itself: it is joined with
/// the person of a longer name who has the same office, or else the same company, if that is only one of those who have the
/// name. What stays unjoined stays apart.
struct IndexJoiner {
    private let store: IndexStore
    /// The node that each is joined with, itself for most, and why.
    private(set) var target: [Int]
    private(set) var reasons: [Int: IndexedEntity.Join.Evidence] = [:]
    /// Persons with full names by the words of their names.
    private var byWord: [UInt64: [Int]] = [:]
    /// The names of a person with a full name.
    private var names: [Int: [PersonName]] = [:]

    /// The least weight of shared company that joins two names, and how many times that of the next it must be.
    private static let leastWeight = 2.0
    private static let leastRatio = 2.0
    /// How many persons of a word are compared: a word that more have tells nothing.
    private static let mostNamesakes = 64

    init(_ store: IndexStore) {
        self.store = store
        target = Array(store.nodes.indices)
        let keys = store.nodes.indices.map { store.keys[$0] }
        joinSpellings(keys)
        collectNames(keys)
        joinPartsOfNames(keys)
        joinShortNames(keys)
        for node in target.indices { target[node] = root(node) }
    }

    /// The node that stands for a node.
    private func root(_ node: Int) -> Int {
        var node = node
        while target[node] != node { node = target[node] }
        return node
    }

    private mutating func join(_ node: Int, with other: Int, by reason: IndexedEntity.Join.Evidence) {
        let other = root(other)
        guard other != node else { return }
        target[node] = other
        reasons[node] = reason
    }

    /// "M Faruk Rozi" is "Moch Faruk Rozi"; of spellings, the most used stands for all.
    private mutating func joinSpellings(_ keys: [String]) {
        var groups: [PersonName: [Int]] = [:]
        for (node, key) in keys.enumerated() where key.hasPrefix("person:") {
            groups[PersonName(IndexKey.value(of: key)), default: []].append(node)
        }
        for group in groups.values where group.count > 1 {
            let best = group.max { isLess($0, $1, keys) } ?? group[0]
            for node in group where node != best { join(node, with: best, by: .name) }
        }
    }

    /// Whether a node is named less, or as often and stands behind.
    private func isLess(_ left: Int, _ right: Int, _ keys: [String]) -> Bool {
        (store.nodes[left].count, keys[right]) < (store.nodes[right].count, keys[left])
    }

    private mutating func collectNames(_ keys: [String]) {
        let registry = PersonRegistry.builtIn
        for (node, key) in keys.enumerated() where target[node] == node {
            var names: [PersonName] = []
            if key.hasPrefix("=person:"), let person = registry[String(IndexKey.value(of: key))] {
                names = ([person.name] + person.forms.map(\.text)).map { PersonName($0) }
            } else if key.hasPrefix("person:") {
                names = [PersonName(IndexKey.value(of: key))]
            } else {
                continue
            }
            self.names[node] = names
            for word in Set(names.flatMap(\.words)) { byWord[word, default: []].append(node) }
        }
    }

    /// "Yasir Arafat" is "Andi Muhammad Yasir Arafat" where office or company tell.
    private mutating func joinPartsOfNames(_ keys: [String]) {
        for node in sorted(keys, where: { $0.hasPrefix("person:") }) where target[node] == node {
            guard let name = names[node]?.first else { continue }
            let longer = persons(named: name).filter { other in
                other != node
                    && (names[other] ?? []).contains { $0.words.count > name.words.count && $0.contains(name) }
            }
            if let found = meant(node, among: longer) { join(node, with: found.person, by: found.reason) }
        }
    }

    private mutating func joinShortNames(_ keys: [String]) {
        var unjoined: [String: [Int]] = [:]
        for node in sorted(keys, where: { $0.hasPrefix("short:") }) {
            guard let short = IndexKey.short(keys[node]) else { continue }
            let namesakes = persons(named: PersonName(short.name)).map(root)
            if let found = meant(node, among: Array(Set(namesakes)).sorted()) {
                join(node, with: found.person, by: found.reason)
            } else {
                unjoined[short.name, default: []].append(node)
            }
        }
        // Two of one short name without a longer one: one person where an office says so.
        for group in unjoined.values where group.count > 1 {
            var byRole: [Int: Int] = [:]
            for node in group {
                let roles = store.facts(.role, of: node).map(\.value).filter { isTelling(store.texts[$0]) }
                if let known = roles.compactMap({ byRole[$0] }).first { join(node, with: known, by: .office) }
                for role in roles where byRole[role] == nil { byRole[role] = root(node) }
            }
        }
    }

    /// Whether a role names an office, and is not one word that anybody may be: "tersangka".
    private func isTelling(_ role: String) -> Bool { role.contains(" ") || role.hasPrefix(IndexKey.knownMark) }

    /// Nodes in an order that does not depend on that of the documents.
    private func sorted(_ keys: [String], where isWanted: (String) -> Bool) -> [Int] {
        keys.indices.filter { isWanted(keys[$0]) }.sorted { keys[$0] < keys[$1] }
    }

    /// The persons one of whose names holds a name.
    private func persons(named name: PersonName) -> [Int] {
        guard let rarest = name.words.min(by: { (byWord[$0]?.count ?? 0) < (byWord[$1]?.count ?? 0) }),
            let all = byWord[rarest], all.count <= Self.mostNamesakes
        else { return [] }
        return all.filter { person in (names[person] ?? []).contains { $0.contains(name) } }
    }

    // MARK: - Office and company

    private func meant(_ node: Int, among persons: [Int]) -> (person: Int, reason: IndexedEntity.Join.Evidence)? {
        guard !persons.isEmpty else { return nil }
        let roles = Set(store.facts(.role, of: node).map(\.value))
        let telling = roles.filter { isTelling(store.texts[$0]) }
        let holders = persons.filter { person in
            store.facts(.role, of: person).contains { telling.contains($0.value) }
        }
        if holders.count == 1, let holder = holders.first { return (holder, .office) }
        // Who has another office is another person.
        guard telling.isEmpty else { return nil }
        var best: (person: Int, weight: Double)?
        var second = 0.0
        for person in persons {
            let weight = sharedCompany(node, person)
            if weight > best?.weight ?? 0 {
                second = best?.weight ?? 0
                best = (person, weight)
            } else {
                second = max(second, weight)
            }
        }
        guard let best, best.weight >= Self.leastWeight, best.weight >= Self.leastRatio * second else { return nil }
        return (best.person, .company)
    }

    /// How much the company of two nodes has in common: whom few documents name weighs more.
    private func sharedCompany(_ node: Int, _ person: Int) -> Double {
        var theirs = store.facts(.company, of: person)[...]
        var weight = 0.0
        for fact in store.facts(.company, of: node) {
            theirs = theirs.drop { $0.value < fact.value }
            if fact.value == person {
                weight += Self.leastWeight
            } else if theirs.first?.value == fact.value {
                weight += rarity(of: fact.value)
            }
        }
        return weight
    }

    private func rarity(of node: Int) -> Double {
        // log2 without Foundation: the exponent, and the rest in a straight line.
        let share = Double(max(1, store.documents)) / Double(max(1, Int(store.nodes[node].documents)))
        return share <= 1 ? 0 : Double(share.exponent) + share.significand - 1
    }
}
