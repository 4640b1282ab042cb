/// Phrases of two or more words, as paths of word numbers.
///
/// Only a word that starts a phrase leads into the trie, so a text without its first word never asks for a phrase.
struct PhraseTrie: Sendable {
    typealias Node = Int32

    private var edges: [Edge] = Array(repeating: Edge(), count: 1 << 16)
    private var edgeCount = 0
    /// The first reading of the phrase that ends at a node, -1 for none.
    private(set) var readings: [Int32] = []

    private struct Edge {
        var from: Node = -1
        var word: LexemeID = -1
        var to: Node = -1
    }

    /// A new node that no edge leads to.
    mutating func addRoot() -> Node {
        readings.append(-1)
        return Node(readings.count - 1)
    }

    /// The node behind `node` along `word`.
    ///
    /// - Complexity: O(1) on average.
    func step(_ node: Node, _ word: LexemeID) -> Node? {
        var index = slot(node, word)
        while edges[index].to >= 0 {
            if edges[index].from == node, edges[index].word == word { return edges[index].to }
            index = (index + 1) & (edges.count - 1)
        }
        return nil
    }

    /// The node behind `node` along `word`, made when it is missing.
    mutating func extend(_ node: Node, _ word: LexemeID) -> Node {
        if let next = step(node, word) { return next }
        if edgeCount * 2 >= edges.count { grow() }
        let next = addRoot()
        place(Edge(from: node, word: word, to: next))
        edgeCount += 1
        return next
    }

    mutating func setReading(_ reading: Int32, at node: Node) { readings[Int(node)] = reading }

    private func slot(_ node: Node, _ word: LexemeID) -> Int {
        let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
        return Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (edges.count - 1)
    }

    private mutating func place(_ edge: Edge) {
        var index = slot(edge.from, edge.word)
        while edges[index].to >= 0 { index = (index + 1) & (edges.count - 1) }
        edges[index] = edge
    }

    private mutating func grow() {
        let old = edges
        edges = Array(repeating: Edge(), count: old.count * 2)
        for edge in old where edge.to >= 0 { place(edge) }
    }
}
