public import KenaliText

/// A format that extractions are written in.
///
/// A writer is a value that may keep memory: each worker has its own copy, and what it writes of a document depends on
/// the document alone. A new format is a file with a type of this protocol and its line in ``ExtractionFormats/all``.
public protocol ExtractionFormat: Sendable {
    /// What `--format` calls it.
    static var name: String { get }
    /// What it is for, in some words.
    static var summary: String { get }
    /// How the names of its files end, without the full stop.
    static var fileEnding: String { get }
    /// Whether several documents can't stand in one file.
    static var isFilePerDocument: Bool { get }

    /// A writer with these options.
    init(_ options: FormatOptions)

    /// What stands in front of the first document.
    var head: String { get }
    /// What stands between two documents.
    var separator: String { get }
    /// What stands behind so many documents.
    func tail(after count: Int) -> String

    /// Appends a document.
    mutating func write(_ document: ExtractedDocument, to output: inout [UInt8])
    /// Hands over what ``write(_:to:)`` appends, in one piece or in many: of a large document a format may write many times
    /// its size, which need never be there as a whole.
    mutating func write(_ document: ExtractedDocument, inPieces sink: (Span<UInt8>) -> Void)
    /// What a document has beside its file in a file of another ending: the text, for stand-off formats.
    func companion(of document: ExtractedDocument) -> (ending: String, text: String)?
    /// Appends what stands for a document that could not be read; nothing, where lines need not be matched.
    mutating func write(_ failure: FailedDocument, to output: inout [UInt8])
}

extension ExtractionFormat {
    public static var isFilePerDocument: Bool { false }
    public var head: String { "" }
    public var separator: String { "" }
    public func tail(after count: Int) -> String { "" }
    public func companion(of document: ExtractedDocument) -> (ending: String, text: String)? { nil }
    public mutating func write(_ failure: FailedDocument, to output: inout [UInt8]) {}

    public mutating func write(_ document: ExtractedDocument, inPieces sink: (Span<UInt8>) -> Void) {
        var output: [UInt8] = []
        write(document, to: &output)
        sink(output.span)
    }

    /// The whole of some documents.
    public static func text(of documents: [ExtractedDocument], _ options: FormatOptions = FormatOptions()) -> String {
        var writer = Self(options)
        var output = Array(writer.head.utf8)
        for (index, document) in documents.enumerated() {
            if index > 0 { output.append(contentsOf: writer.separator.utf8) }
            writer.write(document, to: &output)
        }
        output.append(contentsOf: writer.tail(after: documents.count).utf8)
        return String(decoding: output, as: UTF8.self)
    }
}

/// What the formats can be told.
public struct FormatOptions: Sendable {
    /// A layer of mentions, for formats whose mentions must not overlap.
    public enum Layer: String, Sendable, CaseIterable {
        /// Persons, bodies, places, dates: all but abbreviations.
        case entity
        /// Abbreviations.
        case acronym
    }

    /// What positions count, in formats that leave it open.
    public var unit = OffsetUnit.codepoint
    /// Whether there can be only one document.
    public var isSingleDocument = false
    /// Whether a document has its text, in formats that leave it open.
    public var hasText = false
    /// Whether a mention has its sentence, in formats that leave it open.
    public var hasSentences = false
    /// The layer of formats that have one.
    public var layer = Layer.entity
    /// How a report looks.
    public var style = TerminalStyle.plain

    /// The usual options.
    public init() {}
}

/// All formats.
public enum ExtractionFormats {
    /// The formats, in the order in which help lists them.
    public static let all: [any ExtractionFormat.Type] = [
        TextReport.self, HTMLFormat.self, JSONFormat.self, JSONLinesFormat.self, TableFormat.self, ConllFormat.self,
        BratFormat.self, Timex3Format.self, SpacyFormat.self, LabelStudioFormat.self, DoccanoFormat.self,
        WebAnnotationFormat.self,
    ]

    /// The format of this name.
    public static func named(_ name: String) -> (any ExtractionFormat.Type)? { all.first { $0.name == name } }
}
