/// The files to read: those that were named, those that a pattern finds, and with `--recursive` those in folders.
struct InputPaths {
    /// Whether there is exactly one.
    let isSingle: Bool
    private let paths: [Result<FileName, InputError>]
    private var position = 0

    init(_ options: InputOptions) {
        var found: [Result<FileName, InputError>] = []
        for name in options.files.isEmpty ? ["-"] : options.files {
            let path = FileName(name)
            if name == "-" {
                found.append(.success(path))
            } else if Folder.isFolder(path) {
                guard options.recursive else {
                    found.append(.success(path))
                    continue
                }
                let files = Folder.files(below: path)
                found += files
                if files.isEmpty { found.append(.failure(InputError(file: name, reason: "holds no files"))) }
            } else if !Folder.exists(path), name.contains(where: { "*?[".contains($0) }) {
                // The shell leaves patterns alone that are quoted.
                let files = Folder.files(matching: path)
                found += files.map { .success($0) }
                if files.isEmpty {
                    found.append(.failure(InputError(file: name, reason: "no file has a name of this pattern")))
                }
            } else {
                found.append(.success(path))
            }
        }
        paths = found
        isSingle = found.count == 1 && options.files.count <= 1 && !options.recursive
    }

    /// The next file.
    mutating func next() -> Result<FileName, InputError>? {
        guard position < paths.count else { return nil }
        position += 1
        return paths[position - 1]
    }

    /// The sizes of all files; nil when one is no file, or packed. The system is asked for each, so ask once.
    var totalSize: Int? {
        guard paths.count <= 100_000 else { return nil }
        var total = 0
        for case .success(let path) in paths {
            guard Decompressor.program(for: path.text) == nil, let size = Folder.size(of: path) else { return nil }
            total += size
        }
        return total
    }
}
