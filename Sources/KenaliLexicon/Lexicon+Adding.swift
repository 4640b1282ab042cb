import KenaliText

/// A form with what a list says of it, taken apart and found in order.
struct FormRow: Hashable {
    /// A token of the form.
    struct Word: Hashable {
        var bytes: [UInt8]
        var rule: CaseRule
    }

    var words: [Word]
    var classes: WordClasses
    var value: [UInt8]
    /// Whether the form is taken out of the classes.
    var isRemoval = false
}

extension Lexicon {
    /// A row of a list: a word or phrase with the class it belongs to.
    public struct Row: Sendable, Hashable, Codable {
        /// The word or phrase. It matches itself and every spelling with more capitals: `pak` matches pak, Pak and PAK,
        /// `Mei` matches Mei and MEI, `DAK` matches DAK alone. With a `-` in front it is taken out of the class, however
        /// it is written.
        public var form: String
        /// The name of its class, or several, separated by commas.
        public var `class`: String
        /// What the class asks for: the expansion of an acronym, the full name of a person; empty when it is nothing.
        public var value: String

        /// A row of a table.
        public init(form: String, class: String, value: String = "") {
            self.form = form
            self.class = `class`
            self.value = value
        }
    }

    /// Adds the rows of a table with the columns `form`, `class` and, if wanted, `value`: UTF-8, fields separated by tabs;
    /// lines that start with `#` are skipped.
    ///
    /// Classes are separated by commas; they are those of the built-in lexicon (`Sources/KenaliData/classes.tsv` says what
    /// belongs to each) and those made by ``addClass(named:)``. A form matches itself and every spelling with more
    /// capitals. One with a `-` in front is taken out of the classes, however it is written.
    ///
    /// - Parameters:
    ///   - file: The name of the table, for errors.
    ///   - makesClasses: Whether a class that there isn't is made, for rules of one's own; else it is an error.
    /// - Throws: The first error, with its line; then nothing was added.
    /// - Complexity: O(*n*), *n* the number of bytes.
    public mutating func add(
        table bytes: Span<UInt8>, named file: String, makesClasses: Bool = false
    ) throws(LexiconError) {
        try add(table: bytes, named: file) { _ in makesClasses }
    }

    /// Adds the rows of a table, as ``add(table:named:makesClasses:)-(Span<UInt8>,_,_)`` does, of the classes that there
    /// aren't making those that `isMade` says.
    package mutating func add(
        table bytes: Span<UInt8>, named file: String, makingClasses isMade: (String) -> Bool
    ) throws(LexiconError) {
        var rows = RowCollector(file: file)
        // Kept only when all rows are in order.
        var known = names
        try rows.addClasses(of: bytes, to: &known, where: isMade)
        try rows.read(bytes, known)
        try add(rows)
        names = known
    }

    /// Adds the rows of a table given as a string, as ``add(table:named:makesClasses:)-(Span<UInt8>,_,_)`` does.
    public mutating func add(table: String, named file: String, makesClasses: Bool = false) throws(LexiconError) {
        try add(table: table.utf8Span.span, named: file, makesClasses: makesClasses)
    }

    /// Adds rows. In errors the line is the place of the row, from 1.
    ///
    /// - Throws: The first error; then nothing was added.
    /// - Complexity: O(*n*), *n* the number of bytes.
    public mutating func add(_ rows: some Sequence<Row>, named name: String = "rows") throws(LexiconError) {
        var collector = RowCollector(file: name)
        for row in rows {
            collector.line += 1
            let classes = try collector.classes(named: row.class, names)
            try collector.append(row.form.utf8Span.span, classes, value: row.value.utf8Span.span, isUsers: true)
        }
        try add(collector)
    }

    /// Makes a class of one's own, for words that rules of one's own ask for. Does nothing when there is one of this name.
    ///
    /// - Throws: ``LexiconError/Reason/tooManyClasses`` when there are as many as there can be already.
    public mutating func addClass(named name: String) throws(LexiconError) {
        guard names.add(name) else { throw LexiconError(file: name, line: 1, reason: .tooManyClasses) }
    }

    /// Adds rows that are in order. Only what is taken out may still be an error, and is found before anything is changed.
    mutating func add(_ rows: borrowing RowCollector) throws(LexiconError) {
        for index in rows.rows.indices where rows.rows[index].isRemoval {
            try check(rows.rows[index], at: (rows.file, rows.lines[index]))
        }
        for index in rows.rows.indices { insert(rows.rows[index]) }
    }

    private mutating func insert(_ row: FormRow) {
        var ids: [LexemeID] = []
        for word in row.words { ids.append(intern(word.bytes.span)) }
        let first = ids[0]
        let phrases = phrases(after: first)
        change { overlay, sets in
            if ids.count == 1 {
                overlay.insert(row, as: first, &sets)
            } else {
                overlay.insert(row, as: ids, from: phrases, &sets)
            }
        }
    }

    /// Finds a row that takes a form out of a class that it isn't in.
    private func check(_ row: FormRow, at place: (file: String, line: Int)) throws(LexiconError) {
        var known = WordClasses.none
        let words = row.words.map { find($0.bytes.span) }
        if let first = words[0] {
            if row.words.count == 1 {
                known = classes(of: first, [.initialUpper, .allUpper])
            } else {
                var node = phrases(after: first)
                for word in words.dropFirst() { node = node.flatMap { node in word.flatMap { step(node, $0) } } }
                if let node {
                    var readings = ReadingCursor(at: node, in: self)
                    while let reading = readings.next(in: self) { known.formUnion(classSets[reading.classes]) }
                }
            }
        }
        guard known.isSuperset(of: row.classes) else {
            var missing = row.classes.subtracting(known)
            let name = missing.popFirst().map { classNames[$0] } ?? ""
            throw LexiconError(file: place.file, line: place.line, reason: .notInClass(form: row.form, class: name))
        }
    }
}

extension WordOverlay {
    /// Says of a word what a row does.
    fileprivate mutating func insert(_ row: FormRow, as id: LexemeID, _ sets: inout ClassSets) {
        var word = editableWord(id)
        if row.isRemoval {
            for rule in CaseRule.allCases { word[rule] = sets.intern(sets[word[rule]].subtracting(row.classes)) }
            word.readings = chain(word.readings, without: row.classes, &sets)
        } else {
            let rule = row.words[0].rule
            let set = sets.intern(row.classes)
            word[rule] = sets.union(word[rule], set)
            // Without a value the classes say it all.
            if !row.value.isEmpty { append(row.reading(set), value: row.value.span, to: &word.readings) }
        }
        self.set(word, for: id)
    }

    /// Says of a phrase what a row does.
    fileprivate mutating func insert(
        _ row: FormRow, as ids: [LexemeID], from first: PhraseTrie.Node?, _ sets: inout ClassSets
    ) {
        var node = first ?? addRoot(of: ids[0])
        for id in ids.dropFirst() { node = extend(node, id) }
        var readings = editableReadings(at: node)
        if row.isRemoval {
            readings = chain(readings, without: row.classes, &sets)
        } else {
            append(row.reading(sets.intern(row.classes)), value: row.value.span, to: &readings)
        }
        set(readings, at: node)
    }
}

extension FormRow {
    /// The reading that the row is, in a set of classes.
    fileprivate func reading(_ classes: ClassSets.ID) -> Reading {
        var reading = Reading(classes: classes, value: 0..<0, initial: 0, upper: 0)
        for (index, word) in words.enumerated() {
            switch word.rule {
            case .any: break
            case .initial: reading.initial |= 1 << UInt32(index)
            case .upper: reading.upper |= 1 << UInt32(index)
            }
        }
        return reading
    }

    /// The form, for an error.
    var form: String { words.map { String(copying: $0.bytes.span) }.joined(separator: " ") }
}
