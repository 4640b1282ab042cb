import ArgumentParser
import Kenali
import KenaliFormats
import KenaliText

struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Finds mentions and what they speak of."
    )

    @OptionGroup var input: InputOptions

    @Option(
        help:
            "'text' for people, 'json' (one object; an array where there can be several documents), or 'jsonl', one object a line."
    )
    var format: OutputFormat = .text

    @Option(
        help: ArgumentHelp("The day the text was written, for documents that don't say.", valueName: "YYYY-MM-DD"),
        transform: { text in
            guard let date = CalendarDate(text) else {
                throw ValidationError("'\(text)' is no day of the form YYYY-MM-DD")
            }
            return date
        })
    var referenceDate: CalendarDate?

    @Option(
        help: ArgumentHelp(
            "Kinds to report, with commas: \(MentionKind.allCases.map(\.rawValue).joined(separator: ","))",
            valueName: "kinds"),
        transform: { text in
            let known = MentionKind.allCases.map(\.rawValue).joined(separator: ", ")
            let names = text.split(separator: ",")
            guard !names.isEmpty else { throw ValidationError("no kind of mention is named; there are \(known)") }
            return try Set(
                names.map { name in
                    guard let kind = MentionKind(rawValue: String(name)) else {
                        throw ValidationError("'\(name)' is no kind of mention; there are \(known)")
                    }
                    return kind
                })
        })
    var kinds: Set<MentionKind> = Set(MentionKind.allCases)

    func run() throws {
        let extractor = Extractor(kinds: kinds)
        let report = TextReport(style: Terminal.isColored ? .colored : .plain)
        var output = DocumentOutput(format: format, isSingleDocument: input.isSingleDocument)
        let reader = DocumentReader(input)
        try reader.forEachDocument(&output) { document, output in
            let date = try document.calendarDate() ?? referenceDate
            let extraction = extractor.extract(from: document.text, referenceDate: date)
            if format == .text {
                output.writeHeading(document.id)
                output.write(report.report(extraction, of: document.text))
            } else {
                try output.encode(ExtractionRecord(extraction, of: document.text, id: document.id, unit: input.offsets))
            }
        }
    }
}
