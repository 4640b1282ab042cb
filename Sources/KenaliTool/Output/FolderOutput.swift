import KenaliFormats

/// A folder with files for each document.
struct FolderOutput {
    private let path: String
    /// The names that are taken, in small letters, with the number that the next of the name has.
    private var taken: [String: Int] = [:]
    /// The most bytes of a name: file systems hold 255, and a number and an ending follow.
    private static let longestName = 200

    /// Opens a folder, which is made when there is none.
    init(_ path: String) throws(InputError) {
        self.path = path
        // Safe: a path ends with a NUL.
        guard unsafe mkdir(CommandLineArguments.path(path), 0o777) != 0 else { return }
        guard errno == EEXIST, Folder.isFolder(FileName(path)) else {
            throw InputError(file: path, reason: "no folder to write to: \(SystemCalls.message(errno))")
        }
    }

    /// Writes the files of a document, whose name is that of the document; what a folder cannot hold is replaced.
    mutating func write(_ files: [OutputFile], of document: String) {
        let name = free(Self.name(of: document))
        for file in files { write(file.bytes, to: "\(path)/\(name).\(file.ending)") }
    }

    /// The name of a document as a folder can hold it.
    private static func name(of document: String) -> String {
        var name = ""
        for scalar in document.unicodeScalars {
            if name.isEmpty, scalar == "." { continue }
            let isUsable = scalar != "/" && scalar.value >= 0x20 && scalar != "\u{7F}"
            let next = isUsable ? scalar : "_"
            guard name.utf8.count + next.utf8.count <= longestName else { break }
            name.unicodeScalars.append(next)
        }
        return name.isEmpty ? "document" : name
    }

    /// A name that no document had before, on disks too that don't tell capitals from small letters.
    private mutating func free(_ wanted: String) -> String {
        var name = wanted
        while let number = taken[name.lowercased()] {
            taken[name.lowercased()] = number + 1
            name = "\(wanted)-\(number)"
        }
        taken[name.lowercased()] = 2
        return name
    }

    private func write(_ bytes: [UInt8], to file: String) {
        // Safe: a path ends with a NUL.
        let descriptor = unsafe SystemCalls.createFile(CommandLineArguments.path(file))
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
