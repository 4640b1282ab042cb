import ArgumentParser
import Kenali
import KenaliFormats
import KenaliLexicon

/// Words and rules of the user's own.
struct OwnWordsOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Words of your own: a table with tabs and the columns form, class and, if wanted, value. May be given several \
            times. 'kenali classes' lists the classes.
            """, valueName: "file.tsv"))
    var lexicon: [String] = []

    @Option(
        help: ArgumentHelp(
            """
            Rules of your own: in Kenali's notation, or patterns of spaCy's EntityRuler (.jsonl). May be given several \
            times.
            """, valueName: "file"))
    var rules: [String] = []

    /// The largest file of words or rules.
    private static let limit = 1 << 28

    /// Whether there are none.
    var isEmpty: Bool { lexicon.isEmpty && rules.isEmpty }

    /// The extractor with all that, for these kinds alone.
    func extractor(of kinds: Set<MentionKind>) throws -> Extractor {
        var extractor = try extractor()
        extractor.kinds = kinds
        return extractor
    }

    /// The extractor with all that, and the kinds that can be asked for.
    func extractor() throws -> Extractor {
        guard !isEmpty else { return Extractor() }
        var words = Lexicon.builtIn
        var own = CustomRules()
        // The words that the rules name, classes among them.
        var named: Set<Substring> = []
        var texts: [(path: String, text: String)] = []
        for path in rules where !path.hasSuffix(".jsonl") {
            let bytes = try Self.read(path)
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw Self.refusal("\(path): not UTF-8")
            }
            named.formUnion(text.split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "-" })
            texts.append((path, text))
        }
        for path in lexicon { try add(path, to: &words, named) }
        do {
            for (path, text) in texts { try own.add(rules: text, named: path) }
            for path in rules where path.hasSuffix(".jsonl") { try addPatterns(path, to: &own) }
        } catch let status as ExitCode {
            throw status
        } catch {
            throw Self.refusal("\(error)")
        }
        do {
            return try Extractor(lexicon: words, rules: own)
        } catch {
            throw Self.refusal("\(error)")
        }
    }

    private func addPatterns(_ path: String, to rules: inout CustomRules) throws {
        let bytes = try Self.read(path)
        try EntityRulerFile.read(bytes.span, named: path, into: &rules)
    }

    private func add(_ path: String, to words: inout Lexicon, _ named: Set<Substring>) throws {
        let bytes = try Self.read(path)
        do {
            // A class that rules of one's own ask for is made.
            try words.add(table: bytes.span, named: path) { named.contains($0[...]) }
        } catch {
            throw Self.refusal("\(error)")
        }
    }

    private static func read(_ path: String) throws -> [UInt8] {
        do {
            return try InputFile(path).readAll(limit: limit)
        } catch {
            StandardStreams.complain(error.description)
            throw ExitCode(ExitStatus.unreadable)
        }
    }

    /// Says what is wrong with words or rules, line by line, and gives the status to end with.
    private static func refusal(_ reason: String) -> ExitCode {
        for line in reason.split(separator: "\n", omittingEmptySubsequences: false) {
            StandardStreams.complain(String(line))
        }
        return ExitCode(ExitStatus.malformed)
    }
}
