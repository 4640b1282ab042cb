/// Other numbers for the nodes of a graph, by which those that were in the same states stand side by side; see ``NodeBundles``.
struct NodeNumbering {
    /// The new number of each node.
    let numbers: [Int]
    /// The nodes of each bundle, by their old numbers.
    let members: [[Int]]
    let bundles: NodeBundles

    /// - Parameter states: The nodes of each state.
    init(_ states: [[Int]], nodeCount: Int) {
        var statesOfNodes: [Int: [Int]] = [:]
        for (state, nodes) in states.enumerated() {
            for node in nodes { statesOfNodes[node, default: []].append(state) }
        }
        let together = Dictionary(grouping: statesOfNodes.keys.sorted()) { statesOfNodes[$0] ?? [] }
        // Those in most states first, so that numbers in a state are near each other. The first one is empty: no item is less than
        // what a state says of the sentence, which stands in front.
        members =
            [[]] + together.sorted { ($1.key.count, $0.value[0]) < ($0.key.count, $1.value[0]) }.map(\.value)
        var numbers = Array(repeating: -1, count: nodeCount)
        for (number, node) in members.joined().enumerated() { numbers[node] = number }
        var next = statesOfNodes.count
        for node in numbers.indices where numbers[node] < 0 {
            numbers[node] = next
            next += 1
        }
        self.numbers = numbers
        bundles = NodeBundles(sizes: members.map(\.count))
    }

    /// The items of a state, given by what it says of the sentence and its nodes.
    func items(of state: [UInt32]) -> [UInt32] {
        var nodes = state
        for index in 1..<nodes.count { nodes[index] = UInt32(numbers[Int(nodes[index])]) }
        nodes[1...].sort()
        var (list, items) = (IntegerList(), IntegerList())
        list.append(nodes.span)
        bundles.append(itemsOf: list, to: &items)
        return (0..<items.count).map { items[$0] }
    }
}
