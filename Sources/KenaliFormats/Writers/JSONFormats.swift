import KenaliLexicon

/// JSON for one look: an object; an array of objects where there can be several documents.
public struct JSONFormat: ExtractionFormat {
    public static var name: String { "json" }
    public static var summary: String { "one object; an array where there can be several documents" }
    public static var fileEnding: String { "json" }

    private let options: FormatOptions
    private var json = JSONWriter(.pretty)

    public init(_ options: FormatOptions) { self.options = options }

    public var head: String { options.isSingleDocument ? "" : "[" }
    public var separator: String { "," }

    public func tail(after count: Int) -> String {
        options.isSingleDocument ? "\n" : count == 0 ? "]\n" : "\n]\n"
    }

    public mutating func write(_ document: ExtractedDocument, to output: inout [UInt8]) {
        append(document.record(options), to: &output)
    }

    public mutating func write(_ document: ExtractedDocument, inPieces sink: (Span<UInt8>) -> Void) {
        if !options.isSingleDocument { sink("\n".utf8Span.span) }
        json.removeAll()
        document.record(options).write(to: &json, inPieces: sink)
    }

    public mutating func write(_ failure: FailedDocument, to output: inout [UInt8]) { append(failure, to: &output) }

    private mutating func append(_ record: some JSONRepresentable, to output: inout [UInt8]) {
        if !options.isSingleDocument { output.append(UInt8(ascii: "\n")) }
        json.removeAll()
        json.write(record)
        output.append(copying: json.span)
    }
}

/// JSON Lines: an object a line, for each document in its turn.
public struct JSONLinesFormat: ExtractionFormat {
    public static var name: String { "jsonl" }
    public static var summary: String { "one object a line, a line for each document" }
    public static var fileEnding: String { "jsonl" }

    private let options: FormatOptions
    private var json = JSONWriter(.line)

    public init(_ options: FormatOptions) { self.options = options }

    public mutating func write(_ document: ExtractedDocument, to output: inout [UInt8]) {
        append(document.record(options), to: &output)
    }

    public mutating func write(_ document: ExtractedDocument, inPieces sink: (Span<UInt8>) -> Void) {
        json.removeAll()
        document.record(options).write(to: &json, inPieces: sink)
        sink("\n".utf8Span.span)
    }

    public mutating func write(_ failure: FailedDocument, to output: inout [UInt8]) { append(failure, to: &output) }

    private mutating func append(_ record: some JSONRepresentable, to output: inout [UInt8]) {
        json.removeAll()
        json.write(record)
        output.append(copying: json.span)
        output.append(UInt8(ascii: "\n"))
    }
}

extension ExtractedDocument {
    fileprivate func record(_ options: FormatOptions) -> ExtractionRecord {
        ExtractionRecord(self, unit: options.unit, hasText: options.hasText, hasSentences: options.hasSentences)
    }
}
