/// What is wrong with a part of the input, and where.
struct InputError: Error, Sendable, CustomStringConvertible {
    /// What the exit status tells apart.
    enum Cause: Sendable {
        /// A file that is not there or cannot be read.
        case unreadable
        /// Content that is not what it should be.
        case malformed
    }

    var file: String
    var line: Int?
    var reason: String
    var cause = Cause.unreadable

    var description: String { "\(file)\(line.map { ":\($0)" } ?? ""): \(reason)" }
}
