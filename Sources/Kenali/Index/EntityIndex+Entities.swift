import KenaliLexicon

extension EntityIndex {
    /// What the documents speak of, the most named first, then by key.
    ///
    /// - Parameters:
    ///   - kind: A kind of things, all kinds when nil.
    ///   - companions: How many of the others that are named with it are given.
    /// - Complexity: O(*n* log *n*), *n* the number of facts that the index keeps.
    public func entities(of kind: MentionKind? = nil, companions: Int = 10) -> [IndexedEntity] {
        EntityIndex(store.pruned()).allEntities(of: kind, companions)
    }

    private func allEntities(of kind: MentionKind?, _ companions: Int) -> [IndexedEntity] {
        let joiner = IndexJoiner(store)
        var groups: [Int: [Int]] = [:]
        for node in store.nodes.indices { groups[joiner.target[node], default: []].append(node) }
        let places = NodeNames(store, joiner.target)
        return groups.filter { kind == nil || IndexKey.kind(of: store.keys[$0.key]) == kind }
            .compactMap { root, nodes in
                entity(root, nodes.sorted { store.keys[$0] < store.keys[$1] }, joiner, places, companions)
            }
            .sorted { ($1.count, $0.key) < ($0.count, $1.key) }
    }

    /// The name of each joined node.
    private struct NodeNames {
        private var names: [Int: String] = [:]

        init(_ store: IndexStore, _ target: [Int]) {
            var counts: [Int: [Int: Int]] = [:]
            for node in store.nodes.indices {
                for fact in store.facts(.name, of: node) {
                    counts[target[node], default: [:]][fact.value, default: 0] += Int(fact.count)
                }
            }
            for (root, counts) in counts {
                let key = store.keys[root]
                if key.hasPrefix("=person:"), let person = PersonRegistry.builtIn[String(IndexKey.value(of: key))] {
                    names[root] = person.name
                    continue
                }
                let isFull = key.hasPrefix("person:")
                let texts = counts.map { (text: store.texts[$0.key], count: $0.value) }
                    .filter { !isFull || $0.text.contains(" ") }
                    .sorted { ($1.count, $0.text) < ($0.count, $1.text) }
                // "Bhakti Eri" is short for "Bhakti Eri Nurmansyah", if the text says so more than once.
                let longer = texts.first { text in
                    isFull && text.count > 1 && text.text.hasPrefix((texts.first?.text ?? "") + " ")
                }
                names[root] = (longer ?? texts.first)?.text
            }
        }

        subscript(root: Int) -> String? { names[root] }
    }

    private func entity(
        _ root: Int, _ nodes: [Int], _ joiner: IndexJoiner, _ names: NodeNames, _ companions: Int
    ) -> IndexedEntity? {
        let key = store.keys[root]
        guard let kind = IndexKey.kind(of: key) else { return nil }
        var sums = Sums()
        for node in nodes {
            sums.count += Int(store.nodes[node].count)
            sums.documents += Int(store.nodes[node].documents)
            for fact in store.nodes[node].facts { sums.add(fact, joiner.target) }
        }
        let name = names[root] ?? String(IndexKey.value(of: key))
        return IndexedEntity(
            kind: kind, key: key.hasPrefix("=") ? String(key.dropFirst()) : key, name: name,
            aliases: sums.names.map { IndexedEntity.Name(text: store.texts[$0.key], count: $0.value) }
                .filter { $0.text != name }.sorted { ($1.count, $0.text) < ($0.count, $1.text) },
            count: sums.count, documents: sums.documents,
            months: sums.months.sorted { $0.key < $1.key }.map {
                IndexedEntity.Month(month: Self.month($0.key), count: $0.value)
            },
            offices: offices(sums), with: company(sums, root, names, companions),
            joinedBy: joins(nodes, root, joiner))
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

        mutating func add(_ fact: IndexStore.Fact, _ target: [Int]) {
            let count = Int(fact.count)
            switch fact.tag {
            case .name: names[fact.value, default: 0] += count
            case .month: months[fact.value, default: 0] += count
            case .role: roles[fact.value, default: 0] += count
            case .firstDay: firstDays[fact.value] = min(firstDays[fact.value] ?? count, count)
            case .lastDay: lastDays[fact.value] = max(lastDays[fact.value] ?? count, count)
            case .company: company[target[fact.value], default: 0] += count
            }
        }
    }

    /// Offices that the registry knows first, then the most used.
    private func offices(_ sums: Sums) -> [IndexedEntity.Office] {
        sums.roles.map { role, count in
            (
                known: store.texts[role].hasPrefix(IndexKey.knownMark),
                office: IndexedEntity.Office(
                    title: String(store.texts[role].drop { $0 == "=" }), count: count,
                    first: sums.firstDays[role].map(Self.day), last: sums.lastDays[role].map(Self.day))
            )
        }
        .sorted {
            ($0.known ? 0 : 1, $1.office.count, $0.office.title) < ($1.known ? 0 : 1, $0.office.count, $1.office.title)
        }
        .map(\.office)
    }

    private func company(_ sums: Sums, _ root: Int, _ names: NodeNames, _ limit: Int) -> [IndexedEntity.Companion] {
        let all = sums.company.filter { $0.key != root }.map { node, count in
            let key = store.keys[node]
            return IndexedEntity.Companion(
                key: key.hasPrefix("=") ? String(key.dropFirst()) : key,
                name: names[node] ?? String(IndexKey.value(of: key)), count: count)
        }
        return Array(all.sorted { ($1.count, $0.key) < ($0.count, $1.key) }.prefix(limit))
    }

    /// Names joined with the entity, one row for each name and reason.
    private func joins(_ nodes: [Int], _ root: Int, _ joiner: IndexJoiner) -> [IndexedEntity.Join] {
        var counts: [IndexedEntity.Join.Evidence: [String: Int]] = [:]
        for node in nodes {
            let key = store.keys[node]
            let name = IndexKey.short(key)?.name ?? String(IndexKey.value(of: key))
            if node == root {
                if key.hasPrefix("=") { counts[.id, default: [:]][name, default: 0] += Int(store.nodes[node].count) }
            } else {
                counts[joiner.reasons[node] ?? .name, default: [:]][name, default: 0] += Int(store.nodes[node].count)
            }
        }
        return counts.flatMap { reason, names in
            names.map { IndexedEntity.Join(name: $0.key, by: reason, count: $0.value) }
        }
        .sorted { ($1.count, $0.by.rawValue, $0.name) < ($0.count, $1.by.rawValue, $1.name) }
    }

    private static func month(_ number: Int) -> String {
        "\(padded(number / 12, 4))-\(padded(number % 12 + 1, 2))"
    }

    private static func day(_ number: Int) -> String {
        "\(padded(number / 10000, 4))-\(padded(number / 100 % 100, 2))-\(padded(number % 100, 2))"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
