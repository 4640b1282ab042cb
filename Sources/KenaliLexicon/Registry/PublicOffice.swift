import KenaliStorage

/// An office of public life: one of its kind ("Kapolri"), or one of many ("Gubernur" of a province).
///
/// The id of a kind alone (`kapolri`) or with what it is of behind a colon: a ministry's id (`minister:kemensos`), a region's
/// code (`governor:32`), a country's (`president:US`), a party's id (`chair:golkar`).
public struct PublicOffice: Sendable, Hashable {
    /// What an office is of.
    public enum Scope: String, Sendable, Hashable, CaseIterable {
        /// Of nothing: there is one.
        case none = ""
        /// Of a ministry.
        case ministry
        /// Of a province.
        case province
        /// Of a regency.
        case regency
        /// Of a city.
        case city
        /// Of a country.
        case country
        /// Of a party.
        case party
    }

    /// A stable name for programs: `kapolri`, `governor`.
    public var id: String
    /// The title as it is usually written, then others: `Kapolri`, `Kepala Kepolisian Negara Republik Indonesia`.
    public var titles: [String]
    /// What it is of.
    public var scope: Scope
    /// Whether several persons hold it at a time: vice chairs, vice ministers.
    public var isShared: Bool
}

extension PublicOffice {
    /// The kind of office that an id is of: `governor` of "governor:32".
    package static func kind(of id: String) -> String {
        id.utf8.firstIndex(of: UInt8(ascii: ":")).map { String(id[..<$0]) } ?? id
    }
}

/// The offices of an image; one is made when it is asked for.
package struct PublicOffices: Sendable, RandomAccessCollection {
    private let table: ImageTable
    private let order: PackedTable

    static let columns = ["id", "titles", "of", "shared"]

    init(_ image: Image) {
        table = image.cells("offices", columns: Self.columns)
        order = image.table("offices.order")
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { table.count }

    package subscript(index: Int) -> PublicOffice {
        PublicOffice(
            id: id(index), titles: table.strings(index, 1), scope: scope(index),
            isShared: !table.bytes(index, 3).isEmpty)
    }

    /// The id of an office.
    func id(_ index: Int) -> String { table.string(index, 0) }

    /// What an office is of.
    func scope(_ index: Int) -> PublicOffice.Scope { PublicOffice.Scope(rawValue: table.string(index, 2)) ?? .none }

    /// The office of this id.
    ///
    /// - Complexity: O(log *n*), *n* the number of offices.
    func office(_ id: String) -> PublicOffice? {
        table.row(of: id.utf8Span.span, sorted: order).map { self[$0] }
    }
}
