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

    var contender: Contender { Contender(tokens: tokens, weight: weight) }
}

/// What is known of a candidate before it stands. What is costly is read only from those that do.
enum CandidateDetail {
    case none
    case match(RuleMatch)
    case ministry(MinistryMention)
    case temporal(TemporalValue)
    /// A short form that stands for the entity of this kind at other tokens.
    case shortForm(of: Range<Int>)
}
