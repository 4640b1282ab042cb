import Kenali

/// A table with tabs: a mention a row, the same columns for all kinds.
///
/// Fields with quotation marks stand in quotation marks (RFC 4180); line ends and tabs in them are blanks.
public struct TableFormat: ExtractionFormat {
    public static var name: String { "tsv" }
    public static var summary: String { "a table with tabs, a mention a row, for DuckDB, Polars, Excel" }
    public static var fileEnding: String { "tsv" }

    /// The columns. `name` is the bare, official or full name, `value` that of a date, `code` that of a registry.
    public static let columns = [
        "document", "date", "kind", "start", "end", "text", "name", "value", "code", "role", "honorifics", "entity",
        "entity_name", "source", "rule",
    ]

    private let options: FormatOptions

    public init(_ options: FormatOptions) { self.options = options }

    public var head: String { Self.columns.joined(separator: "\t") + "\n" }

    public mutating func write(_ document: ExtractedDocument, to output: inout [UInt8]) {
        let places = MentionPlaces(document, unit: options.unit)
        for mention in document.extraction.mentions {
            var row = Row(output: [])
            row.add(document.name)
            row.add(document.date)
            row.add(mention.kind.rawValue)
            row.add(String(places.offset(mention.utf8Range.lowerBound)))
            row.add(String(places.offset(mention.utf8Range.upperBound)))
            row.add(places.text(mention.utf8Range))
            row.add(mention.normalizedName)
            row.add(mention.temporalValue?.value)
            row.add(mention.code?.id)
            if case .person(let person) = mention.detail {
                row.add(person.role)
                row.add(person.honorifics.joined(separator: "; "))
            } else {
                row.add(nil)
                row.add(nil)
            }
            row.add(mention.entity.map(String.init))
            row.add(mention.entity.map { document.extraction.entities[$0].name })
            if case .acronym(let acronym) = mention.detail { row.add(acronym.source?.rawValue) } else { row.add(nil) }
            row.add(mention.rule)
            output.append(contentsOf: row.output)
            output.append(UInt8(ascii: "\n"))
        }
    }

    /// A row as it grows.
    private struct Row {
        var output: [UInt8]
        private var isFirst = true

        init(output: [UInt8]) { self.output = output }

        mutating func add(_ field: String?) {
            if !isFirst { output.append(UInt8(ascii: "\t")) }
            isFirst = false
            let field = field ?? ""
            let isQuoted = field.utf8.contains(UInt8(ascii: "\""))
            if isQuoted { output.append(UInt8(ascii: "\"")) }
            for byte in field.utf8 {
                output.append(byte < 0x20 ? UInt8(ascii: " ") : byte)
                if byte == UInt8(ascii: "\"") { output.append(byte) }
            }
            if isQuoted { output.append(UInt8(ascii: "\"")) }
        }
    }
}
