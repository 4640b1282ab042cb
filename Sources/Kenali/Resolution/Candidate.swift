import KenaliRules

/// What a candidate would become, when the resolver lets it stand.
enum CandidateKind: Hashable {
    case mention(BuiltInKind)
    /// What a rule of the user's own finds, by the rule's index.
    case custom(Int32)
    /// What is no mention, but must not be taken for one: a law with its year, a programme, an event.
    case other
}

/// A proposal for a mention.
///
/// A text has many more of them than mentions, so that they are kept small: 48 bytes.
struct Candidate {
    var kind: CandidateKind
    var rule: String
    var detail: CandidateDetail
    private var start: Int32
    private var end: Int32
    private var smallWeight: Int32
    private var smallEvidence: UInt8

    /// - Parameter evidence: How many tokens of context speak for it, see ``Contender/evidence``.
    init(
        kind: CandidateKind, tokens: Range<Int>, weight: Int, rule: String, detail: CandidateDetail, evidence: Int = 0
    ) {
        self.kind = kind
        self.rule = rule
        self.detail = detail
        start = Int32(tokens.lowerBound)
        end = Int32(tokens.upperBound)
        smallWeight = Int32(clamping: weight)
        smallEvidence = UInt8(clamping: evidence)
    }

    var tokens: Range<Int> { Int(start)..<Int(end) }
    var contender: Contender {
        Contender(tokens: tokens, weight: Int(smallWeight), evidence: Int(smallEvidence))
    }
}

/// What is known of a candidate before it stands. What is costly is read only from those that do.
enum CandidateDetail {
    case none
    case match(RuleMatch)
    indirect case ministry(MinistryMention)
    indirect case temporal(TemporalReading)
    /// A short form that stands for the entity of this kind at other tokens.
    case shortForm(of: Range<Int>)
}

/// The kinds of rules that propose no mention but say something of the document.
enum AuxiliaryRuleKind {
    /// What must not be taken for a mention.
    static let other = "other"
    /// What must not be taken for a mention of a person, and may be anything else.
    static let notPerson = "not-person"
    /// Initials that stand for a suspect or a victim.
    static let initials = "initials"
    /// Words that introduce another name of the same person.
    static let alias = "alias"
    /// A line that gives the document's own date.
    static let dateline = "dateline"
}
