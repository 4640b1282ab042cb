package import KenaliStorage
import KenaliText

/// The ministries of Indonesia, by id.
///
/// The table lies in the image of the binary; a ministry is made when it is asked for.
public struct MinistryRegistry: Sendable {
    private let rows: ImageTable
    /// The rows in the order of their ids, and all names in small letters in the order of their bytes.
    private let order: PackedTable
    private let foldedNames: PackedTexts

    /// The registry of an image.
    package init(_ image: Image) {
        rows = image.cells("ministries", columns: Column.allCases.map(\.rawValue))
        order = image.table("ministries.order")
        foldedNames = image.texts("ministries.names")
    }

    /// The columns of the table.
    fileprivate enum Column: String, CaseIterable {
        case id, name, forms, minister
        /// Its vice minister's title.
        case viceMinister = "vice_minister"
        case attached, since, until, predecessors, successors, kind

        /// The place among all.
        static func index(_ column: Column) -> Int {
            switch column {
            case .id: 0
            case .name: 1
            case .forms: 2
            case .minister: 3
            case .viceMinister: 4
            case .attached: 5
            case .since: 6
            case .until: 7
            case .predecessors: 8
            case .successors: 9
            case .kind: 10
            }
        }
    }

    /// All of them, in the order of the table.
    ///
    /// - Complexity: O(*n*), *n* the size of the table.
    public var ministries: [Ministry] { (0..<rows.count).map(ministry) }

    /// The ministry of this id.
    ///
    /// - Complexity: O(log *n*), *n* the number of ministries.
    public subscript(id: String) -> Ministry? {
        rows.row(of: id.utf8Span.span, sorted: order).map(ministry)
    }

    private func ministry(_ row: Int) -> Ministry {
        func text(_ column: Column) -> String { rows.string(row, Column.index(column)) }
        func optional(_ column: Column) -> String? { rows.optionalString(row, Column.index(column)) }
        func list(_ column: Column) -> [String] { rows.strings(row, Column.index(column)) }
        return Ministry(
            id: text(.id), name: text(.name),
            forms: list(.forms).map(Ministry.unmarked),
            ministerTitles: list(.minister), viceMinisterTitles: list(.viceMinister),
            attachedBody: optional(.attached), since: optional(.since), until: optional(.until),
            predecessors: list(.predecessors), successors: list(.successors), isAgency: !text(.kind).isEmpty)
    }

    /// The ministries that a ministry came from, under the last names that they bore: none for an id that there isn't.
    public func predecessors(of id: String) -> [Ministry] { self[id]?.predecessors.compactMap { self[$0] } ?? [] }

    /// The ministries that came from a ministry: those of `kemendikbudristek` are `kemendikdasmen`, `kemendiktisaintek`
    /// and `kemenbud`.
    public func successors(of id: String) -> [Ministry] { self[id]?.successors.compactMap { self[$0] } ?? [] }

    /// All ministries that came before a ministry, its predecessors' predecessors among them, the latest first.
    ///
    /// - Complexity: O(*n*), *n* the number of ministries.
    public func ancestors(of id: String) -> [Ministry] {
        reach(from: id, \.predecessors).sorted { ($0.until ?? "9", $0.id) > ($1.until ?? "9", $1.id) }
    }

    /// All ministries that came after a ministry, its successors' successors among them, the earliest first.
    ///
    /// - Complexity: O(*n*), *n* the number of ministries.
    public func descendants(of id: String) -> [Ministry] {
        reach(from: id, \.successors).sorted { ($0.since ?? "", $0.id) < ($1.since ?? "", $1.id) }
    }

    private func reach(from id: String, _ next: KeyPath<Ministry, [String]>) -> [Ministry] {
        var seen: Set<String> = [id]
        var found: [Ministry] = []
        var waiting = self[id]?[keyPath: next] ?? []
        while let other = waiting.popLast() {
            guard seen.insert(other).inserted, let ministry = self[other] else { continue }
            found.append(ministry)
            waiting += ministry[keyPath: next]
        }
        return found
    }

    /// Which of several ministries, given by their ids, is meant in a text of a day (`YYYY-MM-DD`): the one that bore
    /// the name then, else the first of the table that had borne it before, else the first that was to bear it. Without
    /// a day it is the one in force today, else the first of the table.
    public func meant(among ids: [String], on day: String?) -> Ministry? {
        entry(meantAmong: ids, on: day).map { ministry($0.row) }
    }

    /// What ``meant(among:on:)`` gives, its fields read only when they are asked for.
    package func entry(meantAmong ids: [String], on day: String?) -> MinistryEntry? {
        let entries = ids.compactMap { id in
            rows.row(of: id.utf8Span.span, sorted: order).map { MinistryEntry(rows: rows, row: $0) }
        }
        guard let day else { return entries.first { $0.until == nil } ?? entries.first }
        if let inForce = entries.first(where: { $0.isInForce(on: day) }) { return inForce }
        return entries.first { ($0.until ?? day) < day } ?? entries.min { ($0.since ?? "") < ($1.since ?? "") }
    }
}

/// A ministry as it lies in the image: its fields are read when they are asked for.
///
/// Recognizers ask for one at each name that might be a ministry's, and need two or three of its fields.
package struct MinistryEntry: Sendable {
    fileprivate let rows: ImageTable
    fileprivate let row: Int

    package var id: String { rows.string(row, MinistryRegistry.Column.index(.id)) }
    package var name: String { rows.string(row, MinistryRegistry.Column.index(.name)) }
    package var attachedBody: String? { rows.optionalString(row, MinistryRegistry.Column.index(.attached)) }
    package var forms: [String] { rows.strings(row, MinistryRegistry.Column.index(.forms)).map(Ministry.unmarked) }
    package var isAgency: Bool { !rows.bytes(row, MinistryRegistry.Column.index(.kind)).isEmpty }
    fileprivate var since: String? { rows.optionalString(row, MinistryRegistry.Column.index(.since)) }
    fileprivate var until: String? { rows.optionalString(row, MinistryRegistry.Column.index(.until)) }

    /// Whether the ministry bore its name on a day, given as `YYYY-MM-DD`.
    package func isInForce(on day: String) -> Bool { Ministry.isDay(day, since: since, until: until) }
}

extension MinistryRegistry {
    /// Whether this is an official name or another name of a ministry, in any letter case.
    package func isName(_ name: String) -> Bool {
        foldedNames.firstIndex(ofSorted: name.lowercased().utf8Span.span) != nil
    }

    /// The ministries that bear or bore a name: an id, an official name, another form, or a title of the minister or the
    /// vice minister. Letters and digits count, capitals, blanks and marks do not; "RI" may stand behind it. Several
    /// when a name was used again; the one in force stands first, then in the order of the table.
    ///
    /// - Complexity: O(*n*), *n* the length of the registry's names.
    public func entries(named name: String) -> [Ministry] {
        for key in name.lookupKeys where !key.isEmpty {
            let found = ministries.filter { ministry in ministry.names.contains { $0.lettersAndDigits == key } }
            guard found.isEmpty else { return Self.inForceFirst(found) }
        }
        return []
    }

    /// Names of the registry that are spelt nearly alike, nearest first: those that at most a third of the letters, and no
    /// more than three, change into, two that changed places being one. If there are none, official names that hold the name.
    ///
    /// - Complexity: O(*n* × *m*), *n* the length of the registry's names and *m* that of `name`, of which 64 characters
    ///   are looked at.
    public func nearNames(to name: String, limit: Int = 5) -> [String] {
        let near = NearSpelling.nearest(
            to: name, among: ministries.lazy.flatMap { $0.names.dropFirst() }, limit: limit)
        guard near.isEmpty, name.unicodeScalars.count > 3 else { return near }
        let part = name.lettersAndDigits
        let holding = ministries.filter { $0.name.lettersAndDigits.holds(part) }
        return Self.inForceFirst(holding).map(\.name).reduce(into: []) {
            if $0.count < limit, !$0.contains($1) { $0.append($1) }
        }
    }

    private static func inForceFirst(_ ministries: [Ministry]) -> [Ministry] {
        ministries.filter { $0.until == nil } + ministries.filter { $0.until != nil }
    }
}

extension MinistryRegistry {
    /// Writes the table `ministries.tsv` as ``init(_:)`` reads it.
    package static func write(_ bytes: Span<UInt8>, into writer: inout ImageWriter) throws(LexiconError) {
        try ImageTable.write(
            "ministries", bytes, file: "ministries.tsv", columns: Column.allCases.map(\.rawValue), into: &writer)
        var table = TableReader(bytes)
        guard let id = table.column("id"), let name = table.column("name"), let forms = table.column("forms"),
            let kind = table.column("kind")
        else { return }
        var ids: [[UInt8]] = []
        var names: Set<[UInt8]> = []
        while table.next() {
            ids.append(Array(copying: bytes.extracting(table.range(id))))
            guard table.range(kind).isEmpty else { continue }
            for range in [table.range(name)] + table.alternatives(forms) {
                let text = String(copying: bytes.extracting(range))
                names.insert(Array((text.hasPrefix("?") ? String(text.dropFirst()) : text).lowercased().utf8))
            }
        }
        writer.add("ministries.order", ids.indices.sorted { ids[$0].lexicographicallyPrecedes(ids[$1]) })
        writer.add("ministries.names", texts: names.sorted { $0.lexicographicallyPrecedes($1) })
    }
}
