import KenaliStorage

/// What can be taken next from a node: splits followed, captures passed, conditions gathered.
///
/// Made of the graph when first asked for, for headlines and for running text, and kept.
struct NodeClosures: Sendable {
    /// The entries of all closures, one closure behind the other, each behind ``headSize`` integers: the number of entries;
    /// whether one of them accepts; where its atoms stand in ``words``, and how many words these are.
    ///
    /// An entry has three integers: code and atom as in the graph; twice the node behind it (captures passed), plus one
    /// where that accepts without a token, or where the entry itself accepts, the rule; its guard.
    private(set) var pool: [UInt32] = []
    /// The atoms that entries ask for as bits, in those words of a row that have some: the number of the word, and its bits.
    private(set) var words: [(number: UInt32, bits: UInt64)] = []
    /// The place of each node's closure plus one, for headlines and for running text; 0 where there is none yet.
    private var places: [UInt32] = []
    /// Conditions, each with the guard it stands behind: all of them must hold. The first holds always.
    private(set) var guards: [Guard] = [Guard(node: 0, parent: 0)]
    private var guardNumbers = PairTable()
    /// The nodes that were visited, by the number of the visit.
    private var visited: [UInt32] = []
    private var visit: UInt32 = 0
    private var work: [UInt32] = []
    private let width: Int
    /// A row of bits that is empty between two uses.
    private var row: [UInt64]

    /// A node that asks a condition.
    struct Guard: Sendable {
        var node: UInt32
        var parent: UInt32
    }

    static let headSize = 4
    static let entrySize = 3
    /// How many guards a closure can have; what stands behind more is taken as met.
    private static let mostGuards = 64

    init(width: Int) {
        self.width = width
        row = Array(repeating: 0, count: width)
    }

    var size: Int { pool.count + 4 * words.count + 2 * guards.count + 4 * guardNumbers.count }

    mutating func forget() {
        pool.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
        for place in places.indices { places[place] = 0 }
        guards.removeLast(guards.count - 1)
        guardNumbers.forget()
    }

    /// Where the closure of a node stands in ``pool``.
    @inline(__always)
    mutating func place(of node: Int, running: Int, _ graph: RuleGraph) -> Int {
        let index = 2 &* node &+ running
        if index < places.count, places[index] > 0 { return Int(places[index]) &- 1 }
        return add(node, running, graph)
    }

    @inline(never)
    private mutating func add(_ node: Int, _ running: Int, _ graph: RuleGraph) -> Int {
        if places.isEmpty {
            places = Array(repeating: 0, count: 2 * graph.count)
            visited = Array(repeating: 0, count: graph.count)
        }
        let place = pool.count
        for _ in 0..<Self.headSize { pool.append(0) }
        // One guard after the other: what one reaches is visited once.
        var ways: [(node: Int, guard: UInt32)] = [(node, 0)]
        var next = 0
        while next < ways.count {
            follow(ways[next].node, ways[next].guard, running, graph, &ways)
            next += 1
        }
        pool[place] = UInt32((pool.count - place - Self.headSize) / Self.entrySize)
        gatherAtoms(place)
        places[2 * node + running] = UInt32(place) + 1
        return place
    }

    /// Notes which atoms the entries of a closure ask for.
    private mutating func gatherAtoms(_ place: Int) {
        let first = words.count
        for entry in stride(from: place + Self.headSize, to: pool.count, by: Self.entrySize) {
            let head = Int(pool[entry])
            if head & NodeCode.mask == NodeCode.accept {
                pool[place + 1] = 1
                continue
            }
            let atom = head >> NodeCode.bits
            if row[atom >> 6] == 0 { words.append((UInt32(atom >> 6), 0)) }
            row[atom >> 6] |= 1 << UInt64(atom & 63)
        }
        for index in first..<words.count {
            let number = Int(words[index].number)
            words[index].bits = row[number]
            row[number] = 0
        }
        pool[place + 2] = UInt32(first)
        pool[place + 3] = UInt32(words.count - first)
    }

    private mutating func follow(
        _ first: Int, _ guard: UInt32, _ running: Int, _ graph: RuleGraph, _ ways: inout [(node: Int, guard: UInt32)]
    ) {
        let (nodes, fields) = (graph.nodes, graph.fields)
        visit += 1
        work.append(UInt32(first))
        while let id = work.popLast() {
            let node = Int(id)
            if visited[node] == visit { continue }
            visited[node] = visit
            let head = nodes[node, fields.head]
            switch head & NodeCode.mask {
            case NodeCode.token, NodeCode.entry:
                guard let target = target(nodes[node, fields.next], running, graph) else { continue }
                let accepts = nodes[target, fields.rule] & RuleGraph.acceptBit(running: running) != 0
                append(head, target << 1 | (accepts ? 1 : 0), `guard`)
            case NodeCode.accept:
                append(head, nodes[node, fields.rule] >> RuleGraph.ruleShift, `guard`)
            case NodeCode.split, NodeCode.splitToken, NodeCode.splitEntry:
                work.append(UInt32(nodes[node, fields.other]))
                work.append(UInt32(nodes[node, fields.next]))
            case NodeCode.runningText where running == 0: continue
            case NodeCode.save, NodeCode.limit, NodeCode.runningText: work.append(UInt32(nodes[node, fields.next]))
            default:
                let behind = nodes[node, fields.next]
                if ways.count < Self.mostGuards {
                    ways.append((behind, number(of: Guard(node: id, parent: `guard`))))
                } else {
                    work.append(UInt32(behind))
                }
            }
        }
    }

    /// A node without the captures in front of it; nil when nothing can follow.
    private func target(_ first: Int, _ running: Int, _ graph: RuleGraph) -> Int? {
        var node = first
        while true {
            switch graph.nodes[node, graph.fields.head] & NodeCode.mask {
            case NodeCode.save: break
            case NodeCode.runningText: if running == 0 { return nil }
            default: return node
            }
            node = graph.nodes[node, graph.fields.next]
        }
    }

    private mutating func append(_ head: Int, _ next: Int, _ guard: UInt32) {
        pool.append(UInt32(head))
        pool.append(UInt32(next))
        pool.append(`guard`)
    }

    private mutating func number(of new: Guard) -> UInt32 {
        if let known = guardNumbers.find(Int(new.node), Int(new.parent)) { return UInt32(known) }
        guardNumbers.insert(Int(new.node), Int(new.parent), guards.count)
        guards.append(new)
        return UInt32(guards.count - 1)
    }
}
