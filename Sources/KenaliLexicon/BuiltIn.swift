import KenaliText

extension Lexicon {
    /// The lexicon inside the binary, made on first use.
    public static let builtIn = loadBuiltIn()

    /// A lexicon of the lists inside the binary that nobody shares, so that a grammar can add its words without a copy.
    package static func loadBuiltIn() -> Lexicon {
        var lexicon = Lexicon()
        // A new word comes with about 32 bytes of table.
        lexicon.reserveCapacity(EmbeddedFile.all.reduce(0) { $0 + $1.bytes.count } / 32)
        do throws(LexiconError) {
            for file in EmbeddedFile.all where file.name.hasSuffix(".tsv") { try lexicon.add(file) }
        } catch {
            // `LexiconDataTests` reads every row, so that this is never reached in a release.
            preconditionFailure("\(error)")
        }
        return lexicon
    }

    /// Adds an embedded table. Most have the columns of ``add(table:named:)``; a few record more.
    private mutating func add(_ file: EmbeddedFile) throws(LexiconError) {
        switch file.name {
        case "ministries.tsv": try addMinistries(file)
        case "persons.tsv": try addPersons(file)
        case "offices-held.tsv", "public-offices.tsv", "everyday-roles.tsv": break  // for `PersonRegistry` alone
        case "regions.tsv": try addRegions(file)
        case "districts.tsv": try addDistricts(file)
        case "countries.tsv": try addCountries(file)
        case "places.tsv": try addPlaces(file)
        case "sentence-words.tsv": try addOpeners(file)
        case let name where name.hasPrefix("acronyms-"): try addGlossary(file)
        default: try add(table: file.bytes, named: file.name)
        }
    }

    /// Abbreviations. The value of an `acronym` is its expansion; its field is a class `domain.law`, and those of persons
    /// are `acronym.person` besides, foreign ones
    /// `acronym.foreign`.
    private mutating func addGlossary(_ file: EmbeddedFile) throws(LexiconError) {
        var rows = TypedRows(file)
        let form = try rows.column("form")
        let expansion = try rows.column("expansion")
        let domain = try rows.column("domain")
        let language = try rows.column("language")
        let acronym = try classes("acronym", for: rows)
        let foreign = try classes("acronym.foreign", for: rows)
        let person = try classes("acronym.person", for: rows)
        // Rows come in groups of one domain.
        var domainRange = 0..<0
        var rowClasses = acronym
        while rows.table.next() {
            let field = rows.table.range(domain)
            if !rows.table.equal(field, domainRange) {
                domainRange = field
                let name = rows.table.string(domain)
                rowClasses = try classes("domain." + name, for: rows).union(acronym)
                if name == "person" { rowClasses.formUnion(person) }
            }
            let code = rows.table.range(language)
            let isForeign = !code.isEmpty && rows.table.bytes[code.lowerBound] != UInt8(ascii: "i")
            try add(
                rows.table.range(form), of: &rows, as: isForeign ? rowClasses.union(foreign) : rowClasses,
                value: rows.table.range(expansion))
        }
    }

    /// The registry of ministries. The value of a `ministry` is its id, and so is that of an `office`, the minister's
    /// titles; behind the id of vice ministers' titles stands a `*`.
    ///
    /// Names and blends that begin with "Kemen" are entered in small letters, as posts write them: no other word begins
    /// like that. What stands behind "Kementerian" is a `ministry.field`, for names that share the word, and in small letters a
    /// `ministry.field.lower`. A form marked
    /// `?` is `ambiguous`: services of provinces and regencies are called so, too.
    private mutating func addMinistries(_ file: EmbeddedFile) throws(LexiconError) {
        var rows = TypedRows(file)
        let id = try rows.column("id")
        let name = try rows.column("name")
        let forms = try rows.column("forms")
        let minister = try rows.column("minister")
        let vice = try rows.column("vice_minister")
        let ministry = try classes("ministry", for: rows)
        let field = try classes("ministry.field", for: rows)
        let ambiguous = try classes("ambiguous", for: rows).union(ministry)
        let office = try classes("office", for: rows)
        let kind = try rows.column("kind")
        while rows.table.next() {
            // Agencies are there for the history alone.
            guard rows.table.range(kind).isEmpty else { continue }
            let officialName = rows.table.range(name)
            let value = rows.table.bytes.extracting(rows.table.range(id))
            for form in [officialName] + rows.table.alternatives(forms) {
                let bytes = rows.table.bytes.extracting(form)
                if bytes.starts(with: "?") {
                    try add(
                        form.lowerBound + 1..<form.upperBound, of: &rows, as: ambiguous, value: rows.table.range(id))
                    continue
                }
                guard bytes.starts(with: "Kemen") else {
                    try add(form, of: &rows, as: ministry, value: rows.table.range(id))
                    continue
                }
                var small = bytes.folded
                try add(small.span, ministry, value: value, &rows.forms, at: (rows.file, rows.table.line))
                if bytes.starts(with: "Kementerian ") {
                    let rest = bytes.extracting(droppingFirst: 12)
                    try add(rest, field, value: value, &rows.forms, at: (rows.file, rows.table.line))
                    let small = rest.folded
                    let lower = try classes("ministry.field.lower", for: rows)
                    try add(small.span, lower, value: value, &rows.forms, at: (rows.file, rows.table.line))
                }
                // "Kementerian Sosialnya", "kemensosnya": words that only a clitic keeps out of the list.
                guard form == officialName || small.allSatisfy({ $0 &- UInt8(ascii: "a") < 26 }) else { continue }
                small += Array("nya".utf8)
                try add(small.span, ministry, value: value, &rows.forms, at: (rows.file, rows.table.line))
            }
            for title in rows.table.alternatives(minister) {
                try add(title, of: &rows, as: office, value: rows.table.range(id))
            }
            let viceValue = Array(rows.table.string(id).utf8) + [UInt8(ascii: "*")]
            for title in rows.table.alternatives(vice) {
                let bytes = rows.table.bytes.extracting(title)
                try add(bytes, office, value: viceValue.span, &rows.forms, at: (rows.file, rows.table.line))
            }
        }
    }

    /// The words that begin sentences are ordinary ones; the rest of the table is for `SentenceSplitter` alone.
    private mutating func addOpeners(_ file: EmbeddedFile) throws(LexiconError) {
        var rows = TypedRows(file)
        let form = try rows.column("form")
        let value = try rows.column("value")
        let common = try classes("common", for: rows)
        while rows.table.next() {
            guard rows.table.string(value) == "opener" else { continue }
            try add(rows.table.range(form), of: &rows, as: common, value: 0..<0)
        }
    }

    /// Countries and their capitals. The value of a `country` is its code, a tab, and its usual name.
    private mutating func addCountries(_ file: EmbeddedFile) throws(LexiconError) {
        var rows = TypedRows(file)
        let code = try rows.column("code")
        let name = try rows.column("name")
        let forms = try rows.column("forms")
        let capital = try rows.column("capital")
        let country = try classes("country", for: rows)
        let city = try classes("city", for: rows)
        while rows.table.next() {
            let value = rows.table.range(code).lowerBound..<rows.table.range(name).upperBound
            for form in [rows.table.range(name)] + rows.table.alternatives(forms) {
                try addPlace(form, of: &rows, as: country, value: value)
            }
            for form in rows.table.alternatives(capital) { try addPlace(form, of: &rows, as: city, value: 0..<0) }
        }
    }

    /// Indonesia's provinces, regencies and cities. The value is the code, a tab, and the official name.
    private mutating func addRegions(_ file: EmbeddedFile) throws(LexiconError) {
        var rows = TypedRows(file)
        let code = try rows.column("code")
        let name = try rows.column("name")
        let `class` = try rows.column("class")
        let forms = try rows.column("forms")
        while rows.table.next() {
            let kind = try classes(rows.table.string(`class`), for: rows)
            let value = rows.table.range(code).lowerBound..<rows.table.range(name).upperBound
            for form in [rows.table.range(name)] + rows.table.alternatives(forms) {
                try addPlace(form, of: &rows, as: kind, value: value)
            }
        }
    }

    /// Indonesia's districts: `district.coded`, which say nothing by themselves. The value is the code, a tab, and the name.
    private mutating func addDistricts(_ file: EmbeddedFile) throws(LexiconError) {
        var rows = TypedRows(file)
        let code = try rows.column("code")
        let name = try rows.column("name")
        let district = try classes("district.coded", for: rows)
        while rows.table.next() {
            let value = rows.table.range(code).lowerBound..<rows.table.range(name).upperBound
            try add(rows.table.range(name), of: &rows, as: district, value: value)
        }
    }

    /// Adds a form of a place, `place.sure` unless it is marked `?`; and as posts write it, in small letters: `realm.lower`.
    private mutating func addPlace(
        _ form: Range<Int>, of rows: inout TypedRows, as kind: WordClasses, value: Range<Int>
    ) throws(LexiconError) {
        if rows.table.bytes[form.lowerBound] == UInt8(ascii: "?") {
            try add(form.lowerBound + 1..<form.upperBound, of: &rows, as: kind, value: value)
        } else {
            try add(form, of: &rows, as: kind.union(classes("place.sure", for: rows)), value: value)
            let small = rows.table.bytes.extracting(form).folded
            let lower = try classes("realm.lower", for: rows)
            let bytes = rows.table.bytes.extracting(value)
            try add(small.span, lower, value: bytes, &rows.forms, at: (rows.file, rows.table.line))
        }
    }

    /// Other places. The value is the canonical name where it is another one.
    ///
    /// The table tells more types than rules ask for: waters, mountains and buildings are one class, `landmark`.
    private mutating func addPlaces(_ file: EmbeddedFile) throws(LexiconError) {
        var rows = TypedRows(file)
        let form = try rows.column("form")
        let `class` = try rows.column("class")
        let canonical = try rows.column("canonical")
        let sure = try classes("place.sure", for: rows)
        // Rows come in groups of one class.
        var field = 0..<0
        var rowClasses = WordClasses.none
        while rows.table.next() {
            if !rows.table.equal(rows.table.range(`class`), field) {
                field = rows.table.range(`class`)
                let parts = rows.table.string(`class`).split(separator: ",")
                let type = parts.first.map(String.init) ?? ""
                rowClasses = try classes(Self.landmarkTypes.contains(type) ? "landmark" : type, for: rows)
                if !parts.dropFirst().contains("ambiguous") { rowClasses.formUnion(sure) }
            }
            try add(rows.table.range(form), of: &rows, as: rowClasses, value: rows.table.range(canonical))
        }
    }

    private static let landmarkTypes: Set = ["sea", "mountain", "river", "lake"]

    /// The class of this name, for the rows of a table.
    private mutating func classes(_ name: String, for rows: borrowing TypedRows) throws(LexiconError) -> WordClasses {
        guard let classes = self.class(named: name) else {
            throw LexiconError(file: rows.file, line: rows.table.line, reason: .tooManyClasses)
        }
        return classes
    }

    /// Adds a field of the current row as a form.
    private mutating func add(
        _ form: Range<Int>, of rows: inout TypedRows, as classes: WordClasses, value: Range<Int>
    ) throws(LexiconError) {
        let bytes = rows.table.bytes
        try add(
            bytes.extracting(form), classes, value: bytes.extracting(value), &rows.forms,
            at: (rows.file, rows.table.line))
    }
}

extension Span where Element == UInt8 {
    fileprivate func starts(with text: StaticString) -> Bool {
        guard count >= text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { buffer in buffer.indices.allSatisfy { self[$0] == buffer[$0] } }
    }

    /// The bytes with ASCII's capitals made small.
    fileprivate var folded: [UInt8] {
        indices.map { index in
            let byte = self[index]
            return byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
        }
    }
}

/// The rows of an embedded table with columns of its own.
private struct TypedRows: ~Copyable, ~Escapable {
    let file: String
    var table: TableReader
    var forms = FormReader()

    @_lifetime(immortal)
    init(_ file: EmbeddedFile) {
        self.file = file.name
        table = TableReader(file.bytes)
    }

    func column(_ name: String) throws(LexiconError) -> Int {
        guard let column = table.column(name) else {
            throw LexiconError(file: file, line: table.line, reason: .missingColumn(name))
        }
        return column
    }
}

extension MinistryRegistry {
    /// The registry inside the binary, read on first use.
    public static let builtIn: MinistryRegistry = {
        var registry = MinistryRegistry()
        guard let file = EmbeddedFile(named: "ministries.tsv") else { return registry }
        do throws(LexiconError) {
            try registry.add(file)
        } catch {
            // `LexiconDataTests` reads every row, so that this is never reached in a release.
            preconditionFailure("\(error)")
        }
        return registry
    }()

    private mutating func add(_ file: EmbeddedFile) throws(LexiconError) {
        var rows = TypedRows(file)
        let id = try rows.column("id")
        let name = try rows.column("name")
        let forms = try rows.column("forms")
        let minister = try rows.column("minister")
        let vice = try rows.column("vice_minister")
        let since = try rows.column("since")
        let until = try rows.column("until")
        let predecessors = try rows.column("predecessors")
        let successors = try rows.column("successors")
        let attached = try rows.column("attached")
        let kind = try rows.column("kind")
        while rows.table.next() {
            append(
                Ministry(
                    id: rows.table.string(id),
                    name: rows.table.string(name),
                    // The mark of forms that services share is for the lexicon alone.
                    forms: rows.table.strings(forms).map { $0.hasPrefix("?") ? String($0.dropFirst()) : $0 },
                    ministerTitles: rows.table.strings(minister),
                    viceMinisterTitles: rows.table.strings(vice),
                    attachedBody: rows.table.optionalString(attached),
                    since: rows.table.optionalString(since),
                    until: rows.table.optionalString(until),
                    predecessors: rows.table.strings(predecessors),
                    successors: rows.table.strings(successors),
                    isAgency: !rows.table.range(kind).isEmpty))
        }
    }
}

extension TableReader {
    fileprivate func strings(_ column: Int) -> [String] {
        alternatives(column).map { String(copying: bytes.extracting($0)) }
    }

    fileprivate func optionalString(_ column: Int) -> String? {
        range(column).isEmpty ? nil : string(column)
    }
}
