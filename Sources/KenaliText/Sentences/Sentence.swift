/// A sentence: a run of tokens and the bytes from its first to its last.
public struct Sentence: Sendable, Hashable {
    /// Indices into the tokens it was made from.
    public var tokens: Range<Int>
    /// Bytes of UTF-8, without surrounding white space.
    public var utf8Range: Range<Int>
}
