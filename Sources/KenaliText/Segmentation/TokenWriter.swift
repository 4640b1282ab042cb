/// Writes tokens one behind the other, and knows what stands between them.
struct TokenWriter {
    /// Where the next segment starts.
    var offset = 0
    /// The number of tokens written.
    var count = 0
    /// Whether blank segments make tokens too.
    let keepsBlanks: Bool

    /// Where the last token that is not blank ended; -1 at the start of a text.
    private var end = -1
    /// ``TokenShape/lineBefore`` or nothing.
    private var before: TokenShape = .lineBefore

    init(keepsBlanks: Bool) { self.keepsBlanks = keepsBlanks }

    /// How many tokens a text of so many bytes has, when it goes on as it began, and an eighth more than there are.
    func expectedCount(in length: Int) -> Int {
        guard count >= 1 << 12 else { return .max }
        let tokensLeft = Double(length - offset) * Double(count) / Double(max(1, offset))
        return count + count / 8 + Int(tokensLeft * 1.0625)
    }

    /// Writes a segment that is a word or a number.
    @inline(__always) mutating func writeWord(
        _ start: Int, _ end: Int, _ shape: TokenShape, _ wordClass: WordBreakClass, _ room: inout MutableSpan<Token>
    ) {
        var shape = shape.union(before)
        if start != self.end { shape.insert(.spaceBefore) }
        room[count] = Token(
            start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end), shape: shape,
            wordClass: wordClass)
        count &+= 1
        self.end = end
        before = []
    }

    /// Writes a segment, which may be blank.
    @inline(__always) mutating func write(
        _ start: Int, _ end: Int, _ shape: TokenShape, _ wordClass: WordBreakClass, _ room: inout MutableSpan<Token>
    ) {
        guard shape.contains(.blank) else {
            writeWord(start, end, shape, wordClass, &room)
            return
        }
        if keepsBlanks {
            // Texts have at most `Tokenizer.maximumLength` bytes.
            room[count] = Token(
                start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end), shape: shape,
                wordClass: wordClass)
            count &+= 1
        }
        if shape.contains(.line) { before = .lineBefore }
    }
}
