/// Walks over the lines of a file that are not blank, for readers that name the line of an error.
struct FilledLines {
    /// The number of the line that was found last, from 1.
    private(set) var line = 0
    private var start = 0

    /// The bytes of the next line that is not blank, without its line feed; nil at the end.
    ///
    /// - Complexity: O(*n*), *n* the number of bytes up to its end.
    mutating func next(in bytes: Span<UInt8>) -> Range<Int>? {
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            let range = start..<end
            line += 1
            start = end + 1
            for index in range where bytes[index] > 0x20 { return range }
        }
        return nil
    }
}
