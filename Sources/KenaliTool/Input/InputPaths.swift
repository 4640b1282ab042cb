#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The files to read: those that were named, those that a pattern finds, and with `--recursive` those in folders.
struct InputPaths {
    /// Whether there is exactly one.
    let isSingle: Bool
    private let paths: [Result<String, InputError>]
    private var position = 0

    init(_ options: InputOptions) {
        var found: [Result<String, InputError>] = []
        for name in options.files.isEmpty ? ["-"] : options.files {
            if name == "-" {
                found.append(.success(name))
            } else if Folder.isFolder(name) {
                guard options.recursive else {
                    found.append(.success(name))
                    continue
                }
                let files = Folder.files(below: name)
                found += files.map { .success($0) }
                if files.isEmpty { found.append(.failure(InputError(file: name, reason: "holds no files"))) }
            } else if !Folder.exists(name), name.contains(where: { "*?[".contains($0) }) {
                // The shell leaves patterns alone that are quoted.
                let files = Folder.files(matching: name)
                found += files.map { .success($0) }
                if files.isEmpty {
                    found.append(.failure(InputError(file: name, reason: "no file has a name of this pattern")))
                }
            } else {
                found.append(.success(name))
            }
        }
        paths = found
        isSingle = found.count == 1 && options.files.count <= 1 && !options.recursive
    }

    /// The next file.
    mutating func next() -> Result<String, InputError>? {
        guard position < paths.count else { return nil }
        position += 1
        return paths[position - 1]
    }

    /// The sizes of all files; nil when one is no file, or packed.
    var totalSize: Int? {
        guard paths.count <= 10_000 else { return nil }
        var total = 0
        for case .success(let path) in paths {
            guard Decompressor.program(for: path) == nil, let size = Folder.size(of: path) else { return nil }
            total += size
        }
        return total
    }
}

/// What the system tells of folders.
enum Folder {
    static func exists(_ path: String) -> Bool { status(path) != nil }
    static func isFolder(_ path: String) -> Bool { status(path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false }

    static func size(of path: String) -> Int? {
        status(path).flatMap { $0.st_mode & S_IFMT == S_IFREG ? Int($0.st_size) : nil }
    }

    private static func status(_ path: String) -> stat? {
        var found = stat()
        // Safe: a path ends with a NUL; `found` is a variable of this function.
        return unsafe stat(CommandLineArguments.path(path), &found) == 0 ? found : nil
    }

    /// The files in a folder and the folders in it, in order of their names; none whose name begins with a full stop.
    static func files(below folder: String) -> [String] {
        var files: [String] = []
        var folders = [folder]
        while let next = folders.popLast() {
            var inner: [String] = []
            for name in names(in: next) {
                let path = next.hasSuffix("/") ? next + name : next + "/" + name
                if isFolder(path) { inner.append(path) } else { files.append(path) }
            }
            folders += inner.reversed()
        }
        return files.sorted()
    }

    private static func names(in folder: String) -> [String] {
        // Safe: an entry is copied before the next one is asked for; its name ends with a NUL.
        guard let directory = unsafe opendir(CommandLineArguments.path(folder)) else { return [] }
        defer { unsafe closedir(directory) }
        var names: [String] = []
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    static func files(matching pattern: String) -> [String] {
        // Safe: freed once, behind the last look at its `gl_pathc` paths, which are copied.
        var found = unsafe glob_t()
        defer { unsafe globfree(&found) }
        guard unsafe glob(pattern, 0, nil, &found) == 0 else { return [] }
        return unsafe (0..<Int(found.gl_pathc)).compactMap { index in
            unsafe found.gl_pathv[index].map { unsafe String(cString: $0) }
        }.filter { !isFolder($0) }
    }
}
