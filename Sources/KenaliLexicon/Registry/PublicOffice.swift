/// An office of public life: one of its kind ("Kapolri"), or one of many ("Gubernur" of a province).
///
/// The id of a kind alone (`kapolri`) or with what it is of behind a colon: a ministry's id (`minister:kemensos`), a region's
/// code (`governor:32`), a country's (`president:US`), a party's id (`chair:golkar`).
public struct PublicOffice: Sendable, Hashable {
    /// What an office is of.
    public enum Scope: String, Sendable, Hashable, CaseIterable {
        case none = ""
        case ministry, province, regency, city, country, party
    }

    /// A stable name for programs: `kapolri`, `governor`.
    public var id: String
    /// The title as it is usually written, then others: `Kapolri`, `Kepala Kepolisian Negara Republik Indonesia`.
    public var titles: [String]
    public var scope: Scope
    /// Whether several persons hold it at a time: vice chairs, vice ministers.
    public var isShared: Bool
}

/// A political party, as offices name it.
struct Party: Sendable, Hashable {
    var id: String
    var names: [String]
}
