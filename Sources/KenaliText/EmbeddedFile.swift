internal import KenaliData

/// A data file inside the binary.
package struct EmbeddedFile: Sendable {
    /// The file's name without folder: `given-names.tsv`.
    package let name: String
    private let index: Int

    /// All data files.
    package static var all: [EmbeddedFile] {
        (0..<kenali_file_count()).map { index in
            EmbeddedFile(name: unsafe String(cString: kenali_file_at(index).name), index: index)
        }
    }

    /// The file of this name.
    package init?(named name: String) {
        guard let file = Self.all.first(where: { $0.name == name }) else { return nil }
        self = file
    }

    private init(name: String, index: Int) {
        self.name = name
        self.index = index
    }

    /// The file's content.
    package var bytes: Span<UInt8> {
        @_lifetime(immortal) get {
            let file = unsafe kenali_file_at(index)
            let buffer = unsafe UnsafeBufferPointer(start: file.bytes, count: file.count)
            // Constant data of the binary lives as long as the process.
            return unsafe _overrideLifetime(Span(_unsafeElements: buffer), copying: ())
        }
    }
}
