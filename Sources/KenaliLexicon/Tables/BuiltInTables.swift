import KenaliText

/// Reads the word lists of `Sources/KenaliData/Lexicon`. Most have the columns of
/// ``Lexicon/add(table:named:makesClasses:)-(Span<UInt8>,_,_)``; a few record more, and are read by a function of their own.
package struct BuiltInTables {
    /// What was read so far.
    package private(set) var lexicon: Lexicon
    private let declarations: ClassDeclarations
    /// How many rows each class has.
    private var counts: [Int]

    package init(_ declarations: ClassDeclarations) {
        self.declarations = declarations
        lexicon = Lexicon(classes: declarations.all.map(\.name))
        counts = Array(repeating: 0, count: declarations.all.count)
    }

    /// Where a table stands among all: of two readings of a form that of the first table is the more usual.
    package static func place(of file: String) -> (Int, String) { (file == "acronyms-society.tsv" ? 1 : 0, file) }

    /// Adds a table, named by its file's name without folder.
    ///
    /// - Throws: the first error of the table; then nothing of it was added.
    package mutating func add(_ bytes: Span<UInt8>, named file: String) throws(LexiconError) {
        var rows = TypedRows(file: file, bytes, lexicon.names)
        switch file {
        case "ministries.tsv": try rows.readMinistries()
        case "persons.tsv": try rows.readPersons()
        case "offices-held.tsv", "public-offices.tsv", "everyday-roles.tsv": return  // for `PersonRegistry` alone
        case "regions.tsv": try rows.readRegions()
        case "districts.tsv": try rows.readDistricts()
        case "countries.tsv": try rows.readCountries()
        case "places.tsv": try rows.readPlaces()
        case "sentence-words.tsv": try rows.readOpeners()
        case "given-names.tsv", "family-names.tsv": try rows.readNames(lexicon.names)
        case let name where name.hasPrefix("acronyms-"): try rows.readGlossary()
        default: try rows.collector.read(bytes, lexicon.names, isUsers: false)
        }
        try declarations.check(rows.collector, lexicon.names)
        try lexicon.add(rows.collector)
        for row in rows.collector.rows where !row.isRemoval {
            var classes = row.classes
            while let index = classes.popFirst() { counts[index] += 1 }
        }
    }

    /// What is said of the classes, for ``WordClassDescription``.
    package var descriptions: [[UInt8]] {
        zip(declarations.all, counts).flatMap { declaration, count in
            [declaration.name, declaration.members, declaration.example, declaration.counterexample, String(count)]
                .map { Array($0.utf8) }
        }
    }
}

/// The rows of a table with columns of its own.
private struct TypedRows: ~Copyable, ~Escapable {
    var table: TableReader
    var collector: RowCollector
    private let names: ClassNames

    @_lifetime(copy bytes)
    init(file: String, _ bytes: Span<UInt8>, _ names: ClassNames) {
        table = TableReader(bytes)
        collector = RowCollector(file: file)
        self.names = names
    }

    /// Abbreviations. The value of an `acronym` is its expansion; its field is a class `domain.law`, and those of persons
    /// are `acronym.person` besides, foreign ones `acronym.foreign`.
    mutating func readGlossary() throws(LexiconError) {
        let form = try column("form")
        let expansion = try column("expansion")
        let domain = try column("domain")
        let language = try column("language")
        let acronym = try classes("acronym")
        let foreign = try classes("acronym.foreign")
        let person = try classes("acronym.person")
        // Rows come in groups of one domain.
        var domainRange = 0..<0
        var rowClasses = acronym
        while next() {
            let field = table.range(domain)
            if !table.equal(field, domainRange) {
                domainRange = field
                let name = table.string(domain)
                rowClasses = try classes("domain." + name).union(acronym)
                if name == "person" { rowClasses.formUnion(person) }
            }
            let code = table.range(language)
            let isForeign = !code.isEmpty && table.bytes[code.lowerBound] != UInt8(ascii: "i")
            try add(
                table.range(form), as: isForeign ? rowClasses.union(foreign) : rowClasses,
                value: table.range(expansion))
        }
    }

    /// The registry of ministries. The value of a `ministry` is its id, and so is that of an `office`, the minister's
    /// titles; behind the id of vice ministers' titles stands a `*`.
    ///
    /// Names that begin with "Kemen" and blends that begin with "Kem" ("Kemdikbud") are entered in small letters, as posts
    /// write them: no other word is like that. What stands behind "Kementerian" is a `ministry.field`, for names that share the word, and in small letters
    /// a `ministry.field.lower`. A form marked `?` is `ambiguous`: services of provinces and regencies are called so, too.
    mutating func readMinistries() throws(LexiconError) {
        let id = try column("id")
        let name = try column("name")
        let forms = try column("forms")
        let minister = try column("minister")
        let vice = try column("vice_minister")
        let kind = try column("kind")
        let ministry = try classes("ministry")
        let ambiguous = try classes("ambiguous").union(ministry)
        let office = try classes("office")
        while next() {
            // Agencies are there for the history alone.
            guard table.range(kind).isEmpty else { continue }
            let value = table.range(id)
            let officialName = table.range(name)
            for form in [officialName] + table.alternatives(forms) {
                let bytes = table.bytes.extracting(form)
                if bytes.starts(with: "?") {
                    try add(form.lowerBound + 1..<form.upperBound, as: ambiguous, value: value)
                } else if bytes.starts(with: "Kem"), bytes.starts(with: "Kemen") || bytes.isOneWord {
                    try addBlend(bytes, ministry, value: table.bytes.extracting(value), isName: form == officialName)
                } else {
                    try add(form, as: ministry, value: value)
                }
            }
            for title in table.alternatives(minister) { try add(title, as: office, value: value) }
            let viceValue = Array(table.string(id).utf8) + [UInt8(ascii: "*")]
            for title in table.alternatives(vice) {
                try collector.append(table.bytes.extracting(title), office, value: viceValue.span)
            }
        }
    }

    /// Adds a name or blend that begins with "Kemen" or "Kem".
    private mutating func addBlend(
        _ bytes: Span<UInt8>, _ ministry: WordClasses, value: Span<UInt8>, isName: Bool
    ) throws(LexiconError) {
        var small = bytes.folded
        try collector.append(small.span, ministry, value: value)
        if bytes.starts(with: "Kementerian ") {
            let rest = bytes.extracting(droppingFirst: 12)
            try collector.append(rest, classes("ministry.field"), value: value)
            let smallRest = rest.folded
            try collector.append(smallRest.span, classes("ministry.field.lower"), value: value)
        }
        // "Kementerian Sosialnya", "kemensosnya": words that only a clitic keeps out of the list.
        guard isName || small.allSatisfy({ $0 &- UInt8(ascii: "a") < 26 }) else { return }
        small += Array("nya".utf8)
        try collector.append(small.span, ministry, value: value)
    }

    /// The persons of the registry: a full name is `person.known`, another name `person.alias` with the full name as value.
    ///
    /// Names that others bear, too, need the text around them as any other name does; a nickname of several words holds in
    /// the document all the same.
    mutating func readPersons() throws(LexiconError) {
        let name = try column("name")
        let forms = try column("forms")
        let known = try classes("person.known")
        let alias = try classes("person.alias")
        while next() {
            var full = table.range(name)
            if table.bytes[full.lowerBound] == UInt8(ascii: "?") {
                full = full.lowerBound + 1..<full.upperBound
            } else {
                try add(full, as: known, value: 0..<0)
            }
            for form in table.alternatives(forms) where table.bytes[form.lowerBound] != UInt8(ascii: "?") {
                let start = form.lowerBound + (table.bytes[form.lowerBound] == UInt8(ascii: "~") ? 1 : 0)
                try add(start..<form.upperBound, as: alias, value: full)
            }
        }
    }

    /// The words that begin sentences are ordinary ones; the rest of the table is for `SentenceSplitter` alone.
    mutating func readOpeners() throws(LexiconError) {
        let form = try column("form")
        let value = try column("value")
        let common = try classes("common")
        while next() {
            guard table.string(value) == "opener" else { continue }
            try add(table.range(form), as: common, value: 0..<0)
        }
    }

    /// Countries and their capitals. The value of a `country` is its code, a tab, and its usual name.
    mutating func readCountries() throws(LexiconError) {
        let code = try column("code")
        let name = try column("name")
        let forms = try column("forms")
        let capital = try column("capital")
        let country = try classes("country")
        let city = try classes("city")
        while next() {
            let value = table.range(code).lowerBound..<table.range(name).upperBound
            for form in [table.range(name)] + table.alternatives(forms) {
                try addPlace(form, as: country, value: value)
            }
            for form in table.alternatives(capital) { try addPlace(form, as: city, value: 0..<0) }
        }
    }

    /// Indonesia's provinces, regencies and cities. The value is the code, a tab, and the official name.
    mutating func readRegions() throws(LexiconError) {
        let code = try column("code")
        let name = try column("name")
        let `class` = try column("class")
        let forms = try column("forms")
        while next() {
            let kind = try classes(table.string(`class`))
            let value = table.range(code).lowerBound..<table.range(name).upperBound
            for form in [table.range(name)] + table.alternatives(forms) { try addPlace(form, as: kind, value: value) }
        }
    }

    /// Indonesia's districts: `district.coded`, which say nothing by themselves. The value is the code, a tab, and the name.
    mutating func readDistricts() throws(LexiconError) {
        let code = try column("code")
        let name = try column("name")
        let district = try classes("district.coded")
        while next() {
            let value = table.range(code).lowerBound..<table.range(name).upperBound
            try add(table.range(name), as: district, value: value)
        }
    }

    /// Adds a form of a place, `place.sure` unless it is marked `?`; and as posts write it, in small letters: `realm.lower`,
    /// and `country.lower` where it is a country or a province.
    private mutating func addPlace(
        _ form: Range<Int>, as kind: WordClasses, value: Range<Int>
    ) throws(LexiconError) {
        if table.bytes[form.lowerBound] == UInt8(ascii: "?") {
            try add(form.lowerBound + 1..<form.upperBound, as: kind, value: value)
        } else {
            try add(form, as: kind.union(classes("place.sure")), value: value)
            let small = table.bytes.extracting(form).folded
            let needsNoContext = try [classes("country"), classes("province")].contains(kind)
            let lower = try classes(needsNoContext ? "realm.lower,country.lower" : "realm.lower")
            try collector.append(small.span, lower, value: table.bytes.extracting(value))
        }
    }

    /// Parts of names; and in small letters, as posts and records write them: `name.lower` those that are nothing else,
    /// `name.lower.weak` the others.
    mutating func readNames(_ names: ClassNames) throws(LexiconError) {
        try collector.read(table.bytes, names, isUsers: false)
        let ambiguous = try classes("ambiguous")
        let lower = try classes("name.lower")
        let weak = try classes("name.lower.weak")
        for index in collector.rows.indices where collector.rows[index].words.count == 1 {
            let row = collector.rows[index]
            collector.line = collector.lines[index]
            try collector.append(small: row.words[0].bytes, row.classes.isDisjoint(with: ambiguous) ? lower : weak)
        }
    }

    /// Other places. The value is the canonical name where it is another one.
    ///
    /// The table tells more types than rules ask for: waters, mountains and buildings are one class, `landmark`.
    mutating func readPlaces() throws(LexiconError) {
        let form = try column("form")
        let `class` = try column("class")
        let canonical = try column("canonical")
        let sure = try classes("place.sure")
        // Rows come in groups of one class.
        var field = 0..<0
        var rowClasses = WordClasses.none
        while next() {
            if !table.equal(table.range(`class`), field) {
                field = table.range(`class`)
                let parts = table.string(`class`).split(separator: ",")
                let type = parts.first.map(String.init) ?? ""
                rowClasses = try classes(Self.landmarkTypes.contains(type) ? "landmark" : type)
                if !parts.dropFirst().contains("ambiguous") { rowClasses.formUnion(sure) }
            }
            try add(table.range(form), as: rowClasses, value: table.range(canonical))
        }
    }

    private static let landmarkTypes: Set = ["sea", "mountain", "river", "lake"]

    // MARK: - What all use

    private mutating func next() -> Bool {
        guard table.next() else { return false }
        collector.line = table.line
        return true
    }

    private func column(_ name: String) throws(LexiconError) -> Int {
        guard let column = table.column(name) else {
            throw LexiconError(file: collector.file, line: table.line, reason: .missingColumn(name))
        }
        return column
    }

    /// The class of this name.
    private func classes(_ name: String) throws(LexiconError) -> WordClasses {
        try collector.classes(named: name, names)
    }

    /// Adds a field of the current row as a form.
    private mutating func add(_ form: Range<Int>, as classes: WordClasses, value: Range<Int>) throws(LexiconError) {
        try collector.append(table.bytes.extracting(form), classes, value: table.bytes.extracting(value))
    }
}

extension Span where Element == UInt8 {
    fileprivate func starts(with text: StaticString) -> Bool {
        guard count >= text.utf8CodeUnitCount else { return false }
        // Safe: the indices are the buffer's own, and the guard keeps them inside the span.
        return text.withUTF8Buffer { buffer in buffer.indices.allSatisfy { unsafe self[$0] == buffer[$0] } }
    }

    /// Whether there is no blank in it.
    fileprivate var isOneWord: Bool { !indices.contains { self[$0] == UInt8(ascii: " ") } }

    /// The bytes with ASCII's capitals made small.
    fileprivate var folded: [UInt8] {
        indices.map { self[$0].folded }
    }
}
