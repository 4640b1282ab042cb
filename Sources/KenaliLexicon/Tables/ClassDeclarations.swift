import KenaliText

/// The word classes, declared once: `Sources/KenaliData/classes.tsv`.
package struct ClassDeclarations: Sendable {
    /// A class.
    package struct Declaration: Sendable, Hashable {
        package var name: String
        /// The lists that may use it, by their names without `.tsv`.
        package var tables: [String]
        /// What belongs to it, in a sentence.
        package var members: String
        /// A form that belongs to it.
        package var example: String
        /// A form that doesn't, though one might think so.
        package var counterexample: String
        /// Where it is declared.
        package var line: Int
    }

    /// The most classes that may be built in: at least forty numbers are left for those of users.
    package static let limit = WordClasses.limit - 40

    /// All classes, in the order of the file.
    package private(set) var all: [Declaration] = []
    private let file: String
    private var places: [String: Int] = [:]

    /// Reads the table of classes.
    package init(_ bytes: Span<UInt8>, named file: String) throws(LexiconError) {
        self.file = file
        var table = TableReader(bytes)
        var columns: [Int] = []
        for name in ["class", "tables", "members", "example", "counterexample"] {
            guard let column = table.column(name) else {
                throw LexiconError(file: file, line: max(1, table.line), reason: .missingColumn(name))
            }
            columns.append(column)
        }
        while table.next() {
            let fields = columns.map { table.string($0) }
            try add(
                Declaration(
                    name: fields[0], tables: fields[1].split(separator: ",").map(String.init), members: fields[2],
                    example: fields[3], counterexample: fields[4], line: table.line))
        }
    }

    /// Makes a declaration, for tests.
    package init(_ names: [String]) {
        file = ""
        all = names.map {
            Declaration(name: $0, tables: [], members: "", example: "", counterexample: "", line: 0)
        }
    }

    private mutating func add(_ declaration: Declaration) throws(LexiconError) {
        guard ![declaration.name, declaration.members, declaration.example, declaration.counterexample].contains(""),
            !declaration.tables.isEmpty
        else {
            throw error("a class has a name, tables, what belongs to it, an example and a counter-example", declaration)
        }
        guard places[declaration.name] == nil else {
            throw error("'\(declaration.name)' is declared above", declaration)
        }
        guard all.count < Self.limit else { throw error("there are more than \(Self.limit) classes", declaration) }
        places[declaration.name] = all.count
        all.append(declaration)
    }

    private func error(_ what: String, _ declaration: Declaration) -> LexiconError {
        LexiconError(file: file, line: declaration.line, reason: .declaration(what))
    }

    // MARK: - Checks

    /// Finds the first row of a list with a class that is not for it.
    func check(_ rows: borrowing RowCollector, _ names: ClassNames) throws(LexiconError) {
        let table = rows.file.hasSuffix(".tsv") ? String(rows.file.dropLast(4)) : rows.file
        var allowed = WordClasses.none
        for (index, declaration) in all.enumerated()
        where declaration.tables.isEmpty || declaration.tables.contains(table) {
            allowed.formUnion(WordClasses(index: index))
        }
        for index in rows.rows.indices {
            var others = rows.rows[index].classes.subtracting(allowed)
            if let other = others.popFirst() {
                throw LexiconError(
                    file: rows.file, line: rows.lines[index], reason: .classNotForTable(names.all[other]))
            }
        }
    }

    /// Finds a class whose example does not belong to it, or whose counter-example does.
    package func checkExamples(in lexicon: Lexicon) throws(LexiconError) {
        for declaration in all {
            guard let classes = lexicon.classes(named: declaration.name) else { continue }
            if !lexicon.hasForm(declaration.example, in: classes) {
                throw error("the example '\(declaration.example)' is not in '\(declaration.name)'", declaration)
            }
            if lexicon.hasForm(declaration.counterexample, in: classes) {
                throw error(
                    "the counter-example '\(declaration.counterexample)' is in '\(declaration.name)'", declaration)
            }
        }
    }
}

extension Lexicon {
    /// Whether a form, written so, is a word or phrase of a class.
    package func hasForm(_ form: String, in classes: WordClasses) -> Bool {
        var reader = FormReader()
        let bytes = form.utf8Span.span
        reader.read(bytes)
        guard let part = reader.parts.first, let first = find(bytes.extracting(part.range)) else { return false }
        guard reader.parts.count > 1 else { return !self.classes(of: first, part.shape).isDisjoint(with: classes) }
        var node = phrases(after: first)
        for part in reader.parts.dropFirst() {
            node = node.flatMap { node in find(bytes.extracting(part.range)).flatMap { step(node, $0) } }
        }
        guard let node else { return false }
        var tokens: [Token] = []
        for part in reader.parts {
            tokens.append(
                Token(
                    start: UInt32(part.range.lowerBound), end: UInt32(part.range.upperBound), shape: part.shape))
        }
        return !self.classes(at: node, tokens.span).isDisjoint(with: classes)
    }
}
