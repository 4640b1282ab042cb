import KenaliFormats

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A folder with files for each document.
struct FolderOutput {
    private let path: String
    private var taken: Set<String> = []

    /// Opens a folder, which is made when there is none.
    init(_ path: String) throws(InputError) {
        self.path = path
        // Safe: a path ends with a NUL.
        guard unsafe mkdir(CommandLineArguments.path(path), 0o777) != 0 else { return }
        guard errno == EEXIST, Folder.isFolder(path) else {
            throw InputError(file: path, reason: "no folder to write to: \(SystemCalls.message(errno))")
        }
    }

    /// Writes the files of a document, whose name is that of the document; what a folder cannot hold is replaced.
    mutating func write(_ files: [OutputFile], of document: String) {
        var name = String(
            document.unicodeScalars.map { scalar -> Character in
                scalar == "/" || scalar.value < 0x20 || scalar == "\u{7F}" ? "_" : Character(scalar)
            }.prefix(100))
        while name.hasPrefix(".") { name.removeFirst() }
        if name.isEmpty { name = "document" }
        let wanted = name
        var number = 2
        while !taken.insert(name.lowercased()).inserted {
            name = "\(wanted)-\(number)"
            number += 1
        }
        for file in files { write(file.bytes, to: "\(path)/\(name).\(file.ending)") }
    }

    private func write(_ bytes: [UInt8], to file: String) {
        // Safe: a path ends with a NUL.
        let descriptor = unsafe SystemCalls.create(CommandLineArguments.path(file))
        guard descriptor >= 0, StandardStreams.writeAll(bytes, to: descriptor), close(descriptor) == 0 else {
            StandardStreams.complain("cannot write to \(file): \(SystemCalls.message(errno))")
            exit(ExitStatus.unwritable)
        }
    }
}

/// A file of a document.
struct OutputFile: Sendable {
    var ending: String
    var bytes: [UInt8]
}
