/// A program of the system that unpacks a file, as ripgrep's `-z` uses it: building needs no further library.
struct Decompressor {
    private let program: String
    private var process: pid_t
    /// Where what is unpacked is read.
    let output: Int32

    /// The program for files of this name, nil for those that are not packed.
    static func program(for name: String) -> String? {
        let endings = [".gz": "gzip", ".zst": "zstd", ".zstd": "zstd"]
        return endings.first { name.lowercased().hasSuffix($0.key) }?.value
    }

    /// Starts the program on a file that is open.
    init(_ program: String, _ input: Int32, name: String) throws(InputError) {
        self.program = program
        var ends: [Int32] = [0, 0]
        // Safe: two places for two descriptors.
        guard unsafe pipe(&ends) == 0 else { throw InputError(file: name, reason: SystemCalls.message(errno)) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = unsafe posix_spawn_file_actions_t()
        #endif
        // Safe: made before it is used, destroyed once; the system copies what it is given.
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        process = 0
        output = ends[0]
        // Safe: the strings live until the program is started, and the list of arguments ends with nil.
        let status = unsafe program.withCString { name in
            unsafe "-dc".withCString { flags in
                var arguments = unsafe [
                    UnsafeMutablePointer(mutating: name), UnsafeMutablePointer(mutating: flags), nil,
                ]
                return unsafe posix_spawnp(&process, name, &actions, nil, &arguments, environ)
            }
        }
        close(ends[1])
        guard status == 0 else {
            close(output)
            throw InputError(file: name, reason: "cannot be unpacked: '\(program)' could not be started")
        }
    }

    /// Waits for the program's end, which is near when its output has ended or is closed. Nil when all went well.
    func finish() -> String? {
        close(output)
        var status: Int32 = 0
        // Safe: `status` is a variable of this function.
        while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status == 0 ? nil : "cannot be unpacked to its end: it is cut off, or not what '\(program)' reads"
    }
}
