import Kenali
import KenaliText

/// A text with annotated mentions: gold, or what somebody predicted. Positions count code points.
public struct AnnotatedText: Sendable, Hashable {
    /// A mention as an annotator or a program gives it.
    public struct Mark: Sendable, Hashable {
        /// The kind, in small letters.
        public var kind: String
        /// Its place, in code points.
        public var range: Range<Int>
        /// The bare name of a person within it.
        public var name: Range<Int>?
        /// What counts as its right value: several, where they are alike.
        public var values: [String] = []
        /// Neither asked for nor wrong.
        public var isOptional = false
        /// Which of the document's entities it speaks of.
        public var entity: Int?

        /// A mention at a place, in code points.
        public init(
            kind: String, range: Range<Int>, name: Range<Int>? = nil, values: [String] = [], isOptional: Bool = false,
            entity: Int? = nil
        ) {
            self.kind = kind
            self.range = range
            self.name = name
            self.values = values
            self.isOptional = isOptional
            self.entity = entity
        }
    }

    /// What the caller calls it.
    public var id: String
    /// The text; nil where the file has only marks.
    public var text: String?
    /// The day it was written, `YYYY-MM-DD`.
    public var date: String?
    /// The kinds that are annotated; nil when it does not say.
    public var kinds: [String]?
    /// The mentions.
    public var marks: [Mark]

    /// An annotated text, of gold in any form.
    public init(
        id: String, text: String? = nil, date: String? = nil, kinds: [String]? = nil, marks: [Mark] = []
    ) {
        self.id = id
        self.text = text
        self.date = date
        self.kinds = kinds
        self.marks = marks
    }
}

extension AnnotatedText {
    /// Reads annotated texts: JSON Lines or an array of Kenali's JSON (`mentions`), of Label Studio's export
    /// (`annotations`, else `predictions`), or of doccano's (`label`).
    ///
    /// - Throws: The first thing that is wrong, with its line or number.
    public static func read(_ bytes: Span<UInt8>) throws(InputRecordError) -> [AnnotatedText] {
        var reader = JSONReader(bytes)
        if reader.peek() == UInt8(ascii: "[") {
            let value: JSONValue
            do throws(JSONError) {
                value = try reader.value()
                try reader.finish()
            } catch {
                throw InputRecordError(id: nil, reason: "not JSON: \(error)")
            }
            return try texts(value.array ?? [], "document")
        }
        var values: [JSONValue] = []
        var lines = FilledLines()
        while let range = lines.next(in: bytes) {
            do throws(JSONError) {
                values.append(try JSONValue(parsing: bytes.extracting(range)))
            } catch {
                throw InputRecordError(id: nil, reason: "line \(lines.line): not JSON: \(error)")
            }
        }
        return try texts(values, "line")
    }

    private static func texts(_ values: [JSONValue], _ unit: String) throws(InputRecordError) -> [AnnotatedText] {
        var texts: [AnnotatedText] = []
        for (index, value) in values.enumerated() {
            guard let text = AnnotatedText(value, number: index + 1) else {
                throw InputRecordError(
                    id: nil, reason: "\(unit) \(index + 1): no \"mentions\", \"annotations\" or \"label\"")
            }
            texts.append(text)
        }
        return texts
    }

    private init?(_ value: JSONValue, number: Int) {
        let data = value["data"] ?? value
        let id = data["id"] ?? data["document"] ?? value["id"]
        self.id = id?.string ?? id?.int.map(String.init) ?? "\(number)"
        text = data["text"]?.string
        date = data["date"]?.string
        kinds = value["kinds"]?.array?.compactMap(\.string)
        marks = []
        if let mentions = value["mentions"]?.array {
            marks = mentions.compactMap { Mark(record: $0) }
        } else if let results = (value["annotations"] ?? value["predictions"])?.array?.first?["result"]?.array {
            let units = (text ?? "").utf16
            marks = results.compactMap { Mark(labelStudio: $0, units) }
        } else if let labels = value["label"]?.array {
            marks = labels.compactMap { Mark(doccano: $0) }
        } else if value["error"] == nil {
            return nil
        }
    }
}

extension AnnotatedText.Mark {
    fileprivate init?(record value: JSONValue) {
        guard let kind = value["kind"]?.string, let start = value["start"]?.int, let end = value["end"]?.int,
            0...end ~= start
        else { return nil }
        self.init(kind: kind, range: start..<end)
        if let start = value["name_start"]?.int, let end = value["name_end"]?.int, 0...end ~= start {
            name = start..<end
        }
        let keys = [
            "date": "value", "time": "value", "duration": "value", "acronym": "expansion", "ministry": "canonical",
            "person": "name",
        ]
        if let wanted = keys[kind].flatMap({ value[$0] }) {
            values = (wanted.array?.compactMap(\.string) ?? wanted.string.map { [$0] } ?? []).filter { $0 != "?" }
        }
        isOptional = value["optional"]?.bool ?? false
        entity = value["entity"]?.int
    }

    /// A region of Label Studio, whose positions count UTF-16.
    fileprivate init?(labelStudio value: JSONValue, _ units: String.UTF16View) {
        guard value["type"]?.string == "labels", let region = value["value"], let start = region["start"]?.int,
            let end = region["end"]?.int, 0...end ~= start, end <= units.count,
            let label = region["labels"]?.array?.first?.string
        else { return nil }
        let first = units.index(units.startIndex, offsetBy: start)
        let last = units.index(units.startIndex, offsetBy: end)
        let before = String(units[..<first])?.unicodeScalars.count ?? start
        let inside = String(units[first..<last])?.unicodeScalars.count ?? end - start
        self.init(kind: label.lowercased(), range: before..<before + inside)
    }

    fileprivate init?(doccano value: JSONValue) {
        guard let parts = value.array, parts.count == 3, let start = parts[0].int, let end = parts[1].int,
            0...end ~= start, let label = parts[2].string
        else { return nil }
        self.init(kind: label.lowercased(), range: start..<end)
    }
}

extension AnnotatedText {
    /// The mentions of an extraction as marks.
    public init(_ document: ExtractedDocument) {
        let places = MentionPlaces(document, unit: .codepoint)
        self.init(id: document.name, marks: document.extraction.mentions.map { Mark($0, places) })
    }
}

extension AnnotatedText.Mark {
    fileprivate init(_ mention: Mention, _ places: MentionPlaces) {
        func place(_ range: Range<Int>) -> Range<Int> {
            places.offset(range.lowerBound)..<places.offset(range.upperBound)
        }
        var name: Range<Int>?
        var value: String?
        switch mention.detail {
        case .person(let person):
            name = place(person.nameUTF8Range)
            value = person.name
        case .ministry(let ministry): value = ministry.canonicalName
        case .acronym(let acronym): value = acronym.expansion
        case .date(let time), .time(let time), .duration(let time): value = time.value
        case .organization, .location, .custom: break
        }
        self.init(
            kind: mention.kind.rawValue, range: place(mention.utf8Range), name: name, values: value.map { [$0] } ?? [],
            entity: mention.entity)
    }
}
