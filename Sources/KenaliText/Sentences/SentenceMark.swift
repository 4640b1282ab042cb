/// What a punctuation mark does to sentences.
enum SentenceMark: Equatable {
    case none
    /// A full stop, which abbreviations have too (UAX #29: `ATerm`).
    case full
    /// A mark that ends a sentence whatever stands before it (`STerm`).
    case stop
    case ellipsis
    case openBracket, closeBracket
    /// A quotation mark that opens, that closes, or that does not say.
    case openQuote, closeQuote, quote
    /// A mark that carries a sentence on behind a terminator (`SContinue`).
    case continuation

    /// Whether a sentence can end with it.
    var ends: Bool { self == .full || self == .stop || self == .ellipsis }
    /// Whether it can stand between a terminator and the end of the sentence.
    var closes: Bool { self == .closeBracket || isQuote && self != .openQuote }
    /// Whether it can stand before the first word of a sentence.
    var opens: Bool { self == .openBracket || isQuote && self != .closeQuote }
    var isQuote: Bool { self == .openQuote || self == .closeQuote || self == .quote }

    init(_ token: Token, _ bytes: Span<UInt8>) {
        self = .none
        guard !token.shape.isDisjoint(with: [.punctuation, .symbol]) else { return }
        switch bytes.scalar(at: Int(token.start)).scalar {
        case ".", "．": self = .full
        case "!", "?", "‼", "⁇", "⁈", "⁉", "؟", "۔", "।", "॥", "။", "។", "。", "！", "？", "꧉": self = .stop
        case "…": self = .ellipsis
        case "(", "[", "{", "（": self = .openBracket
        case ")", "]", "}", "）": self = .closeBracket
        case "“", "„", "‘", "‚", "«", "‹": self = .openQuote
        case "”", "’", "»", "›": self = .closeQuote
        case "\"", "'", "`": self = .quote
        case ",", ";", ":", "-", "–", "—": self = .continuation
        default: break
        }
    }
}
