extension Evaluation: JSONRepresentable {
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("documents", documents)
            json.field("missing", missing)
            json.key("kinds")
            json.object { json in
                for (kind, counts) in kinds.sorted(by: { $0.key < $1.key }) {
                    json.key(text: kind)
                    json.write(counts)
                }
            }
            json.field("micro", micro)
            if links.gold > 0 { json.field("links", links) }
        }
    }

    /// The table for people, and with `errors` so many faults of each kind.
    public func report(errors: Int = 0) -> String {
        var report = "\(documents) documents, \(missing) without a prediction\n"
        report += Self.row("kind", ["gold", "P", "R", "F1", "value"])
        for (kind, counts) in kinds.sorted(by: { $0.key < $1.key }) { report += Self.row(kind, counts) }
        report += Self.row("all", micro)
        if links.gold > 0 { report += Self.row("links", links) }
        for kind in kinds.keys.sorted() where errors > 0 {
            for fault in faults.filter({ $0.kind == kind }).prefix(errors) {
                let note = fault.note.map { ": " + $0 } ?? ""
                report += "\(kind) \(fault.what.rawValue) \(fault.document.oneLine): "
                report += "\(fault.excerpt.oneLine)\(note.oneLine)\n"
            }
        }
        return report
    }

    private static func row(_ name: String, _ counts: Counts) -> String {
        row(
            name,
            [
                String(counts.gold), decimal(counts.precision), decimal(counts.recall), decimal(counts.f1),
                counts.value.map(decimal) ?? "-",
            ])
    }

    private static func row(_ name: String, _ cells: [String]) -> String {
        name.padded(to: 14) + cells.map { " " + $0.padded(to: 7, from: .left) }.joined() + "\n"
    }

    /// Three decimals.
    private static func decimal(_ share: Double) -> String {
        let thousandths = Int(share * 1000 + 0.5)
        return "\(thousandths / 1000)." + String(1000 + thousandths % 1000).dropFirst()
    }
}

extension Evaluation.Counts: JSONRepresentable {
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("gold", gold)
            json.field("right", right)
            json.field("extra", extra)
            json.field("missed", missed)
            json.field("precision", precision)
            json.field("recall", recall)
            json.field("f1", f1)
            json.field("value", ifPresent: value)
        }
    }
}
