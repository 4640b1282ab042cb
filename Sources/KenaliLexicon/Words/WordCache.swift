import KenaliText

/// What was found of words lately: a text repeats its words, and so do the texts of a worker.
///
/// Each word has one place, where the next one of that place replaces it. So it has a size of its own and forgets by itself;
/// and a word is only taken from it when its letters are the same.
struct WordCache: Sendable {
    private struct Entry {
        var hash: UInt64 = 0
        var lexeme: LexemeID = -1
        /// Where the word's letters are, see ``FrozenWords``.
        var start: UInt32 = 0
        var length: UInt32 = 0
    }

    /// A quarter of these would hold the words of most documents.
    private static let size = 2048
    private static let unknown = UInt32.max

    private var entries: [Entry] = []
    /// For each entry the numbers of its sets of classes, by how it is written.
    private var sets: [UInt32] = []
    /// The words that the entries are of.
    private var owner: SharedWords?

    /// Gets ready for a lexicon; false for one with words of the user's own, of which nothing is kept.
    mutating func prepare(for lexicon: Lexicon) -> Bool {
        guard lexicon.isPlain else { return false }
        if owner !== lexicon.shared {
            owner = lexicon.shared
            entries = Array(repeating: Entry(), count: Self.size)
            sets = Array(repeating: Self.unknown, count: 4 * Self.size)
        }
        return true
    }

    /// The number of a word, and its place here; nil when the lexicon does not have it.
    @inline(__always)
    mutating func find(_ word: Span<UInt8>, _ lexicon: Lexicon) -> (lexeme: LexemeID, place: Int)? {
        let hash = FoldedBytes.hash(word)
        let place = Int(truncatingIfNeeded: hash >> 24) & (Self.size - 1)
        let entry = entries[place]
        if entry.hash == hash, entry.lexeme >= 0,
            lexicon.base.equals(Int(entry.start)..<Int(entry.start + entry.length), word)
        {
            return (entry.lexeme, place)
        }
        guard let lexeme = lexicon.base.find(word, hash: hash) else { return nil }
        let key = lexicon.base.key(of: lexeme)
        entries[place] = Entry(
            hash: hash, lexeme: lexeme, start: UInt32(key.lowerBound), length: UInt32(key.count))
        for level in 0..<4 { sets[4 * place + level] = Self.unknown }
        return (lexeme, place)
    }

    /// The number of the set of classes that the word at a place has in this shape; nil when nobody has said.
    @inline(__always)
    func set(at place: Int, _ shape: TokenShape) -> UInt32? {
        let number = sets[4 * place + Self.level(shape)]
        return number == Self.unknown ? nil : number
    }

    @inline(__always)
    mutating func setSet(_ number: UInt32, at place: Int, _ shape: TokenShape) {
        sets[4 * place + Self.level(shape)] = number
    }

    /// What of a shape the classes of a word depend on.
    @inline(__always)
    private static func level(_ shape: TokenShape) -> Int {
        (shape.contains(.initialUpper) ? 1 : 0) + (shape.contains(.allUpper) ? 2 : 0)
    }
}
