#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file or standard input, open for reading.
final class InputFile {
    /// What messages call it.
    let name: String
    private let descriptor: Int32

    /// Opens a file; `-` is standard input.
    init(_ path: String) throws(InputError) {
        guard path != "-" else {
            name = "<stdin>"
            descriptor = STDIN_FILENO
            return
        }
        let opened = unsafe SystemCalls.open(CommandLineArguments.path(path), O_RDONLY)
        guard opened >= 0 else { throw InputError(file: path, line: nil, reason: Self.lastError) }
        var status = stat()
        if fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            close(opened)
            throw InputError(file: path, line: nil, reason: "is a directory")
        }
        name = path
        descriptor = opened
    }

    deinit {
        if descriptor != STDIN_FILENO { close(descriptor) }
    }

    private static var lastError: String { SystemCalls.message(errno) }

    /// Appends what can be read at once, at most `limit` bytes. False at the end of the file.
    func read(into buffer: inout [UInt8], limit: Int) throws(InputError) -> Bool {
        var count = -1
        var failure = ""
        buffer.append(addingCapacity: limit) { span in
            span.withUnsafeMutableBufferPointer { pointer, initialized in
                guard let base = pointer.baseAddress else { return }
                count = SystemCalls.read(descriptor, base + initialized, limit)
                if count < 0 { failure = Self.lastError }
                initialized += max(0, count)
            }
        }
        guard count >= 0 else { throw InputError(file: name, line: nil, reason: failure) }
        return count > 0
    }

    /// The whole content.
    func readAll(limit: Int) throws(InputError) -> [UInt8] {
        var content: [UInt8] = []
        while try read(into: &content, limit: 1 << 16) {
            guard content.count <= limit else {
                throw InputError(
                    file: name, line: nil, reason: "is larger than \(limit) bytes; split it, or use --input jsonl")
            }
        }
        return content
    }
}

/// Reads a file line by line, in memory for one line and one block.
struct LineReader {
    /// The number of the line last read, from 1.
    private(set) var number = 0
    private let input: InputFile
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false

    private static let block = 1 << 16

    init(_ input: InputFile) { self.input = input }

    /// The next line without its end, nil at the end of the file. Before the file is asked, `beforeWaiting` is called.
    mutating func next(beforeWaiting: () -> Void) throws(InputError) -> ArraySlice<UInt8>? {
        var scanned = position
        while true {
            if let end = buffer[scanned...].firstIndex(of: 0x0A) {
                let line = buffer[position..<end]
                position = end + 1
                number += 1
                return line
            }
            if isAtEnd {
                guard position < buffer.count else { return nil }
                let line = buffer[position...]
                position = buffer.count
                number += 1
                return line
            }
            buffer.removeSubrange(..<position)
            position = 0
            scanned = buffer.count
            beforeWaiting()
            isAtEnd = try !input.read(into: &buffer, limit: Self.block)
        }
    }
}
