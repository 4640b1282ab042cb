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
/// A text has many more of them than mentions, so that they are small, 32 bytes, and hold numbers only; what is costly is
/// read from those that stand.
struct Candidate {
    let start: Int32
    let end: Int32
    private var smallWeight: Int32
    /// The index of the proposer in its list.
    private var proposer: Int32
    /// What the detail holds.
    private var first: Int32 = 0
    private var second: Int32 = 0
    private var kindCode: UInt8
    private var proposerCode: UInt8
    private var detailCode: UInt8 = 0
    private var smallEvidence: UInt8
    /// The greatest start of it and of those before it in its list.
    private(set) var latestStart: Int32 = 0

    /// - Parameter evidence: How many tokens of context speak for it; see ``evidence``.
    init(
        kind: CandidateKind, tokens: Range<Int>, weight: Int, rule: Proposer, detail: CandidateDetail = .none,
        evidence: Int = 0
    ) {
        start = Int32(tokens.lowerBound)
        end = Int32(tokens.upperBound)
        smallWeight = Int32(clamping: weight)
        smallEvidence = UInt8(clamping: evidence)
        switch kind {
        case .mention(let kind): kindCode = kind.number
        case .custom: kindCode = Self.customCode
        case .other: kindCode = Self.otherCode
        }
        switch rule {
        case .rule(let number): (proposerCode, proposer) = (0, number)
        case .custom(let number): (proposerCode, proposer) = (1, number)
        case .memory(let rule): (proposerCode, proposer) = (2, Int32(rule.rawValue))
        }
        self.detail = detail
    }

    private static let customCode: UInt8 = 254
    private static let otherCode: UInt8 = 255

    var tokens: Range<Int> { Int(start)..<Int(end) }

    /// How much each of its tokens counts, from 1.
    @inline(__always)
    var weight: Int { Int(smallWeight) }
    /// How many tokens of context speak for it, that count as if it covered them.
    @inline(__always)
    var evidence: Int { Int(smallEvidence) }

    /// What it is worth.
    @inline(__always)
    var value: Int { weight * (Int(end - start) + evidence) }

    var kind: CandidateKind {
        if let kind = BuiltInKind(number: kindCode) { return .mention(kind) }
        // What a rule of the user's own finds is known by that rule.
        return kindCode == Self.customCode ? .custom(proposer) : .other
    }

    var rule: Proposer {
        switch proposerCode {
        case 0: .rule(proposer)
        case 1: .custom(proposer)
        default: MemoryRule(rawValue: UInt8(proposer)).map { .memory($0) } ?? .rule(proposer)
        }
    }

    var detail: CandidateDetail {
        get {
            switch detailCode {
            case 1: .match(RuleMatch(rule: proposer, tokens: tokens, firstSlot: Int(first)))
            case 2: .ministry(first)
            case 3: .temporal(first)
            case 4: .shortForm(of: Int(first)..<Int(second))
            default: .none
            }
        }
        set {
            switch newValue {
            case .none: detailCode = 0
            case .match(let match): (detailCode, first) = (1, match.firstSlot)
            case .ministry(let index): (detailCode, first) = (2, index)
            case .temporal(let index): (detailCode, first) = (3, index)
            case .shortForm(let long):
                (detailCode, first, second) = (4, Int32(long.lowerBound), Int32(long.upperBound))
            }
        }
    }

    /// Whether it is a mention of a kind.
    @inline(__always)
    func isMention(_ kind: BuiltInKind) -> Bool { kindCode == kind.number }

    /// Notes where those before it in its list start.
    @inline(__always)
    mutating func follow(latestStart latest: Int32) { latestStart = max(start, latest) }

    /// Whether it and those before it in its list start before another one.
    @inline(__always)
    func allStartBefore(_ other: Candidate) -> Bool { latestStart < other.start }

    /// Whether it is a date, a time or a duration.
    var isTemporal: Bool { isMention(.date) || isMention(.time) || isMention(.duration) }

    /// Whether it would be of the same kind, and cover the same tokens.
    @inline(__always)
    func rivals(_ other: Candidate) -> Bool {
        start == other.start && end == other.end && kindCode == other.kindCode
    }

    /// Whether candidates of its kind for the same tokens differ by nothing that is asked before they compete.
    @inline(__always)
    var isDecidedByWeight: Bool {
        switch kindCode {
        case BuiltInKind.person.number, BuiltInKind.organization.number, BuiltInKind.location.number,
            BuiltInKind.acronym.number, Self.otherCode:
            true
        // What ministries, dates, times and durations mean is read first, and whose a custom rule is.
        default: false
        }
    }
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
