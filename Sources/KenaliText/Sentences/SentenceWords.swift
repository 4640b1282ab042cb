/// What a word says about the ends of sentences.
struct SentenceWord: OptionSet, Sendable {
    var rawValue: UInt16

    /// An abbreviation before a name, before a name of any words, before a number, or behind what it belongs to.
    static let name = SentenceWord(rawValue: 1 << 0)
    static let head = SentenceWord(rawValue: 1 << 1)
    static let number = SentenceWord(rawValue: 1 << 2)
    static let either = SentenceWord(rawValue: 1 << 3)
    static let abbreviation: SentenceWord = [.name, .head, .number, .either]
    /// The abbreviation is one only when it is written with a capital; before a name, not in capitals either.
    static let capitalised = SentenceWord(rawValue: 1 << 4)
    static let opener = SentenceWord(rawValue: 1 << 5)
    static let label = SentenceWord(rawValue: 1 << 6)
    /// Reports speech behind its subject: `bertanya`.
    static let speech = SentenceWord(rawValue: 1 << 7)
    /// Reports speech before its subject: `kata`.
    static let saying = SentenceWord(rawValue: 1 << 8)
    static let mark = SentenceWord(rawValue: 1 << 9)
    static let heading = SentenceWord(rawValue: 1 << 10)
}

/// The words of `abbreviations.tsv`, `sentence-words.tsv` and `saying-verbs.tsv`.
struct SentenceWords: Sendable {
    static let builtIn = SentenceWords()

    /// By up to sixteen bytes of the word in lower case: a key without memory of its own.
    private var words = SentenceWordTable()

    /// "-nya"
    fileprivate static let ending =
        UInt128(UInt8(ascii: "n")) << 16 | UInt128(UInt8(ascii: "y")) << 8 | UInt128(UInt8(ascii: "a"))

    private init() {
        add("abbreviations.tsv", [("name", .name), ("head", .head), ("number", .number), ("either", .either)])
        add(
            "sentence-words.tsv",
            [("opener", .opener), ("label", .label), ("heading", .heading), ("speech", .speech), ("mark", .mark)])
        add("saying-verbs.tsv", [("verb.saying", .saying)])
    }

    /// Adds the rows of a table whose last field is one of these.
    private mutating func add(_ name: String, _ kinds: [(field: String, kind: SentenceWord)]) {
        guard let file = EmbeddedFile(named: name) else { return }
        let bytes = file.bytes
        let kinds = kinds.map { (key: Self.key($0.field.utf8Span.span), kind: $0.kind) }
        var start = 0
        var formEnd: Int?
        var field = 0
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "\t"):
                formEnd = formEnd ?? index
                field = index + 1
            case UInt8(ascii: "\n"):
                if let formEnd, bytes[start] != UInt8(ascii: "#") {
                    let value = Self.key(bytes.extracting(field..<index))
                    if let (_, kind) = kinds.first(where: { $0.key == value }) {
                        add(bytes.extracting(start..<formEnd), kind)
                    }
                }
                start = index + 1
                formEnd = nil
            default:
                break
            }
        }
    }

    private mutating func add(_ form: Span<UInt8>, _ kind: SentenceWord) {
        guard !form.isEmpty, let key = Self.key(form) else { return }
        let isCapitalised = ByteClass.table[Int(form[0])] & ByteClass.upper != 0
        words.add(isCapitalised ? kind.union(.capitalised) : kind, to: key)
    }

    /// What a word is, in any letter case.
    subscript(_ token: Token, bytes: Span<UInt8>) -> SentenceWord { view[token, bytes] }

    /// The words for a text, without counting references.
    var view: SentenceWordsView {
        @_lifetime(borrow self) get { SentenceWordsView(words) }
    }

    /// The bytes in lower case as one number, nil when there are more than sixteen.
    fileprivate static func key(_ word: Span<UInt8>) -> UInt128? {
        guard word.count <= 16 else { return nil }
        var key: UInt128 = 0
        for index in word.indices { key = key << 8 | UInt128(word[index].folded) }
        return key
    }
}

/// ``SentenceWords`` as long as they are borrowed.
struct SentenceWordsView: ~Escapable {
    private let keys: Span<UInt128>
    private let values: Span<SentenceWord>

    @_lifetime(borrow words)
    fileprivate init(_ words: borrowing SentenceWordTable) {
        keys = words.keys.span
        values = words.values.span
    }

    /// What is known of a word by its key, nothing when it is not there.
    private func word(_ key: UInt128) -> SentenceWord {
        let place = SentenceWordTable.place(of: key, in: keys)
        return keys[place] == key ? values[place] : []
    }

    /// What a word is, in any letter case.
    subscript(_ token: Token, bytes: Span<UInt8>) -> SentenceWord {
        guard token.shape.contains(.word), let key = SentenceWords.key(bytes.extracting(token.utf8Range)) else {
            return []
        }
        var word = self.word(key)
        if word.contains(.capitalised) {
            // "kol" is a cabbage, "ST" a degree or anything else.
            if !token.shape.contains(.initialUpper) { word.subtract(.abbreviation) }
            if token.shape.contains(.allUpper) { word.subtract([.name, .head]) }
        }
        return word
    }

    /// Whether a word reports speech before its subject: `kata`, `katanya`.
    func isSaying(_ token: Token, _ bytes: Span<UInt8>) -> Bool {
        guard token.shape.contains(.word) else { return false }
        let letters = bytes.extracting(token.utf8Range)
        if let key = SentenceWords.key(letters), word(key).contains(.saying) { return true }
        guard letters.count > 3, SentenceWords.key(letters.extracting(last: 3)) == SentenceWords.ending,
            let key = SentenceWords.key(letters.extracting(droppingLast: 3))
        else { return false }
        return word(key).contains(.saying)
    }
}

/// Words by their keys: an open-addressing hash table, made anew by each process that splits sentences.
private struct SentenceWordTable: Sendable {
    /// 0 where nothing is; no word has that key.
    fileprivate private(set) var keys: [UInt128] = Array(repeating: 0, count: 2048)
    fileprivate private(set) var values: [SentenceWord] = Array(repeating: [], count: 2048)
    private var count = 0

    mutating func add(_ kind: SentenceWord, to key: UInt128) {
        guard key != 0 else { return }
        if 2 * count >= keys.count { grow() }
        let place = Self.place(of: key, in: keys.span)
        if keys[place] == 0 { count += 1 }
        keys[place] = key
        values[place].formUnion(kind)
    }

    /// Where a key stands, or would.
    static func place(of key: UInt128, in keys: Span<UInt128>) -> Int {
        let folded = UInt64(truncatingIfNeeded: key) ^ UInt64(truncatingIfNeeded: key >> 64) &* 0xC2B2_AE3D_27D4_EB4F
        var place = Int(truncatingIfNeeded: (folded &* 0x9E37_79B9_7F4A_7C15) >> 32) & (keys.count - 1)
        while keys[place] != 0, keys[place] != key { place = (place + 1) & (keys.count - 1) }
        return place
    }

    private mutating func grow() {
        let (oldKeys, oldValues) = (keys, values)
        keys = Array(repeating: 0, count: 2 * oldKeys.count)
        values = Array(repeating: [], count: 2 * oldKeys.count)
        for (key, value) in zip(oldKeys, oldValues) where key != 0 {
            let place = Self.place(of: key, in: keys.span)
            keys[place] = key
            values[place] = value
        }
    }
}
