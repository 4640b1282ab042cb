import KenaliText

/// Reads the rows of one list and checks them, before any is added.
struct RowCollector: ~Copyable {
    let file: String
    /// The line that is being read, from 1.
    var line = 0
    private(set) var rows: [FormRow] = []
    /// The line of each row.
    private(set) var lines: [Int] = []
    private var seen: Set<FormRow> = []
    private var forms = FormReader()

    init(file: String) { self.file = file }

    func error(_ reason: LexiconError.Reason) -> LexiconError { LexiconError(file: file, line: line, reason: reason) }

    /// Reads a table with the columns that every list has.
    ///
    /// - Parameter isUsers: Whether a `-` in front of a form takes it out, and no row may stand twice.
    mutating func read(_ bytes: Span<UInt8>, _ names: ClassNames, isUsers: Bool = true) throws(LexiconError) {
        var table = TableReader(bytes)
        line = max(1, table.line)
        guard !table.columns.isEmpty else { throw error(.noColumns) }
        guard let form = table.column("form") else { throw error(.missingColumn("form")) }
        guard let `class` = table.column("class") else { throw error(.missingColumn("class")) }
        let value = table.column("value")
        var classes = WordClasses.none
        var lastClass = 0..<0
        while table.next() {
            line = table.line
            let field = table.range(`class`)
            // Rows come in groups of one class, so its name is mostly that of the row before.
            if field.isEmpty || !table.equal(field, lastClass) {
                lastClass = field
                classes = try self.classes(named: table.string(`class`), names)
            }
            let valueField = value.map { table.range($0) } ?? 0..<0
            try append(
                bytes.extracting(table.range(form)), classes, value: bytes.extracting(valueField), isUsers: isUsers)
        }
    }

    /// Makes the classes of a table that there aren't, as far as wanted.
    mutating func addClasses(
        of bytes: Span<UInt8>, to names: inout ClassNames, where isMade: (String) -> Bool
    ) throws(LexiconError) {
        var table = TableReader(bytes)
        guard let `class` = table.column("class") else { return }
        while table.next() {
            line = table.line
            for name in table.string(`class`).split(separator: ",").map(String.init)
            where names.number(of: name) == nil && isMade(name) && !names.add(name) {
                throw error(.tooManyClasses)
            }
        }
    }

    /// The classes of these names, separated by commas.
    func classes(named list: String, _ names: ClassNames) throws(LexiconError) -> WordClasses {
        var classes = WordClasses.none
        for name in list.split(separator: ",") {
            guard let number = names.number(of: String(name)) else {
                throw error(.unknownClass(String(name), near: names.near(String(name))))
            }
            classes.formUnion(WordClasses(index: number))
        }
        guard !classes.isEmpty else { throw error(.noClass) }
        return classes
    }

    /// Takes a form apart.
    mutating func append(
        _ form: Span<UInt8>, _ classes: WordClasses, value: Span<UInt8>, isUsers: Bool = false
    ) throws(LexiconError) {
        let isRemoval = isUsers && form.count > 1 && form[0] == UInt8(ascii: "-")
        let form = isRemoval ? form.extracting(droppingFirst: 1) : form
        forms.read(form)
        guard !forms.parts.isEmpty else { throw error(.emptyForm) }
        guard forms.parts.count <= Lexicon.longestPhrase else { throw error(.formTooLong) }
        let words = forms.parts.map {
            FormRow.Word(bytes: Array(copying: form.extracting($0.range)), rule: CaseRule($0.shape))
        }
        let row = FormRow(words: words, classes: classes, value: Array(copying: value), isRemoval: isRemoval)
        if isUsers, !seen.insert(row).inserted { throw error(.duplicate(row.form)) }
        rows.append(row)
        lines.append(line)
    }

    /// Takes a word without a value, in small letters.
    mutating func append(small word: [UInt8], _ classes: WordClasses) throws(LexiconError) {
        let small = word.map(\.folded)
        try append(small.span, classes, value: small.span.extracting(first: 0))
    }
}
