/// A sentence: a run of tokens and the bytes from its first to its last.
public struct Sentence: Sendable, Hashable {
    // Texts are at most 2 GiB, and a text of short lines has many sentences.
    private var firstToken: UInt32
    private var endToken: UInt32
    private var start: UInt32
    private var end: UInt32

    init(tokens: Range<Int>, utf8Range: Range<Int>) {
        (firstToken, endToken) = (UInt32(tokens.lowerBound), UInt32(tokens.upperBound))
        (start, end) = (UInt32(utf8Range.lowerBound), UInt32(utf8Range.upperBound))
    }

    /// Indices into the tokens it was made from.
    public var tokens: Range<Int> {
        get { Int(firstToken)..<Int(endToken) }
        set { (firstToken, endToken) = (UInt32(newValue.lowerBound), UInt32(newValue.upperBound)) }
    }

    /// Bytes of UTF-8, without surrounding white space.
    public var utf8Range: Range<Int> {
        get { Int(start)..<Int(end) }
        set { (start, end) = (UInt32(newValue.lowerBound), UInt32(newValue.upperBound)) }
    }
}
