import ArgumentParser
import Kenali
import KenaliFormats

struct ExtractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Finds mentions and what they speak of.",
        discussion: """
            EXAMPLES
              kenali extract berita.txt
              kenali extract -f jsonl < in.jsonl > out.jsonl
              kenali extract -k person,ministry -f tsv -r arsip/

            FORMATS
            \(ExtractionFormats.all.map { "  \($0.name)".padded(to: 17) + $0.summary }.joined(separator: "\n"))

            An input line of JSON Lines is {"id": ..., "text": ..., "date": "YYYY-MM-DD"}; id and date may be missing. A \
            line that can't be read gives {"id": ..., "line": ..., "error": ...}: line n out answers line n in.
            """
    )

    @OptionGroup var input: InputOptions
    @OptionGroup var output: OutputOptions

    @Option(
        name: [.customShort("d"), .long],
        help: ArgumentHelp("The day the text was written, for documents that don't say.", valueName: "YYYY-MM-DD"),
        transform: { text in
            guard let date = CalendarDate(text) else {
                throw ValidationError("'\(text)' is no day of the form YYYY-MM-DD")
            }
            return date
        })
    var referenceDate: CalendarDate?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "Kinds to report, with commas: \(MentionKind.allCases.map(\.rawValue).joined(separator: ","))",
            valueName: "kinds"),
        transform: { text in
            let known = MentionKind.allCases.map(\.rawValue)
            let names = text.split(separator: ",").map(String.init)
            guard !names.isEmpty else {
                throw ValidationError("no kind of mention is named; there are \(known.joined(separator: ", "))")
            }
            return try Set(
                names.map { name in
                    guard let kind = MentionKind(rawValue: name) else {
                        let near = NearNames.nearest(to: name, among: known).map { "; did you mean '\($0)'?" }
                        throw ValidationError(
                            "'\(name)' is no kind of mention\(near ?? "; there are \(known.joined(separator: ", "))")")
                    }
                    return kind
                })
        })
    var kinds: Set<MentionKind> = Set(MentionKind.allCases)

    /// What a worker keeps from document to document.
    private struct Bench: ~Copyable, Sendable {
        var worker: ExtractionWorker
        var writer: any ExtractionFormat
    }

    @MainActor func run() async throws {
        let extractor = Extractor(kinds: kinds)
        let defaultDate = referenceDate
        var pipeline = Pipeline(input)
        let writer = output.writer(unit: input.offsets, isSingleDocument: pipeline.isSingleDocument())
        var documents = DocumentOutput(head: writer.head, separator: writer.separator, tail: writer.tail(after:))
        try await pipeline.run(
            makeState: { Bench(worker: ExtractionWorker(extractor), writer: writer) },
            work: { bench, raw, read in
                var bytes: [UInt8] = []
                switch read {
                case .success(let document):
                    let record = document.record
                    let extraction = bench.worker.extract(
                        from: record.text, referenceDate: document.date ?? defaultDate)
                    bench.writer.write(
                        ExtractedDocument(
                            id: record.id, name: raw.name(record.id), text: record.text, extraction: extraction),
                        to: &bytes)
                case .failure(let failure):
                    bench.writer.write(
                        FailedDocument(id: failure.id, line: failure.error.line, error: failure.error.reason),
                        to: &bytes)
                    // Formats without lines to match leave it out.
                    if bytes.isEmpty { return nil }
                }
                return bytes
            },
            output: &documents,
            consume: { bytes, output in output.append(bytes) })
    }
}
