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
/// An extractor is a value without state: make one and share it among threads. Who reads many documents lets
/// ``extractions(of:workers:)`` read them on all cores, or keeps an ``ExtractionWorker``.
public struct Extractor: Sendable {
    /// The kinds of mentions that it reports.
    public var kinds: Set<MentionKind>

    let grammar: Grammar
    let classes: ClassTable

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
        var worker = ExtractionWorker(self)
        return worker.extract(from: text, referenceDate: referenceDate)
    }
}
