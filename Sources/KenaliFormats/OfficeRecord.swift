import Kenali

/// An office in a ministry in JSON.
public struct OfficeRecord: Encodable, Sendable {
    /// The role, as it is written.
    public var title: String
    /// `minister`, `vice_minister` or `official`.
    public var position: String
    /// The ministry's id in the registry.
    public var ministry: String?
    public var ministryName: String
    public var country: String?
    /// Present when the text says that the office is over.
    public var former: Bool?
    /// Present when the text says that it is held for somebody else.
    public var acting: Bool?
    /// Present when the text says that it is not held yet.
    public var coming: Bool?
    /// The ministry's own entity, as an index into the document's entities.
    public var entity: Int?

    private enum CodingKeys: String, CodingKey {
        case title, position, ministry, country, former, acting, coming, entity
        case ministryName = "ministry_name"
    }

    init(_ office: Office) {
        title = office.title
        position = office.position.rawValue
        ministry = office.ministryID
        ministryName = office.ministryName
        country = office.country
        former = office.isFormer ? true : nil
        acting = office.isActing ? true : nil
        coming = office.isComing ? true : nil
        entity = office.ministryEntity
    }
}
