/// Cuts UTF-8 text into segments by ICU's word rules for Indonesian: the same boundaries and classes as the linked ICU's
/// word iterator, many times faster (see ``WordSegmenter`` and the README's table).
///
/// A tokenizer remembers what it learned of characters, and its memory is used again; keep one per thread when many texts
/// are read. White space and control characters make no tokens of their own, they show in the next token's shape.
///
/// ```swift
/// var tokenizer = Tokenizer()
/// let tokens = tokenizer.tokens(of: "Kementerian Sosial (Kemensos)")
/// ```
///
/// For tokens as Indonesian writes them (`gara-gara`, `S.H.`), join the segments by a ``TokenPolicy``.
///
/// Ill-formed UTF-8 is read as U+FFFD, one per ill-formed part; offsets stay those of the bytes given.
public struct Tokenizer: ~Copyable, Sendable {
    private var segmenter = WordSegmenter()

    /// The longest text that has tokens, in bytes. What stands behind it is not looked at.
    public static var maximumLength: Int { Int(Int32.max) }

    /// A tokenizer that has read nothing yet.
    public init() {}

    /// The tokens of a string. Offsets are those of its UTF-8 form.
    ///
    /// - Complexity: O(*n*), *n* the number of bytes.
    public mutating func tokens(of text: String) -> Tokens {
        var tokens = Tokens()
        tokenize(text.utf8Span.span, into: &tokens)
        return tokens
    }

    /// Replaces the content of `tokens` by the tokens of `bytes`, reusing its memory.
    ///
    /// - Complexity: O(*n*), *n* the number of bytes. Allocates only when `tokens` has less room than is needed, or when
    ///   characters come that were never met before.
    public mutating func tokenize(_ bytes: Span<UInt8>, into tokens: inout Tokens) {
        read(bytes, keepsBlanks: false, into: &tokens)
    }

    /// Replaces the content of `tokens` by the tokens of `text`, reusing its memory.
    public mutating func tokenize(_ text: UTF8Span, into tokens: inout Tokens) {
        tokenize(text.span, into: &tokens)
    }

    /// Replaces the content of `tokens` by the tokens of `bytes`, reusing its memory.
    public mutating func tokenize(_ bytes: [UInt8], into tokens: inout Tokens) {
        tokenize(bytes.span, into: &tokens)
    }

    /// Replaces the content of `tokens` by all segments of `bytes`, blank ones included: end to end they are the text.
    ///
    /// - Complexity: O(*n*), *n* the number of bytes.
    public mutating func segment(_ bytes: Span<UInt8>, into tokens: inout Tokens) {
        read(bytes, keepsBlanks: true, into: &tokens)
    }

    private mutating func read(_ bytes: Span<UInt8>, keepsBlanks: Bool, into tokens: inout Tokens) {
        tokens.removeAll()
        var writer = TokenWriter(keepsBlanks: keepsBlanks)
        // The limit leaves room to add to it.
        segmenter.append(bytes.extracting(first: Self.maximumLength), &writer, into: &tokens, limit: 1 << 40)
    }
}

/// How far a text has been read by ``Tokenizer/nextTokens(of:after:into:)``.
public struct TokenPlace: Sendable {
    fileprivate var writer = TokenWriter(keepsBlanks: false)

    /// The start of a text.
    public init() {}

    /// Where the next token is looked for, in bytes.
    public var offset: Int { writer.offset }
}

extension Tokenizer {
    /// Replaces the content of `tokens` by the next of a text, about four thousand at a time, so that a long text needs
    /// little memory.
    ///
    /// ```swift
    /// var place = TokenPlace()
    /// while tokenizer.nextTokens(of: bytes, after: &place, into: &tokens) { ... }
    /// ```
    ///
    /// - Returns: False when the text has no more; `tokens` is empty then.
    /// - Complexity: O(*n*), *n* the number of bytes that are read.
    public mutating func nextTokens(of bytes: Span<UInt8>, after place: inout TokenPlace, into tokens: inout Tokens)
        -> Bool
    {
        tokens.removeAll()
        place.writer.count = 0
        segmenter.append(bytes.extracting(first: Self.maximumLength), &place.writer, into: &tokens, limit: 4096)
        return !tokens.isEmpty
    }
}
