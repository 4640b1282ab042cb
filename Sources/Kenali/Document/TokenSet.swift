import KenaliText

/// A set of tokens of one text, a bit each. Its memory is kept for the next text.
struct TokenSet: Sendable {
    private var bits: [UInt64] = []
    private(set) var isEmpty = true

    init() {}

    /// The tokens with some shapes.
    init(_ tokens: Span<Token>, with shapes: TokenShape) {
        bits.reserveCapacity(tokens.count / 64 + 1)
        var start = 0
        while start <= tokens.count {
            var word: UInt64 = 0
            let end = min(start + 64, tokens.count)
            for token in start..<end where tokens[token].shape.isSuperset(of: shapes) {
                word |= 1 &<< UInt64(token - start)
            }
            bits.append(word)
            isEmpty = isEmpty && word == 0
            start += 64
        }
    }

    /// Empties the set, and makes it that of a text of so many tokens.
    mutating func removeAll(tokenCount: Int) {
        bits.removeAll(keepingCapacity: true)
        bits.append(contentsOf: repeatElement(0, count: tokenCount / 64 + 1))
        isEmpty = true
    }

    @inline(__always)
    mutating func insert(_ token: Int) {
        bits[token >> 6] |= 1 &<< UInt64(token & 63)
        isEmpty = false
    }

    mutating func insert(_ tokens: Range<Int>) {
        for token in tokens { bits[token >> 6] |= 1 &<< UInt64(token & 63) }
        isEmpty = isEmpty && tokens.isEmpty
    }

    /// The first token of the set from one on.
    @inline(__always)
    func first(from token: Int) -> Int? {
        var word = token >> 6
        guard word < bits.count else { return nil }
        var rest = bits[word] & (.max &<< UInt64(token & 63))
        while rest == 0 {
            word += 1
            guard word < bits.count else { return nil }
            rest = bits[word]
        }
        return word &<< 6 | rest.trailingZeroBitCount
    }

    /// The last token of the set up to one, which is one of the text.
    @inline(__always)
    func last(upTo token: Int) -> Int? {
        var word = token >> 6
        var rest = bits[word] & (.max &>> UInt64(63 - token & 63))
        while rest == 0 {
            guard word > 0 else { return nil }
            word -= 1
            rest = bits[word]
        }
        return word &<< 6 | (63 - rest.leadingZeroBitCount)
    }

    func contains(_ token: Int) -> Bool { !isEmpty && bits[token >> 6] &>> UInt64(token & 63) & 1 != 0 }
}
