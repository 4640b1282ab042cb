public import Kenali

/// An index of a corpus as a table: for people, or with tabs.
public enum IndexTable {
    /// A line an entity: how often it is named, in how many documents, the kind, the name, its office, its other names.
    public static func text(_ entities: [IndexedEntity]) -> String {
        let rows = entities.map { entity in
            (
                [
                    String(entity.count) + "×", "\(entity.documents) documents", entity.kind.rawValue,
                    entity.name.oneLine,
                ],
                detail(entity).oneLine
            )
        }
        return lines(rows)
    }

    /// A line an entity, with how often it is named in each month.
    public static func monthText(_ entities: [IndexedEntity]) -> String {
        let months = Set(entities.flatMap(\.months).map(\.month)).sorted()
        let head = (["", "kind", "name"] + months, "")
        let rows = entities.map { entity in
            let counts = Dictionary(entity.months.map { ($0.month, $0.count) }) { first, _ in first }
            return (
                [String(entity.count) + "×", entity.kind.rawValue, entity.name.oneLine]
                    + months.map { counts[$0].map(String.init) ?? "·" }, ""
            )
        }
        return lines([head] + rows)
    }

    /// With tabs, a head, and a row an entity.
    public static func tsv(_ entities: [IndexedEntity]) -> String {
        let head = [
            "kind", "key", "name", "count", "documents", "aliases", "offices", "first_month", "last_month", "with",
            "joined_by",
        ]
        return table(
            head,
            entities.map { entity in
                [
                    entity.kind.rawValue, entity.key, entity.name, String(entity.count), String(entity.documents),
                    entity.aliases.map(\.text).joined(separator: "|"),
                    entity.offices.map(\.title).joined(separator: "|"), entity.months.first?.month ?? "",
                    entity.months.last?.month ?? "", entity.with.map(\.name).joined(separator: "|"),
                    entity.joinedBy.map { "\($0.name) (\($0.by.rawValue))" }.joined(separator: "|"),
                ]
            })
    }

    /// With tabs, a head, and a row a month of an entity.
    public static func monthTSV(_ entities: [IndexedEntity]) -> String {
        table(
            ["kind", "key", "name", "month", "count"],
            entities.flatMap(IndexedMonthRecord.records).map { [$0.kind, $0.key, $0.name, $0.month, String($0.count)] })
    }

    private static func table(_ head: [String], _ rows: [[String]]) -> String {
        ([head] + rows).map { row in
            row.map { $0.replacing("\t", with: " ").replacing("\n", with: " ") }.joined(separator: "\t") + "\n"
        }.joined()
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

    /// Columns padded to their width, numbers to the right; the last field as it is.
    private static func lines(_ rows: [(columns: [String], rest: String)]) -> String {
        let width = rows.map(\.columns.count).max() ?? 0
        let widths = (0..<width).map { column in
            min(40, rows.map { column < $0.columns.count ? $0.columns[column].count : 0 }.max() ?? 0)
        }
        return rows.map { row in
            let fields = row.columns.enumerated().map { column, text in
                let fill = String(repeating: " ", count: max(0, widths[column] - text.count))
                return text.first?.isNumber == true || text == "·" ? fill + text : text + fill
            }
            var line = (fields + [row.rest]).joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }
}
