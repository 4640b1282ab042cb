package import KenaliLexicon

/// A person of the registry in JSON.
package struct PersonRecord: JSONRecord {
    /// A time in an office.
    package struct Term: JSONRecord {
        /// The office's id: `minister:kemensos`.
        package var office: String
        package var title: String
        package var since: String?
        package var until: String?
        /// Present when it was held for somebody else.
        package var acting: Bool?
    }

    package let kind = "person"
    package var id: String
    package var name: String
    package var forms: [String]
    /// Those of the names that others bear, too.
    package var commonForms: [String]?
    package var sex: String?
    /// The latest first.
    package var offices: [Term]

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
            .map { Term($0, in: registry) }
    }
}

extension PersonRecord.Term {
    init(_ term: OfficeTerm, in registry: PersonRegistry) {
        self.init(
            office: term.office, title: registry.title(ofOffice: term.office) ?? term.office, since: term.since,
            until: term.until, acting: term.isActing ? true : nil)
    }
}

/// An office with those who held it, in JSON.
package struct PublicOfficeRecord: JSONRecord {
    /// A person in the office.
    package struct Holder: JSONRecord {
        package var id: String
        package var name: String
        package var since: String?
        package var until: String?
        package var acting: Bool?
    }

    package let kind = "office"
    package var id: String
    package var title: String
    /// The latest first.
    package var holders: [Holder]

    /// The record of an office; with a day only who held it then.
    package init(_ office: String, in registry: PersonRegistry, on day: String? = nil) {
        id = office
        title = registry.title(ofOffice: office) ?? office
        holders = registry.terms(of: office).filter { holding in day.map(holding.term.isHeld) ?? true }
            .map { holding in
                Holder(
                    id: holding.person.id, name: holding.person.name, since: holding.term.since,
                    until: holding.term.until, acting: holding.term.isActing ? true : nil)
            }
    }
}

/// What the word lists know under a name, in JSON.
package struct LexiconEntryRecord: JSONRecord {
    /// `province`, `regency`, `city`, `country`, `organization` or `abbreviation`.
    package var kind: String
    package var name: String
    package var code: String?

    package init(_ entry: LexiconEntry) {
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

extension PersonRecord.Term {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("office", office)
            json.field("title", title)
            json.field("since", ifPresent: since)
            json.field("until", ifPresent: until)
            json.field("acting", ifPresent: acting)
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

extension PublicOfficeRecord.Holder {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            json.field("name", name)
            json.field("since", ifPresent: since)
            json.field("until", ifPresent: until)
            json.field("acting", ifPresent: acting)
        }
    }
}

extension LexiconEntryRecord {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("kind", kind)
            json.field("name", name)
            json.field("code", ifPresent: code)
        }
    }
}
