/// How much was read, how fast; told while it goes on, on a terminal, and at the end when asked for.
final class Statistics {
    /// How many documents are done, those among them that could not be read.
    private(set) var documents = 0
    /// Where the last of them lies.
    private(set) var lastPlace: RawDocument.Place?
    /// Whether a line about the progress is shown: only where it stands in nobody's way.
    let showsProgress = isatty(STDERR_FILENO) == 1 && isatty(STDOUT_FILENO) == 0
    private let isShown: Bool
    private var failures = 0
    private var bytes = 0
    private let start = ContinuousClock.now
    private var lastShown = ContinuousClock.now
    private var hasLine = false

    init(isShown: Bool) { self.isShown = isShown }

    func count(_ place: RawDocument.Place, isFailure: Bool) {
        documents += 1
        bytes += place.size
        lastPlace = place
        if isFailure { failures += 1 }
    }

    /// Shows how far the work has come, twice a second.
    func showProgress(_ progress: (read: Int, total: Int?)) {
        let now = ContinuousClock.now
        guard now - lastShown >= .milliseconds(500) else { return }
        lastShown = now
        var line = "\(documents) documents, \(Self.rate(bytes, now - start)) MB/s"
        if let total = progress.total, progress.read > 0, total > progress.read {
            let left = (now - start) * Double(total - progress.read) / Double(progress.read)
            line += ", \(Self.clock(left.components.seconds)) left"
        }
        StandardStreams.status(line)
        hasLine = true
    }

    /// Ends the line about the progress and tells the whole, when it was asked for.
    func finish(jobs: Int) {
        if hasLine { StandardStreams.status("") }
        guard isShown else { return }
        let time = ContinuousClock.now - start
        // Safe: `usage` is a variable of this function.
        var usage = rusage()
        #if canImport(Glibc)
            unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        #else
            unsafe getrusage(RUSAGE_SELF, &usage)
        #endif
        #if canImport(Darwin)
            let memory = usage.ru_maxrss >> 20
        #else
            let memory = usage.ru_maxrss >> 10
        #endif
        StandardStreams.complain(
            "\(documents) documents, \(failures) of them not read, \(bytes) bytes in \(Self.seconds(time)) s: "
                + "\(Self.rate(bytes, time)) MB/s by \(jobs) jobs, \(memory) MB of memory")
    }

    private static func seconds(_ time: Duration) -> String {
        let milliseconds = time.components.seconds * 1000 + time.components.attoseconds / 1_000_000_000_000_000
        let tenths = (milliseconds + 50) / 100
        return "\(tenths / 10).\(tenths % 10)"
    }

    private static func rate(_ bytes: Int, _ time: Duration) -> String {
        let microseconds = time.components.seconds * 1_000_000 + time.components.attoseconds / 1_000_000_000_000
        let hundredths = 100 * bytes / max(1, Int(microseconds))
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }

    private static func clock(_ seconds: Int64) -> String {
        let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return parts.joined(separator: ":")
    }
}
