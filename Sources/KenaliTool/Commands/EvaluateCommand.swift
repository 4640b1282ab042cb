import ArgumentParser
import Kenali
import KenaliFormats

struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Tells how well mentions agree with annotated ones.",
        discussion: """
            EXAMPLES
              kenali evaluate gold.jsonl
              kenali evaluate gold.jsonl predicted.jsonl --errors 20
              kenali evaluate label-studio-export.json -f json

            Gold is JSON Lines with "text" and "mentions" (a mention may be "optional": true), an export of Label Studio, or \
            of doccano. Without a second file the texts are extracted from. Documents of two files are matched by their id.

            P, R and F1 count mentions of exactly the same place and kind; 'value' is the share of right values among \
            them, 'links' counts pairs of mentions that speak of one thing.
            """
    )

    @Argument(help: ArgumentHelp("Annotated documents.", valueName: "gold"))
    var gold: String

    @Argument(help: ArgumentHelp("What was found, as Kenali's JSON Lines.", valueName: "predicted"))
    var predicted: String?

    @Option(help: ArgumentHelp("Show so many faults of each kind.", valueName: "count"))
    var errors = 0

    @Option(name: [.customShort("f"), .long], help: "'text' for people, or 'json'.")
    var format: ReportFormat = .text

    @OptionGroup var own: OwnWordsOptions

    func run() throws {
        let documents = try Self.read(gold)
        let evaluation: Evaluation
        if let predicted {
            var byID: [String: AnnotatedText] = [:]
            for document in try Self.read(predicted) { byID[document.id] = document }
            evaluation = Evaluation(documents) { byID[$0.id] }
        } else {
            let found = try extract(documents)
            evaluation = Evaluation(documents) { found[$0.id] }
        }
        let text = format == .json ? evaluation.json(.pretty) + "\n" : evaluation.report(errors: errors)
        StandardStreams.write(Array(text.utf8))
    }

    private func extract(_ documents: [AnnotatedText]) throws -> [String: AnnotatedText] {
        let extractor = try own.extractor()
        var workers = Workers<ExtractionWorker, AnnotatedText, AnnotatedText?>(
            jobs: ProcessorCount.available, makeState: { ExtractionWorker(extractor, makesGlossary: false) }
        ) { worker, document in
            guard let text = document.text else { return nil }
            let date = document.date.flatMap(CalendarDate.init(timestamp:))
            let extraction = worker.extract(from: text, referenceDate: date)
            return AnnotatedText(
                ExtractedDocument(id: .string(document.id), text: text, extraction: extraction))
        }
        var found: [String: AnnotatedText] = [:]
        func take(_ document: AnnotatedText??) { if let document = document ?? nil { found[document.id] = document } }
        for document in documents {
            if workers.isFull { take(workers.next()) }
            workers.submit(document)
        }
        while workers.count > 0 { take(workers.next()) }
        return found
    }

    private static func read(_ path: String) throws -> [AnnotatedText] {
        do throws(InputError) {
            let bytes = try InputFile(path).readAll(limit: 1 << 30)
            do throws(InputRecordError) {
                return try AnnotatedText.read(bytes.span)
            } catch {
                throw InputError(file: path, reason: error.reason, cause: .malformed)
            }
        } catch {
            StandardStreams.complain(error.description)
            throw ExitCode(error.cause == .malformed ? ExitStatus.malformed : ExitStatus.unreadable)
        }
    }
}
