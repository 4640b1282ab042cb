package import KenaliStorage

extension PersonRegistry {
    /// The tables that the registry reads, with the columns that it asks for.
    private enum Source: String, CaseIterable {
        case persons
        case offices = "public-offices"
        case terms = "offices-held"
        case everydayRoles = "everyday-roles"
        case regions, countries

        var columns: [String] {
            switch self {
            case .persons: ["id", "name", "forms", "sex"]
            case .offices: ["id", "titles", "of", "shared"]
            case .terms: ["person", "office", "since", "until", "acting"]
            case .everydayRoles: ["form", "against"]
            case .regions: ["code", "name", "forms", "class"]
            case .countries: ["code", "name", "forms"]
            }
        }

        func cells(_ image: Image) -> ImageTable { image.cells("registry." + rawValue, columns: columns) }
    }

    /// Writes a table as ``init(_:ministries:)`` reads it, if the registry does.
    package static func write(
        _ bytes: Span<UInt8>, named file: String, into writer: inout ImageWriter
    ) throws(LexiconError) {
        for source in Source.allCases where source.rawValue + ".tsv" == file {
            try ImageTable.write(
                "registry." + source.rawValue, bytes, file: file, columns: source.columns, into: &writer)
        }
    }

    /// The registry of an image.
    package init(_ image: Image, ministries: MinistryRegistry) {
        self.init(ministries: ministries)
        addPersons(Source.persons.cells(image))
        addOffices(Source.offices.cells(image))
        addPlaces(
            Source.regions.cells(image), scopes: ["province": .province, "regency": .regency, "city": .city])
        addPlaces(Source.countries.cells(image), scopes: [:])
        addTerms(Source.terms.cells(image))
        let roles = Source.everydayRoles.cells(image)
        for row in 0..<roles.count {
            everydayRoles[roles.string(row, 0)] = roles.bytes(row, 1).isEmpty ? .anyName : .shortName
        }
        finish()
    }

    /// `persons.tsv`. A "?" or "~" in front of a name marks one that others bear, too.
    private mutating func addPersons(_ table: ImageTable) {
        for row in 0..<table.count {
            let full = Self.form(table.string(row, 1))
            append(
                PublicPerson(
                    id: table.string(row, 0), name: full.text, isCommonName: full.isCommon,
                    forms: table.strings(row, 2).map(Self.form), sex: PublicPerson.Sex(rawValue: table.string(row, 3))))
        }
    }

    private static func form(_ text: String) -> PublicPerson.Form {
        text.hasPrefix("?") || text.hasPrefix("~")
            ? PublicPerson.Form(text: String(text.dropFirst()), isCommon: true)
            : PublicPerson.Form(text: text, isCommon: false)
    }

    /// The titles of ministers, and `public-offices.tsv`.
    private mutating func addOffices(_ table: ImageTable) {
        for ministry in ministries.ministries where !ministry.isAgency {
            titles.add("minister:\(ministry.id)", titles: ministry.ministerTitles)
            titles.add("vice_minister:\(ministry.id)", titles: ministry.viceMinisterTitles)
        }
        for row in 0..<table.count {
            let names = table.strings(row, 1)
            let scope = table.string(row, 2)
            // A party stands in the same table: what it is called, for the titles of those who lead it.
            guard scope != "party name" else {
                titles.add(table.string(row, 0), named: names, in: .party)
                continue
            }
            let office = PublicOffice(
                id: table.string(row, 0), titles: names, scope: PublicOffice.Scope(rawValue: scope) ?? .none,
                isShared: !table.bytes(row, 3).isEmpty)
            offices.append(office)
            titles.add(office)
        }
    }

    /// The names of regions or countries, each with its code.
    private mutating func addPlaces(_ table: ImageTable, scopes: [String: PublicOffice.Scope]) {
        for row in 0..<table.count where !table.bytes(row, 0).isEmpty {
            let scope = (scopes.isEmpty ? nil : scopes[table.string(row, 3)]) ?? .country
            let official = table.string(row, 1)
            var names = [official]
            // "Bupati Bogor" is that of Kabupaten Bogor, whatever "Bogor" alone means.
            for head in ["Kabupaten ", "Kota "] where official.hasPrefix(head) {
                names.append(String(official.dropFirst(head.count)))
            }
            names += table.strings(row, 2).map { Self.form($0).text }
            titles.add(table.string(row, 0), named: names, in: scope)
        }
    }

    /// `offices-held.tsv`.
    private mutating func addTerms(_ table: ImageTable) {
        for row in 0..<table.count {
            let term = OfficeTerm(
                office: table.string(row, 1), since: table.optionalString(row, 2), until: table.optionalString(row, 3),
                isActing: !table.bytes(row, 4).isEmpty)
            // `PersonRegistryTests` looks for terms of persons who are not there.
            _ = add(term, of: table.string(row, 0))
        }
    }
}
