import KenaliStorage

/// A node of a ``RuleGraph`` as runs read it.
struct RuleNode: Sendable {
    /// As in the graph, with the highest bit; 0 where the node was not read yet.
    var head: UInt32 = 0
    var next: UInt32 = 0
    var other: UInt32 = 0

    /// What the highest bit of ``head`` says: that the node was read.
    static let isRead: UInt32 = 1 << 31

    // Looks for one token become nodes of their own, with its atom.
    static let lookToken = 14
    static let notLookToken = 15

    var code: Int { Int(truncatingIfNeeded: head) & NodeCode.mask }
    var atom: Int { Int(truncatingIfNeeded: (head & ~RuleNode.isRead) >> UInt32(NodeCode.bits)) }
}

/// Whether a look was met at a position of a sentence.
struct KnownLook: Sendable {
    /// The number of the sentence; no sentence has the number 0.
    var sentence: UInt32 = 0
    var node: UInt32 = 0
    var position: UInt32 = 0
    var isMet = false
}

/// What runs remember: of the grammar its nodes, of the sentence its looks, of the attempt the ways that were gone and that are
/// left.
struct RunMemory: ~Copyable, ~Escapable {
    private let graph: RuleGraph
    /// The nodes, each read from the graph when a run first comes to it.
    private var nodes: MutableSpan<RuleNode>
    /// Looks that were answered in the sentence, each in the place that its hash names: other rules and attempts ask the same.
    var looks: MutableSpan<KnownLook>
    /// Ways not yet gone, as node and position, and slots to restore on the way back, with the highest bit.
    var stack: MutableSpan<UInt64>
    /// One more than the positions of spans and captures, 0 where there is none.
    var slots: MutableSpan<UInt32>
    /// For every node that can go two ways the positions, from the start of the attempt, where it was tried.
    var tried: MutableSpan<UInt64>
    /// The nodes that ``tried`` holds something of: few of a large rule's, so that forgetting is cheap.
    var touched: MutableSpan<UInt32>

    @_lifetime(borrow graph, copy nodes, copy looks, copy stack, copy slots, copy tried, copy touched)
    init(
        _ graph: borrowing RuleGraph, nodes: consuming MutableSpan<RuleNode>, looks: consuming MutableSpan<KnownLook>,
        stack: consuming MutableSpan<UInt64>, slots: consuming MutableSpan<UInt32>,
        tried: consuming MutableSpan<UInt64>, touched: consuming MutableSpan<UInt32>
    ) {
        self.graph = copy graph
        self.nodes = nodes
        self.looks = looks
        self.stack = stack
        self.slots = slots
        self.tried = tried
        self.touched = touched
    }

    /// A node of the graph.
    @inline(__always)
    @_lifetime(self: copy self)
    mutating func node(_ id: Int) -> RuleNode {
        let node = nodes[id]
        return node.head != 0 ? node : read(id)
    }

    @inline(never)
    @_lifetime(self: copy self)
    private mutating func read(_ id: Int) -> RuleNode {
        var head = graph.nodes[id, graph.fields.head]
        let next = graph.nodes[id, graph.fields.next]
        let other = graph.nodes[id, graph.fields.other]
        switch head & NodeCode.mask {
        case NodeCode.split:
            if let atom = firstAtom(behind: next) { head = atom << NodeCode.bits | NodeCode.splitEntry }
        case NodeCode.look:
            if let atom = onlyAtom(of: other) { head = atom << NodeCode.bits | RuleNode.lookToken }
        case NodeCode.notLook:
            if let atom = onlyAtom(of: other) { head = atom << NodeCode.bits | RuleNode.notLookToken }
        default: break
        }
        let node = RuleNode(
            head: UInt32(truncatingIfNeeded: head) | RuleNode.isRead, next: UInt32(truncatingIfNeeded: next),
            other: UInt32(truncatingIfNeeded: other))
        nodes[id] = node
        return node
    }

    /// The atom without which nothing behind a node matches: that of what is taken first, nil where that can differ.
    private func firstAtom(behind node: Int) -> Int? {
        var node = node
        while true {
            let head = graph.nodes[node, graph.fields.head]
            switch head & NodeCode.mask {
            case NodeCode.token, NodeCode.entry: return head >> NodeCode.bits
            case NodeCode.accept, NodeCode.split, NodeCode.splitToken, NodeCode.splitEntry: return nil
            default: node = graph.nodes[node, graph.fields.next]
            }
        }
    }

    /// The atom of a look that looks for one token, nil for any other.
    private func onlyAtom(of body: Int) -> Int? {
        let head = graph.nodes[body, graph.fields.head]
        guard head & NodeCode.mask == NodeCode.token else { return nil }
        let behind = graph.nodes[graph.nodes[body, graph.fields.next], graph.fields.head]
        return behind & NodeCode.mask == NodeCode.accept ? head >> NodeCode.bits : nil
    }

    /// How many steps of an attempt are not remembered: nearly all attempts need fewer, and few of them come to one place twice.
    static let freeSteps = 48
    /// The most choices that one step leaves.
    static let mostChoices = 32

    /// The number of looks that are remembered, a power of two.
    static let lookCount = 1 << 9

    @inline(__always)
    static func place(ofLook node: Int, at position: Int) -> Int {
        Int(truncatingIfNeeded: (UInt64(truncatingIfNeeded: node << 20 ^ position) &* 0x9E37_79B9_7F4A_7C15) >> 55)
    }
}
