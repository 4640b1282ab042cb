import Kenali
import KenaliLexicon
import KenaliText

/// One page that needs nothing else: the texts with their mentions, what they speak of, and a timeline.
public struct HTMLFormat: ExtractionFormat {
    public static var name: String { "html" }
    public static var summary: String { "a page to look at: highlighted text, entities, a timeline" }
    public static var fileEnding: String { "html" }

    public init(_ options: FormatOptions) {}

    public var head: String { HTMLPage.head }
    public func tail(after count: Int) -> String { HTMLPage.tail }

    public mutating func write(_ document: ExtractedDocument, to output: inout [UInt8]) {
        output.append(contentsOf: HTMLSection(document).html.utf8)
    }
}

/// The part of the page for one document.
private struct HTMLSection {
    private let document: ExtractedDocument
    /// What keeps the anchors of this document apart from those of others: made of its name and text, since documents are
    /// written side by side by workers that don't know how many stand before.
    private let anchor: String

    init(_ document: ExtractedDocument) {
        self.document = document
        let hash = [document.name, document.text].reduce(FoldedBytes.seed) { $1.utf8.reduce($0, FoldedBytes.step) }
        anchor = "d" + String(hash, radix: 36)
    }

    var html: String {
        let date = document.date.map { " <time>\($0)</time>" } ?? ""
        return
            "<article>\n<h2>\(Markup.escaped(document.name.oneLine))\(date)</h2>\n<div class=\"text\">\(text)</div>\n"
            + entities + timeline + "</article>\n"
    }

    // MARK: - The text

    /// The text with its mentions: entities as `mark`, short forms as `abbr` inside or beside them.
    private var text: String {
        var outer = layer(.entity)[...]
        var inner = layer(.acronym)[...]
        var html = ""
        var offset = 0
        let end = document.text.utf8.count
        while offset < end {
            if let next = outer.first, next.element.utf8Range.lowerBound <= offset {
                outer.removeFirst()
                let stop = min(next.element.utf8Range.upperBound, end)
                html += tag("mark", next) + run(offset, stop, &inner) + "</mark>"
                offset = stop
            } else {
                let stop = min(outer.first?.element.utf8Range.lowerBound ?? end, end)
                html += run(offset, stop, &inner)
                offset = stop
            }
        }
        return html
    }

    private typealias Numbered = (offset: Int, element: Mention)

    private func layer(_ layer: FormatOptions.Layer) -> [Numbered] {
        document.mentionIndices(in: layer).map { ($0, document.extraction.mentions[$0]) }
    }

    /// A stretch of text in which only short forms are marked; one that reaches beyond it is marked as far as it goes.
    private func run(_ start: Int, _ end: Int, _ inner: inout ArraySlice<Numbered>) -> String {
        var html = ""
        var offset = start
        while offset < end {
            guard let next = inner.first, next.element.utf8Range.lowerBound < end else { break }
            inner.removeFirst()
            let from = max(offset, next.element.utf8Range.lowerBound)
            let to = min(end, next.element.utf8Range.upperBound)
            guard from < to else { continue }
            html += escaped(offset, from) + tag("abbr", next) + escaped(from, to) + "</abbr>"
            offset = to
        }
        return html + escaped(offset, end)
    }

    private func escaped(_ start: Int, _ end: Int) -> String {
        Markup.escaped(document.text.substring(start..<max(start, end)))
    }

    private func tag(_ name: String, _ mention: (offset: Int, element: Mention)) -> String {
        let kind = Markup.escaped(mention.element.kind.rawValue)
        let title = Markup.escaped(description(mention.element))
        return "<\(name) id=\"\(anchor)m\(mention.offset)\" tabindex=\"0\" data-k=\"\(kind)\" title=\"\(title)\">"
    }

    /// What is shown when the pointer rests on a mention.
    private func description(_ mention: Mention) -> String {
        var lines = [mention.kind.rawValue]
        if let meaning = mention.meaning { lines.append(meaning) }
        if let code = mention.code { lines.append("\(code.registry) \(code.id)") }
        if case .person(let person) = mention.detail {
            if !person.honorifics.isEmpty { lines.append(person.honorifics.joined(separator: " ")) }
            if let role = person.role { lines.append("role: \(role)") }
        }
        lines.append("rule: \(mention.rule)")
        return lines.map(\.oneLine).joined(separator: "\n")
    }

    // MARK: - Entities and the timeline

    private var entities: String {
        let rows = document.extraction.entities.filter { $0.kind != .acronym }
        guard !rows.isEmpty else { return "" }
        return "<h3>Entities</h3>\n<table>\n" + rows.map(row).joined() + "</table>\n"
    }

    private func row(_ entity: Entity) -> String {
        let links = entity.mentions.enumerated().map { place, mention in
            "<a href=\"#\(anchor)m\(mention)\">\(place + 1)</a>"
        }
        var details = entity.roles
        if !entity.aliases.isEmpty { details.append("= " + entity.aliases.joined(separator: ", ")) }
        let kind = Markup.escaped(entity.kind.rawValue)
        return "<tr data-k=\"\(kind)\"><td><span data-k=\"\(kind)\">\(kind)</span></td>"
            + "<th scope=\"row\">\(Markup.escaped(entity.name.oneLine))</th>"
            + "<td>\(Markup.escaped(details.joined(separator: "; ").oneLine))</td><td>\(links.joined(separator: " "))</td></tr>\n"
    }

    /// The sentences with a day, a month or a year, in the order of time.
    private var timeline: String {
        let places = MentionPlaces(document, unit: .utf8)
        var points: [(day: String, mention: Int, html: String)] = []
        for (index, mention) in document.extraction.mentions.enumerated() {
            guard case .date(let value) = mention.detail, let days = value.days else { continue }
            let sentence = Markup.escaped((places.sentence(of: mention) ?? places.text(mention.utf8Range)).oneLine)
            let item =
                "<li><a href=\"#\(anchor)m\(index)\"><time>\(Markup.escaped(value.value))</time></a> \(sentence)</li>\n"
            points.append((days.lowerBound.description, index, item))
        }
        guard !points.isEmpty else { return "" }
        points.sort { ($0.day, $0.mention) < ($1.day, $1.mention) }
        return "<h3>Timeline</h3>\n<ol class=\"time\">\n" + points.map(\.html).joined() + "</ol>\n"
    }
}
