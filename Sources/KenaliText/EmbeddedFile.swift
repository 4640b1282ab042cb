internal import KenaliData

/// A data file of this target, inside the binary. What is more than tokens and sentences need stands in the image, see
/// `KenaliImage`.
struct EmbeddedFile: Sendable {
    /// The file's name without folder: `abbreviations.tsv`.
    let name: String
    private let index: Int

    /// All of them.
    static var all: [EmbeddedFile] {
        (0..<kenali_file_count()).map { index in
            // Safe: a name is a literal of C.
            EmbeddedFile(name: unsafe String(cString: kenali_file_at(index).name), index: index)
        }
    }

    /// The file of this name.
    init?(named name: String) {
        guard let file = Self.all.first(where: { $0.name == name }) else { return nil }
        self = file
    }

    private init(name: String, index: Int) {
        self.name = name
        self.index = index
    }

    /// The file's content.
    var bytes: Span<UInt8> {
        @_lifetime(immortal) get {
            // Safe: the index is one of the files'; start and count are those of one constant.
            let file = unsafe kenali_file_at(index)
            let buffer = unsafe UnsafeBufferPointer(start: file.bytes, count: file.count)
            // Constant data of the binary lives as long as the process.
            return unsafe _overrideLifetime(Span(_unsafeElements: buffer), copying: ())
        }
    }
}
