import Kenali
import KenaliLexicon
import KenaliText

/// What spaCy reads: a line of JSON for each document, for `Doc.from_json` and displaCy.
///
/// `ents` are the mentions of the layer, `spans` both layers; `tokens` are Indonesian tokens, and white space other than
/// one blank behind a token has tokens of its own, as spaCy has it, so that all offsets hold.
public struct SpacyFormat: ExtractionFormat {
    public static var name: String { "spacy" }
    public static var summary: String { "JSON Lines for spaCy's Doc.from_json, DocBin and displaCy" }
    public static var fileEnding: String { "jsonl" }

    private let options: FormatOptions
    private var json = JSONWriter()
    private var cutter = TokenCutter()

    public init(_ options: FormatOptions) { self.options = options }

    public mutating func write(_ document: ExtractedDocument, to output: inout [UInt8]) {
        let places = MentionPlaces(document, unit: .codepoint)
        let tokens = spacyTokens(
            cutter.tokens(
                of: document.text,
                cutAt: document.extraction.mentions.sorted {
                    $0.utf8Range.lowerBound < $1.utf8Range.lowerBound
                }), document.text)
        json.removeAll()
        json.object { json in
            json.field("title", document.name)
            json.field("text", document.text)
            json.key("ents")
            json.array(document.mentions(in: options.layer)) { $1.writeSpan(to: &$0, places) }
            json.key("spans")
            json.object { json in
                json.key("entities")
                json.array(document.mentions(in: .entity)) { $1.writeSpan(to: &$0, places) }
                json.key("acronyms")
                json.array(document.mentions(in: .acronym)) { $1.writeSpan(to: &$0, places) }
            }
            json.key("tokens")
            json.array(tokens.enumerated()) { json, item in
                json.object { json in
                    json.field("id", item.offset)
                    json.field("start", places.offset(item.element.lowerBound))
                    json.field("end", places.offset(item.element.upperBound))
                }
            }
        }
        output.append(copying: json.span)
        output.append(UInt8(ascii: "\n"))
    }

    /// The tokens, and between them those of white space that is not one blank.
    private func spacyTokens(_ words: [Range<Int>], _ text: String) -> [Range<Int>] {
        let bytes = text.utf8Span.span
        var tokens: [Range<Int>] = []
        var end = 0
        func addGap(to start: Int) {
            let isAfterToken = !tokens.isEmpty
            let first = isAfterToken && end < start && bytes[end] == UInt8(ascii: " ") ? end + 1 : end
            if first < start { tokens.append(first..<start) }
        }
        for word in words {
            addGap(to: word.lowerBound)
            tokens.append(word)
            end = word.upperBound
        }
        addGap(to: bytes.count)
        return tokens
    }
}

extension Mention {
    fileprivate func writeSpan(to json: inout JSONWriter, _ places: MentionPlaces) {
        json.object { json in
            json.field("start", places.offset(utf8Range.lowerBound))
            json.field("end", places.offset(utf8Range.upperBound))
            json.field("label", label)
            json.field("kb_id", code?.id ?? meaning ?? "")
        }
    }
}
