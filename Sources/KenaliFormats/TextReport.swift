public import Kenali

/// An extraction for people: the text with its mentions marked by colour, then what they speak of, as a table.
public struct TextReport: Sendable {
    private let style: TerminalStyle

    public init(style: TerminalStyle) { self.style = style }

    /// The whole report, ending in a line end.
    public func report(_ extraction: Extraction, of text: String) -> String {
        let body = marked(text, extraction.mentions)
        let table = table(extraction, of: text)
        return body + (body.hasSuffix("\n") || body.isEmpty ? "" : "\n") + (table.isEmpty ? "" : "\n" + table)
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

    private func table(_ extraction: Extraction, of text: String) -> String {
        var rows = extraction.entities.filter { $0.kind != .acronym }.map { entity in
            Row(
                kind: entity.kind, name: entity.name, detail: detail(of: entity, extraction),
                count: entity.mentions.count { extraction.mentions[$0].kind == entity.kind })
        }
        var places: [String: Int] = [:]
        for mention in extraction.mentions {
            guard let detail = detail(of: mention) else { continue }
            let name = text.substring(mention.utf8Range).replacing("\n", with: " ")
            let key = "\(mention.kind.rawValue)\t\(name)\t\(detail)"
            if let known = places[key] {
                rows[known].count += 1
            } else {
                places[key] = rows.count
                rows.append(Row(kind: mention.kind, name: name, detail: detail, count: 1))
            }
        }
        // A stable sort keeps the order of the text within a kind.
        let order = MentionKind.allCases
        let width = min(40, rows.map(\.name.count).max() ?? 0)
        return order.flatMap { kind in rows.filter { $0.kind == kind } }.map { line($0, nameWidth: width) }.joined()
    }

    private func line(_ row: Row, nameWidth: Int) -> String {
        let kind = style.start(row.kind) + row.kind.rawValue + style.end(row.kind)
        let pad = String(repeating: " ", count: max(0, 13 - row.kind.rawValue.count))
        let fill = String(repeating: " ", count: max(0, nameWidth - row.name.count))
        let count = style.faint("\(row.count)×")
        let line = "\(kind)\(pad) \(style.heading(row.name))\(fill)  \(count)  \(row.detail)"
        return (row.detail.isEmpty ? String(line.dropLast(2)) : line) + "\n"
    }

    private func detail(of entity: Entity, _ extraction: Extraction) -> String {
        var parts = entity.roles
        if let first = entity.mentions.first, case .location(let place) = extraction.mentions[first].detail,
            let code = place.code
        {
            parts.append(code)
        }
        if !entity.aliases.isEmpty { parts.append("= " + entity.aliases.joined(separator: ", ")) }
        return parts.joined(separator: "; ")
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
        }
    }
}
