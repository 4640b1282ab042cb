import KenaliRules

/// What a candidate would become, when the resolver lets it stand.
enum CandidateKind: Hashable {
    case mention(MentionKind)
    /// What is no mention, but must not be taken for one: a law with its year, a programme, an event.
    case other
}

/// A proposal for a mention.
struct Candidate {
    var kind: CandidateKind
    var tokens: Range<Int>
    var weight: Int
    var rule: String
    var detail: CandidateDetail
    /// How many tokens of context speak for it, see ``Contender/evidence``.
    var evidence = 0

    var contender: Contender { Contender(tokens: tokens, weight: weight, evidence: evidence) }
}

/// What is known of a candidate before it stands. What is costly is read only from those that do.
enum CandidateDetail {
    case none
    case match(RuleMatch)
    case ministry(MinistryMention)
    case temporal(TemporalReading)
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
