extension EntityIndex {
    /// The index as text that ``init(text:)`` reads: the same for the same documents, in whatever order or parts they came.
    ///
    /// The first line is `kenali-index`, the version, and the number of documents; then a node a line, sorted by key: the key,
    /// the counts of mentions and of documents, and the facts, with tabs between.
    public var text: String {
        let store = store.pruned()
        var text = "kenali-index\t1\t\(store.documents)\n"
        let nodes = store.nodes.indices.map { (key: store.keys[$0], node: $0) }.sorted { $0.key < $1.key }
        for (key, node) in nodes {
            text += "\(Self.escaped(key))\t\(store.nodes[node].count)\t\(store.nodes[node].documents)"
            let facts = store.nodes[node].facts.map { fact in
                "\(fact.tag.rawValue)\(Self.escaped(Self.value(fact, store)))\t\(fact.count)"
            }
            for fact in facts.sorted() { text += "\t" + fact }
            text += "\n"
        }
        return text
    }

    private static func value(_ fact: IndexStore.Fact, _ store: IndexStore) -> String {
        switch fact.tag {
        case .month: String(fact.value)
        case .company: store.keys[fact.value]
        case .name, .role, .firstDay, .lastDay: store.texts[fact.value]
        }
    }

    /// Reads what ``text`` gives; nil when it is not of that form.
    public init?(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
        guard let head = lines.first?.split(separator: "\t"), head.count == 3, head[0] == "kenali-index",
            head[1] == "1",
            let documents = Int(head[2])
        else { return nil }
        var store = IndexStore()
        store.documents = documents
        for line in lines.dropFirst() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count >= 3, fields.count % 2 == 1, let count = Int(fields[1]), let documents = Int(fields[2])
            else { return nil }
            let node = store.node(Self.unescaped(fields[0]))
            store.count(node, mentions: count, documents: documents)
            for index in stride(from: 3, to: fields.count, by: 2) {
                guard let number = fields[index].first.flatMap({ UInt64(String($0)) }),
                    let tag = IndexStore.Tag(rawValue: number), let count = UInt32(fields[index + 1])
                else { return nil }
                let value = Self.unescaped(fields[index].dropFirst())
                switch tag {
                case .month:
                    guard let month = Int(value), (0..<1 << 29).contains(month) else { return nil }
                    store.add(tag, month, count, to: node)
                case .company: store.add(tag, store.node(value), count, to: node)
                case .name, .role, .firstDay, .lastDay: store.add(tag, store.text(value), count, to: node)
                }
            }
        }
        self.init(store)
    }

    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") }) else { return text }
        return text.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing("\n", with: "\\n")
            .replacing("\r", with: "\\r")
    }

    private static func unescaped(_ text: Substring) -> String {
        guard text.contains("\\") else { return String(text) }
        var result = ""
        var isEscaped = false
        for character in text {
            switch (isEscaped, character) {
            case (false, "\\"):
                isEscaped = true
                continue
            case (true, "t"): result.append("\t")
            case (true, "n"): result.append("\n")
            case (true, "r"): result.append("\r")
            default: result.append(character)
            }
            isEscaped = false
        }
        return result
    }
}
