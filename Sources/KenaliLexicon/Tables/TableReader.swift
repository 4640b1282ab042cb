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
        // Editors of other systems put a mark of the encoding in front.
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { offset = 3 }
        if next() { columns = fields.map { String(copying: bytes.extracting($0)) } }
    }

    /// The place of a column, nil when there is none of that name.
    func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

    /// Moves to the next row. False when there is none.
    mutating func next() -> Bool {
        while offset < bytes.count {
            let start = offset
            let end = bytes.index(of: UInt8(ascii: "\n"), from: start)
            offset = end + 1
            line += 1
            guard end > start, bytes[start] != UInt8(ascii: "#") else { continue }
            let last = bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
            guard last > start else { continue }
            fields.removeAll(keepingCapacity: true)
            var field = start
            while field <= last {
                let tab = min(bytes.index(of: UInt8(ascii: "\t"), from: field), last)
                fields.append(field..<tab)
                field = tab + 1
            }
            return true
        }
        return false
    }

    /// A field of the row as offsets; empty when the row is too short.
    func range(_ column: Int) -> Range<Int> {
        column < fields.count ? fields[column] : 0..<0
    }

    /// Whether two fields hold the same bytes.
    func equal(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        guard left.count == right.count else { return false }
        for offset in 0..<left.count where bytes[left.lowerBound + offset] != bytes[right.lowerBound + offset] {
            return false
        }
        return true
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
