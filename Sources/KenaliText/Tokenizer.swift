/// Cuts UTF-8 text into tokens by ICU's word rules for Indonesian.
///
/// A tokenizer remembers what it learned of characters; keep one per thread when many texts are read. White space and
/// control characters make no tokens of their own, they show in the next token's shape.
///
/// ```swift
/// var tokenizer = Tokenizer()
/// let tokens = tokenizer.tokens(of: "Kementerian Sosial (Kemensos)")
/// ```
///
/// Ill-formed UTF-8 is read as U+FFFD, one per ill-formed part; offsets stay those of the bytes given.
public struct Tokenizer: ~Copyable, Sendable {
    private var segmenter = WordSegmenter()

    /// The longest text that has tokens, in bytes. What stands behind it is not looked at.
    public static var maximumLength: Int { Int(Int32.max) }

    public init() {}

    /// The tokens of a string. Offsets are those of its UTF-8 form.
    public mutating func tokens(of text: String) -> Tokens {
        var tokens = Tokens()
        tokenize(text.utf8Span.span, into: &tokens)
        return tokens
    }

    /// Replaces the content of `tokens` by the tokens of `bytes`, reusing its memory.
    ///
    /// - Complexity: O(*n*), *n* the number of bytes.
    public mutating func tokenize(_ bytes: Span<UInt8>, into tokens: inout Tokens) {
        tokens.removeAll()
        var writer = TokenWriter(keepsBlanks: false)
        segmenter.append(bytes.extracting(first: Self.maximumLength), &writer, into: &tokens, limit: .max - 1024)
    }
}
