public import Kenali
import KenaliText

/// An extraction for people: the text with its mentions marked by colour, then what they speak of, as a table.
public struct TextReport: ExtractionFormat {
    public static var name: String { "text" }
    public static var summary: String { "for people: the text in colours, and what it speaks of" }
    public static var fileEnding: String { "txt" }

    private let style: TerminalStyle
    private let hasHeading: Bool

    public init(_ options: FormatOptions) {
        style = options.style
        hasHeading = !options.isSingleDocument
    }

    /// A report that looks so.
    public init(style: TerminalStyle) {
        self.style = style
        hasHeading = false
    }

    public var separator: String { "\n" }

    public mutating func write(_ document: ExtractedDocument, to output: inout [UInt8]) {
        if hasHeading { output.append(contentsOf: (style.heading("==> \(document.name.oneLine) <==") + "\n").utf8) }
        output.append(contentsOf: report(document.extraction, of: document.text).utf8)
    }

    /// The whole report, ending in a line end.
    public func report(_ extraction: Extraction, of text: String) -> String {
        let body = marked(text, extraction.mentions)
        let table = table(extraction, of: text)
        return legend(extraction.mentions) + body + (body.hasSuffix("\n") || body.isEmpty ? "" : "\n")
            + (table.isEmpty ? "" : "\n" + table)
    }

    /// What the colours mean, of those that are used.
    private func legend(_ mentions: [Mention]) -> String {
        guard style.isColored, !mentions.isEmpty else { return "" }
        let used = Set(mentions.map(\.kind))
        let own = used.subtracting(MentionKind.allCases).sorted { $0.rawValue < $1.rawValue }
        let names = (MentionKind.allCases.filter(used.contains) + own).map {
            style.start($0) + $0.rawValue + style.end($0)
        }
        return names.joined(separator: "  ") + "\n\n"
    }

    /// The text with a style around each mention. Without colours it is the text as it came.
    ///
    /// Colour and underline are switched on and off by themselves, so marks of mentions may even cross.
    private func marked(_ text: String, _ mentions: [Mention]) -> String {
        guard style.isColored else { return text }
        var changes: [(offset: Int, code: String)] = []
        var ends: [(offset: Int, mention: Int)] = []
        for (index, mention) in mentions.enumerated() where !mention.utf8Range.isEmpty {
            ends.append((mention.utf8Range.upperBound, index))
        }
        // Of those that end together the inner one, which starts later, comes first.
        ends.sort { ($0.offset, -$0.mention) < ($1.offset, -$1.mention) }
        var ended = 0
        for mention in mentions where !mention.utf8Range.isEmpty {
            while ended < ends.count, ends[ended].offset <= mention.utf8Range.lowerBound {
                changes.append((ends[ended].offset, style.end(mentions[ends[ended].mention].kind)))
                ended += 1
            }
            changes.append((mention.utf8Range.lowerBound, style.start(mention.kind)))
        }
        changes += ends[ended...].map { ($0.offset, style.end(mentions[$0.mention].kind)) }
        var marked = ""
        var offset = 0
        for change in changes where change.offset >= offset {
            marked += text.substring(offset..<change.offset)
            marked += change.code
            offset = change.offset
        }
        return marked + text.substring(offset..<max(offset, text.utf8.count))
    }

    // MARK: - The table

    private struct Row {
        var kind: MentionKind
        var name: String
        var detail: String
        var count: Int
    }

    /// The width of the column of names; what is longer has a line of its own.
    private static let nameWidth = 40

    private func table(_ extraction: Extraction, of text: String) -> String {
        var rows = extraction.entities.filter { $0.kind != .acronym }.map { entity in
            Row(
                kind: entity.kind, name: entity.name.oneLine, detail: detail(of: entity, extraction).oneLine,
                count: entity.mentions.count { extraction.mentions[$0].kind == entity.kind })
        }
        var places: [String: Int] = [:]
        for mention in extraction.mentions {
            guard let detail = detail(of: mention) else { continue }
            let name = text.substring(mention.utf8Range).replacing(byte: "\n", with: " ").oneLine
            let key = "\(mention.kind.rawValue)\t\(name)\t\(detail)"
            if let known = places[key] {
                rows[known].count += 1
            } else {
                places[key] = rows.count
                rows.append(Row(kind: mention.kind, name: name, detail: detail.oneLine, count: 1))
            }
        }
        // A stable sort keeps the order of the text within a kind.
        let built = MentionKind.allCases
        let order = built + Set(rows.map(\.kind)).subtracting(built).sorted { $0.rawValue < $1.rawValue }
        let nameWidth = min(Self.nameWidth, rows.map(\.name.count).max() ?? 0)
        let countWidth = rows.map { String($0.count).count }.max() ?? 0
        return order.flatMap { kind in rows.filter { $0.kind == kind } }
            .map { line($0, nameWidth: nameWidth, countWidth: countWidth) }.joined()
    }

    private func line(_ row: Row, nameWidth: Int, countWidth: Int) -> String {
        let kind = style.start(row.kind) + row.kind.rawValue + style.end(row.kind)
        let head = "\(kind)\("".padded(to: 13 - row.kind.rawValue.count)) \(style.heading(row.name))"
        let gap =
            row.name.count > nameWidth
            ? "\n" + "".padded(to: 14 + nameWidth) : "".padded(to: nameWidth - row.name.count)
        let count = String(row.count).padded(to: countWidth, from: .left) + "×"
        return head + gap + "  " + style.faint(count) + (row.detail.isEmpty ? "" : "  " + row.detail) + "\n"
    }

    private func detail(of entity: Entity, _ extraction: Extraction) -> String {
        var parts: [String] = []
        let honorifics = honorifics(of: entity, extraction)
        if !honorifics.isEmpty { parts.append(honorifics.joined(separator: " ")) }
        parts += entity.roles
        if let first = entity.mentions.first, case .location(let place) = extraction.mentions[first].detail,
            let code = place.code
        {
            parts.append(code)
        }
        if !entity.aliases.isEmpty { parts.append("= " + entity.aliases.joined(separator: ", ")) }
        return parts.joined(separator: "; ")
    }

    /// The honorifics of a person, each once, in the order of the text.
    private func honorifics(of entity: Entity, _ extraction: Extraction) -> [String] {
        var found: [String] = []
        for index in entity.mentions {
            guard case .person(let person) = extraction.mentions[index].detail else { continue }
            for honorific in person.honorifics where !found.contains(honorific) { found.append(honorific) }
        }
        return found
    }

    /// What the table says of a mention without an entity of its kind; nil for the others.
    private func detail(of mention: Mention) -> String? {
        switch mention.detail {
        case .person, .ministry, .organization, .location: return nil
        case .date(let value), .time(let value), .duration(let value):
            let modifier = value.modifier.map { " \($0.rawValue)" } ?? ""
            let issues = value.isInconsistent ? " ! \(value.issues.map(\.rawValue).joined(separator: ", "))" : ""
            return value.value + modifier + (value.zone.map { " (\($0))" } ?? "") + issues
        case .acronym(let acronym):
            guard let expansion = acronym.expansion else { return "?" }
            return expansion + (acronym.source == .text ? " (in the text)" : "")
        case .custom(let mention): return mention.id ?? ""
        }
    }
}
