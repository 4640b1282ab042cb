import KenaliLexicon
import KenaliRules
import KenaliStorage

/// The tables and rules that an image is made of, and texts to train their automaton on.
struct ImageSource {
    private let declarations: ClassDeclarations
    private let classes: SourceFile
    private let tables: [SourceFile]
    private let rules: [SourceFile]
    /// Texts to train the automaton on.
    private let texts: [SourceFile]
    /// From how many expected meetings on a step that no text leads to is learnt as well: what the size of a program allows.
    private static let leastMeetings = 0.058

    init(_ files: [SourceFile]) throws(BuildError) {
        guard let classes = files.first(where: { $0.name == "classes.tsv" }) else {
            throw BuildError(messages: ["error: classes.tsv is missing"])
        }
        self.classes = classes
        tables = files.filter { $0.name.hasSuffix(".tsv") && $0.name != "classes.tsv" }
            .sorted { BuiltInTables.place(of: $0.name) < BuiltInTables.place(of: $1.name) }
        rules = files.filter { $0.name.hasSuffix(".rules") }
        texts = files.filter { $0.name.hasSuffix(".txt") }
        do throws(LexiconError) {
            declarations = try ClassDeclarations(classes.bytes.span, named: classes.name)
        } catch {
            throw Self.mistake(error, in: classes)
        }
    }

    /// The Swift file that names the classes.
    func classFile() -> [UInt8] { ClassFile.swift(declarations.all) }

    func image() throws(BuildError) -> [UInt8] {
        var writer = ImageWriter()
        try writeWords(into: &writer)
        try writeRules(into: &writer)
        try writeRegistries(into: &writer)
        writer.add("rules.files", texts: rules.flatMap { [Array($0.name.utf8), $0.bytes] })
        return writer.bytes()
    }

    private func writeWords(into writer: inout ImageWriter) throws(BuildError) {
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
            throw Self.mistake(error, in: classes)
        }
        writer.add("classes.described", texts: builtIn.descriptions)
        try grammar(for: builtIn.lexicon).lexicon.write(into: &writer)
    }

    private func writeRegistries(into writer: inout ImageWriter) throws(BuildError) {
        for table in tables {
            do throws(LexiconError) {
                if table.name == "ministries.tsv" { try MinistryRegistry.write(table.bytes.span, into: &writer) }
            } catch {
                throw Self.mistake(error, in: table)
            }
        }
        do throws(LexiconError) {
            var persons = PersonRegistryWriter(
                Dictionary(tables.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first }))
            try persons.write(into: &writer)
        } catch {
            throw Self.mistake(error, in: tables.first { $0.name == error.file } ?? classes)
        }
    }

    /// Writes the rules, compiled for the words as they stand in the image, where they have other numbers than in the tables;
    /// and of their automaton the part that the rules' examples, the texts and the words of the tables lead to.
    private func writeRules(into writer: inout ImageWriter) throws(BuildError) {
        let lexicon: Lexicon
        do throws(Image.Flaw) {
            lexicon = Lexicon(try Image(PackedBytes(writer.bytes())))
        } catch {
            throw BuildError(messages: ["error: the image of the words cannot be read: \(error)"])
        }
        var examples: [String] = []
        do throws(RuleError) {
            for rule in try definitions() { examples += try rule.examples().map(\.text) }
        } catch {
            throw mistake(error)
        }
        // A builder that is not optimised would take longer than this saves: its image is as right, and slower on new text.
        #if DEBUG
            let trained = try grammar(for: lexicon).trained(on: examples)
        #else
            let trained = try grammar(for: lexicon)
                .trained(
                    on: examples + texts.map(TrainingText.plain), words: TrainingText.words(of: tables),
                    foreseeing: Self.leastMeetings)
        #endif
        trained.write(into: &writer)
    }

    /// The rules compiled for a lexicon, to which they add the words that they name.
    private func grammar(for lexicon: Lexicon) throws(BuildError) -> Grammar {
        do throws(RuleError) {
            return try Grammar(rules: definitions(), lexicon: lexicon)
        } catch {
            throw mistake(error)
        }
    }

    private func definitions() throws(RuleError) -> [RuleDefinition] {
        try RuleFile.rules(of: rules.map { (name: $0.name, text: String(decoding: $0.bytes, as: UTF8.self)) })
    }

    private func mistake(_ error: RuleError) -> BuildError {
        var mistake = BuildError()
        for file in rules where file.name == error.file {
            mistake.add(file, line: error.line, column: error.column, error.reason)
        }
        return mistake
    }

    private static func mistake(_ error: LexiconError, in file: SourceFile) -> BuildError {
        var mistake = BuildError()
        mistake.add(file, line: error.line, "\(error.reason)")
        return mistake
    }
}
