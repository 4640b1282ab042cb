import KenaliStorage

/// Nodes that go together: that were in the same states when the automaton was trained. A state names them by one number, so that
/// where a hundred rules begin alike it costs no more than where one does.
///
/// The *items* of a state are numbers of bundles and, above these, nodes that are there without the rest of their bundle. The nodes
/// of a bundle stand side by side in the graph, see ``NodeNumbering``.
struct NodeBundles: Sendable {
    /// The first node of each bundle, and the one behind the last's.
    private let firsts: PackedTable
    /// The bundle of each node, as far as nodes are in any.
    private let numbers: PackedTable

    var count: Int { max(0, firsts.count - 1) }

    init() { self.init(sizes: []) }

    /// Bundles of so many nodes, one behind the other.
    init(sizes: [Int]) {
        var firsts = [0]
        for size in sizes { firsts.append(firsts[firsts.count - 1] + size) }
        self.firsts = PackedTable(firsts)
        numbers = PackedTable(sizes.indices.flatMap { Array(repeating: $0, count: sizes[$0]) })
    }

    init(_ image: Image, _ name: String) {
        firsts = image.table(name)
        numbers = image.table(name + ".numbers")
    }

    /// The item of a node alone.
    @inline(__always)
    func item(ofNode node: Int) -> Int { count &+ node }

    /// The nodes of an item.
    @inline(__always)
    func nodes(of item: Int) -> Range<Int> {
        let count = count
        if item < count { return firsts[item]..<firsts[item &+ 1] }
        return item &- count..<item &- count &+ 1
    }

    /// Appends what a state says of the sentence, and its nodes, which are in order, as items in order.
    func append(itemsOf nodes: IntegerList, to items: inout IntegerList) {
        let nodes = nodes.span
        items.append(nodes[0])
        let met = UInt32(numbers.count)
        let first = UInt32(count)
        var alone = 0
        var place = 1
        while place < nodes.count, nodes[place] < met {
            let bundle = numbers[Int(nodes[place])]
            if let end = end(of: bundle, at: place, nodes) {
                items.append(UInt32(bundle))
                place = end
            } else {
                alone += 1
                place += 1
            }
        }
        let behind = place
        place = 1
        while alone > 0 {
            if let end = end(of: numbers[Int(nodes[place])], at: place, nodes) {
                place = end
            } else {
                items.append(first + nodes[place])
                alone -= 1
                place += 1
            }
        }
        for place in behind..<nodes.count { items.append(first + nodes[place]) }
    }

    /// Where a bundle ends among nodes in order, when it begins at a place and all of it is there.
    @inline(__always)
    private func end(of bundle: Int, at place: Int, _ nodes: Span<UInt32>) -> Int? {
        let (first, next) = (firsts[bundle], firsts[bundle &+ 1])
        let end = place &+ next &- first
        // They are in order, so that a last one in its place says that all are there.
        guard Int(nodes[place]) == first, end <= nodes.count, Int(nodes[end &- 1]) == next &- 1 else { return nil }
        return end
    }

    func write(_ name: String, into writer: inout ImageWriter) {
        writer.add(name, (0..<firsts.count).map { firsts[$0] })
        writer.add(name + ".numbers", (0..<numbers.count).map { numbers[$0] })
    }
}
