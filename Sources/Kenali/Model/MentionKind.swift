/// What a mention speaks of.
public enum MentionKind: Sendable, Hashable, Codable, RawRepresentable, CaseIterable {
    /// A named human being.
    case person
    /// A national ministry.
    case ministry
    /// Any other named body.
    case organization
    /// A named place.
    case location
    /// A calendar expression.
    case date
    /// A time of day.
    case time
    /// A span of time.
    case duration
    /// A short form of several words. May lie inside a mention of another kind.
    case acronym
    /// A kind of the user's own, by the label of the rules that find it; never the name of a built-in one.
    case custom(String)

    /// The built-in kinds.
    public static var allCases: [MentionKind] { BuiltInKind.allCases.map(MentionKind.init) }

    /// The kind of this name: a built-in one, else one of the user's own. Nil for the empty name.
    public init?(rawValue: String) {
        guard !rawValue.isEmpty else { return nil }
        self = BuiltInKind(rawValue: rawValue).map(MentionKind.init) ?? .custom(rawValue)
    }

    /// The name: `person`, or the user's label.
    public var rawValue: String {
        if case .custom(let label) = self { return label }
        return builtIn?.rawValue ?? ""
    }

    /// The kind that a label of the user's means: the name of a built-in one, in small letters or in capitals as corpora
    /// write it, means that one.
    init(label: String) {
        self = BuiltInKind(rawValue: label.lowercased()).map(MentionKind.init) ?? .custom(label)
    }
}

/// The kinds that Kenali finds by itself, as its rules name them: small, since a text has many candidates.
enum BuiltInKind: String, Sendable, CaseIterable {
    case person, ministry, organization, location, date, time, duration, acronym

    /// A small number for each, from 0.
    var number: UInt8 {
        switch self {
        case .person: 0
        case .ministry: 1
        case .organization: 2
        case .location: 3
        case .date: 4
        case .time: 5
        case .duration: 6
        case .acronym: 7
        }
    }

    /// The kind of a small number, nil when there is none.
    init?(number: UInt8) {
        switch number {
        case 0: self = .person
        case 1: self = .ministry
        case 2: self = .organization
        case 3: self = .location
        case 4: self = .date
        case 5: self = .time
        case 6: self = .duration
        case 7: self = .acronym
        default: return nil
        }
    }
}

extension MentionKind {
    init(_ kind: BuiltInKind) {
        switch kind {
        case .person: self = .person
        case .ministry: self = .ministry
        case .organization: self = .organization
        case .location: self = .location
        case .date: self = .date
        case .time: self = .time
        case .duration: self = .duration
        case .acronym: self = .acronym
        }
    }

    /// The built-in kind, nil for one of the user's own.
    var builtIn: BuiltInKind? {
        switch self {
        case .person: .person
        case .ministry: .ministry
        case .organization: .organization
        case .location: .location
        case .date: .date
        case .time: .time
        case .duration: .duration
        case .acronym: .acronym
        case .custom: nil
        }
    }
}
