/// Reads a word list: UTF-8, a row a line, fields separated by one tab.
///
/// Empty lines and lines that start with `#` are skipped; the first other line names the columns.
struct TableReader: ~Escapable {
    let bytes: Span<UInt8>
    private(set) var columns: [String] = []
    /// The line of the row last read, from 1.
    private(set) var line = 0
    private var offset = 0
    private var fields: [Range<Int>] = []

    @_lifetime(copy bytes)
    init(_ bytes: Span<UInt8>) {
        self.bytes = bytes
        if next() { columns = fields.map { String(copying: bytes.extracting($0)) } }
    }

    /// The place of a column, nil when there is none of that name.
    func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

    /// Moves to the next row. False when there is none.
    mutating func next() -> Bool {
        let bytes = bytes
        var offset = offset
        while offset < bytes.count {
            let start = offset
            fields.removeAll(keepingCapacity: true)
            var field = start
            while offset < bytes.count {
                let byte = bytes[offset]
                // Tab and line feed are the bytes below 11 that count.
                if byte < 0x0B {
                    if byte == UInt8(ascii: "\n") { break }
                    if byte == UInt8(ascii: "\t") {
                        fields.append(field..<offset)
                        field = offset + 1
                    }
                }
                offset += 1
            }
            var end = offset
            if end > field, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
            fields.append(field..<max(field, end))
            offset += 1
            line += 1
            if end > start, bytes[start] != UInt8(ascii: "#") {
                self.offset = offset
                return true
            }
        }
        self.offset = offset
        return false
    }

    /// A field of the row as offsets; empty when the row is too short.
    func range(_ column: Int) -> Range<Int> {
        column < fields.count ? fields[column] : 0..<0
    }

    /// A field of the row.
    func string(_ column: Int) -> String { String(copying: bytes.extracting(range(column))) }

    /// The alternatives in a field, which `|` separates; without empty ones.
    func alternatives(_ column: Int) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        let field = range(column)
        var start = field.lowerBound
        for index in field where bytes[index] == UInt8(ascii: "|") {
            if index > start { parts.append(start..<index) }
            start = index + 1
        }
        if field.upperBound > start { parts.append(start..<field.upperBound) }
        return parts
    }
}

extension String {
    /// A string of UTF-8 bytes; ill-formed ones become U+FFFD.
    package init(copying bytes: Span<UInt8>) {
        self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}
