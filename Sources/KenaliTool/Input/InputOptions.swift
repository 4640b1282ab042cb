public import ArgumentParser
import KenaliFormats
public import KenaliText

/// What is read, and how positions are counted: the same for all commands.
struct InputOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Files to read, packed by gzip or zstd or not; '-' or none is standard input.", valueName: "file"))
    var files: [String] = []

    @Option(
        name: [.customShort("i"), .long],
        help: ArgumentHelp(
            """
            What the files hold: 'text', a document each; 'lines', a document a line; 'jsonl', an object a line; 'csv' \
            or 'tsv', a table with a head. Unless told, the ending says it, or the first byte.
            """, valueName: "kind"))
    var input: InputKind?

    @Flag(name: [.short, .long], help: "Read all files in the folders that are named.")
    var recursive = false

    @Option(
        help: ArgumentHelp("The field of the text in JSON Lines and tables: 'body', 'article.body'.", valueName: "name")
    )
    var textField = "text"

    @Option(help: ArgumentHelp("The field of the document's id.", valueName: "name"))
    var idField = "id"

    @Option(help: ArgumentHelp("The field of the day it was written.", valueName: "name"))
    var dateField = "date"

    @Option(help: ArgumentHelp("What positions count: 'codepoint', 'utf8' or 'utf16'.", valueName: "unit"))
    var offsets: OffsetUnit = .codepoint

    @Option(help: ArgumentHelp("Larger documents are refused; the rest is read.", valueName: "size"))
    var maxDocument = ByteSize(bytes: 64 << 20)

    @Option(help: ArgumentHelp("Leave out so many documents at the start.", valueName: "count"))
    var skip = 0

    @Option(help: ArgumentHelp("Leave out all documents up to that of this id.", valueName: "id"))
    var resumeAfter: String?

    @Flag(help: "Stop at the first document that can't be read.")
    var strict = false

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("How many cores work; all of them unless told.", valueName: "count"))
    var jobs: Int?

    @Flag(help: "Tell at the end, on standard error, how much was read and how fast.")
    var stats = false

    var fields: DocumentFields { DocumentFields(text: textField, id: idField, date: dateField) }

    func validate() throws {
        if skip < 0 { throw ValidationError("--skip takes a number from 0.") }
        if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 1024.") }
        try CommandNames.check(files)
    }
}

/// A number of bytes: `500000`, `64M`, `1G`.
struct ByteSize: ExpressibleByArgument, CustomStringConvertible {
    var bytes: Int

    init(bytes: Int) { self.bytes = bytes }

    init?(argument: String) {
        let units: [Character: Int] = ["k": 10, "K": 10, "m": 20, "M": 20, "g": 30, "G": 30]
        let shift = argument.last.flatMap { units[$0] }
        guard let number = Int(shift == nil ? argument : String(argument.dropLast())), number > 0, number < 1 << 31
        else { return nil }
        bytes = min(number << (shift ?? 0), Tokenizer.maximumLength)
    }

    var description: String { bytes % (1 << 20) == 0 ? "\(bytes >> 20)M" : "\(bytes)" }
    var defaultValueDescription: String { description }
}

extension OffsetUnit: ExpressibleByArgument {}
