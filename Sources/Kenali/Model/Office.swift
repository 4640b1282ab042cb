/// An office that a document gives a person: what it is, of what, and how it is held: "mantan Wakil Menteri Sosial",
/// "Plt. Gubernur Jawa Barat", "Ketua Komisi III DPR".
///
/// "Presiden", "Presiden RI" and "Presiden Republik Indonesia" of one person are one office.
public struct Office: Sendable, Hashable, Codable {
    /// What the office is, without what it is of.
    ///
    /// In a ministry one of the three below; else the office's own word written out: `Gubernur`, `Wakil Ketua`,
    /// `Kepala Kepolisian Resor`.
    public struct Position: RawRepresentable, Sendable, Hashable, Codable {
        /// The position as the JSON contract has it.
        public var rawValue: String

        /// A position by its name in the JSON contract.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A minister, the head of a ministry.
        public static let minister = Position(rawValue: "minister")
        /// A vice minister.
        public static let viceMinister = Position(rawValue: "vice_minister")
        /// Any other of a ministry: "Sekjen Kemensos", "Staf Khusus Menteri Sosial".
        public static let official = Position(rawValue: "official")
    }

    /// Which position in its body or place it is.
    public var position: Position
    /// The role, as it is written.
    public var title: String
    /// The ministry's id in the registry; nil for ministries of other states, and for what is no office of a ministry.
    public var ministryID: String?
    /// The ministry's official name; nil for what is no office of a ministry.
    public var ministryName: String?
    /// The country, for ministries of other states.
    public var country: String?
    /// The name of the body that it is an office of: `Komisi III DPR`; nil for ministries, and where none is named.
    public var body: String?
    /// The body's own entity, as an index into ``Extraction/entities``.
    public var bodyEntity: Int?
    /// The place that it is an office of: `Jawa Barat`, `Indonesia`; nil where none is named.
    public var place: String?
    /// Indonesia's code of that place, or the ISO 3166 code of a country.
    public var placeCode: String?
    /// The place's own entity, as an index into ``Extraction/entities``; nil when the document does not name it.
    public var placeEntity: Int?
    /// Whether the text says that the office is over: "mantan".
    public var isFormer = false
    /// Whether the text says that it is held for somebody else: "Plt.", "ad interim".
    public var isActing = false
    /// Whether the text says that it is not held yet: "calon".
    public var isComing = false
    /// The ministry's own entity, as an index into ``Extraction/entities``; nil when the document does not name it.
    public var ministryEntity: Int?

    private enum CodingKeys: String, CodingKey {
        case title, position, country, body, place
        case ministryID = "ministry"
        case ministryName = "ministry_name"
        case bodyEntity = "body_entity"
        case placeCode = "place_code"
        case placeEntity = "place_entity"
        case isFormer = "former"
        case isActing = "acting"
        case isComing = "coming"
        case ministryEntity = "entity"
    }

    /// Whether another office is the same, but for how it is written and what only one of them says that it is of.
    func isSame(as other: Office) -> Bool {
        func agree<Value: Equatable>(_ one: Value?, _ two: Value?) -> Bool { one == nil || two == nil || one == two }
        return position == other.position && ministryID == other.ministryID && ministryName == other.ministryName
            && country == other.country && isFormer == other.isFormer && isActing == other.isActing
            && isComing == other.isComing && agree(body, other.body)
            && agree(place, other.place)
    }

    /// Adds what another name of the same office says.
    mutating func formUnion(_ other: Office) {
        if body == nil {
            body = other.body
            bodyEntity = other.bodyEntity
        }
        if place == nil {
            place = other.place
            placeCode = other.placeCode
            placeEntity = other.placeEntity
        }
    }
}

extension Office {
    /// An office of one's own making.
    public init(
        title: String, position: Position, ministryID: String? = nil, ministryName: String? = nil,
        country: String? = nil, body: String? = nil, bodyEntity: Int? = nil, place: String? = nil,
        placeCode: String? = nil, placeEntity: Int? = nil, isFormer: Bool = false, isActing: Bool = false,
        isComing: Bool = false, ministryEntity: Int? = nil
    ) {
        // As of ``Entity``: the compiler's own initializer copies nothing.
        self.init(
            position: position, title: title, ministryID: ministryID, ministryName: ministryName, country: country,
            body: body, bodyEntity: bodyEntity, place: place, placeCode: placeCode, placeEntity: placeEntity,
            isFormer: isFormer, isActing: isActing, isComing: isComing, ministryEntity: ministryEntity)
    }
}
