import KenaliText

/// What was found of words lately, as they were written: a text repeats its words, and so do the texts of a worker.
///
/// Each word has one place, where the next one of that place replaces it. So it has a size of its own and forgets by itself;
/// and a word is only taken from it when all its letters are the same.
struct WordCache: Sendable {
    /// The letters of a word of at most fifteen bytes, eight to a word, the first lowest; the highest byte is their number.
    struct Letters: Equatable {
        fileprivate var first: UInt64
        fileprivate var rest: UInt64

        /// No word's.
        fileprivate init() { (first, rest) = (0, 0) }

        /// The letters of a token; nil for a long one, and for one too near the end of the text to be loaded whole.
        @inline(__always)
        init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
            let count = range.count
            guard count > 0, count < 16, range.lowerBound &+ 8 <= bytes.count, range.upperBound <= bytes.count else {
                return nil
            }
            // Safe: the eight bytes are inside, as was checked.
            let start = unsafe bytes.bytes.unsafeLoadUnaligned(
                fromUncheckedByteOffset: range.lowerBound, as: UInt64.self)
            first = UInt64(littleEndian: start)
            rest = UInt64(truncatingIfNeeded: count) << 56
            if count <= 8 {
                first &= .max >> UInt64(truncatingIfNeeded: 64 &- 8 &* count)
            } else {
                // Safe: the word has more than eight bytes.
                let end = unsafe bytes.bytes.unsafeLoadUnaligned(
                    fromUncheckedByteOffset: range.upperBound &- 8, as: UInt64.self)
                rest |= UInt64(littleEndian: end) >> UInt64(truncatingIfNeeded: 128 &- 8 &* count)
            }
        }

        @inline(__always)
        fileprivate var place: Int {
            let mixed = (first ^ rest &* 0xC2B2_AE3D_27D4_EB4F) &* 0x9E37_79B9_7F4A_7C15
            return Int(truncatingIfNeeded: mixed >> 50)
        }
    }

    /// What is known of a word.
    struct Known {
        /// Its number, -1 when the lexicon does not have it.
        var lexeme: LexemeID
        /// The number of the set of its classes.
        var set: UInt32
        /// Which nodes of phrases stand behind it.
        var followers: Followers
        /// Whether ``GluedWords`` never cuts it, wherever it stands.
        var isWhole = false
    }

    private struct Entry {
        var letters = Letters()
        var lexeme: LexemeID = -1
        /// The number of the set, and ``wholeBit``.
        var code: UInt32 = 0
        var followers = Followers()

        static var wholeBit: UInt32 { 1 << 31 }
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

    /// Notes what is known of a word.
    mutating func note(_ known: Known, of letters: Letters) {
        entries[letters.place] = Entry(
            letters: letters, lexeme: known.lexeme, code: known.set | (known.isWhole ? Entry.wholeBit : 0),
            followers: known.followers)
    }

    /// Notes what is known of the tokens from one on, and where phrases may start, as far as their words were met lately.
    ///
    /// - Parameter mayBeGlued: Whether those are taken, too, that ``GluedWords`` may cut.
    func readMet(
        from place: inout WordPlace, _ tokens: Tokens, _ bytes: Span<UInt8>, mayBeGlued: Bool, _ lexicon: Lexicon,
        _ annotations: inout Annotations, _ openings: inout [PhraseOpening]
    ) {
        let tokens = tokens.span
        let entries = entries.span
        var index = place.token
        var followers = place.followers
        annotations.append(atMost: tokens.count - index) { output in
            while index < tokens.count {
                guard let letters = Letters(bytes, tokens[index].utf8Range) else { break }
                let entry = entries[letters.place]
                guard entry.letters == letters, mayBeGlued || entry.code >= Entry.wholeBit else { break }
                output.append(PackedAnnotation(lexeme: entry.lexeme, code: entry.code & ~Entry.wholeBit))
                // Hardly a word that starts phrases is followed by one that goes on.
                if followers.count > 0, entry.lexeme >= 0, let node = lexicon.base.step(among: followers, entry.lexeme)
                {
                    openings.append(PhraseOpening(token: UInt32(truncatingIfNeeded: index &- 1), node: node))
                }
                followers = entry.followers
                index &+= 1
            }
        }
        place = WordPlace(token: index, followers: followers)
    }
}

/// How far the words of a text have been read.
struct WordPlace {
    /// The token that is read next.
    var token: Int
    /// Which nodes of phrases stand behind the word before.
    var followers: Followers
}
