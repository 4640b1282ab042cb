/// A ministry of Indonesia under one of its names.
public struct Ministry: Sendable, Hashable {
    /// A stable name for programs: `kemensos`.
    public var id: String
    /// The official name in its time: `Kementerian Sosial`.
    public var name: String
    /// Other names and acronyms: `Kemensos`.
    public var forms: [String]
    /// The minister's title, then short forms: `Menteri Sosial`, `Mensos`.
    public var ministerTitles: [String]
    /// The vice minister's title, then short forms.
    public var viceMinisterTitles: [String]
    /// From when it bore the name: `2024-10-21` or `2024`; nil when unknown.
    public var since: String?
    /// Until when; nil when it still does, or when unknown.
    public var until: String?
    /// Ids of the ministries that it came from.
    public var predecessors: [String]
    /// Ids of the ministries that came from it.
    public var successors: [String]

    /// Whether the ministry bore its name on a day, given as `YYYY-MM-DD`. An unknown start or end excludes nothing.
    public func isInForce(on day: String) -> Bool {
        // ISO dates sort as text; "2024" stands before every day of 2024, and as an end behind them.
        if let since, day < since { return false }
        if let until, day > until, !day.hasPrefix(until) { return false }
        return true
    }
}

/// The ministries of Indonesia, by id.
public struct MinistryRegistry: Sendable {
    /// All of them, in the order of the table.
    public private(set) var ministries: [Ministry] = []
    private var indices: [String: Int] = [:]

    init() {}

    /// The ministry of this id.
    public subscript(id: String) -> Ministry? { indices[id].map { ministries[$0] } }

    mutating func append(_ ministry: Ministry) {
        indices[ministry.id] = ministries.count
        ministries.append(ministry)
    }
}
