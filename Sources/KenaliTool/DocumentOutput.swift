import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writes results to standard output, in blocks, and errors to standard error.
///
/// When nobody reads standard output any more, the signal SIGPIPE ends the process quietly, as with other tools.
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

    /// Stands for a document that could not be read, where each has its line.
    mutating func encodeError(_ error: InputError) throws {
        guard format != .text else { return }
        try encode(["error": error.reason])
    }

    /// Reports what could not be read, after all that could be before it.
    mutating func report(_ error: InputError) {
        flush()
        var message = Array("\(error)\n".utf8)
        Self.write(&message, to: STDERR_FILENO)
    }

    mutating func finish() {
        if format == .json, !isSingleDocument { write(count == 0 ? "[]\n" : "\n]\n") }
        flush()
    }

    mutating func flush() { Self.write(&buffer, to: STDOUT_FILENO) }

    /// Writes all bytes and empties the buffer. A failure that is no closed pipe (a full disk) ends the process.
    private static func write(_ bytes: inout [UInt8], to descriptor: Int32) {
        var start = 0
        while start < bytes.count {
            let written = unsafe bytes.withUnsafeBytes {
                unsafe SystemCalls.write(descriptor, $0.baseAddress.map { unsafe $0 + start }, bytes.count - start)
            }
            guard written >= 0 else {
                perror("kenali: cannot write")
                exit(1)
            }
            start += written
        }
        bytes.removeAll(keepingCapacity: true)
    }
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
