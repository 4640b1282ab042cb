package import KenaliStorage

/// A table of an image, its cells used where they lie.
package struct ImageTable: Sendable {
    private let cells: PackedTexts
    private let width: Int
    /// The number of rows.
    package let count: Int

    fileprivate init(_ cells: PackedTexts, width: Int) {
        self.cells = cells
        self.width = width
        count = width == 0 ? 0 : cells.count / width
    }

    /// The bytes of a cell.
    @_lifetime(borrow self)
    package func bytes(_ row: Int, _ column: Int) -> Span<UInt8> { cells[row * width + column] }

    /// The text of a cell.
    package func string(_ row: Int, _ column: Int) -> String { cells.string(row * width + column) }

    /// The text of a cell, nil when there is none.
    package func optionalString(_ row: Int, _ column: Int) -> String? {
        bytes(row, column).isEmpty ? nil : string(row, column)
    }

    /// The alternatives in a cell, which `|` separates; without empty ones.
    package func strings(_ row: Int, _ column: Int) -> [String] {
        bytes(row, column).isEmpty ? [] : string(row, column).split(separator: "|").map(String.init)
    }

    /// The row with this text in its first column, when `order` has the rows in the order of it; nil when there is none.
    ///
    /// - Complexity: O(log *n*), *n* the number of rows.
    package func row(of text: Span<UInt8>, sorted order: PackedTable) -> Int? {
        cells.firstIndex(of: text, sorted: order, every: width).map { $0 / width }
    }

    /// Writes columns of a table.
    package static func write(
        _ name: String, _ bytes: Span<UInt8>, file: String, columns: [String], into writer: inout ImageWriter
    ) throws(LexiconError) {
        var table = TableReader(bytes)
        var places: [Int] = []
        for name in columns {
            guard let place = table.column(name) else {
                throw LexiconError(file: file, line: max(1, table.line), reason: .missingColumn(name))
            }
            places.append(place)
        }
        var cells: [[UInt8]] = []
        while table.next() {
            for place in places { cells.append(Array(copying: bytes.extracting(table.range(place)))) }
        }
        writer.add(name + ".cells", texts: cells)
    }
}

extension Image {
    /// The table of this name, which has these columns.
    package func cells(_ name: String, columns: [String]) -> ImageTable {
        ImageTable(texts(name + ".cells"), width: columns.count)
    }
}
