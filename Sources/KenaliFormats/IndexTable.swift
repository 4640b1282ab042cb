package import Kenali
import KenaliText

/// An index of a corpus as a table: for people, or with tabs.
package enum IndexTable {
    /// A line an entity: how often it is named, in how many documents, the kind, the name, its office, its other names.
    package static func text(_ entities: some Collection<IndexedEntity>) -> some Sequence<String> {
        lines(entities) { entity in
            [
                String(entity.count) + "×", "\(entity.documentCount) documents", entity.kind.rawValue,
                entity.name.oneLine, detail(entity).oneLine,
            ]
        }
    }

    /// A line an entity, with how often it is named in each month.
    package static func monthText(_ entities: some Collection<IndexedEntity>) -> some Sequence<String> {
        var months: Set<String> = []
        for entity in entities { months.formUnion(entity.months.map(\.month)) }
        let columns = months.sorted()
        return lines(entities, head: ["", "kind", "name"] + columns + [""]) { entity in
            let counts = Dictionary(entity.months.map { ($0.month, $0.count) }) { first, _ in first }
            return [String(entity.count) + "×", entity.kind.rawValue, entity.name.oneLine]
                + columns.map { counts[$0].map(String.init) ?? "·" } + [""]
        }
    }

    /// With tabs, a head, and a row an entity.
    package static func tsv(_ entities: some Collection<IndexedEntity>) -> some Sequence<String> {
        let head = [
            "kind", "key", "name", "count", "documents", "aliases", "offices", "first_month", "last_month", "with",
            "joined_by",
        ]
        return chain(
            [row(head)],
            entities.lazy.map { entity in
                row([
                    entity.kind.rawValue, entity.key, entity.name, String(entity.count), String(entity.documentCount),
                    entity.aliases.map(\.text).joined(separator: "|"),
                    entity.offices.map(\.title).joined(separator: "|"), entity.months.first?.month ?? "",
                    entity.months.last?.month ?? "", entity.companions.map(\.name).joined(separator: "|"),
                    entity.joinedBy.map { "\($0.name) (\($0.evidence.rawValue))" }.joined(separator: "|"),
                ])
            })
    }

    /// With tabs, a head, and a row a month of an entity.
    package static func monthTSV(_ entities: some Collection<IndexedEntity>) -> some Sequence<String> {
        chain(
            [row(["kind", "key", "name", "month", "count"])],
            entities.lazy.flatMap(IndexedMonthRecord.records)
                .map { row([$0.kind, $0.key, $0.name, $0.month, String($0.count)]) })
    }

    private static func row(_ fields: [String]) -> String {
        fields.map { $0.replacing(byte: "\t", with: " ").replacing(byte: "\n", with: " ") }
            .joined(separator: "\t") + "\n"
    }

    /// Some lines, then others.
    private static func chain(_ head: [String], _ rest: some Sequence<String>) -> some Sequence<String> {
        var head = head[...]
        var rest = rest.makeIterator()
        return AnyIterator { head.popFirst() ?? rest.next() }
    }

    private static func detail(_ entity: IndexedEntity) -> String {
        var parts = entity.offices.prefix(2).map(\.title)
        if entity.kind != .person, entity.key.contains(":"), let code = entity.key.split(separator: ":").last,
            code.lowercased() != entity.name.lowercased()
        {
            parts.append(String(code))
        }
        if !entity.aliases.isEmpty { parts.append("= " + entity.aliases.prefix(4).map(\.text).joined(separator: ", ")) }
        return parts.joined(separator: "; ")
    }

    /// Columns padded to their width, numbers to the right; the last field as it is. The entities are gone through twice, so
    /// that no rows are kept.
    private static func lines(
        _ entities: some Collection<IndexedEntity>, head: [String]? = nil,
        fields: @escaping (IndexedEntity) -> [String]
    ) -> some Sequence<String> {
        var widths: [Int] = []
        func measure(_ row: [String]) {
            for (column, text) in row.enumerated() {
                if column == widths.count { widths.append(0) }
                widths[column] = min(40, max(widths[column], text.count))
            }
        }
        if let head { measure(head) }
        for entity in entities { measure(fields(entity)) }
        let columns = widths.dropLast()
        return chain(
            head.map { [line($0, columns)] } ?? [], entities.lazy.map { line(fields($0), columns) })
    }

    private static func line(_ row: [String], _ widths: ArraySlice<Int>) -> String {
        let fields = row.enumerated().map { column, text in
            guard column < widths.count else { return text }
            return text.padded(to: widths[column], from: text.first?.isNumber == true || text == "·" ? .left : .right)
        }
        var line = fields.joined(separator: "  ")
        while line.last == " " { line.removeLast() }
        return line + "\n"
    }
}
