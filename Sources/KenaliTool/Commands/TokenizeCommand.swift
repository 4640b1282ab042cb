import ArgumentParser
import KenaliFormats
import KenaliText

struct TokenizeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tokenize",
        abstract: "Cuts text into tokens and sentences.",
        discussion: """
            EXAMPLES
              kenali tokenize berita.txt
              kenali tokenize --sentences berita.txt
              kenali tokenize --join slash --no-join hyphen berita.txt

            As text it prints a token a line: start, end, class and the token itself, separated by tabs, and behind it the \
            rule that made it, when it is not a segment as ICU gives it.

            Rules: link, email, handle, hashtag, date, clock, amount, hyphen, superscript, dotted, initial, \
            abbreviation, currency, ampersand, run, slash. All but slash are in use unless told otherwise.
            """
    )

    @OptionGroup var input: InputOptions

    @Option(name: [.customShort("f"), .long], help: "'text', 'json' or 'jsonl'.")
    var format: ListFormat = .text

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
        var pipeline = Pipeline(input)
        let isSingle = pipeline.isSingleDocument()
        let writer = TokensWriter(
            policy: unicode ? nil : policy, unit: input.offsets, format: format, showsSentences: sentences,
            isSingleDocument: isSingle)
        var output =
            format == .json && !isSingle
            ? DocumentOutput(head: "[\n", separator: ",\n") { $0 == 0 ? "]\n" : "\n]\n" }
            : DocumentOutput(separator: format == .text && !isSingle ? "\n" : "")
        try pipeline.run(
            makeState: { TokensBench() },
            work: { bench, raw, read in writer.bytes(of: read, name: raw.name, &bench) },
            output: &output,
            consume: { bytes, output in output.append(bytes) })
    }
}

/// What a worker keeps from document to document.
private struct TokensBench: ~Copyable, Sendable {
    var tokenizer = Tokenizer()
    var segments = Tokens()
    var tokens = Tokens()
    let splitter = SentenceSplitter()
}

/// Writes the tokens of documents.
private struct TokensWriter: Sendable {
    /// Nil for ICU's bare segments.
    var policy: TokenPolicy?
    var unit: OffsetUnit
    var format: ListFormat
    var showsSentences: Bool
    var isSingleDocument: Bool

    func bytes(
        of read: Result<ReadDocument, UnreadDocument>, name: (DocumentIdentifier?) -> String, _ bench: inout TokensBench
    ) -> [UInt8]? {
        switch read {
        case .failure(let failure):
            guard format != .text else { return nil }
            return json(FailedDocument(id: failure.id, line: failure.error.line, error: failure.error.reason))
        case .success(let document):
            let record = record(document, &bench)
            guard format == .text else { return json(record) }
            let heading = isSingleDocument ? "" : "==> \(name(document.record.id).oneLine) <==\n"
            return Array((heading + (showsSentences ? sentences(record) : tokens(record))).utf8)
        }
    }

    private func json(_ record: some JSONRepresentable) -> [UInt8] {
        var bytes = Array(record.json(format == .json ? .pretty : .line).utf8)
        if format == .jsonl || isSingleDocument { bytes.append(0x0A) }
        return bytes
    }

    private func record(_ document: ReadDocument, _ bench: inout TokensBench) -> TokensRecord {
        let bytes = document.record.text.utf8Span.span
        bench.tokenizer.tokenize(bytes, into: &bench.segments)
        var found = bench.splitter.sentences(of: &bench.segments, in: bytes)
        if let policy {
            policy.makeTokens(of: bench.segments, &found, in: bytes, into: &bench.tokens)
        } else {
            bench.tokenizer.segment(bytes, into: &bench.tokens)
        }
        return TokensRecord(
            bench.tokens, found, of: document.record.text, id: document.record.id, unit: unit,
            policy: policy ?? .indonesian)
    }

    private func sentences(_ record: TokensRecord) -> String {
        record.sentences.map { sentence in
            let words = sentence.text.split(whereSeparator: \.isNewline).joined(separator: " ")
            return "\(sentence.start)\t\(sentence.end)\t\(words)\n"
        }.joined()
    }

    private func tokens(_ record: TokensRecord) -> String {
        record.tokens.map { token in
            let isBlank = token.text.unicodeScalars.contains(where: \.properties.isWhitespace)
            let text = isBlank ? token.text.debugDescription : token.text
            return "\(token.start)\t\(token.end)\t\(token.class)\t\(text)\(token.rule.map { "\t\($0)" } ?? "")\n"
        }.joined()
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
