/// What a mention speaks of.
public enum MentionKind: String, Sendable, Hashable, Codable, CaseIterable {
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
}
