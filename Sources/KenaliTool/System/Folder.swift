/// What the system tells of files and folders.
enum Folder {
    static func exists(_ path: FileName) -> Bool { status(path) != nil }
    static func isFolder(_ path: FileName) -> Bool { status(path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false }

    static func size(of path: FileName) -> Int? {
        status(path).flatMap { $0.st_mode & S_IFMT == S_IFREG ? Int($0.st_size) : nil }
    }

    /// What tells a folder from all others, whatever the links that lead to it.
    private struct Identity: Hashable {
        var device: UInt64
        var number: UInt64
    }

    private static func identity(of path: FileName) -> Identity? {
        status(path).map { Identity(device: UInt64(truncatingIfNeeded: $0.st_dev), number: UInt64($0.st_ino)) }
    }

    private static func status(_ path: FileName) -> stat? {
        var found = stat()
        // Safe: a path ends with a NUL; `found` is a variable of this function.
        return unsafe stat(path.bytes, &found) == 0 ? found : nil
    }

    /// The files in a folder and the folders in it, in order of their names; none whose name begins with a full stop. A
    /// folder that a link leads back to is read once; one that can't be read is told.
    static func files(below folder: FileName) -> [Result<FileName, InputError>] {
        var files: [FileName] = []
        var failures: [Result<FileName, InputError>] = []
        var folders = [folder]
        var seen: Set<Identity> = []
        while let next = folders.popLast() {
            guard let identity = identity(of: next), seen.insert(identity).inserted else { continue }
            do throws(InputError) {
                for name in try names(in: next) {
                    let path = next.appending(name)
                    if isFolder(path) { folders.append(path) } else { files.append(path) }
                }
            } catch {
                failures.append(.failure(error))
            }
        }
        return failures + files.sorted { $0.text < $1.text }.map { .success($0) }
    }

    private static func names(in folder: FileName) throws(InputError) -> [[UInt8]] {
        // Safe: an entry is copied before the next one is asked for; its name ends with a NUL, or fills its array.
        guard let directory = unsafe opendir(folder.bytes) else {
            throw InputError(file: folder.text, reason: SystemCalls.message(errno))
        }
        defer { unsafe closedir(directory) }
        var names: [[UInt8]] = []
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }
            if name.first != UInt8(ascii: ".") { names.append(name) }
        }
        return names
    }

    /// The files whose names a pattern of the shell describes, in order of their names.
    static func files(matching pattern: FileName) -> [FileName] {
        // Safe: freed once, behind the last look at its `gl_pathc` paths, which are copied.
        var found = unsafe glob_t()
        defer { unsafe globfree(&found) }
        guard unsafe glob(pattern.bytes, 0, nil, &found) == 0 else { return [] }
        return unsafe (0..<Int(found.gl_pathc)).compactMap { index in
            guard let path = unsafe found.gl_pathv[index] else { return nil }
            return FileName(bytes: unsafe Array(UnsafeRawBufferPointer(start: path, count: strlen(path))))
        }.filter { !isFolder($0) }
    }
}
