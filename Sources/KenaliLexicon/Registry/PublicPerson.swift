/// A person whom everybody writes about, as the registry knows them.
public struct PublicPerson: Sendable, Hashable {
    /// What the given name and the honorifics of the press say.
    public enum Sex: String, Sendable, Hashable, CaseIterable {
        case female = "f"
        case male = "m"
    }

    /// Another name of a person.
    public struct Form: Sendable, Hashable {
        public var text: String
        /// Whether others bear it, too, or it is a word: alone it says nothing.
        public var isCommon: Bool
    }

    /// A stable name for programs: `saifullah-yusuf`.
    public var id: String
    /// The full name as it is usually written: `Saifullah Yusuf`.
    public var name: String
    /// Whether the full name is one that many people bear: `Budi Santoso`.
    public var isCommonName: Bool
    /// Other spellings, nicknames and initials: `Gus Ipul`.
    public var forms: [Form]
    /// Nil when the table does not say.
    public var sex: Sex?
    /// The offices that the person held or holds, in the order of the table.
    public internal(set) var terms: [OfficeTerm] = []
}

/// The time for which a person held an office.
public struct OfficeTerm: Sendable, Hashable {
    /// The id of the office, see ``PublicOffice``: `minister:kemensos`, `governor:32`, `kapolri`.
    public var office: String
    /// The first day, `2024-09-11`, or year; nil when unknown.
    public var since: String?
    /// The last day, or year; nil when unknown, or when the person held the office when the table was made.
    public var until: String?
    /// Whether it was held for somebody else, or until somebody is chosen.
    public var isActing: Bool

    /// Whether the office was held on a day, given as `YYYY-MM-DD`. Of years, the first and the last one count whole; an
    /// end that is not known excludes nothing, a start that is not known everything but the end itself.
    public func isHeld(on day: String) -> Bool {
        guard let since else { return until.map { day.hasPrefix($0) } ?? false }
        return day >= since && hasNotEnded(by: day)
    }

    /// Whether the table can tell of a day: an office without an end was held when the table was made.
    package func isSure(on day: String) -> Bool { until != nil || day <= PersonRegistry.asOf }

    /// Whether it is not known to have ended before a day.
    package func hasNotEnded(by day: String) -> Bool {
        guard let until else { return true }
        // ISO dates sort as text; "2024" stands before every day of 2024.
        return day <= until || day.hasPrefix(until)
    }

    /// Whether it began on a day or before.
    package func hasBegun(by day: String) -> Bool { since.map { $0 <= day || day.hasPrefix($0) } ?? true }
}
