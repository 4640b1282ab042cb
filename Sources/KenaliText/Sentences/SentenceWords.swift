/// What a word says about the ends of sentences.
struct SentenceWord: OptionSet, Sendable {
    var rawValue: UInt16

    /// An abbreviation before a name, before a name of any words, before a number, or behind what it belongs to.
    static let name = SentenceWord(rawValue: 1 << 0)
    static let head = SentenceWord(rawValue: 1 << 1)
    static let number = SentenceWord(rawValue: 1 << 2)
    static let either = SentenceWord(rawValue: 1 << 3)
    static let abbreviation: SentenceWord = [.name, .head, .number, .either]
    /// The abbreviation is one only when it is written with a capital.
    static let capitalised = SentenceWord(rawValue: 1 << 4)
    static let opener = SentenceWord(rawValue: 1 << 5)
    static let label = SentenceWord(rawValue: 1 << 6)
    /// Reports speech behind its subject: `bertanya`.
    static let speech = SentenceWord(rawValue: 1 << 7)
    /// Reports speech before its subject: `kata`.
    static let saying = SentenceWord(rawValue: 1 << 8)
    static let mark = SentenceWord(rawValue: 1 << 9)
}

/// The words of `abbreviations.tsv`, `sentence-words.tsv` and those of `reporting-verbs.tsv` that stand before their
/// subject.
struct SentenceWords: Sendable {
    static let builtIn = SentenceWords()

    /// By up to sixteen bytes of the word in lower case: a key without memory of its own.
    private var words: [UInt128: SentenceWord] = [:]

    /// "-nya"
    private static let ending =
        UInt128(UInt8(ascii: "n")) << 16 | UInt128(UInt8(ascii: "y")) << 8 | UInt128(UInt8(ascii: "a"))

    /// What the last column of a table says of a word.
    private static let kinds: [(value: StaticString, kind: SentenceWord)] = [
        ("name", .name), ("head", .head), ("number", .number), ("either", .either),
        ("opener", .opener), ("label", .label), ("speech", .speech), ("mark", .mark),
        ("verb.saying", .saying),
    ]

    private init() {
        words.reserveCapacity(1024)
        for name in ["abbreviations.tsv", "sentence-words.tsv", "reporting-verbs.tsv"] {
            if let file = EmbeddedFile(named: name) { add(file.bytes) }
        }
    }

    /// Adds the words of a table, byte by byte: this is part of every start.
    private mutating func add(_ table: Span<UInt8>) {
        var start = 0
        var firstTab: Int?
        var lastTab = 0
        for offset in table.indices {
            switch table[offset] {
            case UInt8(ascii: "\t"):
                if firstTab == nil { firstTab = offset }
                lastTab = offset
            case UInt8(ascii: "\n"):
                if let firstTab, table[start] != UInt8(ascii: "#") {
                    add(table.extracting(start..<firstTab), table.extracting(lastTab + 1..<offset))
                }
                start = offset + 1
                firstTab = nil
            default: continue
            }
        }
    }

    private mutating func add(_ form: Span<UInt8>, _ value: Span<UInt8>) {
        guard !form.isEmpty, let key = Self.key(form) else { return }
        for (name, kind) in Self.kinds where value.holds(name, at: 0..<value.count) {
            words[key, default: []].formUnion(kind)
            if ByteClass.table[Int(form[0])] & ByteClass.upper != 0 { words[key, default: []].insert(.capitalised) }
        }
    }

    /// What a word is, in any letter case.
    subscript(_ token: Token, bytes: Span<UInt8>) -> SentenceWord {
        guard token.shape.contains(.word), let key = Self.key(bytes.extracting(token.utf8Range)) else { return [] }
        guard var word = words[key] else { return [] }
        if word.contains(.capitalised), !token.shape.contains(.initialUpper) { word.subtract(.abbreviation) }
        return word
    }

    /// Whether a word reports speech before its subject: `kata`, `katanya`.
    func isSaying(_ token: Token, _ bytes: Span<UInt8>) -> Bool {
        guard token.shape.contains(.word) else { return false }
        let word = bytes.extracting(token.utf8Range)
        if let key = Self.key(word), let found = words[key], found.contains(.saying) { return true }
        guard word.count > 3, Self.key(word.extracting(last: 3)) == Self.ending,
            let key = Self.key(word.extracting(droppingLast: 3))
        else { return false }
        return words[key]?.contains(.saying) == true
    }

    /// The bytes in lower case as one number, nil when there are more than sixteen.
    private static func key(_ word: Span<UInt8>) -> UInt128? {
        guard word.count <= 16 else { return nil }
        var key: UInt128 = 0
        for index in word.indices { key = key << 8 | UInt128(word[index].folded) }
        return key
    }
}

extension UInt8 {
    /// The ASCII letter in lower case.
    var folded: UInt8 { ByteClass.table[Int(self)] & ByteClass.upper != 0 ? self | 0x20 : self }
}
