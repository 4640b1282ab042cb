/// A sentence: a run of tokens and the bytes from its first to its last.
public struct Sentence: Sendable, Hashable {
    /// Indices into the tokens it was made from.
    public var tokens: Range<Int>
    /// Bytes of UTF-8, without surrounding white space.
    public var utf8Range: Range<Int>
}

/// Groups tokens into sentences.
///
/// Follows Unicode's sentence rules (UAX #29: a terminator, its closing marks, white space, and not a lower-case
/// continuation) over tokens, with two changes for Indonesian prose: a full stop after an abbreviation that leads to
/// what follows (`Dr.`, `No.`, `Kombes Pol.`) or after an initial ends nothing, and a line end splits unless the text
/// plainly goes on behind it.
public struct SentenceSplitter: Sendable {
    private let abbreviations: Abbreviations

    /// A splitter that knows the built-in abbreviations.
    public init() { abbreviations = .builtIn }

    /// The sentences of `tokens`, which must be those of `bytes`; marks each first token ``TokenShape/sentenceStart``.
    ///
    /// Every token belongs to exactly one sentence.
    /// - Complexity: O(*n*), *n* the number of tokens.
    public func sentences(of tokens: inout Tokens, in bytes: Span<UInt8>) -> [Sentence] {
        var sentences: [Sentence] = []
        guard !tokens.isEmpty else { return sentences }
        var first = 0
        for index in 1...tokens.count {
            guard index == tokens.count || isBoundary(before: index, from: first, tokens.span, bytes) else { continue }
            tokens.insert(.sentenceStart, at: first)
            let range = Int(tokens[first].start)..<Int(tokens[index - 1].end)
            sentences.append(Sentence(tokens: first..<index, utf8Range: range))
            first = index
        }
        return sentences
    }

    /// Whether a sentence that began at token `first` ends before token `index`.
    private func isBoundary(before index: Int, from first: Int, _ tokens: Span<Token>, _ bytes: Span<UInt8>) -> Bool {
        let next = tokens[index]
        guard next.shape.contains(.spaceBefore) else { return false }
        // Closing marks belong to the sentence that they close, if nothing stands between.
        var last = index - 1
        var mark = Mark(tokens[last], bytes)
        while last > first, mark == .closer, !tokens[last].shape.contains(.spaceBefore) {
            last -= 1
            mark = Mark(tokens[last], bytes)
        }
        if next.shape.contains(.lineBefore) {
            if mark.ends { return true }
            return !continuesLine(next, after: tokens[index - 1], bytes)
        }
        guard mark.ends, last > first, !next.shape.contains(.allLower) else { return false }
        if Mark(next, bytes) == .comma { return false }
        guard mark == .full, !tokens[last].shape.contains(.spaceBefore) else { return true }
        // "1. Pendahuluan" at the start of a line numbers it.
        if last - 1 == first, tokens[first].shape.contains(.number) { return false }
        return !isAbbreviation(tokens[last - 1], bytes)
    }

    /// Whether a line that starts with `next` carries on the sentence of the line before, which has no terminator.
    private func continuesLine(_ next: Token, after previous: Token, _ bytes: Span<UInt8>) -> Bool {
        guard next.shape.contains(.allLower) else { return false }
        if !previous.shape.isDisjoint(with: [.word, .number]) { return true }
        return bytes[Int(previous.start)] == UInt8(ascii: ",")
    }

    /// Whether a full stop behind `word` belongs to the word and not to the sentence.
    private func isAbbreviation(_ word: Token, _ bytes: Span<UInt8>) -> Bool {
        guard word.shape.contains(.word) else { return false }
        // Initials: "A. Yani", "B.J. Habibie", "W.R. Supratman".
        if word.shape.contains(.allUpper) {
            let length = Int(word.end - word.start)
            if length == 1 { return true }
            if length == 3, bytes[Int(word.start) + 1] == UInt8(ascii: ".") { return true }
        }
        return abbreviations.leadsOn(word, in: bytes)
    }
}

/// What a token does to sentences.
private enum Mark: Equatable {
    case none, full, stop, ellipsis, closer
    /// A mark that carries a sentence on behind a terminator (UAX #29: SContinue).
    case comma

    /// Whether a sentence can end with it.
    var ends: Bool { self == .full || self == .stop || self == .ellipsis }

    init(_ token: Token, _ bytes: Span<UInt8>) {
        self = .none
        guard token.shape.contains(.punctuation) || token.shape.contains(.symbol) else { return }
        switch bytes.scalar(at: Int(token.start)).scalar {
        case ".": self = .full
        case "!", "?": self = .stop
        case "…": self = .ellipsis
        case ")", "]", "}", "\"", "'", "”", "’", "»": self = .closer
        case ",", ";", ":", "-", "–", "—": self = .comma
        default: break
        }
    }
}

/// The abbreviations whose full stop ends no sentence.
private struct Abbreviations: Sendable {
    static let builtIn = Abbreviations()

    private var leading: Set<String> = []

    private init() {
        guard let file = EmbeddedFile(named: "abbreviations.tsv") else { return }
        let text = unsafe file.bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
        for line in text.split(separator: "\n") where !line.hasPrefix("#") && line.hasSuffix("\tbefore") {
            leading.insert(String(line.prefix { $0 != "\t" }))
        }
    }

    func leadsOn(_ word: Token, in bytes: Span<UInt8>) -> Bool {
        let range = word.utf8Range
        // The longest abbreviation has fewer letters; short strings live without memory of their own.
        guard range.count <= 12 else { return false }
        var folded = ""
        for index in range { folded.unicodeScalars.append(Unicode.Scalar(bytes[index] | (bytes[index] & 0x40) >> 1)) }
        return leading.contains(folded)
    }
}
