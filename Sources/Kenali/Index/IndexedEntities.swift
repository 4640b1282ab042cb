import KenaliLexicon

/// The entities of an index, the most named first, then by key. One is made when it is asked for, so that many cost little memory.
public struct IndexedEntities: Sendable, RandomAccessCollection {
    private let store: IndexStore
    private let joiner: IndexJoiner
    /// The nodes that stand for an entity, the most named first.
    private let roots: [Int32]
    /// All nodes, those of an entity together and in the order of their keys; where those of each root start.
    private let members: [Int32]
    private let starts: [Int32]
    /// The name of the entity of each root, as the number of a text; -1 for names in the registry.
    private let names: [Int32]
    private let companions: Int

    init(_ store: IndexStore, _ kind: MentionKind?, companions: Int) {
        self.store = store
        self.companions = companions
        let joiner = IndexJoiner(store)
        self.joiner = joiner
        let nodes = store.nodes.indices
        var starts = Array(repeating: Int32(0), count: nodes.count + 1)
        var counts = Array(repeating: 0, count: nodes.count)
        for node in nodes {
            let root = joiner.target(of: node)
            starts[root + 1] += 1
            counts[root] += Int(store.nodes[node].count)
        }
        for node in nodes { starts[node + 1] += starts[node] }
        var members = Array(repeating: Int32(0), count: nodes.count)
        var places = starts
        let byKey = nodes.map { Int32($0) }.sorted { store.keys.isLess(Int($0), Int($1)) }
        for node in byKey {
            let root = joiner.target(of: Int(node))
            members[Int(places[root])] = node
            places[root] += 1
        }
        self.starts = starts
        self.members = members
        names = nodes.map { node in
            let group = members[Int(starts[node])..<Int(starts[node + 1])]
            return group.isEmpty ? -1 : Self.name(of: node, group, store)
        }
        roots = byKey.filter { node in
            guard joiner.target(of: Int(node)) == Int(node), counts[Int(node)] > 0,
                let found = IndexKey.kind(of: store.keys[Int(node)])
            else { return false }
            return kind == nil || found == kind
        }
        // The order by key stays that of those who are named as often.
        .enumerated().sorted { (counts[Int($1.element)], $0.offset) < (counts[Int($0.element)], $1.offset) }
        .map(\.element)
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { roots.count }

    public subscript(position: Int) -> IndexedEntity { entity(Int(roots[position])) }

    // MARK: - Names

    /// The most used name, of full names the fullest that begins so; -1 for a person of the registry.
    private static func name(of root: Int, _ nodes: ArraySlice<Int32>, _ store: IndexStore) -> Int32 {
        if store.keys.starts(root, with: "=person:") { return -1 }
        var counts: [Int: Int] = [:]
        for node in nodes {
            for fact in store.facts(.name, of: Int(node)) { counts[fact.value, default: 0] += Int(fact.count) }
        }
        if counts.count == 1, let only = counts.first { return Int32(only.key) }
        let isFull = store.keys.starts(root, with: "person:")
        let texts = counts.map { (number: $0.key, text: store.texts[$0.key], count: $0.value) }
            .filter { !isFull || $0.text.contains(" ") }
            .sorted { ($1.count, $0.text) < ($0.count, $1.text) }
        // "Bhakti Eri" is short for "Bhakti Eri Nurmansyah", if the text says so more than once.
        let longer = texts.first { text in
            isFull && text.count > 1 && text.text.hasPrefix((texts.first?.text ?? "") + " ")
        }
        return Int32((longer ?? texts.first)?.number ?? -1)
    }

    private func name(_ root: Int) -> String {
        if names[root] >= 0 { return store.texts[Int(names[root])] }
        let value = String(IndexKey.value(of: store.keys[root]))
        return store.keys.starts(root, with: "=person:") ? PersonRegistry.builtIn[value]?.name ?? value : value
    }

    /// The key without the mark of what registries know.
    private func key(_ node: Int) -> String { String(store.keys[node].drop { $0 == "=" }) }

    // MARK: - One entity

    private func nodes(of root: Int) -> ArraySlice<Int32> { members[Int(starts[root])..<Int(starts[root + 1])] }

    private func entity(_ root: Int) -> IndexedEntity {
        var sums = Sums()
        for node in nodes(of: root) {
            sums.count += Int(store.nodes[Int(node)].count)
            sums.documents += Int(store.nodes[Int(node)].documents)
            for fact in store.nodes[Int(node)].facts { sums.add(fact, joiner) }
        }
        let name = name(root)
        return IndexedEntity(
            kind: IndexKey.kind(of: store.keys[root]) ?? .person, key: key(root), name: name,
            aliases: sums.names.map { IndexedEntity.Name(store.texts[$0.key], count: $0.value) }
                .filter { $0.text != name }.sorted { ($1.count, $0.text) < ($0.count, $1.text) },
            count: sums.count, documentCount: sums.documents,
            months: sums.months.sorted { $0.key < $1.key }.map {
                IndexedEntity.Month(Self.month($0.key), count: $0.value)
            },
            offices: offices(sums), companions: company(sums, root), joinedBy: joins(root))
    }

    /// What the nodes of an entity say together.
    private struct Sums {
        var count = 0
        var documents = 0
        var names: [Int: Int] = [:]
        var months: [Int: Int] = [:]
        var roles: [Int: Int] = [:]
        var firstDays: [Int: Int] = [:]
        var lastDays: [Int: Int] = [:]
        var company: [Int: Int] = [:]

        mutating func add(_ fact: IndexStore.Fact, _ joiner: IndexJoiner) {
            let count = Int(fact.count)
            switch fact.tag {
            case .name: names[fact.value, default: 0] += count
            case .month: months[fact.value, default: 0] += count
            case .role: roles[fact.value, default: 0] += count
            case .firstDay: firstDays[fact.value] = Swift.min(firstDays[fact.value] ?? count, count)
            case .lastDay: lastDays[fact.value] = Swift.max(lastDays[fact.value] ?? count, count)
            case .company: company[joiner.target(of: fact.value), default: 0] += count
            }
        }
    }

    /// Offices that the registry knows first, then the most used.
    private func offices(_ sums: Sums) -> [IndexedEntity.Term] {
        sums.roles.map { role, count in
            (
                known: store.texts.starts(role, with: IndexKey.mark),
                office: IndexedEntity.Term(
                    title: String(store.texts[role].drop { $0 == "=" }), count: count,
                    first: sums.firstDays[role].map(Self.day), last: sums.lastDays[role].map(Self.day))
            )
        }
        .sorted {
            ($0.known ? 0 : 1, $1.office.count, $0.office.title) < ($1.known ? 0 : 1, $0.office.count, $1.office.title)
        }
        .map(\.office)
    }

    private func company(_ sums: Sums, _ root: Int) -> [IndexedEntity.Companion] {
        let all = sums.company.filter { $0.key != root }
            .sorted { $0.value != $1.value ? $0.value > $1.value : store.keys.isLess($0.key, $1.key) }
        return all.prefix(companions).map { node, count in
            IndexedEntity.Companion(key: key(node), name: name(node), count: count)
        }
    }

    /// Names joined with the entity, one row for each name and reason.
    private func joins(_ root: Int) -> [IndexedEntity.Join] {
        var counts: [IndexedEntity.Join.Evidence: [String: Int]] = [:]
        for node in nodes(of: root).map({ Int($0) }) {
            let key = store.keys[node]
            let short = IndexKey.short(key)
            // A single name in several documents has the company that its key names in common.
            let own: IndexedEntity.Join.Evidence? =
                key.hasPrefix("=") ? .id : short != nil && store.nodes[node].documents > 1 ? .company : nil
            guard let reason = node == root ? own : joiner.reason(of: node) ?? .name else { continue }
            let name = short?.name ?? String(IndexKey.value(of: key))
            counts[reason, default: [:]][name, default: 0] += Int(store.nodes[node].count)
        }
        return counts.flatMap { reason, names in
            names.map { IndexedEntity.Join(name: $0.key, evidence: reason, count: $0.value) }
        }
        .sorted { ($1.count, $0.evidence.rawValue, $0.name) < ($0.count, $1.evidence.rawValue, $1.name) }
    }

    private static func month(_ number: Int) -> String {
        "\((number / 12).padded(to: 4))-\((number % 12 + 1).padded(to: 2))"
    }

    private static func day(_ number: Int) -> String {
        "\((number / 10000).padded(to: 4))-\((number / 100 % 100).padded(to: 2))-\((number % 100).padded(to: 2))"
    }
}

extension IndexedEntities: Equatable {
    /// Whether two indexes give the same entities in the same order.
    public static func == (left: IndexedEntities, right: IndexedEntities) -> Bool { left.elementsEqual(right) }
}
