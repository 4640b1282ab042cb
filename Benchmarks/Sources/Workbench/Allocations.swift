internal import CAllocations

/// Counts what this thread asks of the allocator.
public enum Allocations {
    /// Whether that can be known here: on Linux with glibc.
    public static var areCounted: Bool { allocations_are_counted() }

    /// How often `body` asks for memory.
    @inline(never) public static func count(_ body: () -> Void) -> Int {
        let before = allocations_count()
        body()
        return Int(allocations_count() - before)
    }

    /// Where a profiler cuts its counts, see `check`.
    public static func mark() { measurement_mark() }
}

/// Whether the CPU, or what imitates it, has AVX2.
public var hasAVX2: Bool { cpu_has_avx2() }
