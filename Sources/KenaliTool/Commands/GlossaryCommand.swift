import ArgumentParser
import Kenali
import KenaliFormats

struct GlossaryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "glossary",
        abstract: "Lists the abbreviations that the documents use, with what they stand for.",
        discussion: """
            EXAMPLES
              kenali glossary *.txt
              kenali glossary -f jsonl artikel.jsonl
              kenali glossary --lexicon mine.tsv *.txt

            One list for all documents: form, expansion ('?' when nobody says), how often it is used, and where first. \
            An expansion that a document gives is marked; of a form with several readings that nothing in the text \
            decides, the others follow behind 'or:'.
            """
    )

    @OptionGroup var input: InputOptions

    @Option(
        name: [.customShort("f"), .long], help: "'text' for people, 'json', an array, or 'jsonl', one object a line.")
    var format: ListFormat = .text

    @OptionGroup var own: OwnWordsOptions

    func run() throws {
        let extractor = try own.extractor()
        let unit = input.offsets
        var glossary = Glossary()
        // Reports what can't be read; the list itself comes last.
        var reports = DocumentOutput()
        var pipeline = Pipeline(input)
        var failure: ExitCode?
        do {
            try pipeline.run(
                makeState: { ExtractionWorker(extractor) },
                work: { worker, raw, read -> ExtractedDocument? in
                    guard case .success(let document) = read else { return nil }
                    let extraction = worker.extract(from: document.record.text, referenceDate: document.date)
                    return ExtractedDocument(
                        id: document.record.id, name: raw.name(document.record.id), text: document.record.text,
                        extraction: extraction)
                },
                output: &reports,
                consume: { document, _ in
                    glossary.add(document.extraction, of: document.text, id: document.id, unit: unit)
                })
        } catch let error as ExitCode {
            failure = error
        }
        switch format {
        case .text: StandardStreams.write(Array(glossary.report.utf8))
        case .json: StandardStreams.write(Array((glossary.entries.json(.pretty) + "\n").utf8))
        case .jsonl: StandardStreams.write(Array(glossary.entries.map { $0.json() + "\n" }.joined().utf8))
        }
        if let failure { throw failure }
    }
}
