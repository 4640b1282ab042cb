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
/// A text has many more of them than mentions, so that they are small and hold numbers only; what is costly is read from
/// those that stand.
struct Candidate {
    var kind: CandidateKind
    var rule: Proposer
    var detail: CandidateDetail
    private var start: Int32
    private var end: Int32
    private var smallWeight: Int32
    private var smallEvidence: UInt8

    /// - Parameter evidence: How many tokens of context speak for it, see ``Contender/evidence``.
    init(
        kind: CandidateKind, tokens: Range<Int>, weight: Int, rule: Proposer, detail: CandidateDetail = .none,
        evidence: Int = 0
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

    /// Whether it covers the same tokens.
    func covers(sameAs other: Candidate) -> Bool { start == other.start && end == other.end }
}

/// What is known of a candidate before it stands.
enum CandidateDetail {
    case none
    case match(RuleMatch)
    /// A ministry, a date, a time or a duration that was read, by its index in ``Proposals``.
    case ministry(Int32)
    case temporal(Int32)
    /// A short form that stands for the entity of this kind at other tokens.
    case shortForm(of: Range<Int>)
}

/// What proposes a candidate. Mentions carry its name: see ``Document/name(of:)``.
enum Proposer: Hashable {
    /// A rule of the built-in files, or of the user's own, by its index.
    case rule(Int32)
    case custom(Int32)
    /// What the document itself has taught.
    case memory(MemoryRule)
}

/// How a document teaches what its names mean.
enum MemoryRule: UInt8 {
    case personRemembered, personDefined
    case ministryRemembered, ministryDefined
    case organizationRemembered, organizationDefined
    case locationRemembered, locationDefined
    case acronymDefined, acronymMixed, acronymDocument
    case otherDefined

    /// A name that was met before.
    static func remembered(_ kind: BuiltInKind) -> MemoryRule {
        switch kind {
        case .person: .personRemembered
        case .ministry: .ministryRemembered
        case .location: .locationRemembered
        default: .organizationRemembered
        }
    }

    /// A short form that the text defines.
    static func defined(_ kind: BuiltInKind) -> MemoryRule {
        switch kind {
        case .person: .personDefined
        case .ministry: .ministryDefined
        case .organization: .organizationDefined
        case .location: .locationDefined
        case .date, .time, .duration, .acronym: .acronymDefined
        }
    }

    var name: String {
        switch self {
        case .personRemembered: "person.remembered"
        case .personDefined: "person.defined"
        case .ministryRemembered: "ministry.remembered"
        case .ministryDefined: "ministry.defined"
        case .organizationRemembered: "organization.remembered"
        case .organizationDefined: "organization.defined"
        case .locationRemembered: "location.remembered"
        case .locationDefined: "location.defined"
        case .acronymDefined: "acronym.defined"
        case .acronymMixed: "acronym.mixed"
        case .acronymDocument: "acronym.document"
        case .otherDefined: "other.defined"
        }
    }
}
