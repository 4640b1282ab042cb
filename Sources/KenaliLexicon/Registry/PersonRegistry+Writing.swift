package import KenaliStorage

/// Makes the registry of persons ready for an image, from its tables.
package struct PersonRegistryWriter {
    /// A table by its file's name without folder.
    private let tables: [String: [UInt8]]
    private var persons: [PublicPerson] = []
    private var titles = OfficeTitlesWriter()

    package init(_ tables: [String: [UInt8]]) { self.tables = tables }

    /// Writes the registry as ``PersonRegistry/init(_:ministries:)`` reads it.
    package mutating func write(into writer: inout ImageWriter) throws(LexiconError) {
        let indices = try writePersons(into: &writer)
        try addMinisters()
        try writeOffices(into: &writer)
        try addPlaces("regions.tsv", scopes: ["province": .province, "regency": .regency, "city": .city])
        try addPlaces("countries.tsv", scopes: [:])
        titles.write(into: &writer)
        try writeTerms(indices, into: &writer)
        var roles: [String: Int] = [:]
        for row in try rows("everyday-roles.tsv", ["form", "against"]) {
            guard let strength = ["": 0, "short": 1, "within": 2][row.cells[1]] else {
                throw LexiconError(
                    file: "everyday-roles.tsv", line: row.line,
                    reason: .declaration("'\(row.cells[1])' is neither short nor within"))
            }
            roles[row.cells[0]] = strength
        }
        let forms = roles.keys.sorted(by: Self.precedes)
        writer.add("persons.everydayRoles", texts: forms.map { Array($0.utf8) })
        writer.add("persons.everydayRoles.strength", forms.map { roles[$0] ?? 0 })
    }

    /// A row of a table: the cells of the columns that were asked for.
    private struct Row {
        var cells: [String]
        var line: Int

        func list(_ column: Int) -> [String] { cells[column].split(separator: "|").map(String.init) }
    }

    private func rows(_ file: String, _ columns: [String]) throws(LexiconError) -> [Row] {
        let bytes = tables[file] ?? []
        var table = TableReader(bytes.span)
        var places: [Int] = []
        for name in columns {
            guard let place = table.column(name) else {
                throw LexiconError(file: file, line: max(1, table.line), reason: .missingColumn(name))
            }
            places.append(place)
        }
        var rows: [Row] = []
        while table.next() { rows.append(Row(cells: places.map { table.string($0) }, line: table.line)) }
        return rows
    }

    private static func precedes(_ one: String, _ other: String) -> Bool {
        one.utf8.lexicographicallyPrecedes(other.utf8)
    }

    private static func write(_ name: String, _ rows: [Row], into writer: inout ImageWriter) {
        writer.add(name + ".cells", texts: rows.flatMap { $0.cells.map { Array($0.utf8) } })
    }

    // MARK: - Tables

    /// `persons.tsv`. Answers the place of each person.
    private mutating func writePersons(into writer: inout ImageWriter) throws(LexiconError) -> [String: Int] {
        let rows = try rows("persons.tsv", PublicPersons.columns)
        var indices: [String: Int] = [:]
        for row in rows {
            guard indices[row.cells[0]] == nil else {
                throw LexiconError(file: "persons.tsv", line: row.line, reason: .duplicate(row.cells[0]))
            }
            indices[row.cells[0]] = persons.count
            persons.append(
                PublicPerson(id: row.cells[0], name: row.cells[1], forms: row.list(2), sex: row.cells[3]))
        }
        Self.write("persons", rows, into: &writer)
        writer.add("persons.order", rows.indices.sorted { Self.precedes(rows[$0].cells[0], rows[$1].cells[0]) })
        PersonNameIndex.write(persons, into: &writer)
        return indices
    }

    /// The titles of ministers.
    private mutating func addMinisters() throws(LexiconError) {
        for row in try rows("ministries.tsv", ["id", "minister", "vice_minister", "kind"]) where row.cells[3].isEmpty {
            titles.add("minister:\(row.cells[0])", titles: row.list(1))
            titles.add("vice_minister:\(row.cells[0])", titles: row.list(2))
        }
    }

    /// `public-offices.tsv`.
    private mutating func writeOffices(into writer: inout ImageWriter) throws(LexiconError) {
        var offices: [Row] = []
        for row in try rows("public-offices.tsv", PublicOffices.columns) {
            // A party stands in the same table: what it is called, for the titles of those who lead it.
            if row.cells[2] == "party name" {
                titles.add(row.cells[0], named: row.list(1), in: .party)
            } else if let scope = PublicOffice.Scope(rawValue: row.cells[2]) {
                titles.add(row.cells[0], titles: row.list(1), at: scope == .none ? nil : offices.count)
                offices.append(row)
            } else {
                throw LexiconError(
                    file: "public-offices.tsv", line: row.line,
                    reason: .declaration("there is no scope '\(row.cells[2])'"))
            }
        }
        Self.write("offices", offices, into: &writer)
        writer.add(
            "offices.order", offices.indices.sorted { Self.precedes(offices[$0].cells[0], offices[$1].cells[0]) })
    }

    /// The names of regions or countries, each with its code.
    private mutating func addPlaces(
        _ file: String, scopes: [String: PublicOffice.Scope]
    ) throws(LexiconError) {
        let columns = ["code", "name", "forms"] + (scopes.isEmpty ? [] : ["class"])
        for row in try rows(file, columns) where !row.cells[0].isEmpty {
            let scope = scopes.isEmpty ? .country : scopes[row.cells[3]] ?? .country
            let official = row.cells[1]
            var names = [official]
            // "Bupati Bogor" is that of Kabupaten Bogor, whatever "Bogor" alone means.
            for head in ["Kabupaten ", "Kota "] where official.hasPrefix(head) {
                names.append(String(official.dropFirst(head.count)))
            }
            names += row.list(2).map { PublicPerson.form($0).text }
            titles.add(row.cells[0], named: names, in: scope)
        }
    }

    /// `offices-held.tsv`.
    private func writeTerms(_ indices: [String: Int], into writer: inout ImageWriter) throws(LexiconError) {
        let rows = try rows("offices-held.tsv", OfficeTerms.columns)
        var holders: [Int] = []
        var byPerson = Array(repeating: [Int](), count: persons.count)
        var byOffice: [String: [Int]] = [:]
        for (index, row) in rows.enumerated() {
            guard let person = indices[row.cells[0]] else {
                throw LexiconError(
                    file: "offices-held.tsv", line: row.line,
                    reason: .declaration("persons.tsv has no person '\(row.cells[0])'"))
            }
            holders.append(person)
            byPerson[person].append(index)
            byOffice[row.cells[1], default: []].append(index)
        }
        Self.write("terms", rows, into: &writer)
        writer.add("terms.persons", holders)
        writer.add("terms.byPerson", byPerson.flatMap { $0 })
        writer.add("terms.personStarts", byPerson.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) })
        let offices = byOffice.keys.sorted(by: Self.precedes)
        writer.add("terms.offices", texts: offices.map { Array($0.utf8) })
        writer.add("terms.byOffice", offices.flatMap { byOffice[$0] ?? [] })
        writer.add(
            "terms.officeStarts", offices.reduce(into: [0]) { $0.append(($0.last ?? 0) + (byOffice[$1]?.count ?? 0)) })
    }
}

/// Makes ``OfficeTitles`` ready for an image.
private struct OfficeTitlesWriter {
    /// What a phrase is: the offices that it names whole, and the places of those of something.
    private struct Entry {
        var offices: [String] = []
        var heads: [Int] = []
    }

    private var entries: [String: Entry] = [:]
    private var places: [String: String] = [:]
    private var names: [String: String] = [:]
    private var longest = 1

    private mutating func phrase(of title: String) -> String {
        let words = TitleWords(title)
        longest = max(longest, words.count)
        return String(decoding: words.bytes, as: UTF8.self)
    }

    /// Adds an office, one of its kind or that at a place among the offices of which there are many.
    mutating func add(_ id: String, titles: [String], at place: Int? = nil) {
        for title in titles {
            let phrase = phrase(of: title)
            if let place {
                entries[phrase, default: Entry()].heads.append(place)
            } else {
                entries[phrase, default: Entry()].offices.append(id)
            }
        }
    }

    /// Adds the names of something that offices are of, the usual one first.
    mutating func add(_ id: String, named all: [String], in scope: PublicOffice.Scope) {
        names["\(scope.rawValue)\t\(id)"] = all.first
        for name in all {
            let key = "\(scope.rawValue)\t\(phrase(of: name))"
            if places[key] == nil { places[key] = id }
        }
    }

    func write(into writer: inout ImageWriter) {
        let phrases = sorted(entries)
        writer.add("titles.phrases", texts: phrases.map { Array($0.key.utf8) })
        writer.add("titles.offices", texts: phrases.flatMap { $0.value.offices.map { Array($0.utf8) } })
        writer.add(
            "titles.officeStarts", phrases.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.value.offices.count) })
        writer.add("titles.heads", phrases.flatMap(\.value.heads))
        writer.add("titles.headStarts", phrases.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.value.heads.count) })
        for (name, values, table) in [
            ("titles.places", "titles.placeIDs", places), ("titles.ids", "titles.names", names),
        ] {
            writer.add(name, texts: sorted(table).map { Array($0.key.utf8) })
            writer.add(values, texts: sorted(table).map { Array($0.value.utf8) })
        }
        writer.add("titles.longest", [longest])
    }

    private func sorted<Value>(_ table: [String: Value]) -> [(key: String, value: Value)] {
        table.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }
}
