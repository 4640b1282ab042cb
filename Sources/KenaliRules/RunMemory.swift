import KenaliStorage

/// A node of a ``RuleGraph`` as runs read it. It has a number of its own, given when a run first came near it: of all nodes few
/// are ever met.
struct RuleNode: Sendable {
    /// As in the graph, with the highest bit; 0 where the node was not read yet.
    var head: UInt32 = 0
    /// The nodes behind it, by their numbers here, where the graph has nodes there.
    var next: UInt32 = 0
    var other: UInt32 = 0
    /// Its number in the graph.
    var origin: UInt32 = 0
    /// The positions, from the start of the attempt, where it was tried: of a node that can go two ways.
    var tried: UInt64 = 0

    /// What the highest bit of ``head`` says: that the node was read.
    static let isRead: UInt32 = 1 << 31

    /// Stands for one that does not fit, and ends the run.
    static let none = RuleNode(head: isRead | UInt32(NodeCode.accept))

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
    private let graph: RuleGraphView
    /// The nodes, each read from the graph when a run first comes to it.
    var nodes: MutableSpan<RuleNode>
    /// By hash of their numbers in the graph: the numbers of nodes plus one, 0 where nothing is. Twice as many as nodes fit.
    private var numbers: MutableSpan<UInt32>
    /// How many nodes have a number.
    private(set) var nodeCount: Int
    /// Whether a node was met that does not fit, so that what a run found does not count.
    private(set) var isFull = false
    /// Looks that were answered in the sentence, each in the place that its hash names: other rules and attempts ask the same.
    var looks: MutableSpan<KnownLook>
    /// Ways not yet gone, as node and position, and slots to restore on the way back, with the highest bit.
    var stack: MutableSpan<UInt64>
    /// One more than the positions of spans and captures, 0 where there is none.
    var slots: MutableSpan<UInt32>
    /// The nodes that were tried: few of a large rule's, so that forgetting is cheap.
    var touched: MutableSpan<UInt32>

    @_lifetime(borrow graph, copy nodes, copy numbers, copy looks, copy stack, copy slots, copy touched)
    init(
        _ graph: borrowing RuleGraph, nodes: consuming MutableSpan<RuleNode>, nodeCount: Int,
        numbers: consuming MutableSpan<UInt32>, looks: consuming MutableSpan<KnownLook>,
        stack: consuming MutableSpan<UInt64>, slots: consuming MutableSpan<UInt32>,
        touched: consuming MutableSpan<UInt32>
    ) {
        self.graph = graph.view
        self.nodes = nodes
        self.nodeCount = nodeCount
        self.numbers = numbers
        self.looks = looks
        self.stack = stack
        self.slots = slots
        self.touched = touched
    }

    /// A node.
    @inline(__always)
    @_lifetime(self: copy self)
    mutating func node(_ id: Int) -> RuleNode {
        let node = nodes[id]
        return node.head != 0 ? node : read(id)
    }

    @inline(never)
    @_lifetime(self: copy self)
    private mutating func read(_ number: Int) -> RuleNode {
        let id = Int(nodes[number].origin)
        var head = graph.nodes[id, graph.fields.head]
        let next = graph.nodes[id, graph.fields.next]
        let other = graph.nodes[id, graph.fields.other]
        switch head & NodeCode.mask {
        case NodeCode.split:
            if let atom = firstAtom(behind: next) { head = atom << NodeCode.bits | NodeCode.splitEntry }
        case NodeCode.look:
            if let atom = graph.onlyAtom(of: other) { head = atom << NodeCode.bits | RuleNode.lookToken }
        case NodeCode.notLook:
            if let atom = graph.onlyAtom(of: other) { head = atom << NodeCode.bits | RuleNode.notLookToken }
        default: break
        }
        var node = RuleNode(
            head: UInt32(truncatingIfNeeded: head) | RuleNode.isRead, next: UInt32(truncatingIfNeeded: next),
            other: UInt32(truncatingIfNeeded: other), origin: UInt32(truncatingIfNeeded: id))
        if node.code != NodeCode.accept {
            guard let known = self.number(of: next) else { return .none }
            node.next = known
        }
        switch node.code {
        case NodeCode.split, NodeCode.splitToken, NodeCode.splitEntry, NodeCode.look, NodeCode.notLook,
            NodeCode.lookBack, NodeCode.notLookBack:
            guard let known = self.number(of: other) else { return .none }
            node.other = known
        default: break
        }
        nodes[number] = node
        return node
    }

    /// The number that a node of the graph has here, which it is given when it has none; nil when there is no room.
    @_lifetime(self: copy self)
    mutating func number(of id: Int) -> UInt32? {
        let mask = numbers.count &- 1
        var slot = Self.slot(of: id) & mask
        while numbers[slot] != 0 {
            if nodes[Int(numbers[slot]) &- 1].origin == id { return numbers[slot] &- 1 }
            slot = (slot &+ 1) & mask
        }
        guard nodeCount < nodes.count else {
            isFull = true
            return nil
        }
        nodes[nodeCount] = RuleNode(origin: UInt32(truncatingIfNeeded: id))
        nodeCount &+= 1
        numbers[slot] = UInt32(truncatingIfNeeded: nodeCount)
        return UInt32(truncatingIfNeeded: nodeCount &- 1)
    }

    /// Where the search for a node of the graph begins in ``numbers``.
    static func slot(of id: Int) -> Int {
        Int(truncatingIfNeeded: (UInt64(truncatingIfNeeded: id) &* 0x9E37_79B9_7F4A_7C15) >> 40)
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

    /// The positions that the mention of a match covers; nil when there can be several.
    func mention(from start: Int, to end: Int, _ spanCount: Int32) -> Range<Int>? {
        if spanCount == 0 { return start..<end }
        guard spanCount == 1, slots[0] > 0, slots[1] > slots[0] else { return nil }
        return Int(slots[0]) - 1..<Int(slots[1]) - 1
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
