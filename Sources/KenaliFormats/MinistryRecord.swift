public import KenaliLexicon

/// A ministry of the registry in JSON.
public struct MinistryRecord: Encodable, Sendable {
    /// Another ministry, by its id and name.
    public struct Link: Encodable, Sendable {
        public var id: String
        public var name: String
    }

    public var id: String
    public var name: String
    public var forms: [String]
    public var minister: [String]
    public var viceMinister: [String]
    public var since: String?
    public var until: String?
    public var predecessors: [Link]
    public var successors: [Link]

    enum CodingKeys: String, CodingKey {
        case id, name, forms, minister, since, until, predecessors, successors
        case viceMinister = "vice_minister"
    }

    public init(_ ministry: Ministry, in registry: MinistryRegistry) {
        func links(_ ids: [String]) -> [Link] { ids.map { Link(id: $0, name: registry[$0]?.name ?? $0) } }
        id = ministry.id
        name = ministry.name
        forms = ministry.forms
        minister = ministry.ministerTitles
        viceMinister = ministry.viceMinisterTitles
        since = ministry.since
        until = ministry.until
        predecessors = links(ministry.predecessors)
        successors = links(ministry.successors)
    }
}
