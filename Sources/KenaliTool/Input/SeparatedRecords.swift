/// Reads a table of values that commas or tabs separate (RFC 4180), record by record, in memory for one record.
///
/// A field in quotation marks may hold separators, line ends, and quotation marks written twice; in a table with tabs a
/// quotation mark is a character as others, unless it begins the field. (SwiftCSV needs Foundation and the whole file.)
struct SeparatedRecords {
    private var lines: LineReader
    private let separator: UInt8
    private let limit: Int
    /// The line on which the record last read began, from 1.
    private(set) var line = 0

    init(_ input: InputFile, separator: Unicode.Scalar, limit: Int) {
        lines = LineReader(input, limit: limit)
        self.separator = UInt8(truncatingIfNeeded: separator.value)
        self.limit = limit
    }

    /// Whether the next record's first line can be had without waiting.
    var isReady: Bool { lines.isReady }

    /// What a record can be.
    enum Record {
        case fields([[UInt8]])
        case blank
        case broken(String)
    }

    /// The next record; nil at the end.
    mutating func next() throws(InputError) -> Record? {
        guard let first = try lines.next() else { return nil }
        line = lines.number
        guard case .bytes(let read) = first else { return .broken("the line is larger than \(limit) bytes") }
        var bytes = withoutReturn(read)
        if line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        guard !bytes.allSatisfy({ $0 == 0x20 }) else { return .blank }
        var fields: [[UInt8]] = []
        var field: [UInt8] = []
        var index = 0
        var isQuoted = false
        while true {
            if index == bytes.count {
                guard isQuoted else { break }
                // The field goes on in the next line.
                guard case .bytes(let next) = try lines.next(), field.count + next.count <= limit else {
                    return .broken("a quotation mark is not closed")
                }
                field.append(0x0A)
                bytes = withoutReturn(next)
                index = 0
                continue
            }
            let byte = bytes[index]
            index += 1
            if isQuoted {
                if byte != UInt8(ascii: "\"") {
                    field.append(byte)
                } else if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
                    field.append(byte)
                    index += 1
                } else {
                    isQuoted = false
                }
            } else if byte == separator {
                fields.append(field)
                field = []
            } else if byte == UInt8(ascii: "\""), field.isEmpty {
                isQuoted = true
            } else {
                field.append(byte)
            }
        }
        fields.append(field)
        return .fields(fields)
    }

    private func withoutReturn(_ line: [UInt8]) -> [UInt8] {
        line.last == 0x0D ? Array(line.dropLast()) : line
    }
}
