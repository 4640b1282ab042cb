import ArgumentParser
import Kenali
import KenaliFormats

struct ExtractCommand: ParsableCommand {
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
    @OptionGroup var own: OwnWordsOptions

    @Option(
        name: [.customShort("d"), .long],
        help: ArgumentHelp("The day the text was written, for documents that don't say.", valueName: "YYYY-MM-DD"),
        transform: CalendarDate.argument)
    var referenceDate: CalendarDate?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "Kinds to report, with commas: \(MentionKind.allCases.map(\.rawValue).joined(separator: ", "))",
            valueName: "kinds"),
        transform: { text in
            let names = text.split(separator: ",").map(String.init)
            guard !names.isEmpty else {
                let known = MentionKind.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("no kind of mention is named; there are \(known)")
            }
            return names
        })
    var kinds: [String] = []

    /// The extractor with the kinds alone that were asked for.
    private func limited(_ extractor: Extractor) throws -> Extractor {
        guard !kinds.isEmpty else { return extractor }
        var extractor = extractor
        let known = extractor.kinds
        let names = known.map(\.rawValue).sorted()
        extractor.kinds = try Set(
            kinds.map { name in
                guard let kind = MentionKind(rawValue: name), known.contains(kind) else {
                    let near = NearNames.nearest(to: name, among: names).map { "; did you mean '\($0)'?" }
                    throw ValidationError(
                        "'\(name)' is no kind of mention\(near ?? "; there are \(names.joined(separator: ", "))")")
                }
                return kind
            })
        return extractor
    }

    func run() throws {
        let extractor = try limited(own.extractor())
        var pipeline = Pipeline(input)
        let isSingle = pipeline.isSingleDocument()
        let writer = output.writer(unit: input.offsets, isSingleDocument: isSingle || output.output != nil)
        let work = ExtractionWork(defaultDate: referenceDate, isToFiles: output.output != nil)
        let makeBench: @Sendable () -> ExtractionWork.Bench = {
            ExtractionWork.Bench(worker: ExtractionWorker(extractor, makesGlossary: false), writer: writer)
        }
        guard let path = output.output else {
            if output.formatType.isFilePerDocument, !isSingle {
                throw ValidationError("several documents need a folder with '\(output.format)': --output FOLDER")
            }
            var documents = DocumentOutput(head: writer.head, separator: writer.separator, tail: writer.tail(after:))
            var ownWriter = writer
            try pipeline.run(
                makeState: makeBench, work: work.product, output: &documents,
                consume: { product, output in
                    if let large = product.large {
                        output.append(inPieces: { ownWriter.write(large, inPieces: $0) })
                    } else {
                        output.append(product.bytes)
                    }
                })
            return
        }
        var folder: FolderOutput
        do {
            folder = try FolderOutput(path)
        } catch {
            StandardStreams.complain(error.description)
            throw ExitCode(ExitStatus.unwritable)
        }
        var messages = DocumentOutput()
        let ending = output.formatType.fileEnding
        try pipeline.run(
            makeState: makeBench, work: work.product, output: &messages,
            consume: { product, _ in
                guard let name = product.name else { return }
                folder.write([OutputFile(ending: ending, bytes: product.bytes)] + product.companions, of: name)
            })
    }
}

/// What workers do with documents: extract, and write what was found.
private struct ExtractionWork: Sendable {
    /// What a worker keeps from document to document.
    struct Bench: ~Copyable, Sendable {
        var worker: ExtractionWorker
        var writer: any ExtractionFormat
    }

    struct Product: Sendable {
        /// What people call the document; nil for what could not be read.
        var name: String?
        var bytes: [UInt8]
        var companions: [OutputFile] = []
        /// A large document, which is written only when its turn has come, so that what is written is not held.
        var large: ExtractedDocument?
    }

    /// The bytes from which on a document is large.
    private static let largestHeld = 1 << 20

    /// The day of documents that don't say theirs.
    var defaultDate: CalendarDate?
    /// Whether each document has files of its own.
    var isToFiles: Bool

    @Sendable func product(
        _ bench: inout Bench, _ raw: RawDocument, _ read: Result<ReadDocument, UnreadDocument>
    ) -> Product? {
        var bytes: [UInt8] = []
        switch read {
        case .success(let document):
            let record = document.record
            let found = ExtractedDocument(
                id: record.id, name: raw.name(record.id), text: record.text,
                extraction: bench.worker.extract(from: record.text, referenceDate: document.date ?? defaultDate))
            guard isToFiles else {
                guard found.text.utf8.count <= Self.largestHeld else {
                    return Product(name: found.name, bytes: [], large: found)
                }
                bench.writer.write(found, to: &bytes)
                return Product(name: found.name, bytes: bytes)
            }
            bytes.append(contentsOf: bench.writer.head.utf8)
            bench.writer.write(found, to: &bytes)
            bytes.append(contentsOf: bench.writer.tail(after: 1).utf8)
            let companion = bench.writer.companion(of: found)
            return Product(
                name: found.name, bytes: bytes,
                companions: companion.map { [OutputFile(ending: $0.ending, bytes: Array($0.text.utf8))] } ?? [])
        case .failure(let failure):
            bench.writer.write(
                FailedDocument(id: failure.id, line: failure.error.line, error: failure.error.reason), to: &bytes)
            // Formats without lines to match leave it out.
            return bytes.isEmpty ? nil : Product(name: nil, bytes: bytes)
        }
    }
}
