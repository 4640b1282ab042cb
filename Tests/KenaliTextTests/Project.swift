import Foundation

/// Where the sources and fixtures lie.
enum Project {
    /// The project's folder.
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
}
