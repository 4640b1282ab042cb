public import KenaliLexicon
public import KenaliRules
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
/// `extractions(of:)` read them on all cores, or keeps an ``ExtractionWorker``.
public struct Extractor: Sendable {
    /// The kinds of mentions that it reports.
    public var kinds: Set<MentionKind> {
        didSet { wanted = WantedKinds(kinds) }
    }

    /// ``kinds``, ready to be asked.
    private(set) var wanted: WantedKinds
    let grammar: Grammar
    let meanings: RuleMeanings
    let classes = ClassTable()
    /// The rules of the user's own, nil when there are none.
    let custom: CustomRecognizer?
    /// What workers have learnt of it.
    private let pool: LearntPool

    /// An extractor with the built-in words and rules.
    public init(kinds: Set<MentionKind> = Set(MentionKind.allCases)) {
        self.init(grammar: BuiltInRules.grammar, kinds: kinds)
    }

    /// An extractor with a lexicon of one's own, made by adding tables to `Lexicon.builtIn`.
    ///
    /// - Complexity: O(*n*), *n* the size of the rules; make it once.
    public init(lexicon: Lexicon, kinds: Set<MentionKind> = Set(MentionKind.allCases)) {
        self.init(grammar: BuiltInRules.grammar(for: lexicon), kinds: kinds)
    }

    /// An extractor with words and rules of one's own, beside the built-in ones.
    ///
    /// - Parameters:
    ///   - lexicon: The built-in words with those of one's own, see `Lexicon.add(table:named:makesClasses:)`.
    ///   - rules: The rules of one's own.
    ///   - kinds: The kinds that it reports; all built-in ones and those of the rules unless told otherwise.
    /// - Throws: What is wrong with a rule, and where.
    public init(lexicon: Lexicon, rules: CustomRules, kinds: Set<MentionKind>? = nil) throws(RuleError) {
        var grammar = BuiltInRules.grammar(for: lexicon)
        var words = grammar.lexicon
        let custom = try CustomRecognizer(rules, &words)
        grammar.lexicon = words
        self.init(
            grammar: grammar, kinds: kinds ?? rules.kinds.union(MentionKind.allCases), custom: custom)
    }

    private init(grammar: Grammar, kinds: Set<MentionKind>, custom: CustomRecognizer? = nil) {
        self.grammar = grammar
        meanings = RuleMeanings(grammar)
        self.kinds = kinds
        wanted = WantedKinds(kinds)
        self.custom = custom
        pool = LearntPool()
    }

    /// Finds all mentions in a text, and which of them speak of the same thing.
    ///
    /// - Parameters:
    ///   - text: The text, at most 2 GiB; see `Tokenizer.maximumLength`.
    ///   - referenceDate: The day the text was written. Without one "kemarin" has no value but `XXXX-XX-XX`.
    /// - Complexity: O(*n*), *n* the number of bytes.
    public func extract(from text: String, referenceDate: CalendarDate? = nil) -> Extraction {
        var worker = ExtractionWorker(self, pool.take())
        let extraction = worker.extract(from: text, referenceDate: referenceDate)
        pool.give(worker.learnt())
        return extraction
    }
}
