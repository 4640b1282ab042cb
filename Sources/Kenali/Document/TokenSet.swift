/// A set of tokens of one text, a bit each. Its memory is kept for the next text.
struct TokenSet: Sendable {
    private var bits: [UInt64] = []
    private(set) var isEmpty = true

    /// Empties the set, and makes it that of a text of so many tokens.
    mutating func removeAll(tokenCount: Int) {
        bits.removeAll(keepingCapacity: true)
        bits.append(contentsOf: repeatElement(0, count: tokenCount / 64 + 1))
        isEmpty = true
    }

    mutating func insert(_ tokens: Range<Int>) {
        for token in tokens { bits[token / 64] |= 1 << UInt64(token % 64) }
        isEmpty = isEmpty && tokens.isEmpty
    }

    func contains(_ token: Int) -> Bool { !isEmpty && bits[token / 64] >> UInt64(token % 64) & 1 != 0 }
}
