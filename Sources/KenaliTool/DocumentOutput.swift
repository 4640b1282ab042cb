import FoundationEssentials
import KenaliFormats

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writes results to standard output, in blocks, and errors to standard error, see ``StandardStreams``.
struct DocumentOutput {
    private let format: OutputFormat
    private let isSingleDocument: Bool
    private lazy var encoder = Self.encoder(for: format)
    private var count = 0
    private var buffer: [UInt8] = []

    private static let block = 1 << 16

    init(format: OutputFormat, isSingleDocument: Bool) {
        self.format = format
        self.isSingleDocument = isSingleDocument
    }

    private static func encoder(for format: OutputFormat) -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if format == .json { encoder.outputFormatting.insert(.prettyPrinted) }
        return encoder
    }

    mutating func write(_ text: String) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= Self.block { flush() }
    }

    /// Writes a document's record.
    mutating func encode(_ record: some Encodable) throws {
        let data = try encoder.encode(record)
        if format == .json, !isSingleDocument { write(count == 0 ? "[\n" : ",\n") }
        buffer.append(contentsOf: data)
        if format == .jsonl || isSingleDocument { write("\n") }
        count += 1
        if buffer.count >= Self.block { flush() }
    }

    /// Names the document whose text or tokens follow, where there can be several.
    mutating func writeHeading(_ id: DocumentIdentifier?) {
        guard format == .text, !isSingleDocument else { return }
        let name =
            switch id {
            case .string(let name): name
            case .number(let number): String(number)
            case nil: "document \(count + 1)"
            }
        write((count == 0 ? "" : "\n") + "==> \(name.oneLine) <==\n")
        count += 1
    }

    /// Stands for a document that could not be read, where each has its line.
    mutating func encodeError(_ error: InputError, id: DocumentIdentifier? = nil) throws {
        guard format != .text else { return }
        try encode(ErrorRecord(id: id, line: error.line, error: error.reason))
    }

    /// Reports what could not be read, after all that could be before it.
    mutating func report(_ error: InputError) {
        flush()
        StandardStreams.complain(error.description)
    }

    mutating func finish() {
        if format == .json, !isSingleDocument { write(count == 0 ? "[]\n" : "\n]\n") }
        flush()
    }

    mutating func flush() {
        StandardStreams.write(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}

/// What stands in the place of a document that could not be read.
private struct ErrorRecord: Encodable {
    var id: DocumentIdentifier?
    var line: Int?
    var error: String
}

/// What is known of the terminal.
enum Terminal {
    /// Whether standard output shows colours: it is a terminal, and NO_COLOR is not set (no-color.org).
    static var isColored: Bool {
        isatty(STDOUT_FILENO) == 1 && variable("NO_COLOR").isEmpty && variable("TERM") != "dumb"
    }

    private static func variable(_ name: String) -> String {
        guard let value = unsafe getenv(name) else { return "" }
        return unsafe String(cString: value)
    }
}
