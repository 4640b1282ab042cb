/// A file or standard input, open for reading; what is packed by gzip or zstd is unpacked.
final class InputFile {
    /// What messages call it.
    let name: String
    /// Its size as it lies on the disk, nil for what is no file.
    let size: Int?
    private let descriptor: Int32
    private let decompressor: Decompressor?
    private var isAtEnd = false
    /// What was read to have a look at it.
    private var ahead: [UInt8] = []

    /// Opens the file that an argument names; `-` is standard input.
    convenience init(_ argument: String) throws(InputError) { try self.init(FileName(argument)) }

    /// Opens a file; `-` is standard input.
    init(_ file: FileName) throws(InputError) {
        let path = file.text
        guard path != "-" else {
            name = "<stdin>"
            size = nil
            descriptor = STDIN_FILENO
            decompressor = nil
            return
        }
        // Safe: a path ends with a NUL; `status` is a variable of this function.
        let opened = unsafe SystemCalls.openFile(file.bytes, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { throw InputError(file: path, reason: Self.lastError) }
        var status = stat()
        let isKnown = unsafe fstat(opened, &status) == 0
        if isKnown, status.st_mode & S_IFMT == S_IFDIR {
            close(opened)
            throw InputError(file: path, reason: "is a directory; --recursive reads the files in it")
        }
        name = path
        size = isKnown && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
        if let program = Decompressor.program(for: path) {
            defer { close(opened) }
            let decompressor = try Decompressor(program, opened, name: path)
            self.decompressor = decompressor
            descriptor = decompressor.output
        } else {
            decompressor = nil
            descriptor = opened
        }
    }

    deinit {
        if let decompressor {
            if !isAtEnd { _ = decompressor.finish() }
        } else if descriptor != STDIN_FILENO {
            close(descriptor)
        }
    }

    private static var lastError: String { SystemCalls.message(errno) }

    /// Whether something can be read without waiting for it; true at the end of the file, too.
    var isReady: Bool {
        var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        if isAtEnd || !ahead.isEmpty { return true }
        // Safe: one descriptor is told, and one is there.
        return unsafe SystemCalls.ready(&poll, 1, 0) != 0
    }

    /// How much of the file has been read, for files whose size is known.
    var position: Int? { size == nil || decompressor != nil ? nil : max(0, Int(lseek(descriptor, 0, SEEK_CUR))) }

    /// Appends what can be read at once, about `limit` bytes at most. False at the end of the file.
    func read(into buffer: inout [UInt8], limit: Int) throws(InputError) -> Bool {
        if !ahead.isEmpty {
            buffer.append(contentsOf: ahead)
            ahead = []
            return true
        }
        guard !isAtEnd else { return false }
        var count = -1
        var failure = ""
        buffer.append(addingCapacity: limit) { span in
            // Safe: there is room for `limit` bytes, and no more are read.
            unsafe span.withUnsafeMutableBufferPointer { pointer, initialized in
                guard let base = pointer.baseAddress else { return }
                count = unsafe SystemCalls.fill(base + initialized, limit, from: descriptor)
                if count < 0 { failure = Self.lastError }
                initialized += max(0, count)
            }
        }
        guard count >= 0 else { throw InputError(file: name, reason: failure) }
        isAtEnd = count == 0
        if isAtEnd, let decompressor {
            if let failure = decompressor.finish() { throw InputError(file: name, reason: failure, cause: .malformed) }
        }
        return count > 0
    }

    /// The first bytes, which are read again.
    func peek() throws(InputError) -> [UInt8] {
        if ahead.isEmpty {
            var start: [UInt8] = []
            _ = try read(into: &start, limit: 1 << 16)
            ahead = start
        }
        return ahead
    }

    /// The whole content.
    func readAll(limit: Int) throws(InputError) -> [UInt8] {
        var content: [UInt8] = []
        while try read(into: &content, limit: 1 << 16) {
            guard content.count <= limit else {
                throw InputError(
                    file: name,
                    reason: "is larger than \(limit) bytes; split it, or raise --max-document", cause: .malformed)
            }
        }
        return content
    }
}
