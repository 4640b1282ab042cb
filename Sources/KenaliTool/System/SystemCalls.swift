#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The system's `open`, `read` and `write`, under names that don't hide behind those of the types that call them.
/// Interrupted calls are repeated, unless it is time to stop.
enum SystemCalls {
    static func read(_ descriptor: Int32, _ base: UnsafeMutableRawPointer?, _ count: Int) -> Int {
        // Safe: at `base` there is room for `count` bytes, which the caller answers for.
        repeated {
            #if canImport(Glibc)
                unsafe Glibc.read(descriptor, base, count)
            #elseif canImport(Musl)
                unsafe Musl.read(descriptor, base, count)
            #else
                unsafe Darwin.read(descriptor, base, count)
            #endif
        }
    }

    static func write(_ descriptor: Int32, _ base: UnsafeRawPointer?, _ count: Int) -> Int {
        // Safe: at `base` there are `count` bytes, which the caller answers for.
        repeated {
            #if canImport(Glibc)
                unsafe Glibc.write(descriptor, base, count)
            #elseif canImport(Musl)
                unsafe Musl.write(descriptor, base, count)
            #else
                unsafe Darwin.write(descriptor, base, count)
            #endif
        }
    }

    static func poll(_ descriptors: UnsafeMutablePointer<pollfd>, _ count: Int, _ milliseconds: Int32) -> Int32 {
        // Safe: there are `count` descriptors, which the caller answers for.
        #if canImport(Glibc)
            unsafe Glibc.poll(descriptors, nfds_t(count), milliseconds)
        #elseif canImport(Musl)
            unsafe Musl.poll(descriptors, nfds_t(count), milliseconds)
        #else
            unsafe Darwin.poll(descriptors, nfds_t(count), milliseconds)
        #endif
    }

    static func open(_ path: UnsafePointer<CChar>, _ flags: Int32) -> Int32 {
        // Safe: the path ends with a NUL, which the caller answers for.
        #if canImport(Glibc)
            unsafe Glibc.open(path, flags)
        #elseif canImport(Musl)
            unsafe Musl.open(path, flags)
        #else
            unsafe Darwin.open(path, flags)
        #endif
    }

    /// Opens a file for writing, made when there is none, emptied when there is one.
    static func create(_ path: UnsafePointer<CChar>) -> Int32 {
        // Safe: the path ends with a NUL, which the caller answers for.
        #if canImport(Glibc)
            unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        #elseif canImport(Musl)
            unsafe Musl.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        #else
            unsafe Darwin.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        #endif
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
