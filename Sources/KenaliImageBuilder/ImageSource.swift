import KenaliLexicon
import KenaliRules
import KenaliStorage

/// The tables and rules that an image is made of.
struct ImageSource {
    private let classes: SourceFile
    private let tables: [SourceFile]
    private let rules: [SourceFile]

    init(_ files: [SourceFile]) throws(BuildError) {
        guard let classes = files.first(where: { $0.name == "classes.tsv" }) else {
            throw BuildError(messages: ["error: classes.tsv is missing"])
        }
        self.classes = classes
        tables = files.filter { $0.name.hasSuffix(".tsv") && $0.name != "classes.tsv" }
            .sorted { BuiltInTables.place(of: $0.name) < BuiltInTables.place(of: $1.name) }
        rules = files.filter { $0.name.hasSuffix(".rules") }
    }

    func image() throws(BuildError) -> [UInt8] {
        var writer = ImageWriter()
        try writeWords(into: &writer)
        try writeRegistries(into: &writer)
        writer.add("rules.files", texts: rules.flatMap { [Array($0.name.utf8), $0.bytes] })
        return writer.bytes()
    }

    private func writeWords(into writer: inout ImageWriter) throws(BuildError) {
        let declarations: ClassDeclarations
        do throws(LexiconError) {
            declarations = try ClassDeclarations(classes.bytes.span, named: classes.name)
        } catch {
            throw mistake(error, in: classes)
        }
        var builtIn = BuiltInTables(declarations)
        var errors = BuildError()
        for table in tables {
            do throws(LexiconError) {
                try builtIn.add(table.bytes.span, named: table.name)
            } catch {
                errors.add(table, line: error.line, "\(error.reason)")
            }
        }
        guard errors.messages.isEmpty else { throw errors }
        do throws(LexiconError) {
            try declarations.checkExamples(in: builtIn.lexicon)
        } catch {
            throw mistake(error, in: classes)
        }
        try grammar(for: builtIn.lexicon).lexicon.write(into: &writer)
    }

    private func writeRegistries(into writer: inout ImageWriter) throws(BuildError) {
        for table in tables {
            do throws(LexiconError) {
                if table.name == "ministries.tsv" { try MinistryRegistry.write(table.bytes.span, into: &writer) }
            } catch {
                throw mistake(error, in: table)
            }
        }
        do throws(LexiconError) {
            var persons = PersonRegistryWriter(
                Dictionary(tables.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first }))
            try persons.write(into: &writer)
        } catch {
            throw mistake(error, in: tables.first { $0.name == error.file } ?? classes)
        }
    }

    /// The rules compiled for a lexicon, to which they add the words that they name.
    private func grammar(for lexicon: Lexicon) throws(BuildError) -> Grammar {
        do throws(RuleError) {
            let files = rules.map { (name: $0.name, text: String(decoding: $0.bytes, as: UTF8.self)) }
            return try Grammar(rules: RuleFile.rules(of: files), lexicon: lexicon)
        } catch {
            var mistake = BuildError()
            for file in rules where file.name == error.file {
                mistake.add(file, line: error.line, column: error.column, error.reason)
            }
            throw mistake
        }
    }

    private func mistake(_ error: LexiconError, in file: SourceFile) -> BuildError {
        var mistake = BuildError()
        mistake.add(file, line: error.line, "\(error.reason)")
        return mistake
    }
}
