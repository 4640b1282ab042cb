package import KenaliLexicon

/// A ministry of the registry in JSON.
package struct MinistryRecord: JSONRecord {
    package var id: String
    package var name: String
    /// `ministry`, or `agency` for one that became a ministry or that a ministry became.
    package var kind: String
    /// What the name that was looked up is to the ministry: `id`, `name`, `form`, `minister` or `vice_minister`.
    package var matched: String?
    package var forms: [String]
    package var minister: [String]
    package var viceMinister: [String]
    package var attachedBody: String?
    package var since: String?
    package var until: String?
    package var predecessors: [DatedLink]
    package var successors: [DatedLink]
    /// All that came before, the latest first, and all that came after, the earliest first.
    package var ancestors: [DatedLink]
    package var descendants: [DatedLink]

    /// The record of a ministry, found by a name.
    package init(_ ministry: Ministry, in registry: MinistryRegistry, foundBy wanted: String? = nil) {
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
        predecessors = registry.predecessors(of: ministry.id).map(DatedLink.init)
        successors = registry.successors(of: ministry.id).map(DatedLink.init)
        ancestors = registry.ancestors(of: ministry.id).map(DatedLink.init)
        descendants = registry.descendants(of: ministry.id).map(DatedLink.init)
    }
}

extension MinistryRecord {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            json.field("name", name)
            json.field("kind", kind)
            json.field("matched", ifPresent: matched)
            json.field("forms", forms)
            json.field("minister", minister)
            json.field("vice_minister", viceMinister)
            json.field("attached_body", ifPresent: attachedBody)
            json.field("since", ifPresent: since)
            json.field("until", ifPresent: until)
            json.field("predecessors", predecessors)
            json.field("successors", successors)
            json.field("ancestors", ancestors)
            json.field("descendants", descendants)
        }
    }
}
