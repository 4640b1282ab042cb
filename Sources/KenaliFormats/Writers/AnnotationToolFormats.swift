import Kenali
import KenaliLexicon
import KenaliText

/// Tasks for Label Studio, the mentions as predictions. Offsets count UTF-16, as browsers do.
public struct LabelStudioFormat: ExtractionFormat {
    public static var name: String { "labelstudio" }
    public static var summary: String { "tasks for Label Studio, the mentions as predictions" }
    public static var fileEnding: String { "json" }

    private var json = JSONWriter()

    public init(_ options: FormatOptions) {}

    public var head: String { "[" }
    public var separator: String { "," }
    public func tail(after count: Int) -> String { count == 0 ? "]\n" : "\n]\n" }

    public mutating func write(_ document: ExtractedDocument, to output: inout [UInt8]) {
        let places = MentionPlaces(document, unit: .utf16)
        json.removeAll()
        json.object { json in
            json.key("data")
            json.object { json in
                json.field("text", document.text)
                json.field("id", ifPresent: document.id)
                json.field("date", ifPresent: document.date)
            }
            json.key("predictions")
            json.array(CollectionOfOne(document.extraction.mentions)) { json, mentions in
                json.object { json in
                    json.field("model_version", "kenali \(Version.text)")
                    json.key("result")
                    json.array(mentions.enumerated()) { json, item in
                        Self.write(item.element, number: item.offset, to: &json, places)
                    }
                }
            }
        }
        output.append(UInt8(ascii: "\n"))
        output.append(copying: json.span)
    }

    private static func write(_ mention: Mention, number: Int, to json: inout JSONWriter, _ places: MentionPlaces) {
        json.object { json in
            json.field("id", "m\(number)")
            json.field("from_name", "label")
            json.field("to_name", "text")
            json.field("type", "labels")
            json.key("value")
            json.object { json in
                json.field("start", places.offset(mention.utf8Range.lowerBound))
                json.field("end", places.offset(mention.utf8Range.upperBound))
                json.field("text", places.text(mention.utf8Range))
                json.field("labels", [mention.kind.rawValue])
            }
            guard let meaning = mention.meaning else { return }
            json.key("meta")
            json.object { $0.field("text", [meaning]) }
        }
    }
}

/// Lines for doccano's sequence labelling.
public struct DoccanoFormat: ExtractionFormat {
    public static var name: String { "doccano" }
    public static var summary: String { "JSON Lines for doccano's sequence labelling" }
    public static var fileEnding: String { "jsonl" }

    private var json = JSONWriter()

    public init(_ options: FormatOptions) {}

    public mutating func write(_ document: ExtractedDocument, to output: inout [UInt8]) {
        let places = MentionPlaces(document, unit: .codepoint)
        json.removeAll()
        json.object { json in
            json.field("document", ifPresent: document.id)
            json.field("date", ifPresent: document.date)
            json.field("text", document.text)
            json.key("label")
            json.array(document.extraction.mentions) { json, mention in
                json.array(0..<3) { json, column in
                    switch column {
                    case 0: json.write(places.offset(mention.utf8Range.lowerBound))
                    case 1: json.write(places.offset(mention.utf8Range.upperBound))
                    default: json.write(mention.label)
                    }
                }
            }
        }
        output.append(copying: json.span)
        output.append(UInt8(ascii: "\n"))
    }
}
