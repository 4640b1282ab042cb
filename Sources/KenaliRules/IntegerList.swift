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
    subscript(index: Int) -> UInt32 { items[index] }

    @inline(__always)
    mutating func append(_ integer: UInt32) {
        if count < items.count { items[count] = integer } else { items.append(integer) }
        count &+= 1
    }

    @inline(__always)
    mutating func removeAll() { count = 0 }

    /// Removes the last integers, so that so many are left.
    mutating func removeLast(downTo count: Int) { self.count = min(count, self.count) }
}
