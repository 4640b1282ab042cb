/// Integers in memory that is kept when they are removed: for what is filled anew for each token.
///
/// An array can do the same, but `removeAll(keepingCapacity:)` takes some hundred instructions.
struct IntegerList: Sendable {
    private var items: [UInt32] = []
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }

    var span: Span<UInt32> {
        @_lifetime(borrow self) get { items.span.extracting(first: count) }
    }

    @inline(__always)
    subscript(index: Int) -> UInt32 {
        get { items[index] }
        set { items[index] = newValue }
    }

    @inline(__always)
    mutating func append(_ integer: UInt32) {
        if count < items.count { items[count] = integer } else { items.append(integer) }
        count &+= 1
    }

    /// Appends integers, with room for all of them made at once.
    mutating func append(_ integers: Span<UInt32>) {
        let first = count
        reach(first + integers.count)
        var items = self.items.mutableSpan
        for index in integers.indices { items[first &+ index] = integers[index] }
    }

    /// Appends the places of the bits of a word that are set, the first of which has a number.
    @inline(__always)
    mutating func append(bitsOf word: UInt64, from number: UInt32) {
        if word == 0 { return }
        var place = count
        reach(place &+ word.nonzeroBitCount)
        var items = self.items.mutableSpan
        var bits = word
        while bits != 0 {
            items[place] = number &+ UInt32(truncatingIfNeeded: bits.trailingZeroBitCount)
            bits &= bits &- 1
            place &+= 1
        }
    }

    /// Makes room for so many integers, all of which count.
    @inline(__always)
    private mutating func reach(_ count: Int) {
        if count > items.count { makeRoom(count) }
        self.count = count
    }

    @inline(never)
    private mutating func makeRoom(_ count: Int) {
        items += repeatElement(0, count: max(count - items.count, items.count))
    }

    @inline(__always)
    mutating func removeAll() { count = 0 }

    /// Removes the last integers, so that so many are left.
    mutating func removeLast(downTo count: Int) { self.count = min(count, self.count) }

    /// Puts the integers from a place on in order, each of them once.
    mutating func sort(from start: Int) {
        guard count &- start > 1 else { return }
        let all = count
        if all &- start > 48 {
            var integers = Array(items[start..<all])
            integers.sort()
            for index in integers.indices { items[start &+ index] = integers[index] }
        } else {
            var items = self.items.mutableSpan
            var index = start &+ 1
            while index < all {
                let integer = items[index]
                var place = index
                while place > start, items[place &- 1] > integer {
                    items[place] = items[place &- 1]
                    place &-= 1
                }
                items[place] = integer
                index &+= 1
            }
        }
        var items = self.items.mutableSpan
        var kept = start &+ 1
        for index in kept..<all where items[index] != items[kept &- 1] {
            items[kept] = items[index]
            kept &+= 1
        }
        count = kept
    }
}

extension Array {
    /// Appends an element as often as an index asks. Numbers of what is frozen are large from the first one on.
    @inline(__always)
    mutating func reach(_ index: Int, _ element: Element) {
        if index >= count { extend(to: index + 1, element) }
    }

    private mutating func extend(to count: Int, _ element: Element) {
        if count == self.count + 1 { return append(element) }
        self += Array(repeating: element, count: count - self.count)
    }
}
