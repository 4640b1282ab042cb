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

    /// The extractor with all that, and the kinds that can be asked for.
    func extractor() throws -> Extractor {
        guard !lexicon.isEmpty || !rules.isEmpty else { return Extractor() }
        var words = Lexicon.builtIn
        var own = CustomRules()
        for path in lexicon { try add(path, to: &words) }
        for path in rules {
            let bytes = try Self.read(path)
            do {
                if path.hasSuffix(".jsonl") {
                    try EntityRulerFile.read(bytes.span, named: path, into: &own)
                } else {
                    guard let text = String(validating: bytes, as: UTF8.self) else {
                        throw CustomRulesError("\(path): not UTF-8")
                    }
                    try own.add(rules: text, named: path)
                }
            } catch {
                try Self.refuse("\(error)")
            }
        }
        do {
            return try Extractor(lexicon: words, rules: own)
        } catch {
            try Self.refuse("\(error)")
            return Extractor()
        }
    }

    private func add(_ path: String, to words: inout Lexicon) throws {
        let bytes = try Self.read(path)
        do {
            // A class that is new is of use only to rules of one's own.
            try words.add(table: bytes.span, named: path, makesClasses: !rules.isEmpty)
        } catch {
            try Self.refuse("\(error)")
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

    /// Says what is wrong with words or rules, line by line, and ends.
    private static func refuse(_ reason: String) throws {
        for line in reason.split(separator: "\n", omittingEmptySubsequences: false) {
            StandardStreams.complain(String(line))
        }
        throw ExitCode(ExitStatus.malformed)
    }
}
