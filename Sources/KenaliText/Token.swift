/// A token: a segment of the text by ICU's word rules that is not white space.
///
/// Twelve bytes without a reference, so tokens are cheap to copy; the text itself stays with the caller.
public struct Token: Sendable, Hashable {
    /// Where the token starts, in bytes of UTF-8 from the start of the text.
    public var start: UInt32
    /// Where the token ends (exclusive), in bytes of UTF-8 from the start of the text.
    public var end: UInt32
    /// What the token looks like.
    public var shape: TokenShape
    /// The class that ICU's word rules give the segment.
    public var wordClass: WordBreakClass
    /// The number of the rule of a ``TokenPolicy`` that made the token; 0 for a segment as ICU gives it.
    public internal(set) var rule: UInt8 = 0

    /// A token of one's own making.
    @inlinable public init(start: UInt32, end: UInt32, shape: TokenShape, wordClass: WordBreakClass = .none) {
        self.start = start
        self.end = end
        self.shape = shape
        self.wordClass = wordClass
    }

    /// The token's bytes as a range of UTF-8 offsets.
    @inlinable public var utf8Range: Range<Int> { Int(start)..<Int(end) }

    /// The coarse class of the token, as `kenali tokenize` names it.
    public var tokenClass: TokenClass {
        if shape.contains(.word) { return .word }
        if shape.contains(.number) { return .number }
        if shape.contains(.blank) { return .space }
        return shape.contains(.symbol) ? .symbol : .punctuation
    }
}

/// The coarse class of a token.
public enum TokenClass: String, Sendable, CaseIterable {
    /// With letters.
    case word
    /// With digits, and no letters.
    case number
    /// A mark.
    case punctuation
    /// A sign: of a currency, of mathematics, an emoji.
    case symbol
    /// White space, which only ``Tokenizer/segment(_:into:)`` gives.
    case space
}
