/// Integers by numbers of which few are met: pages of them, each made when something is first written there. What was not written
/// is 0.
struct SparseTable: Sendable {
    /// Where each page starts in ``items``; the first one is empty, and stands for all that were not made.
    private var pages: [UInt32] = []
    private var items: [UInt32]

    private static let pageBits = 6
    private static let pageSize = 1 << pageBits

    init() { items = Array(repeating: 0, count: Self.pageSize) }

    mutating func removeAll() {
        pages.removeAll(keepingCapacity: true)
        items.removeLast(items.count - Self.pageSize)
    }

    @inline(__always)
    subscript(index: Int) -> UInt32 {
        get {
            let page = index >> Self.pageBits
            guard page < pages.count else { return 0 }
            return items[Int(pages[page]) &+ index & (Self.pageSize &- 1)]
        }
        set {
            let page = index >> Self.pageBits
            if page >= pages.count || pages[page] == 0 { addPage(page) }
            items[Int(pages[page]) &+ index & (Self.pageSize &- 1)] = newValue
        }
    }

    /// Writes an integer, and says whether it was another one before.
    @inline(__always)
    mutating func change(_ index: Int, to new: UInt32) -> Bool {
        let page = index >> Self.pageBits
        if page >= pages.count || pages[page] == 0 { addPage(page) }
        let place = Int(pages[page]) &+ index & (Self.pageSize &- 1)
        guard items[place] != new else { return false }
        items[place] = new
        return true
    }

    @inline(never)
    private mutating func addPage(_ page: Int) {
        pages.reach(page, 0)
        pages[page] = UInt32(items.count)
        items += repeatElement(0, count: Self.pageSize)
    }
}
