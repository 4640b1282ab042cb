/// Rules to run, each with what puts those of one token in order above it, and later the position where it starts.
struct AttemptList: Sendable {
    private var items: [UInt64] = []
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }

    var span: Span<UInt64> {
        @_lifetime(borrow self) get { items.span.extracting(first: count) }
    }

    mutating func removeAll() { count = 0 }

    /// Inserts an entry among those from a place on, which are in order, unless it is there.
    @inline(__always)
    mutating func insert(_ entry: UInt64, inOrderFrom first: Int) {
        var place = count
        while place > first, items[place &- 1] > entry { place &-= 1 }
        if place > first, items[place &- 1] == entry { return }
        if count == items.count { items.append(0) }
        var index = count
        while index > place {
            items[index] = items[index &- 1]
            index &-= 1
        }
        items[place] = entry
        count &+= 1
    }

    /// Replaces what stands above the rules.
    @inline(__always)
    mutating func setPosition(_ position: UInt64, from first: Int) {
        for index in first..<count { items[index] = position << 32 | items[index] & 0xFFFF_FFFF }
    }
}
