/// Calls of the system, under names of their own: those of C would hide behind methods of the same name.
/// Interrupted calls are repeated, unless it is time to stop.
enum SystemCalls {
    /// Reads up to so many bytes.
    static func fill(_ base: UnsafeMutableRawPointer?, _ count: Int, from descriptor: Int32) -> Int {
        // Safe: at `base` there is room for `count` bytes, which the caller answers for.
        repeated { unsafe read(descriptor, base, count) }
    }

    /// Writes up to so many bytes.
    static func put(_ base: UnsafeRawPointer?, _ count: Int, to descriptor: Int32) -> Int {
        // Safe: at `base` there are `count` bytes, which the caller answers for.
        repeated { unsafe write(descriptor, base, count) }
    }

    /// How many of some descriptors have something to read, waited for so long.
    static func ready(_ descriptors: UnsafeMutablePointer<pollfd>, _ count: Int, _ milliseconds: Int32) -> Int32 {
        // Safe: there are `count` descriptors, which the caller answers for.
        unsafe poll(descriptors, nfds_t(count), milliseconds)
    }

    /// Opens a file that is there.
    static func openFile(_ path: UnsafePointer<CChar>, _ flags: Int32) -> Int32 {
        // Safe: the path ends with a NUL, which the caller answers for.
        unsafe open(path, flags)
    }

    /// Opens a file for writing, made when there is none, emptied when there is one.
    static func createFile(_ path: UnsafePointer<CChar>) -> Int32 {
        // Safe: the path ends with a NUL, which the caller answers for.
        unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    }

    /// What the system says of an error.
    // Safe: the text is copied before another call could change it; only the main thread and the reading one ask.
    static func message(_ error: Int32) -> String { unsafe String(cString: strerror(error)) }

    private static func repeated(_ call: () -> Int) -> Int {
        while true {
            let result = call()
            if result >= 0 || errno != EINTR || StopSignal.current != nil { return result }
        }
    }
}
