public import KenaliLexicon

/// A ministry of the registry in JSON.
public struct MinistryRecord: Encodable, Sendable {
    /// Another ministry, by its id, its name, and the days from when to when it bore it.
    public struct Link: Encodable, Sendable {
        public var id: String
        public var name: String
        public var since: String?
        public var until: String?
    }

    public var id: String
    public var name: String
    /// `ministry`, or `agency` for one that became a ministry or that a ministry became.
    public var kind: String
    /// What the name that was looked up is to the ministry: `id`, `name`, `form`, `minister` or `vice_minister`.
    public var matched: String?
    public var forms: [String]
    public var minister: [String]
    public var viceMinister: [String]
    public var attachedBody: String?
    public var since: String?
    public var until: String?
    public var predecessors: [Link]
    public var successors: [Link]
    /// All that came before, the latest first, and all that came after, the earliest first.
    public var ancestors: [Link]
    public var descendants: [Link]

    enum CodingKeys: String, CodingKey {
        case id, name, kind, matched, forms, minister, since, until, predecessors, successors, ancestors, descendants
        case viceMinister = "vice_minister"
        case attachedBody = "attached_body"
    }

    /// The record of a ministry, found by a name.
    public init(_ ministry: Ministry, in registry: MinistryRegistry, foundBy wanted: String? = nil) {
        id = ministry.id
        name = ministry.name
        kind = ministry.isAgency ? "agency" : "ministry"
        matched = wanted.flatMap { ministry.kind(of: $0)?.rawValue }
        forms = ministry.forms
        minister = ministry.ministerTitles
        viceMinister = ministry.viceMinisterTitles
        attachedBody = ministry.attachedBody
        since = ministry.since
        until = ministry.until
        predecessors = registry.predecessors(of: ministry.id).map(Link.init)
        successors = registry.successors(of: ministry.id).map(Link.init)
        ancestors = registry.ancestors(of: ministry.id).map(Link.init)
        descendants = registry.descendants(of: ministry.id).map(Link.init)
    }
}

extension MinistryRecord.Link {
    init(_ ministry: Ministry) {
        self.init(id: ministry.id, name: ministry.name, since: ministry.since, until: ministry.until)
    }
}
