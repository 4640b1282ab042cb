public import Kenali
import KenaliText

/// A document and what was found in it: what formats write.
public struct ExtractedDocument: Sendable {
    /// What the caller calls it.
    public var id: DocumentIdentifier?
    /// What people call it: the id, else file and line.
    public var name: String
    /// Its text.
    public var text: String
    /// What was found in the text.
    public var extraction: Extraction

    /// A document with what was found in its text.
    public init(id: DocumentIdentifier?, name: String? = nil, text: String, extraction: Extraction) {
        self.id = id
        self.name = name ?? id?.description ?? "-"
        self.text = text
        self.extraction = extraction
    }
}

/// Where the mentions of a document stand, in the unit of a format.
struct MentionPlaces {
    private let offsets: OffsetIndex
    private let text: String
    private let sentences: [Range<Int>]

    init(_ document: ExtractedDocument, unit: OffsetUnit) {
        text = document.text
        sentences = document.extraction.sentences
        offsets = OffsetIndex(document.text.utf8Span.span, unit: unit)
    }

    /// A UTF-8 offset in the unit.
    func offset(_ utf8: Int) -> Int {
        offsets.isSame ? utf8 : text.withBytes { offsets.offset(ofUTF8: utf8, in: $0) }
    }

    /// The text of some bytes.
    func text(_ range: Range<Int>) -> String { text.substring(range) }

    /// Writes a field with some bytes of the text, without what lies outside of it.
    func write(_ range: Range<Int>, as key: JSONKey, to json: inout JSONWriter) {
        text.withBytes { json.field(key, utf8: $0.extracting(range.clamped(to: 0..<$0.count))) }
    }

    /// The sentence that a mention starts in.
    func sentence(of mention: Mention) -> String? {
        let low = (0..<sentences.count).partitionPoint { sentences[$0].upperBound <= mention.utf8Range.lowerBound }
        return low < sentences.count ? text(sentences[low]) : nil
    }
}
