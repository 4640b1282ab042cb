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
    private let grammar: DocumentGrammar
    private let makesGlossary: Bool
    private var memory = Memory()
    /// Kept in any case, as that of the rules of the user's own is: what it has learnt has a bound.
    private var rules: LearntRules
    private var custom: CustomMemory
    private var ruleNames = RuleNames()

    /// What is used again for the next document.
    private struct Memory: ~Copyable, Sendable {
        var tokenizer = Tokenizer()
        var annotated = AnnotatedTokens()
        var matches = Matches()
        var index = MatchIndex()
        let splitter = SentenceSplitter()
        var recognizers = Recognizers()
        var proposals = Proposals()
        var resolver = Resolver()
        var document = DocumentMemory()
        var links = LinkMemory()
    }

    /// A worker of an extractor.
    ///
    /// - Parameters:
    ///   - extractor: What the worker works for; any number of workers share one.
    ///   - makesGlossary: Whether extractions have their ``Extraction/glossary``; who needs none is spared its making.
    public init(_ extractor: Extractor, makesGlossary: Bool = true) {
        self.init(extractor, nil, makesGlossary: makesGlossary)
    }

    /// A worker with what another one has learnt of the extractor.
    init(_ extractor: Extractor, _ learnt: consuming Learnt?, makesGlossary: Bool = true) {
        self.extractor = extractor
        self.makesGlossary = makesGlossary
        grammar = DocumentGrammar(extractor.grammar)
        rules = learnt?.rules ?? LearntRules(extractor.grammar)
        if let learnt { memory.annotated = learnt.annotated }
        custom = CustomMemory(extractor.custom)
    }

    /// What it has learnt, for another one.
    func learnt() -> Learnt { Learnt(rules: rules, annotated: memory.annotated) }

    /// Finds all mentions in a text, and which of them speak of the same thing: see
    /// ``Extractor/extract(from:referenceDate:)``.
    public mutating func extract(from text: String, referenceDate: CalendarDate? = nil) -> Extraction {
        let extraction = read(text, referenceDate)
        // One large document among many small ones shall not hold memory for ever.
        if text.utf8.count > Document.leastLarge { memory = Memory() }
        return extraction
    }

    /// Extracts and says why.
    mutating func explain(_ text: String, referenceDate: CalendarDate?) -> Explanation {
        let reasons = Reasons()
        let extraction = read(text, referenceDate, reasons)
        return Explanation(words: reasons.words, proposals: reasons.proposals, extraction: extraction)
    }

    /// What is noted on the way of a text that is to be explained. Behind a reference: no other text has any.
    private final class Reasons {
        var words: [Explanation.Word] = []
        var proposals: [Explanation.Proposal] = []
    }

    /// The way of a text: annotate, match, propose, compete, remember, propose again, compete, make and link.
    ///
    /// - Parameter reasons: Filled when there are any.
    private mutating func read(
        _ text: String, _ referenceDate: CalendarDate?, _ reasons: Reasons? = nil
    ) -> Extraction {
        let bytes = text.utf8Span.span
        let sentences = annotate(bytes)
        match(sentences, bytes)
        var document = Document(
            bytes: bytes, text: memory.annotated, sentences: sentences, matches: memory.matches, index: memory.index,
            grammar: grammar, rules: rules.table, classes: extractor.classes,
            custom: extractor.custom?.candidates(bytes, memory.annotated, sentences, &custom) ?? [],
            customProposals: extractor.custom?.proposals ?? [], referenceDate: referenceDate)
        document.readDateline()
        memory.recognizers.propose(document, &memory.proposals)
        let proposed = reasons == nil ? [] : memory.proposals.candidates
        if document.isLarge {
            (memory.matches, memory.index) = (Matches(), MatchIndex())
            document.removeProposedMatches()
        }
        let standing = memory.resolver.entities(memory.proposals, document)
        memory.recognizers.remember(standing, document, &memory.document)
        memory.recognizers.propose(
            remembering: &memory.document, document, &memory.links.search, &memory.proposals)
        var settlement = Settlement(memory.proposals, memory.document, document, &memory.resolver)
        if let reasons {
            reasons.words = document.explainedWords()
            reasons.proposals = document.explainedProposals(proposed, settlement)
        }
        // What a large text has asked for is not held while its mentions are made.
        if document.isLarge { (memory.proposals, memory.resolver) = (Proposals(), Resolver()) }
        var extraction = document.extraction(
            of: &settlement, extractor.wanted, &ruleNames, &memory.links, makesGlossary: makesGlossary)
        extraction.sentences = sentences.map(\.utf8Range)
        assert(extraction.brokenInvariant(in: text) == nil, extraction.brokenInvariant(in: text) ?? "")
        return extraction
    }

    /// Reads the tokens of a text with their classes, and gives its sentences.
    private mutating func annotate(_ bytes: Span<UInt8>) -> [Sentence] {
        let classes = extractor.classes
        var sentences = memory.annotated.read(bytes, &memory.tokenizer, memory.splitter, extractor.grammar.lexicon)
        memory.annotated.join(
            &sentences, whereLinesBreak: classes.ministry,
            AnnotatedTokens.PersonWords(
                names: classes.personName, titles: classes.strictHonorific.union(classes.degree),
                words: classes.common), bytes)
        return sentences
    }

    /// Finds what the rules match.
    private mutating func match(_ sentences: [Sentence], _ bytes: Span<UInt8>) {
        rules.matcher.match(memory.annotated, sentences, bytes, into: &memory.matches)
        rules.table.learn(memory.matches, extractor.meanings)
        memory.index.read(memory.matches, rules.table)
    }
}
