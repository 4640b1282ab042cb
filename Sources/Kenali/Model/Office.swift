/// What a person's role says of a ministry: "mantan Wakil Menteri Sosial".
public struct Office: Sendable, Hashable, Codable {
    /// The place that the office has in a ministry.
    public enum Position: String, Sendable, Hashable, Codable, CaseIterable {
        case minister
        case viceMinister = "vice_minister"
        /// Any other: "Sekjen Kemensos", "Staf Khusus Menteri Sosial".
        case official
    }

    /// The role, as it is written.
    public var title: String
    public var position: Position
    /// The ministry's id in the registry; nil for ministries of other states.
    public var ministryID: String?
    /// The ministry's official name.
    public var ministryName: String
    /// The country, for ministries of other states.
    public var country: String?
    /// Whether the text says that the office is over: "mantan".
    public var isFormer = false
    /// Whether the text says that it is held for somebody else: "Plt.", "ad interim".
    public var isActing = false
    /// Whether the text says that it is not held yet: "calon".
    public var isComing = false
    /// The ministry's own entity, as an index into ``Extraction/entities``; nil when the document does not name it.
    public var ministryEntity: Int?

    private enum CodingKeys: String, CodingKey {
        case title, position, country
        case ministryID = "ministry"
        case ministryName = "ministry_name"
        case isFormer = "former"
        case isActing = "acting"
        case isComing = "coming"
        case ministryEntity = "entity"
    }
}
