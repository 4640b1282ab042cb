/// A person, a body, a place: what several mentions of a document have in common.
public struct Entity: Sendable, Hashable, Codable, Identifiable {
    /// What it is; never a date, a time, a duration or an acronym.
    public var kind: MentionKind
    /// Its index in ``Extraction/entities``.
    public var id: Int
    /// The fullest name: `Saifullah Yusuf`, `Kementerian Sosial`.
    public var name: String
    /// How else the document calls it, in the order of first use: `Gus Ipul`, `Kemensos`.
    public var aliases: [String]
    /// The offices that the document gives a person, in the order of first use.
    public var roles: [String]
    /// What the roles say of ministries: "Menteri Sosial" that the person is the minister of `kemensos`.
    public var offices: [Office] = []
    /// A ministry's id in the registry; nil when the registry does not know it, and for other kinds.
    public var ministryID: String?
    /// Who a person is in the registry of persons; nil when the text does not tell, for nobody of the registry, and for
    /// other kinds.
    public var person: PersonIdentity?
    /// Its mentions, as indices into ``Extraction/mentions``.
    public var mentions: [Int]

    private enum CodingKeys: String, CodingKey {
        case id, kind, name, aliases, roles, offices, person, mentions
        case ministryID = "ministry_id"
    }
}

extension Entity {
    /// An entity of one's own making.
    public init(
        id: Int, kind: MentionKind, name: String, aliases: [String] = [], roles: [String] = [], offices: [Office] = [],
        ministryID: String? = nil, person: PersonIdentity? = nil, mentions: [Int] = []
    ) {
        // The compiler's own initializer, in the order of the properties: one that sets them one by one copies them all.
        self.init(
            kind: kind, id: id, name: name, aliases: aliases, roles: roles, offices: offices, ministryID: ministryID,
            person: person, mentions: mentions)
    }
}
