import Kenali
import KenaliText

/// What Kenali does to a text, as far as its public interface lets stages be told apart. Each contains those before it.
public enum Stage: String, Sendable, CaseIterable {
    case tokens, sentences, extraction
}

/// Kenali at work, with the buffers that it reuses.
public struct Workload: ~Copyable {
    private var tokenizer = Tokenizer()
    private var tokens = Tokens()
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
            return splitter.sentences(of: &tokens, in: bytes).count
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
