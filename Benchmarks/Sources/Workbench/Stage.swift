import Kenali
import KenaliText

/// What Kenali does to a text, as far as its public interface lets stages be told apart. Each contains those before it.
public enum Stage: String, Sendable, CaseIterable {
    /// ICU's segments; then sentences; then tokens by the Indonesian policy; and everything.
    case tokens, sentences, policy, extraction
}

/// Kenali at work, with the buffers that it reuses.
public struct Workload: ~Copyable {
    private var tokenizer = Tokenizer()
    private var tokens = Tokens()
    private var sentences: [Sentence] = []
    private var joined = Tokens()
    private let policy = TokenPolicy.indonesian
    private let splitter = SentenceSplitter()
    private let extractor = Extractor()

    public init() {}

    /// Reads a text once. The number of what was found.
    @inline(never) @discardableResult
    public mutating func run(_ stage: Stage, on text: String) -> Int {
        let bytes = text.utf8Span.span
        switch stage {
        case .tokens:
            tokenizer.tokenize(bytes, into: &tokens)
            return tokens.count
        case .sentences:
            tokenizer.tokenize(bytes, into: &tokens)
            splitter.split(&tokens, in: bytes, into: &sentences)
            return sentences.count
        case .policy:
            tokenizer.tokenize(bytes, into: &tokens)
            splitter.split(&tokens, in: bytes, into: &sentences)
            policy.makeTokens(of: tokens, &sentences, in: bytes, into: &joined)
            return joined.count
        case .extraction:
            return extractor.extract(from: text).mentions.count
        }
    }
}

/// Visits the characters of a text as `for character in text` does. The number of bytes in them.
@inline(never) public func characters(in text: String) -> Int {
    var bytes = 0
    for character in text { bytes += character.utf8.count }
    return bytes
}
