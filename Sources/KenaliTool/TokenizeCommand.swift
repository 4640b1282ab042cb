import ArgumentParser
import KenaliFormats
import KenaliText

struct TokenizeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tokenize",
        abstract: "Cuts text into tokens and sentences.",
        discussion: "As text it prints a token a line: start, end, class and the token itself, separated by tabs."
    )

    @OptionGroup var input: InputOptions

    @Option(help: "'text', 'json' or 'jsonl'.")
    var format: OutputFormat = .text

    @Flag(help: "With --format text, print sentences instead of tokens: start, end and the sentence on one line.")
    var sentences = false

    func run() throws {
        var tokenizer = Tokenizer()
        let splitter = SentenceSplitter()
        var output = DocumentOutput(format: format, isSingleDocument: input.isSingleDocument)
        let reader = DocumentReader(input)
        try reader.forEachDocument(&output) { document, output in
            var tokens = tokenizer.tokens(of: document.text)
            let found = splitter.sentences(of: &tokens, in: document.text.utf8Span.span)
            let record = TokensRecord(tokens, found, of: document.text, id: document.id, unit: input.offsets)
            if format != .text {
                try output.encode(record)
            } else if sentences {
                for (sentence, place) in zip(found, record.sentences) {
                    let text = document.text.substring(sentence.utf8Range).split(whereSeparator: \.isNewline)
                    output.write("\(place.start)\t\(place.end)\t\(text.joined(separator: " "))\n")
                }
            } else {
                for token in record.tokens {
                    output.write("\(token.start)\t\(token.end)\t\(token.class)\t\(token.text)\n")
                }
            }
        }
    }
}
