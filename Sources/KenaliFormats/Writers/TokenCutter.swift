import Kenali
import KenaliText

/// Cuts a text into Indonesian tokens for formats that label tokens: no mention begins or ends inside one.
struct TokenCutter: Sendable {
    private let policy = TokenPolicy.indonesian
    private let splitter = SentenceSplitter()
    private var segments = Tokens()
    private var tokens = Tokens()

    /// The bytes of the tokens, in order.
    mutating func tokens(of text: String, cutAt mentions: [Mention]) -> [Range<Int>] {
        // The tokenizer can't be copied as writers are; making one costs little beside an extraction.
        var tokenizer = Tokenizer()
        let bytes = text.utf8Span.span
        tokenizer.tokenize(bytes, into: &segments)
        var sentences = splitter.sentences(of: &segments, in: bytes)
        policy.makeTokens(of: segments, &sentences, in: bytes, into: &tokens)
        var edges = mentions.flatMap { [$0.utf8Range.lowerBound, $0.utf8Range.upperBound] }[...]
        var cut: [Range<Int>] = []
        cut.reserveCapacity(tokens.count)
        for token in tokens {
            var start = token.utf8Range.lowerBound
            while let edge = edges.first, edge < token.utf8Range.upperBound {
                edges.removeFirst()
                if edge > start {
                    cut.append(start..<edge)
                    start = edge
                }
            }
            cut.append(start..<token.utf8Range.upperBound)
        }
        return cut
    }
}
