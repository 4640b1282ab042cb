import ArgumentParser
import KenaliFormats
import KenaliText

struct TokenizeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tokenize",
        abstract: "Cuts text into tokens and sentences.",
        discussion: """
            As text it prints a token a line: start, end, class and the token itself, separated by tabs, and behind it the \
            rule that made it, when it is not a segment as ICU gives it.

            Rules: link, email, handle, hashtag, date, clock, amount, hyphen, superscript, dotted, initial, \
            abbreviation, currency, ampersand, run, slash. All but slash are in use unless told otherwise.
            """
    )

    @OptionGroup var input: InputOptions

    @Option(help: "'text', 'json' or 'jsonl'.")
    var format: OutputFormat = .text

    @Flag(help: "With --format text, print sentences instead of tokens: start, end and the sentence on one line.")
    var sentences = false

    @Flag(help: "Print ICU's bare segments, white space included.")
    var unicode = false

    @Option(help: ArgumentHelp("Rules to use besides the usual ones, with commas between.", valueName: "rules"))
    var join: RuleNames?

    @Option(help: ArgumentHelp("Rules not to use, with commas between.", valueName: "rules"))
    var noJoin: RuleNames?

    func validate() throws {
        if unicode, join != nil || noJoin != nil {
            throw ValidationError("--unicode joins nothing; leave out --join and --no-join.")
        }
    }

    func run() throws {
        var policy = TokenPolicy.indonesian
        for name in join?.names ?? [] { policy.enable(name) }
        for name in noJoin?.names ?? [] { policy.enable(name, false) }
        var tokenizer = Tokenizer()
        var segments = Tokens()
        var tokens = Tokens()
        let splitter = SentenceSplitter()
        var output = DocumentOutput(format: format, isSingleDocument: input.isSingleDocument)
        let reader = DocumentReader(input)
        try reader.forEachDocument(&output) { document, output in
            let bytes = document.text.utf8Span.span
            tokenizer.tokenize(bytes, into: &segments)
            var found = splitter.sentences(of: &segments, in: bytes)
            if unicode {
                tokenizer.segment(bytes, into: &tokens)
            } else {
                policy.makeTokens(of: segments, &found, in: bytes, into: &tokens)
            }
            let record = TokensRecord(
                tokens, found, of: document.text, id: document.id, unit: input.offsets, policy: policy)
            output.writeHeading(document.id)
            if format != .text {
                try output.encode(record)
            } else if sentences {
                for (sentence, place) in zip(found, record.sentences) {
                    let text = document.text.substring(sentence.utf8Range).split(whereSeparator: \.isNewline)
                    output.write("\(place.start)\t\(place.end)\t\(text.joined(separator: " "))\n")
                }
            } else {
                for token in record.tokens {
                    let text =
                        token.text.unicodeScalars.contains(where: \.properties.isWhitespace)
                        ? token.text.debugDescription : token.text
                    let rule = token.rule.map { "\t\($0)" } ?? ""
                    output.write("\(token.start)\t\(token.end)\t\(token.class)\t\(text)\(rule)\n")
                }
            }
        }
    }
}

/// Names of a policy's rules, with commas between.
struct RuleNames: ExpressibleByArgument {
    var names: [String] = []

    init?(argument: String) {
        names = argument.split(separator: ",").map(String.init)
        guard !names.isEmpty, Set(names).isSubset(of: TokenPolicy.indonesian.ruleNames) else { return nil }
    }
}
