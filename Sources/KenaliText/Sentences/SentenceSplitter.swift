/// Groups tokens into sentences.
///
/// Unicode's sentence rules (UAX #29: a terminator, its closing marks, white space, and no lower-case continuation)
/// propose over tokens; rules that know Indonesian veto and add. Each is named by a ``SentenceRule``, and
/// ``decisions(on:in:)`` tells which rule decided where. They differ from ICU's sentence iterator only by these rules.
public struct SentenceSplitter: Sendable {
    private let words: SentenceWords

    /// A splitter that knows the built-in abbreviations.
    public init() { words = .builtIn }

    /// The sentences of `tokens`, which must be those of `bytes`; marks each first token ``TokenShape/sentenceStart``.
    ///
    /// Every token belongs to exactly one sentence.
    /// - Complexity: O(*n*), *n* the number of tokens.
    public func sentences(of tokens: inout Tokens, in bytes: Span<UInt8>) -> [Sentence] {
        var sentences: [Sentence] = []
        split(&tokens, in: bytes, into: &sentences)
        return sentences
    }

    /// Replaces the content of `sentences` by the sentences of `tokens`, reusing its memory; see ``sentences(of:in:)``.
    ///
    /// - Complexity: O(*n*), *n* the number of tokens.
    public func split(_ tokens: inout Tokens, in bytes: Span<UInt8>, into sentences: inout [Sentence]) {
        sentences.removeAll(keepingCapacity: true)
        guard !tokens.isEmpty else { return }
        sentences.reserveCapacity(tokens.count / Self.usualLength + 1)
        var context = SentenceContext()
        while context.first < tokens.count {
            let first = context.first
            let end = end(of: tokens.span, bytes, &context)
            tokens.insert(.sentenceStart, at: first)
            let range = Int(tokens[first].start)..<Int(tokens[end - 1].end)
            sentences.append(Sentence(tokens: first..<end, utf8Range: range))
        }
    }

    /// Where the sentence ends that the context is of, which is that of the next one then.
    private func end(of tokens: Span<Token>, _ bytes: Span<UInt8>, _ context: inout SentenceContext) -> Int {
        let words = words.view
        var index = context.first + 1
        while index < tokens.count {
            // Most are words, and no line begins behind them.
            if Self.mayEnd(before: tokens[index], tokens[index - 1]),
                decision(before: index, tokens, bytes, words, &context)?.splits == true
            {
                break
            }
            index += 1
        }
        context.begin(at: index)
        return index
    }

    /// The tokens of a sentence, as most have them.
    private static let usualLength = 16

    /// The places where a sentence could end, each with the rule that decided about it.
    ///
    /// - Complexity: O(*n*), *n* the number of tokens.
    public func decisions(on tokens: Tokens, in bytes: Span<UInt8>) -> [SentenceDecision] {
        var decisions: [SentenceDecision] = []
        var context = SentenceContext()
        let tokens = tokens.span
        for index in tokens.indices.dropFirst() where Self.mayEnd(before: tokens[index], tokens[index - 1]) {
            guard let decision = decision(before: index, tokens, bytes, words.view, &context) else { continue }
            decisions.append(decision)
            if decision.splits { context.begin(at: index) }
        }
        return decisions
    }

    /// Whether something between two tokens may be the end of a sentence: a mark, or the end of a line.
    @inline(__always)
    private static func mayEnd(before next: Token, _ previous: Token) -> Bool {
        !previous.shape.isDisjoint(with: [.punctuation, .symbol]) || next.shape.contains(.lineBefore)
    }

    /// What is decided about the place before token `index`, where a sentence may end; nil where nothing proposes that.
    private func decision(
        before index: Int, _ tokens: Span<Token>, _ bytes: Span<UInt8>, _ words: SentenceWordsView,
        _ context: inout SentenceContext
    ) -> SentenceDecision? {
        let next = tokens[index]
        let previous = tokens[index - 1]
        if !previous.shape.isDisjoint(with: [.punctuation, .symbol]) {
            let mark = SentenceMark(previous, bytes)
            context.read(mark, at: index - 1, bytes[Int(previous.start)])
            // Most are commas.
            guard mark.ends || mark.closes || next.shape.contains(.lineBefore) else { return nil }
        }
        guard let gap = SentenceGap(before: index, tokens, bytes, words, context) else { return nil }
        guard let (rule, splits) = gap.verdict() else { return nil }
        if next.shape.contains(.lineBefore) { context.isQuoted = false }
        return SentenceDecision(token: index, splits: splits, rule: rule)
    }
}

/// What is known of the sentence so far.
struct SentenceContext {
    /// The first token of the sentence.
    var first = 0
    /// The bracket of the sentence that is open, the outermost one.
    var openBracket: Int?
    private var depth = 0
    /// Whether a straight quotation mark is open in the paragraph. They say nothing of their direction themselves.
    var isQuoted = false

    mutating func begin(at token: Int) {
        first = token
        openBracket = nil
        depth = 0
    }

    /// Takes notice of a mark.
    mutating func read(_ mark: SentenceMark, at index: Int, _ byte: UInt8) {
        switch mark {
        case .openBracket:
            if depth == 0 { openBracket = index }
            depth += 1
        case .closeBracket where depth > 0:
            depth -= 1
            if depth == 0 { openBracket = nil }
        case .quote where byte == UInt8(ascii: "\""):
            isQuoted.toggle()
        default:
            break
        }
    }
}
