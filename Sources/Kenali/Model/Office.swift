/// What a person's role says of a ministry: "mantan Wakil Menteri Sosial".
public struct Office: Sendable, Hashable {
    /// The place that the office has in a ministry.
    public enum Position: String, Sendable, Hashable, CaseIterable {
        case minister
        case viceMinister = "vice_minister"
        /// Any other: "Sekjen Kemensos", "Staf Khusus Menteri Sosial".
        case official
    }

    /// The role, as it is written.
    public internal(set) var title: String
    public internal(set) var position: Position
    /// The ministry's id in the registry; nil for ministries of other states.
    public internal(set) var ministryID: String?
    /// The ministry's official name.
    public internal(set) var ministryName: String
    /// The country, for ministries of other states.
    public internal(set) var country: String?
    /// Whether the text says that the office is over: "mantan".
    public internal(set) var isFormer = false
    /// Whether the text says that it is held for somebody else: "Plt.", "ad interim".
    public internal(set) var isActing = false
    /// Whether the text says that it is not held yet: "calon".
    public internal(set) var isComing = false
    /// The ministry's own entity, as an index into ``Extraction/entities``; nil when the document does not name it.
    public internal(set) var ministryEntity: Int?
}
