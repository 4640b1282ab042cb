import KenaliText

/// What was found of words lately, as they were written: a text repeats its words, and so do the texts of a worker.
///
/// Each word has one place, where the next one of that place replaces it. So it has a size of its own and forgets by itself;
/// and a word is only taken from it when all its letters are the same.
struct WordCache: Sendable {
    /// The letters of a word of at most sixteen bytes: the first eight and the last eight, which may be the same ones.
    struct Letters {
        fileprivate var first: UInt64
        fileprivate var last: UInt64
        fileprivate var count: UInt8

        /// The letters of a token; nil for a long one, and for one too near the end of the text to be loaded whole.
        @inline(__always)
        init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
            let count = range.count
            guard count > 0, count <= 16, range.lowerBound &+ 8 <= bytes.count, range.upperBound <= bytes.count else {
                return nil
            }
            // Safe: the eight bytes are inside, as was checked.
            let start = unsafe bytes.bytes.unsafeLoadUnaligned(
                fromUncheckedByteOffset: range.lowerBound, as: UInt64.self)
            self.count = UInt8(truncatingIfNeeded: count)
            if count < 8 {
                first = UInt64(littleEndian: start) & (1 << UInt64(8 &* count) &- 1)
                last = 0
            } else {
                first = UInt64(littleEndian: start)
                // Safe: the word has eight bytes or more.
                let end = unsafe bytes.bytes.unsafeLoadUnaligned(
                    fromUncheckedByteOffset: range.upperBound &- 8, as: UInt64.self)
                last = UInt64(littleEndian: end)
            }
        }

        @inline(__always)
        fileprivate var place: Int {
            let mixed = (first &* 0x9E37_79B9_7F4A_7C15) ^ (last &* 0xC2B2_AE3D_27D4_EB4F)
            return Int(truncatingIfNeeded: ((mixed ^ mixed >> 29) &* 0xBF58_476D_1CE4_E5B9) >> 50)
        }
    }

    /// What is known of a word.
    struct Known {
        /// Its number, -1 when the lexicon does not have it.
        var lexeme: LexemeID
        /// The number of the set of its classes.
        var set: UInt32
        /// Where the phrases start that have it first.
        var phrases: PhraseTrie.Node
        /// Whether ``GluedWords`` never cuts it, wherever it stands.
        var isWhole = false
    }

    private struct Entry {
        var first: UInt64 = 0
        var last: UInt64 = 0
        var known = Known(lexeme: -1, set: 0, phrases: PhraseTrie.nowhere)
        var count: UInt8 = 0
    }

    /// As many as ``Letters/place`` tells apart.
    private static let size = 1 << 14

    private var entries: [Entry] = []
    /// The words that the entries are of.
    private var owner: SharedWords?

    /// Gets ready for a lexicon; false for one with words of the user's own, of which nothing is kept.
    mutating func prepare(for lexicon: Lexicon) -> Bool {
        guard lexicon.isPlain else { return false }
        if owner !== lexicon.shared {
            owner = lexicon.shared
            entries = Array(repeating: Entry(), count: Self.size)
        }
        return true
    }

    /// What is known of a word, if it was met lately.
    @inline(__always)
    subscript(letters: Letters) -> Known? {
        get {
            let entry = entries[letters.place]
            return entry.first == letters.first && entry.last == letters.last && entry.count == letters.count
                ? entry.known : nil
        }
        set {
            guard let newValue else { return }
            entries[letters.place] = Entry(
                first: letters.first, last: letters.last, known: newValue, count: letters.count)
        }
    }
}
