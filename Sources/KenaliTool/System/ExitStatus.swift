/// The exit statuses, as BSD's sysexits.h numbers them.
enum ExitStatus {
    /// Some input is not what it should be.
    static let malformed: Int32 = 65
    /// Some input is not there, or cannot be read.
    static let unreadable: Int32 = 66
    /// The output cannot be written.
    static let unwritable: Int32 = 74
}
