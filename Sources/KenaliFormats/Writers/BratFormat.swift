import Kenali
import KenaliText

/// Stand-off annotation for brat: the `.ann` file; the text itself is its companion.
///
/// `T` lines are mentions, `N` lines codes and ids, `*` lines say which mentions speak of the same thing, `#` lines tell
/// the value or the name.
public struct BratFormat: ExtractionFormat {
    public static var name: String { "brat" }
    public static var summary: String { "stand-off annotation (.ann, and .txt beside it with --output)" }
    public static var fileEnding: String { "ann" }
    public static var isFilePerDocument: Bool { true }

    public init(_ options: FormatOptions) {}

    public func companion(of document: ExtractedDocument) -> (ending: String, text: String)? { ("txt", document.text) }

    public mutating func write(_ document: ExtractedDocument, to output: inout [UInt8]) {
        let places = MentionPlaces(document, unit: .codepoint)
        var notes = 0
        var codes = 0
        func add(_ line: String) { output.append(contentsOf: (line + "\n").utf8) }
        for (index, mention) in document.extraction.mentions.enumerated() {
            let text = document.text.substring(mention.utf8Range)
            add("T\(index + 1)\t\(type(mention)) \(spans(mention, text, places))\t\(Self.withoutLineBreaks(text))")
            if let code = mention.code {
                codes += 1
                let name = Self.withoutLineBreaks(mention.normalizedName ?? text)
                add("N\(codes)\tReference T\(index + 1) \(code.registry):\(code.id)\t\(name)")
            }
            if let meaning = mention.meaning {
                notes += 1
                add("#\(notes)\tAnnotatorNotes T\(index + 1)\t\(Self.withoutLineBreaks(meaning))")
            }
        }
        for entity in document.extraction.entities {
            // Links hold within a kind, so that an acronym and its ministry at one place stay two.
            let linked = entity.mentions.filter { document.extraction.mentions[$0].kind == entity.kind }
            if linked.count > 1 { add("*\tEquiv " + linked.map { "T\($0 + 1)" }.joined(separator: " ")) }
        }
    }

    private func type(_ mention: Mention) -> String {
        let name = mention.kind.rawValue
        let letters = String(
            name.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") ? $0 : "_" })
        return letters.prefix(1).uppercased() + letters.dropFirst()
    }

    /// The place of a mention; where lines end in it, it is in pieces, as brat wants it.
    private func spans(_ mention: Mention, _ text: String, _ places: MentionPlaces) -> String {
        var pieces: [String] = []
        var start = mention.utf8Range.lowerBound
        var offset = start
        func end(_ place: Int) {
            if place > start { pieces.append("\(places.offset(start)) \(places.offset(place))") }
        }
        for byte in text.utf8 {
            if byte == 0x0A || byte == 0x0D {
                end(offset)
                start = offset + 1
            }
            offset += 1
        }
        end(offset)
        return pieces.joined(separator: ";")
    }

    /// A text as a field of a line: columns are divided by tabs.
    private static func withoutLineBreaks(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ").replacing(byte: "\t", with: " ")
    }
}
