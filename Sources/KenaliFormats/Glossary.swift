public import Kenali
public import KenaliText

/// The abbreviations of many documents: what each stands for, how often it is used, and where first.
///
/// ```swift
/// var glossary = Glossary()
/// for text in texts { glossary.add(extractor.extract(from: text), of: text, id: nil) }
/// for entry in glossary.entries { print(entry.form, entry.expansion ?? "?", entry.count) }
/// ```
public struct Glossary: Sendable {
    /// An abbreviation with one meaning.
    public struct Entry: JSONRecord {
        /// The form as it is written first.
        public var form: String
        /// What it stands for; nil when nobody says.
        public var expansion: String?
        /// Where the expansion is from; nil when nobody says.
        public var source: Acronym.Source?
        /// Whether the expansion is only the most usual of several readings.
        public var ambiguous: Bool
        /// The other readings of the lists.
        public var alternatives: [String]
        /// How often it is used, from 1.
        public var count: Int
        /// In how many documents, from 1.
        public var documents: Int
        /// Where it is used first.
        public var first: Place
    }

    /// A place in a document.
    public struct Place: JSONRecord {
        /// The document.
        public var document: DocumentIdentifier?
        /// The line, from 1.
        public var line: Int
        /// The start and the end, exclusive, in the unit that was asked for.
        public var start: Int
        /// Where it ends, exclusive, in the unit that was asked for.
        public var end: Int
    }

    private var found: [Entry] = []
    private var indices: [String: Int] = [:]

    /// A glossary without entries.
    public init() {}

    /// Adds the glossary of a document.
    ///
    /// What a document defines is preferred to what the lists say, when several documents use a form in one meaning.
    /// - Complexity: O(*n* + *m*), *n* the number of bytes of the text, *m* of entries.
    public mutating func add(
        _ extraction: Extraction, of text: String, id: DocumentIdentifier?, unit: OffsetUnit = .codepoint
    ) {
        guard !extraction.glossary.isEmpty else { return }
        let bytes = text.utf8Span.span
        let offsets = OffsetIndex(bytes, unit: unit)
        let lineEnds = text.utf8.enumerated().filter { $0.element == UInt8(ascii: "\n") }.map(\.offset)
        for entry in extraction.glossary {
            let acronym = entry.acronym
            let key = entry.form.lowercased() + "\u{0}" + (acronym.expansion ?? "").lowercased()
            if let index = indices[key] {
                found[index].count += entry.mentions.count
                found[index].documents += 1
                if acronym.source == .text { found[index].source = .text }
                found[index].ambiguous = found[index].ambiguous && acronym.isAmbiguous
                continue
            }
            guard let mention = entry.mentions.first else { continue }
            let range = extraction.mentions[mention].utf8Range
            indices[key] = found.count
            found.append(
                Entry(
                    form: entry.form, expansion: acronym.expansion, source: acronym.source,
                    ambiguous: acronym.isAmbiguous, alternatives: acronym.alternatives, count: entry.mentions.count,
                    documents: 1,
                    first: Place(
                        document: id, line: Self.line(of: range.lowerBound, lineEnds),
                        start: offsets.offset(ofUTF8: range.lowerBound, in: bytes),
                        end: offsets.offset(ofUTF8: range.upperBound, in: bytes))))
        }
    }

    /// The entries in alphabetical order of their forms, without regard to case.
    ///
    /// - Complexity: O(*n* log *n*), *n* the number of entries.
    public var entries: [Entry] {
        found.sorted { left, right in
            let forms = (left.form.lowercased(), right.form.lowercased())
            return forms.0 == forms.1 ? (left.expansion ?? "") < (right.expansion ?? "") : forms.0 < forms.1
        }
    }

    private static func line(of offset: Int, _ lineEnds: [Int]) -> Int {
        (0..<lineEnds.count).partitionPoint { lineEnds[$0] < offset } + 1
    }
}

extension Glossary {
    /// The glossary for people, a line for each entry: form, expansion, count, first place; "?" for what nobody knows.
    public var report: String {
        let entries = entries
        let forms = min(20, entries.map(\.form.count).max() ?? 0)
        let expansions = min(60, entries.map { ($0.expansion ?? "?").count }.max() ?? 0)
        return entries.map { entry in
            var line = entry.form.padded(to: forms) + "  " + (entry.expansion ?? "?").padded(to: expansions)
            line += "  \(entry.count)×  " + entry.first.name
            if entry.source == .text { line += "  (in the text)" }
            if entry.ambiguous { line += "  or: " + entry.alternatives.joined(separator: "; ") }
            return line + "\n"
        }.joined()
    }
}

extension Glossary.Place {
    fileprivate var name: String {
        switch document {
        case .string(let name): "\(name):\(line)"
        case .number(let number): "\(number):\(line)"
        case nil: "line \(line)"
        }
    }
}

extension Glossary.Entry {
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("form", form)
            json.field("expansion", ifPresent: expansion)
            json.field("source", ifPresent: source?.rawValue)
            json.field("ambiguous", ambiguous)
            json.field("alternatives", alternatives)
            json.field("count", count)
            json.field("documents", documents)
            json.field("first", first)
        }
    }
}

extension Glossary.Place {
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("document", ifPresent: document)
            json.field("line", line)
            json.field("start", start)
            json.field("end", end)
        }
    }
}
