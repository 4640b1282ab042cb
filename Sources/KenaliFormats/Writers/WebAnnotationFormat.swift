import Kenali
import KenaliLexicon
import KenaliText

/// W3C Web Annotations: a page of annotations for each document, one a line, each mention found again by its position
/// and by its words with those around it.
public struct WebAnnotationFormat: ExtractionFormat {
    public static var name: String { "webannotation" }
    public static var summary: String { "W3C Web Annotations (JSON-LD), a page a line" }
    public static var fileEnding: String { "jsonld" }

    private var json = JSONWriter()

    public init(_ options: FormatOptions) {}

    /// How many characters around a mention help to find it again.
    private static let context = 32

    public mutating func write(_ document: ExtractedDocument, to output: inout [UInt8]) {
        let places = MentionPlaces(document, unit: .codepoint)
        let source = Self.iri(document.name)
        json.removeAll()
        json.object { json in
            json.field("@context", "http://www.w3.org/ns/anno.jsonld")
            json.field("id", source + "#kenali")
            json.field("type", "AnnotationPage")
            json.key("items")
            json.array(document.extraction.mentions.enumerated()) { json, item in
                Self.write(item.element, item.offset, of: document, source, to: &json, places)
            }
        }
        output.append(copying: json.span)
        output.append(UInt8(ascii: "\n"))
    }

    private static func write(
        _ mention: Mention, _ number: Int, of document: ExtractedDocument, _ source: String, to json: inout JSONWriter,
        _ places: MentionPlaces
    ) {
        let range = mention.utf8Range
        json.object { json in
            json.field("id", "\(source)#m\(number)")
            json.field("type", "Annotation")
            json.field("motivation", "identifying")
            json.key("body")
            let bodies = [("tagging", mention.kind.rawValue)] + (mention.meaning.map { [("identifying", $0)] } ?? [])
            json.array(bodies) { json, body in
                json.object { json in
                    json.field("type", "TextualBody")
                    json.field("purpose", body.0)
                    json.field("value", body.1)
                }
            }
            json.key("target")
            json.object { json in
                json.field("source", source)
                json.key("selector")
                json.array(0..<2) { json, selector in
                    json.object { json in
                        if selector == 0 {
                            json.field("type", "TextPositionSelector")
                            json.field("start", places.offset(range.lowerBound))
                            json.field("end", places.offset(range.upperBound))
                        } else {
                            let text = document.text
                            let end = text.endIndex
                            let start = text.utf8.index(
                                text.startIndex, offsetBy: range.lowerBound, limitedBy: end)
                            let stop = text.utf8.index(text.startIndex, offsetBy: range.upperBound, limitedBy: end)
                            json.field("type", "TextQuoteSelector")
                            json.field("exact", places.text(range))
                            json.field("prefix", String(text.unicodeScalars[..<(start ?? end)].suffix(Self.context)))
                            json.field("suffix", String(text.unicodeScalars[(stop ?? end)...].prefix(Self.context)))
                        }
                    }
                }
            }
        }
    }

    /// The name of a document as an IRI: an address stays, another name becomes a URN.
    private static func iri(_ name: String) -> String {
        if name.hasPrefix("http://") || name.hasPrefix("https://") || name.hasPrefix("urn:") { return name }
        let kept = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~".utf8)
        var encoded = "urn:x-kenali:"
        for byte in name.utf8 {
            let hex = String(byte, radix: 16, uppercase: true)
            encoded += kept.contains(byte) ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + hex
        }
        return encoded
    }
}
