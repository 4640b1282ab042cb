import Kenali

/// TimeML: the text with its dates, times and durations as TIMEX3 elements.
public struct Timex3Format: ExtractionFormat {
    public static var name: String { "timex3" }
    public static var summary: String { "TimeML: the text with TIMEX3 around dates, times, durations" }
    public static var fileEnding: String { "tml" }

    private let isSingleDocument: Bool

    public init(_ options: FormatOptions) { isSingleDocument = options.isSingleDocument }

    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    public var head: String { Self.declaration + (isSingleDocument ? "" : "<documents>\n") }
    public func tail(after count: Int) -> String { isSingleDocument ? "" : "</documents>\n" }

    public mutating func write(_ document: ExtractedDocument, to output: inout [UInt8]) {
        let mentions = document.mentions(in: .entity).filter { $0.temporalValue != nil }
        var xml = "<TimeML>\n<DOCID>\(Markup.escaped(document.name))</DOCID>\n"
        if let date = document.date {
            xml +=
                "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"\(date)\" temporalFunction=\"false\" "
                + "functionInDocument=\"CREATION_TIME\">\(date)</TIMEX3></DCT>\n"
        }
        xml += "<TEXT>"
        var offset = 0
        for (index, mention) in mentions.enumerated() {
            xml += Markup.escaped(document.text.substring(offset..<mention.utf8Range.lowerBound))
            xml += "<TIMEX3 tid=\"t\(index + 1)\"\(Self.attributes(mention))>"
            xml += Markup.escaped(document.text.substring(mention.utf8Range)) + "</TIMEX3>"
            offset = mention.utf8Range.upperBound
        }
        xml += Markup.escaped(document.text.substring(offset..<max(offset, document.text.utf8.count)))
        output.append(contentsOf: (xml + "</TEXT>\n</TimeML>\n").utf8)
    }

    private static func attributes(_ mention: Mention) -> String {
        guard let value = mention.temporalValue else { return "" }
        let type = mention.kind == .time ? "TIME" : mention.kind == .duration ? "DURATION" : "DATE"
        // A time with its date has both in its value.
        let full = mention.kind == .time ? value.moment?.value ?? value.value : value.value
        let modifier = value.modifier.map { " mod=\"\($0.rawValue)\"" } ?? ""
        return " type=\"\(type)\" value=\"\(Markup.escaped(full))\"\(modifier)"
    }
}
