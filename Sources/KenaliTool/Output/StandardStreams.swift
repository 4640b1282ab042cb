import KenaliFormats

/// Standard output and standard error, as a tool may find them: closed, full, or read by nobody.
enum StandardStreams {
    /// Opens what the caller closed, so that no file of ours takes its number and is then written to.
    ///
    /// What would be written to a closed standard output can't be, which is reported; what would be said on a closed
    /// standard error is said to nobody.
    static func open() {
        for (descriptor, flags) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDWR)]
        where fcntl(descriptor, F_GETFD) < 0 {
            // Safe: a literal ends with a NUL here.
            _ = unsafe SystemCalls.openFile("/dev/null", flags)
        }
    }

    /// Writes all bytes to standard output. When that can't be done the process ends, with a word unless nobody reads.
    static func write(_ bytes: [UInt8]) {
        guard !writeAll(bytes, to: STDOUT_FILENO) else { return }
        let reason = errno
        if reason != EPIPE { complain("cannot write to standard output: \(SystemCalls.message(reason))") }
        // What only a signal says: nobody reads any more.
        exit(reason == EPIPE ? 128 + SIGPIPE : ExitStatus.unwritable)
    }

    /// Shows a line about the work that the next one replaces, on a terminal.
    static func status(_ line: String) {
        _ = writeAll(Array("\r\u{1B}[K\(line)".utf8), to: STDERR_FILENO)
    }

    /// Says a line about the tool's work on standard error, whatever characters are in it; best effort.
    static func complain(_ message: String) {
        _ = writeAll(Array("kenali: \(message.oneLine)\n".utf8), to: STDERR_FILENO)
    }

    /// False when not all could be written.
    static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var start = 0
        while start < bytes.count {
            // Safe: the bytes from `start` on are written while the array is alive.
            let written = unsafe bytes.withUnsafeBytes {
                unsafe SystemCalls.put($0.baseAddress.map { unsafe $0 + start }, bytes.count - start, to: descriptor)
            }
            guard written >= 0 else { return false }
            start += written
        }
        return true
    }
}
