import KenaliLexicon

/// What something of a registry has to do with another for a time, in JSON: a ministry with those before and after it, a
/// person with an office, an office with who holds it.
package struct DatedLink: JSONRecord {
    /// The id, `minister:kemensos`, and the name or title of the other.
    package var id: String
    package var name: String
    package var since: String?
    package var until: String?
    /// Present when an office was held for somebody else.
    package var acting: Bool?
    /// Whether the other is an office, whose keys are its own.
    private var isOffice = false

    /// A ministry and the days from when to when it bore its name.
    init(_ ministry: Ministry) {
        id = ministry.id
        name = ministry.name
        since = ministry.since
        until = ministry.until
    }

    /// An office and when it was held.
    init(_ term: OfficeTerm, in registry: PersonRegistry) {
        self.init(id: term.office, name: registry.title(ofOffice: term.office) ?? term.office, term)
        isOffice = true
    }

    /// Who held an office, and when.
    init(_ holding: PersonRegistry.Holding) {
        self.init(id: holding.person.id, name: holding.person.name, holding.term)
    }

    private init(id: String, name: String, _ term: OfficeTerm) {
        self.id = id
        self.name = name
        since = term.since
        until = term.until
        acting = term.isActing ? true : nil
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field(isOffice ? "office" : "id", id)
            json.field(isOffice ? "title" : "name", name)
            json.field("since", ifPresent: since)
            json.field("until", ifPresent: until)
            json.field("acting", ifPresent: acting)
        }
    }
}
