import KenaliText

extension EntityIndex {
    /// The index as text that ``init(text:)`` reads: the same for the same documents, in whatever order or parts they came.
    ///
    /// The first line is `kenali-index`, the version, and the number of documents; then a node a line, sorted by key: the key,
    /// the counts of mentions and of documents, and the facts, with tabs between.
    public var text: String { lines.joined() }

    /// The lines of ``text``, each with its end, made one by one: a large index is not in memory twice.
    public var lines: some Sequence<String> {
        let store = store.pruned()
        let nodes = store.nodes.indices.map { Int32($0) }.sorted { store.keys.isLess(Int($0), Int($1)) }
        return ([Int32(-1)] + nodes).lazy.map { node in
            node < 0 ? "kenali-index\t1\t\(store.documents)\n" : Self.line(Int(node), store)
        }
    }

    private static func line(_ node: Int, _ store: IndexStore) -> String {
        var text = "\(escaped(store.keys[node]))\t\(store.nodes[node].count)\t\(store.nodes[node].documents)"
        let facts = store.nodes[node].facts.map { fact in
            "\(fact.tag.rawValue)\(escaped(value(fact, store)))\t\(fact.count)"
        }
        for fact in facts.sorted() { text += "\t" + fact }
        return text + "\n"
    }

    private static func value(_ fact: IndexStore.Fact, _ store: IndexStore) -> String {
        switch fact.tag {
        case .month: String(fact.value)
        case .company: store.keys[fact.value]
        case .name, .role, .firstDay, .lastDay: store.texts[fact.value]
        }
    }

    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") }) else { return text }
        return text.replacing(byte: "\\", with: "\\\\").replacing(byte: "\t", with: "\\t")
            .replacing(byte: "\n", with: "\\n").replacing(byte: "\r", with: "\\r")
    }
}

extension EntityIndex {
    /// Reads what ``text`` gives; nil when it is not of that form.
    public init?(text: String) {
        var reader = Reader()
        for line in text.split(separator: "\n") {
            guard reader.read(line) else { return nil }
        }
        guard let index = reader.index else { return nil }
        self = index
    }

    /// Reads an index line by line.
    public struct Reader: Sendable {
        private var store = IndexStore()
        private var isBegun = false

        /// A reader of an index of which no line has been read.
        public init() {}

        /// What was read; nil before the first line.
        public var index: EntityIndex? { isBegun ? EntityIndex(store) : nil }

        /// Takes a line without its end; false when it is none of an index.
        public mutating func read(_ line: some StringProtocol) -> Bool {
            let fields = Array(String(line).utf8).split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            return isBegun ? readNode(fields) : readHead(fields)
        }

        private mutating func readHead(_ fields: [ArraySlice<UInt8>]) -> Bool {
            guard fields.count == 3, fields[0].elementsEqual("kenali-index".utf8), fields[1].elementsEqual("1".utf8),
                let documents = Self.number(fields[2])
            else { return false }
            store.documents = documents
            isBegun = true
            return true
        }

        private mutating func readNode(_ fields: [ArraySlice<UInt8>]) -> Bool {
            guard fields.count >= 3, fields.count % 2 == 1, let count = Self.number(fields[1]),
                let documents = Self.number(fields[2])
            else { return false }
            let node = store.node(Self.unescaped(fields[0]))
            store.count(node, mentions: count, documents: documents)
            for index in stride(from: 3, to: fields.count, by: 2) {
                guard let digit = fields[index].first, digit >= UInt8(ascii: "0"),
                    let tag = IndexStore.Tag(rawValue: UInt64(digit - UInt8(ascii: "0"))),
                    let count = Self.number(fields[index + 1]).map({ UInt32(clamping: $0) })
                else { return false }
                let value = fields[index].dropFirst()
                switch tag {
                case .month:
                    guard let month = Self.number(value), month < 1 << 29 else { return false }
                    store.add(tag, month, count, to: node)
                case .company: store.add(tag, store.node(Self.unescaped(value)), count, to: node)
                case .name, .role, .firstDay, .lastDay:
                    store.add(tag, store.text(Self.unescaped(value)), count, to: node)
                }
            }
            return true
        }

        /// A number without a sign.
        private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
            UInt32(String(decoding: digits, as: UTF8.self)).map { Int($0) }
        }

        private static func unescaped(_ text: ArraySlice<UInt8>) -> String {
            guard text.contains(UInt8(ascii: "\\")) else { return String(decoding: text, as: UTF8.self) }
            var result: [UInt8] = []
            var isEscaped = false
            for byte in text {
                switch (isEscaped, byte) {
                case (false, UInt8(ascii: "\\")):
                    isEscaped = true
                    continue
                case (true, UInt8(ascii: "t")): result.append(0x09)
                case (true, UInt8(ascii: "n")): result.append(0x0A)
                case (true, UInt8(ascii: "r")): result.append(0x0D)
                default: result.append(byte)
                }
                isEscaped = false
            }
            return String(decoding: result, as: UTF8.self)
        }
    }
}
