import KenaliLexicon

/// Writes results to standard output, in blocks, and messages to standard error.
struct DocumentOutput {
    /// What stands in front of the first result, between two, and behind so many.
    private var head: String
    private let separator: String
    private let tail: (Int) -> String
    private var count = 0
    private var buffer: [UInt8] = []

    private static let block = 1 << 16

    init(head: String = "", separator: String = "", tail: @escaping (Int) -> String = { _ in "" }) {
        self.head = head
        self.separator = separator
        self.tail = tail
    }

    /// Writes a result.
    mutating func append(_ bytes: [UInt8]) { append(inPieces: { $0(bytes.span) }) }

    /// Writes a result that comes in pieces.
    mutating func append(inPieces write: ((Span<UInt8>) -> Void) -> Void) {
        buffer.append(contentsOf: (count == 0 ? head : separator).utf8)
        write { piece in
            buffer.append(copying: piece)
            if buffer.count >= Self.block { flush() }
        }
        count += 1
    }

    /// Reports what is wrong with a document, behind all that stands before it.
    mutating func report(_ error: InputError) {
        flush()
        StandardStreams.complain(error.description)
    }

    /// Writes what stands at the end.
    mutating func finish() {
        if count == 0 { buffer.append(contentsOf: head.utf8) }
        buffer.append(contentsOf: tail(count).utf8)
        flush()
    }

    mutating func flush() {
        guard !buffer.isEmpty else { return }
        StandardStreams.write(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}
