import KenaliLexicon
import KenaliText

/// How some words look: their first letters and lengths. A look says no to most words that are none of them, before their
/// letters are compared.
struct WordLooks: Sendable {
    /// For each first letter, by its lowest five bits, the lengths, a bit each; those from 31 on are one.
    private var lengths = [UInt32](repeating: 0, count: 32)

    mutating func removeAll() {
        for letter in lengths.indices { lengths[letter] = 0 }
    }

    /// Adds a word, in whatever capitals and apostrophes it will be met.
    mutating func insert(_ word: Span<UInt8>) {
        var folded = FoldedBytes(word)
        guard let first = folded.next() else { return }
        var count = 1
        while folded.next() != nil { count += 1 }
        lengths[Int(first & 31)] |= Self.bit(count)
    }

    mutating func formUnion(_ other: WordLooks) {
        for letter in lengths.indices { lengths[letter] |= other.lengths[letter] }
    }

    /// Whether a token may be one of the words.
    @inline(__always)
    func mayHold(_ token: Token, _ bytes: Span<UInt8>) -> Bool {
        // An apostrophe may be one byte or three.
        token.shape.contains(.nonASCII)
            || lengths[Int(bytes[Int(token.start)] & 31)] & Self.bit(Int(token.end - token.start)) != 0
    }

    @inline(__always)
    private static func bit(_ count: Int) -> UInt32 { 1 &<< UInt32(min(count, 31)) }
}
