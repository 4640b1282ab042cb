public import KenaliLexicon
import KenaliRules
import KenaliText

/// Finds who, which ministry, which abbreviation, which body and place, and when, in Indonesian text.
///
/// ```swift
/// let extractor = Extractor()
/// let extraction = extractor.extract(from: "Gus Ipul memimpin Kementerian Sosial (Kemensos).")
/// for mention in extraction.mentions { print(mention.kind, mention.rule) }
/// ```
///
/// An extractor is a value without state: make one and share it among threads.
public struct Extractor: Sendable {
    /// The kinds of mentions that it reports.
    public var kinds: Set<MentionKind>

    private let grammar: Grammar
    private let classes: ClassTable

    /// An extractor with the built-in words and rules.
    public init(kinds: Set<MentionKind> = Set(MentionKind.allCases)) {
        self.init(grammar: BuiltInRules.grammar, kinds: kinds)
    }

    /// An extractor with a lexicon of one's own, made by adding tables to ``KenaliLexicon/Lexicon/builtIn``.
    ///
    /// - Complexity: O(*n*), *n* the size of the rules; make it once.
    public init(lexicon: Lexicon, kinds: Set<MentionKind> = Set(MentionKind.allCases)) {
        self.init(grammar: BuiltInRules.grammar(for: lexicon), kinds: kinds)
    }

    private init(grammar: Grammar, kinds: Set<MentionKind>) {
        self.grammar = grammar
        self.kinds = kinds
        classes = ClassTable(grammar.lexicon)
    }

    /// Finds all mentions in a text, and which of them speak of the same thing.
    ///
    /// - Parameters:
    ///   - text: The text, at most 2 GiB; see ``KenaliText/Tokenizer/maximumLength``.
    ///   - referenceDate: The day the text was written. Without one "kemarin" has no value but `XXXX-XX-XX`.
    /// - Complexity: O(*n*), *n* the number of bytes.
    public func extract(from text: String, referenceDate: CalendarDate? = nil) -> Extraction {
        var tokenizer = Tokenizer()
        var annotated = AnnotatedTokens()
        let bytes = text.utf8Span.span
        var sentences = annotated.read(bytes, &tokenizer, SentenceSplitter(), grammar.lexicon)
        annotated.join(&sentences, whereLinesBreak: classes.ministry, bytes)
        var matcher = Matcher()
        var matches = Matches()
        matcher.match(grammar, annotated, sentences, bytes, into: &matches)
        let document = Document(
            bytes: bytes, text: annotated, sentences: sentences, matches: matches, grammar: grammar, classes: classes,
            referenceDate: referenceDate)
        let standing = document.settle()
        let extraction = MentionBuilder.extraction(from: document, standing, kinds: kinds)
        assert(extraction.brokenInvariant(in: text) == nil, extraction.brokenInvariant(in: text) ?? "")
        return extraction
    }
}
