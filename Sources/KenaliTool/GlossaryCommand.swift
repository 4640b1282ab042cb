import ArgumentParser
import Kenali
import KenaliFormats
import KenaliText

struct GlossaryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "glossary",
        abstract: "Lists the abbreviations that the documents use, with what they stand for.",
        discussion: """
            One list for all documents: form, expansion ('?' when nobody says), how often it is used, and where first. \
            An expansion that a document gives is marked; of a form with several readings that nothing in the text \
            decides, the others follow behind 'or:'.
            """
    )

    @OptionGroup var input: InputOptions

    @Option(help: "'text' for people, 'json', an array, or 'jsonl', one object a line.")
    var format: OutputFormat = .text

    func run() throws {
        let extractor = Extractor()
        var glossary = Glossary()
        // Reports what can't be read; the list itself comes last.
        var reports = DocumentOutput(format: .text, isSingleDocument: true)
        var failure: (any Error)?
        do {
            try DocumentReader(input).forEachDocument(&reports) { document, _ in
                glossary.add(
                    extractor.extract(from: document.text), of: document.text, id: document.id, unit: input.offsets)
            }
        } catch let error as ExitCode {
            failure = error
        }
        var output = DocumentOutput(format: format, isSingleDocument: false)
        if format == .text {
            output.write(glossary.report)
            output.flush()
        } else {
            for entry in glossary.entries { try output.encode(entry) }
            output.finish()
        }
        if let failure { throw failure }
    }
}
