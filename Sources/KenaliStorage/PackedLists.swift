/// Lists of integers one behind the other, used where they lie.
package struct PackedLists: Sendable {
    /// Where each list starts in ``items``, and where the last one ends.
    private let starts: PackedTable
    private let items: PackedTable

    /// No lists.
    package init() {
        starts = PackedTable()
        items = PackedTable()
    }

    fileprivate init(starts: PackedTable, items: PackedTable) {
        self.starts = starts
        self.items = items
    }

    /// The number of lists.
    package var count: Int { max(0, starts.count - 1) }

    /// The places of a list's integers; none of a list that is not there.
    @inline(__always)
    package func places(of list: Int) -> Range<Int> {
        list + 1 < starts.count ? starts[list]..<starts[list + 1] : 0..<0
    }

    /// The integer at a place.
    @inline(__always)
    package func item(at place: Int) -> Int { items[place] }
}

extension Image {
    /// The lists of this name.
    package func lists(_ name: String) -> PackedLists {
        PackedLists(starts: table(name + ".starts"), items: table(name + ".items"))
    }
}

extension ImageWriter {
    /// Adds lists of integers.
    package mutating func add(_ name: String, lists: [[Int]]) {
        var starts = [0]
        for list in lists { starts.append(starts[starts.count - 1] + list.count) }
        add(name + ".starts", starts)
        add(name + ".items", lists.joined())
    }
}
