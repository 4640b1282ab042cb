import KenaliLexicon
import KenaliRules
import KenaliText

/// An extractor with the memory it works in, which is kept between documents: one for each thread or task.
///
/// ```swift
/// var worker = ExtractionWorker(extractor)
/// for article in articles { handle(worker.extract(from: article)) }
/// ```
public struct ExtractionWorker: ~Copyable, Sendable {
    private let extractor: Extractor
    private var memory = Memory()
    /// Kept in any case, as that of the rules of the user's own is: what it has learnt has a bound.
    private(set) var matcher: Matcher
    private var custom: CustomMemory

    /// What is used again for the next document.
    private struct Memory: ~Copyable, Sendable {
        var tokenizer = Tokenizer()
        var annotated = AnnotatedTokens()
        var matches = Matches()
        let splitter = SentenceSplitter()
    }

    /// The bytes of a document behind which memory is given back, so that one large document among many small ones
    /// does not hold it for ever.
    private static let largestKept = 1 << 20

    /// A worker of an extractor.
    public init(_ extractor: Extractor) { self.init(extractor, nil) }

    /// A worker with a matcher of the extractor's grammar that was used before.
    init(_ extractor: Extractor, _ matcher: consuming Matcher?) {
        self.extractor = extractor
        self.matcher = matcher ?? Matcher(extractor.grammar)
        custom = CustomMemory(extractor.custom)
    }

    /// Finds all mentions in a text, and which of them speak of the same thing: see
    /// ``Extractor/extract(from:referenceDate:)``.
    public mutating func extract(from text: String, referenceDate: CalendarDate? = nil) -> Extraction {
        var nothing: Explanation?
        let extraction = read(text, referenceDate, &nothing)
        if text.utf8.count > Self.largestKept { memory = Memory() }
        return extraction
    }

    /// Extracts and says why.
    mutating func explain(_ text: String, referenceDate: CalendarDate?) -> Explanation {
        var explanation: Explanation? = Explanation()
        let extraction = read(text, referenceDate, &explanation)
        return Explanation(
            words: explanation?.words ?? [], proposals: explanation?.proposals ?? [], extraction: extraction)
    }

    /// - Parameter explanation: Filled when there is one.
    private mutating func read(
        _ text: String, _ referenceDate: CalendarDate?, _ explanation: inout Explanation?
    ) -> Extraction {
        let bytes = text.utf8Span.span
        let (grammar, classes) = (extractor.grammar, extractor.classes)
        var sentences = memory.annotated.read(bytes, &memory.tokenizer, memory.splitter, grammar.lexicon)
        memory.annotated.join(
            &sentences, whereLinesBreak: classes.ministry,
            AnnotatedTokens.PersonWords(
                names: classes.given.union(classes.family), titles: classes.strictHonorific.union(classes.degree),
                words: classes.common), bytes)
        matcher.match(memory.annotated, sentences, bytes, into: &memory.matches)
        let document = Document(
            bytes: bytes, text: memory.annotated, sentences: sentences, matches: memory.matches, grammar: grammar,
            classes: classes,
            custom: extractor.custom?.candidates(bytes, memory.annotated, sentences, &custom) ?? [],
            customProposals: extractor.custom?.proposals ?? [], referenceDate: referenceDate)
        let standing = document.settle()
        if explanation != nil {
            explanation = Explanation(
                words: document.explainedWords(), proposals: document.explainedProposals(standing))
        }
        var extraction = MentionBuilder.extraction(from: document, standing, kinds: extractor.kinds)
        extraction.sentences = sentences.map(\.utf8Range)
        assert(extraction.brokenInvariant(in: text) == nil, extraction.brokenInvariant(in: text) ?? "")
        return extraction
    }
}
