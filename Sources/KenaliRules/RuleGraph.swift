import KenaliStorage

/// What a node of a ``RuleGraph`` does.
enum NodeCode {
    /// The rule matches; inside a look, the look does.
    static let accept = 0
    /// Takes one token of which an atom holds.
    static let token = 1
    /// Takes one token or phrase of which an atom holds.
    static let entry = 2
    /// Goes to `next`, and where that fails to `other`.
    static let split = 3
    /// Notes the position in the slot `other`.
    static let save = 4
    /// Asks for an atom of the token here, and takes nothing.
    static let here = 5
    /// The sentence is running text.
    static let runningText = 6
    /// What begins at `other` matches here, or does not.
    static let look = 7
    static let notLook = 8
    /// What begins at `other` matches up to here from one of so many tokens before, or does not; their number stands where
    /// others have an atom.
    static let lookBack = 9
    static let notLookBack = 10
    /// The end of what may be read: of a look back the place where it began.
    static let limit = 11

    /// As ``split``, where `next` is a node that takes one token, whose atom stands here.
    static let splitToken = 12
    /// As ``split``, where `next` is a node that takes one token or phrase, whose atom stands here.
    static let splitEntry = 13

    /// Whether `other` of a node is a node.
    static func goesToOther(_ code: Int) -> Bool {
        [split, splitToken, splitEntry, look, notLook, lookBack, notLookBack].contains(code)
    }

    static let bits = 4
    static let mask = 1 << bits - 1
}

/// All rules as one graph without cycles: every repeat has a bound. Equal ends are shared, within a rule and, for looks,
/// among all rules.
struct RuleGraph: Sendable {
    let nodes: PackedRecords
    let fields: Fields

    /// The fields of a node: its code and atom; the node behind it; see ``NodeCode``; its rule and what it can do without
    /// a token.
    struct Fields: Sendable {
        let head: PackedRecords.Field
        let next: PackedRecords.Field
        let other: PackedRecords.Field
        let rule: PackedRecords.Field
    }

    /// The name of its section in an image.
    static let section = "rules.nodes"

    init(_ nodes: PackedRecords) {
        self.nodes = nodes
        fields = Fields(head: nodes.fields[0], next: nodes.fields[1], other: nodes.fields[2], rule: nodes.fields[3])
    }

    var count: Int { nodes.count }

    /// The graph for an inner loop: a value without any reference.
    var view: RuleGraphView {
        @_lifetime(borrow self) get { RuleGraphView(self) }
    }

    /// The bits of `rule` that say whether the node can accept without a token, in headlines and in running text.
    static func acceptBit(running: Int) -> Int { 1 << running }
    static let ruleShift = 2
}

/// A ``RuleGraph`` as long as it is borrowed.
struct RuleGraphView: ~Escapable {
    let nodes: RecordsView
    let fields: RuleGraph.Fields

    @_lifetime(borrow graph)
    init(_ graph: borrowing RuleGraph) {
        nodes = graph.nodes.view
        fields = graph.fields
    }

    /// The atom of a look that looks for one token, nil for any other.
    func onlyAtom(of body: Int) -> Int? {
        let head = nodes[body, fields.head]
        guard head & NodeCode.mask == NodeCode.token else { return nil }
        let behind = nodes[nodes[body, fields.next], fields.head]
        return behind & NodeCode.mask == NodeCode.accept ? head >> NodeCode.bits : nil
    }
}

extension RuleGraph {
    /// The graph with other numbers of its nodes.
    func renumbered(_ numbers: [Int]) -> RuleGraph {
        var writer = ImageWriter()
        write(as: numbers, into: &writer)
        return RuleGraph(Grammar.image(writer).records(Self.section, fields: 4))
    }

    /// Writes the graph with other numbers of its nodes.
    func write(as numbers: [Int], into writer: inout ImageWriter) {
        var columns = Array(repeating: Array(repeating: 0, count: count), count: 4)
        for node in 0..<count {
            let (head, other) = (nodes[node, fields.head], nodes[node, fields.other])
            let code = head & NodeCode.mask
            let row = [
                head, code == NodeCode.accept ? 0 : numbers[nodes[node, fields.next]],
                NodeCode.goesToOther(code) ? numbers[other] : other, nodes[node, fields.rule],
            ]
            for (column, value) in row.enumerated() { columns[column][numbers[node]] = value }
        }
        writer.add(Self.section, fields: columns)
    }
}

/// Makes a ``RuleGraph`` of instructions, from their ends to their starts.
struct RuleGraphBuilder {
    private var ids = SequenceSet()
    private(set) var heads: [Int] = []
    private(set) var nexts: [Int] = []
    private(set) var others: [Int] = []
    private(set) var rules: [Int] = []
    private var nodeOf: [Int] = []
    /// The accepting node of looks at each depth: looks inside looks share no nodes with them, so that what a matcher
    /// remembers of the one can be forgotten without the other.
    private var lookEnds: [Int] = []
    private var rule = 0

    /// Adds the instructions of a rule and answers its first node.
    mutating func add(_ instructions: [Instruction], rule: Int, _ atom: (Instruction) -> Int) -> Int {
        self.rule = rule
        nodeOf = Array(repeating: 0, count: instructions.count)
        let depths = Self.depths(of: instructions)
        for pc in instructions.indices.reversed() {
            nodeOf[pc] = node(instructions[pc], at: pc, depth: depths[pc], atom)
        }
        return nodeOf[0]
    }

    /// How many looks each instruction stands in.
    private static func depths(of instructions: [Instruction]) -> [Int] {
        var ends: [Int] = []
        return instructions.indices.map { pc in
            while ends.last == pc { ends.removeLast() }
            let depth = ends.count
            switch instructions[pc] {
            case .lookahead(let end, _), .lookBack(let end, _, _): ends.append(Int(end))
            default: break
            }
            return depth
        }
    }

    private mutating func node(
        _ instruction: Instruction, at pc: Int, depth: Int, _ atom: (Instruction) -> Int
    ) -> Int {
        let next = pc + 1 < nodeOf.count ? nodeOf[pc + 1] : 0
        switch instruction {
        case .accept: return depth == 0 ? intern(NodeCode.accept, 0, 0, rule + 1) : lookEnd(depth)
        case .jump(let target): return nodeOf[Int(target)]
        case .save(let slot): return intern(NodeCode.save, 0, next, Int(slot))
        case .split(let first, let second):
            let (one, other) = (nodeOf[Int(first)], nodeOf[Int(second)])
            return one == other ? one : split(one, other)
        case .test(_, let isEntry):
            return intern(isEntry ? NodeCode.entry : NodeCode.token, atom(instruction), next, 0)
        case .any(_, let isEntry):
            return intern(isEntry ? NodeCode.entry : NodeCode.token, atom(instruction), next, 0)
        case .word, .number, .template: return intern(NodeCode.token, atom(instruction), next, 0)
        case .glued, .sentenceStart: return intern(NodeCode.here, atom(instruction), next, 0)
        case .runningText: return intern(NodeCode.runningText, 0, next, 0)
        case .lookahead(let end, let isNegative):
            return intern(isNegative ? NodeCode.notLook : NodeCode.look, 0, nodeOf[Int(end)], next)
        case .lookBack(let end, let reach, let isNegative):
            return intern(
                isNegative ? NodeCode.notLookBack : NodeCode.lookBack, Int(reach), nodeOf[Int(end)], next)
        case .limit: return intern(NodeCode.limit, 0, next, 0)
        }
    }

    private mutating func split(_ first: Int, _ other: Int) -> Int {
        let atom = heads[first] >> NodeCode.bits
        switch heads[first] & NodeCode.mask {
        case NodeCode.token: return intern(NodeCode.splitToken, atom, first, other)
        case NodeCode.entry: return intern(NodeCode.splitEntry, atom, first, other)
        default: return intern(NodeCode.split, 0, first, other)
        }
    }

    private mutating func lookEnd(_ depth: Int) -> Int {
        while lookEnds.count < depth {
            // No rule has the number 0, and no other node these fields.
            lookEnds.append(intern(NodeCode.accept, lookEnds.count, 0, 0))
        }
        return lookEnds[depth - 1]
    }

    private mutating func intern(_ code: Int, _ atom: Int, _ next: Int, _ other: Int) -> Int {
        let head = atom << NodeCode.bits | code
        let key = [
            UInt32(truncatingIfNeeded: head), UInt32(truncatingIfNeeded: next), UInt32(truncatingIfNeeded: other),
        ]
        let id = ids.intern(key)
        guard id == heads.count else { return id }
        heads.append(head)
        nexts.append(next)
        others.append(other)
        rules.append(rule << RuleGraph.ruleShift | acceptBits(code, next, other))
        return id
    }

    private func acceptBits(_ code: Int, _ next: Int, _ other: Int) -> Int {
        func bits(_ node: Int) -> Int { rules[node] & 3 }
        return switch code {
        case NodeCode.accept: 3
        case NodeCode.split, NodeCode.splitToken, NodeCode.splitEntry: bits(next) | bits(other)
        case NodeCode.save: bits(next)
        case NodeCode.runningText: bits(next) & RuleGraph.acceptBit(running: 1)
        default: 0
        }
    }

    private static func asks(_ head: Int) -> Bool {
        [NodeCode.token, NodeCode.entry, NodeCode.here, NodeCode.splitToken, NodeCode.splitEntry]
            .contains(head & NodeCode.mask)
    }

    /// The atoms that nodes ask for, in order.
    var askedAtoms: [Int] { Set(heads.filter(Self.asks).map { $0 >> NodeCode.bits }).sorted() }

    /// Gives atoms other numbers.
    mutating func renumber(_ numbers: [Int]) {
        heads = heads.map { head in
            Self.asks(head) ? numbers[head >> NodeCode.bits] << NodeCode.bits | head & NodeCode.mask : head
        }
    }

    func write(into writer: inout ImageWriter) {
        writer.add(RuleGraph.section, fields: [heads, nexts, others, rules])
    }
}
