import KenaliLexicon

/// Decides which nodes of an index are one person, from all that the corpus says.
///
/// An id of the registry or a full name tells. A single name, or a part of a full one, never does by itself: it is joined with a
/// person whom the corpus calls so, who has the same office, or in whose company it is named (``IndexEvidence`` weighs that).
/// What stays unjoined stays apart.
struct IndexJoiner {
    private let store: IndexStore
    /// The node that each is joined with, itself for most.
    private var targets: [Int32]
    /// Why a node is joined, as a number of `Evidence.allCases` plus one.
    private var reasonNumbers: [UInt8]
    private var evidence: IndexEvidence

    /// A short name that is joined in one round tells more of the others in the next.
    private static let rounds = 3
    /// How many offices of those of one short name are compared.
    private static let mostRoles = 256

    init(_ store: IndexStore) {
        self.store = store
        targets = store.nodes.indices.map { Int32($0) }
        reasonNumbers = Array(repeating: 0, count: store.nodes.count)
        evidence = IndexEvidence(store)
        joinSpellings()
        evidence.collectNames { targets[$0] == $0 }
        joinPartsOfNames()
        joinShortNames()
        for node in targets.indices { targets[node] = Int32(target(of: node)) }
    }

    /// The node that stands for a node.
    func target(of node: Int) -> Int {
        var node = node
        while Int(targets[node]) != node { node = Int(targets[node]) }
        return node
    }

    /// Why a node is joined with another; nil when it is not.
    func reason(of node: Int) -> IndexedEntity.Join.Evidence? {
        reasonNumbers[node] == 0 ? nil : IndexedEntity.Join.Evidence.allCases[Int(reasonNumbers[node]) - 1]
    }

    private mutating func join(_ node: Int, with other: Int, by reason: IndexedEntity.Join.Evidence) {
        let other = target(of: other)
        guard other != node else { return }
        targets[node] = Int32(other)
        reasonNumbers[node] = UInt8((IndexedEntity.Join.Evidence.allCases.firstIndex(of: reason) ?? 0) + 1)
    }

    /// Nodes whose keys begin so, in an order that does not depend on that of the documents.
    private func nodes(_ prefix: StaticString) -> [Int32] {
        store.nodes.indices.filter { store.keys.starts($0, with: prefix) }.map { Int32($0) }
            .sorted { store.keys.isLess(Int($0), Int($1)) }
    }

    /// "M Faruk Rozi" is "Moch Faruk Rozi"; of spellings, the most used stands for all.
    private mutating func joinSpellings() {
        var keyed = nodes("person:").map {
            (key: PersonName(IndexKey.value(of: store.keys[Int($0)])).key, node: Int($0))
        }
        keyed.sort { ($0.key, $1.node) < ($1.key, $0.node) }
        var start = 0
        while start < keyed.count {
            let end = keyed[start...].firstIndex { $0.key != keyed[start].key } ?? keyed.count
            let group = keyed[start..<end].map(\.node)
            if group.count > 1, let best = group.max(by: isNamedLess) {
                for node in group where node != best { join(node, with: best, by: .name) }
            }
            start = end
        }
    }

    /// Whether a node is named less, or as often and stands behind.
    private func isNamedLess(_ left: Int, _ right: Int) -> Bool {
        let (one, other) = (store.nodes[left].count, store.nodes[right].count)
        return one != other ? one < other : store.keys.isLess(right, left)
    }

    /// "Yasir Arafat" is "Andi Muhammad Yasir Arafat" where office or company tell.
    private mutating func joinPartsOfNames() {
        for node in nodes("person:").map({ Int($0) }) where target(of: node) == node {
            let name = PersonName(IndexKey.value(of: store.keys[node]))
            let longer = evidence.persons(named: name).filter { $0 != node && evidence.isLonger($0, than: name) }
            if let found = evidence.meant(node, called: name, among: longer, others: 0) {
                join(node, with: found.person, by: found.reason)
            }
        }
    }

    /// Short names one by one, those of one name together.
    private mutating func joinShortNames() {
        let short = nodes("short:")
        var start = 0
        while start < short.count {
            guard let first = IndexKey.short(store.keys[Int(short[start])]) else { return }
            let end =
                short[start...].firstIndex { IndexKey.short(store.keys[Int($0)])?.name != first.name } ?? short.count
            join(short[start..<end].map { Int($0) }, named: PersonName(first.name))
            start = end
        }
    }

    private mutating func join(_ nodes: [Int], named name: PersonName) {
        var waiting = nodes
        let persons = Set(evidence.persons(named: name).map(target)).sorted { store.keys.isLess($0, $1) }
        // Who is called so with their office is called so without it.
        var known: Set<Int> = []
        for _ in 0..<Self.rounds where !persons.isEmpty {
            // Whoever else of the name there is speaks against a join, most of all one with a part of their own.
            let others = waiting.reduce(0) { $0 + Double(store.nodes[$1].documents) * (evidence.hasRole($1) ? 1 : 0.5) }
            var left: [Int] = []
            var joined: Set<Int> = []
            for node in waiting {
                let share = Double(store.nodes[node].documents) * (evidence.hasRole(node) ? 1 : 0.5)
                if let found = evidence.meant(
                    node, called: name, among: persons, others: others - share, known: known)
                {
                    join(node, with: found.person, by: found.reason)
                    joined.insert(found.person)
                } else {
                    left.append(node)
                }
            }
            guard left.count < waiting.count else { break }
            waiting = left
            known.formUnion(joined)
        }
        joinAmongThemselves(waiting)
    }

    /// Two of one short name without a longer one: one person where an office says so, or company that few have.
    private mutating func joinAmongThemselves(_ nodes: [Int]) {
        guard nodes.count > 1 else { return }
        var known: [(role: Int, node: Int)] = []
        for node in nodes {
            let roles = evidence.tellingRoles(of: node)
            if let other = known.first(where: { known in roles.contains { evidence.isOneOffice($0, known.role) } }) {
                join(node, with: other.node, by: .office)
            }
            for role in roles where known.count < Self.mostRoles { known.append((role, target(of: node))) }
        }
        var byCompany: [Int: [Int]] = [:]
        for node in nodes where target(of: node) == node {
            let company = evidence.rareCompany(of: node)
            var weights: [Int: Double] = [:]
            for (companion, weight) in company {
                for other in byCompany[companion] ?? [] { weights[target(of: other), default: 0] += weight }
            }
            let best = weights.filter { $0.key != node && $0.value >= IndexEvidence.leastWeightOfShortNames }
                .max { ($0.value, $1.key) < ($1.value, $0.key) }
            if let best, evidence.mayBeOne(node, best.key) {
                join(node, with: best.key, by: .company)
            }
            for (companion, _) in company where (byCompany[companion]?.count ?? 0) < 8 {
                byCompany[companion, default: []].append(node)
            }
        }
    }
}
