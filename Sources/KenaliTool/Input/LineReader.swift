import KenaliLexicon

/// Reads a file line by line, in memory for one line and one block.
struct LineReader {
    /// A line without its end, or that it is too long to be read.
    enum Line {
        case bytes([UInt8])
        case tooLong
    }

    /// The number of the line last read, from 1.
    private(set) var number = 0
    private let input: InputFile
    private let limit: Int
    private var buffer: [UInt8] = []
    private var position = 0
    /// Where the end of the line is looked for next.
    private var scanned = 0
    private var isAtEnd = false

    private static let block = 1 << 16
    /// A longer line is handed over with the memory that it was read into.
    private static let largestCopied = 1 << 17

    init(_ input: InputFile, limit: Int) {
        self.input = input
        self.limit = limit
    }

    /// Whether the next line is there, or can be had without waiting.
    var isReady: Bool { isAtEnd || nextEnd != nil || input.isReady }

    private var nextEnd: Int? {
        let end = buffer.span.index(of: 0x0A, from: scanned)
        return end < buffer.count ? end : nil
    }

    /// The next line, nil at the end of the file.
    mutating func next() throws(InputError) -> Line? {
        var isTooLong = false
        while true {
            if let end = nextEnd { return line(end, isTooLong) }
            if isAtEnd { return position < buffer.count || isTooLong ? line(buffer.count, isTooLong) : nil }
            buffer.removeSubrange(..<position)
            if buffer.count > limit {
                isTooLong = true
                buffer.removeAll(keepingCapacity: true)
            }
            position = 0
            scanned = buffer.count
            isAtEnd = try !input.read(into: &buffer, limit: Self.block)
        }
    }

    /// The line that ends before a place of the buffer; the next one begins behind that.
    private mutating func line(_ end: Int, _ isTooLong: Bool) -> Line {
        number += 1
        let start = position
        position = min(end + 1, buffer.count)
        scanned = position
        guard !isTooLong, end - start <= limit else { return .tooLong }
        // A line longer than a block starts where the buffer does: what stood before it was dropped to read on.
        guard start == 0, end > Self.largestCopied else { return .bytes(Array(buffer[start..<end])) }
        var line = Array(buffer[position...])
        swap(&line, &buffer)
        (position, scanned) = (0, 0)
        line.removeLast(line.count - end)
        return .bytes(line)
    }
}
