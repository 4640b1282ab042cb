import KenaliText

extension PersonRegistry {
    /// The registry inside the binary, read on first use.
    public static let builtIn: PersonRegistry = {
        var registry = PersonRegistry()
        registry.addPersons()
        registry.addOffices()
        registry.addTerms()
        registry.addEverydayRoles()
        registry.finish()
        return registry
    }()

    /// `persons.tsv`. A "?" or "~" in front of a name marks one that others bear, too.
    private mutating func addPersons() {
        guard let file = EmbeddedFile(named: "persons.tsv") else { return }
        var table = TableReader(file.bytes)
        guard let id = table.column("id"), let name = table.column("name"), let forms = table.column("forms"),
            let sex = table.column("sex")
        else { return }
        while table.next() {
            let full = Self.form(table.string(name))
            append(
                PublicPerson(
                    id: table.string(id), name: full.text, isCommonName: full.isCommon,
                    forms: table.alternatives(forms).map { Self.form(String(copying: table.bytes.extracting($0))) },
                    sex: PublicPerson.Sex(rawValue: table.string(sex))))
        }
    }

    private static func form(_ text: String) -> PublicPerson.Form {
        text.hasPrefix("?") || text.hasPrefix("~")
            ? PublicPerson.Form(text: String(text.dropFirst()), isCommon: true)
            : PublicPerson.Form(text: text, isCommon: false)
    }

    /// `public-offices.tsv`, the titles of ministers, and the names of what offices are of.
    private mutating func addOffices() {
        for ministry in MinistryRegistry.builtIn.ministries where !ministry.isAgency {
            titles.add("minister:\(ministry.id)", titles: ministry.ministerTitles)
            titles.add("vice_minister:\(ministry.id)", titles: ministry.viceMinisterTitles)
        }
        if let file = EmbeddedFile(named: "public-offices.tsv") {
            var table = TableReader(file.bytes)
            guard let id = table.column("id"), let names = table.column("titles"), let scope = table.column("of"),
                let shared = table.column("shared")
            else { return }
            while table.next() {
                let names = table.alternatives(names).map { String(copying: table.bytes.extracting($0)) }
                // A party stands in the same table: what it is called, for the titles of those who lead it.
                guard table.string(scope) != "party name" else {
                    titles.add(table.string(id), named: names, in: .party)
                    continue
                }
                let office = PublicOffice(
                    id: table.string(id), titles: names,
                    scope: PublicOffice.Scope(rawValue: table.string(scope)) ?? .none,
                    isShared: !table.range(shared).isEmpty)
                offices.append(office)
                titles.add(office)
            }
        }
        addPlaces("regions.tsv", scopes: ["province": .province, "regency": .regency, "city": .city])
        addPlaces("countries.tsv", scopes: [:])
    }

    /// The names of regions or countries, each with its code.
    private mutating func addPlaces(_ name: String, scopes: [String: PublicOffice.Scope]) {
        guard let file = EmbeddedFile(named: name) else { return }
        var table = TableReader(file.bytes)
        guard let code = table.column("code"), let name = table.column("name"), let forms = table.column("forms") else {
            return
        }
        let kind = table.column("class")
        while table.next() {
            guard !table.range(code).isEmpty else { continue }
            let scope = kind.flatMap { scopes[table.string($0)] } ?? .country
            let official = table.string(name)
            var names = [official]
            // "Bupati Bogor" is that of Kabupaten Bogor, whatever "Bogor" alone means.
            for head in ["Kabupaten ", "Kota "] where official.hasPrefix(head) {
                names.append(String(official.dropFirst(head.count)))
            }
            names += table.alternatives(forms).map { Self.form(String(copying: table.bytes.extracting($0))).text }
            titles.add(table.string(code), named: names, in: scope)
        }
    }

    /// `everyday-roles.tsv`.
    private mutating func addEverydayRoles() {
        guard let file = EmbeddedFile(named: "everyday-roles.tsv") else { return }
        var table = TableReader(file.bytes)
        guard let form = table.column("form") else { return }
        while table.next() { everydayRoles.insert(table.string(form)) }
    }

    /// `offices-held.tsv`.
    private mutating func addTerms() {
        guard let file = EmbeddedFile(named: "offices-held.tsv") else { return }
        var table = TableReader(file.bytes)
        guard let person = table.column("person"), let office = table.column("office"),
            let since = table.column("since"), let until = table.column("until"), let acting = table.column("acting")
        else { return }
        while table.next() {
            let term = OfficeTerm(
                office: table.string(office), since: table.range(since).isEmpty ? nil : table.string(since),
                until: table.range(until).isEmpty ? nil : table.string(until), isActing: !table.range(acting).isEmpty)
            // `PersonRegistryTests` looks for terms of persons who are not there.
            _ = add(term, of: table.string(person))
        }
    }
}

extension Lexicon {
    /// The persons of the registry: a full name is `person.known`, another name `person.alias` with the full name as value.
    ///
    /// Names that others bear, too, need the text around them as any other name does; a nickname of several words holds in
    /// the document all the same.
    mutating func addPersons(_ file: EmbeddedFile) throws(LexiconError) {
        var table = TableReader(file.bytes)
        var reader = FormReader()
        guard let name = table.column("name"), let forms = table.column("forms") else {
            throw LexiconError(file: file.name, line: table.line, reason: .missingColumn("name"))
        }
        guard let known = self.class(named: "person.known"), let alias = self.class(named: "person.alias") else {
            throw LexiconError(file: file.name, line: table.line, reason: .tooManyClasses)
        }
        while table.next() {
            var full = table.range(name)
            let place = (file.name, table.line)
            if table.bytes[full.lowerBound] == UInt8(ascii: "?") {
                full = full.lowerBound + 1..<full.upperBound
            } else {
                try add(table.bytes.extracting(full), known, value: Span(), &reader, at: place)
            }
            for form in table.alternatives(forms) where table.bytes[form.lowerBound] != UInt8(ascii: "?") {
                let start = form.lowerBound + (table.bytes[form.lowerBound] == UInt8(ascii: "~") ? 1 : 0)
                try add(
                    table.bytes.extracting(start..<form.upperBound), alias, value: table.bytes.extracting(full),
                    &reader,
                    at: place)
            }
        }
    }
}
