package import KenaliLexicon

/// A person of the registry in JSON.
package struct PersonRecord: JSONRecord {
    package let kind = "person"
    package var id: String
    package var name: String
    package var forms: [String]
    /// Those of the names that others bear, too.
    package var commonForms: [String]?
    package var sex: String?
    /// The latest first.
    package var offices: [DatedLink]

    /// The record of a person; with a day only the offices held then.
    package init(_ person: PublicPerson, in registry: PersonRegistry, on day: String? = nil) {
        id = person.id
        name = person.name
        forms = person.forms.map(\.text)
        let common = (person.isCommonName ? [person.name] : []) + person.forms.filter(\.isCommon).map(\.text)
        commonForms = common.isEmpty ? nil : common
        sex = person.sex?.rawValue
        offices = person.terms.filter { term in day.map(term.isHeld) ?? true }
            .sorted { ($0.since ?? "", $0.office) > ($1.since ?? "", $1.office) }
            .map { DatedLink($0, in: registry) }
    }
}

/// An office with those who held it, in JSON.
package struct PublicOfficeRecord: JSONRecord {
    package let kind = "office"
    package var id: String
    package var title: String
    /// The latest first.
    package var holders: [DatedLink]

    /// The record of an office; with a day only who held it then.
    package init(_ office: String, in registry: PersonRegistry, on day: String? = nil) {
        id = office
        title = registry.title(ofOffice: office) ?? office
        holders = registry.holdings(ofOffice: office).filter { holding in day.map(holding.term.isHeld) ?? true }
            .map(DatedLink.init)
    }
}

/// What the word lists know under a name, in JSON.
package struct KnownNameRecord: JSONRecord {
    /// `province`, `regency`, `city`, `country`, `organization` or `abbreviation`.
    package var kind: String
    package var name: String
    package var code: String?

    package init(_ entry: KnownName) {
        kind = entry.kind.rawValue
        name = entry.name
        code = entry.code
    }
}

extension PersonRecord {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("kind", kind)
            json.field("id", id)
            json.field("name", name)
            json.field("forms", forms)
            json.field("common_forms", ifPresent: commonForms)
            json.field("sex", ifPresent: sex)
            json.field("offices", offices)
        }
    }
}

extension PublicOfficeRecord {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("kind", kind)
            json.field("id", id)
            json.field("title", title)
            json.field("holders", holders)
        }
    }
}

extension KnownNameRecord {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("kind", kind)
            json.field("name", name)
            json.field("code", ifPresent: code)
        }
    }
}
