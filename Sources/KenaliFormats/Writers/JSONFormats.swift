import KenaliLexicon

/// JSON for one look: an object; an array of objects where there can be several documents.
public struct JSONFormat: ExtractionFormat {
    public static var name: String { "json" }
    public static var summary: String { "one object; an array where there can be several documents" }
    public static var fileEnding: String { "json" }

    private let options: FormatOptions
    private var json = JSONWriter(.pretty, largestPiece: 1 << 20)

    public init(_ options: FormatOptions) { self.options = options }

    public var head: String { options.isSingleDocument ? "" : "[" }
    public var separator: String { "," }

    public func tail(after count: Int) -> String {
        options.isSingleDocument ? "\n" : count == 0 ? "]\n" : "\n]\n"
    }

    public mutating func write(_ document: ExtractedDocument, to output: inout [UInt8]) {
        append(document.record(options), to: &output)
    }

    public mutating func write(_ failure: FailedDocument, to output: inout [UInt8]) { append(failure, to: &output) }

    private mutating func append(_ record: some JSONRepresentable, to output: inout [UInt8]) {
        if !options.isSingleDocument { output.append(UInt8(ascii: "\n")) }
        json.removeAll()
        json.write(record)
        json.move(to: &output)
    }
}

/// JSON Lines: an object a line, for each document in its turn.
public struct JSONLinesFormat: ExtractionFormat {
    public static var name: String { "jsonl" }
    public static var summary: String { "one object a line, a line for each document" }
    public static var fileEnding: String { "jsonl" }

    private let options: FormatOptions
    private var json = JSONWriter(.line, largestPiece: 1 << 20)

    public init(_ options: FormatOptions) { self.options = options }

    public mutating func write(_ document: ExtractedDocument, to output: inout [UInt8]) {
        append(document.record(options), to: &output)
    }

    public mutating func write(_ failure: FailedDocument, to output: inout [UInt8]) { append(failure, to: &output) }

    private mutating func append(_ record: some JSONRepresentable, to output: inout [UInt8]) {
        json.removeAll()
        json.write(record)
        json.move(to: &output)
        output.append(UInt8(ascii: "\n"))
    }
}

extension ExtractedDocument {
    fileprivate func record(_ options: FormatOptions) -> ExtractionRecord {
        ExtractionRecord(self, unit: options.unit, hasText: options.hasText, hasSentences: options.hasSentences)
    }
}
