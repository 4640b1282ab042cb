import KenaliStorage

/// Works out what a set of nodes does with a symbol; see ``SetAutomaton``.
struct StateBuilder: Sendable {
    /// The nodes of each state that was read, splits followed: nodes that take tokens, as head and next, and others.
    private var pool: [UInt32] = []
    /// Where those of each state stand in ``pool`` plus one, 0 where it was not read: their place, the two numbers, and
    /// whether the sentence is running text.
    private var places: [UInt32] = []
    /// The two first states are large: their nodes by atom, to be found from the atoms that hold.
    private var firstIndex: [[UInt32]] = [[], []]

    /// The nodes that a step has visited, and the answers of looks, by the number of the step.
    private var visited: [UInt32]
    private var visit: UInt32 = 0
    private var lookAnswers: [UInt32]
    private var lookVisited: [UInt32]
    private var lookVisit: UInt32 = 0
    /// The rules that the step accepts.
    private var acceptedVisit: [UInt32]
    private var accepted: [UInt32] = []
    private var work: [UInt32] = []
    /// The nodes behind one token, and those behind phrases with their lengths above them.
    private var single: [UInt32] = []
    private var longer: [UInt64] = []
    private var running = 0
    private let atomCount: Int

    init(_ graph: RuleGraph, ruleCount: Int, atomCount: Int) {
        visited = Array(repeating: 0, count: graph.count)
        lookAnswers = Array(repeating: 0, count: graph.count)
        lookVisited = Array(repeating: 0, count: 2 * graph.count)
        acceptedVisit = Array(repeating: 0, count: ruleCount)
        self.atomCount = atomCount
    }

    var size: Int { pool.count }

    mutating func forget() {
        pool.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
    }
}

// MARK: - States

extension StateBuilder {
    /// A state of nodes in any order: without those that can take nothing, in order, behind whether the sentence is running
    /// text.
    func state(of nodes: [UInt32], running: Int, _ graph: RuleGraph) -> [UInt32] {
        let (view, fields) = (graph.nodes.view, graph.fields)
        var state: [UInt32] = []
        state.reserveCapacity(nodes.count + 1)
        for first in nodes {
            // Captures are the programs' matter.
            var node = Int(first)
            var code = view[node, fields.head] & (1 << NodeCode.bits - 1)
            while code == NodeCode.save || code == NodeCode.runningText && running == 1 {
                node = view[node, fields.next]
                code = view[node, fields.head] & (1 << NodeCode.bits - 1)
            }
            if code != NodeCode.runningText { state.append(UInt32(node)) }
        }
        state.sort()
        var kept = 0
        for index in state.indices where index == 0 || state[index] != state[kept - 1] {
            state[kept] = state[index]
            kept += 1
        }
        state.removeLast(state.count - kept)
        state.insert(UInt32(running), at: 0)
        return state
    }

    /// The state behind edges of a length, without the rules that are accepted.
    func state(ofLength length: Int, _ graph: RuleGraph) -> [UInt32] {
        let nodes = length == 1 ? single : longer.filter { Int($0 >> 32) == length }.map { UInt32($0 & 0xFFFF_FFFF) }
        let (view, rule) = (graph.nodes.view, graph.fields.rule)
        return state(
            of: nodes.filter { acceptedVisit[view[Int($0), rule] >> RuleGraph.ruleShift] != visit }, running: running,
            graph)
    }

    /// The lengths of the edges of the step, in order.
    func lengths() -> [Int] {
        guard !longer.isEmpty else { return single.isEmpty ? [] : [1] }
        return [1] + Set(longer.map { Int($0 >> 32) }).sorted()
    }

    /// Accepts the rules that are whole behind an edge.
    mutating func acceptReached(_ graph: RuleGraph) {
        let (view, rule) = (graph.nodes.view, graph.fields.rule)
        let bit = RuleGraph.acceptBit(running: running)
        for node in single where view[Int(node), rule] & bit != 0 { accept(view[Int(node), rule]) }
        for edge in longer {
            let value = view[Int(edge & 0xFFFF_FFFF), rule]
            if value & bit != 0 { accept(value) }
        }
    }

    private mutating func accept(_ value: Int) {
        let rule = value >> RuleGraph.ruleShift
        guard acceptedVisit[rule] != visit else { return }
        acceptedVisit[rule] = visit
        accepted.append(UInt32(rule))
    }

    /// The rules that the step accepts, in order; nil when there are none.
    mutating func acceptedList() -> [UInt32]? {
        accepted.sort()
        return accepted.isEmpty ? nil : accepted
    }
}

// MARK: - Steps

extension StateBuilder {
    /// Reads what a state does with a symbol: fills the edges and the rules that are accepted before any token is taken.
    mutating func read(
        _ state: Int, _ states: SequenceSet, _ graph: RuleGraph, _ place: Int, _ symbols: borrowing SymbolTable
    ) {
        let (start, takers, others) = nodes(of: state, states, graph)
        visit += 1
        single.removeAll(keepingCapacity: true)
        longer.removeAll(keepingCapacity: true)
        accepted.removeAll(keepingCapacity: true)
        if state < 2 {
            takeIndexed(state, start, takers, place, symbols)
        } else {
            for index in stride(from: start, to: start + 2 * takers, by: 2) {
                take(Int(pool[index]), pool[index + 1], place, symbols)
            }
        }
        for index in start + 2 * takers..<start + 2 * takers + others {
            work.append(pool[index])
            follow(graph, place, symbols)
        }
    }

    /// Where the nodes of a state stand in ``pool``: how many take tokens, and how many others there are.
    private mutating func nodes(
        of state: Int, _ states: SequenceSet, _ graph: RuleGraph
    ) -> (start: Int, takers: Int, others: Int) {
        while places.count <= 4 * state + 3 { places.append(0) }
        if places[4 * state] == 0 { expand(state, states, graph) }
        running = Int(places[4 * state + 3])
        return (Int(places[4 * state]) - 1, Int(places[4 * state + 1]), Int(places[4 * state + 2]))
    }

    private mutating func expand(_ state: Int, _ states: SequenceSet, _ graph: RuleGraph) {
        let (view, fields) = (graph.nodes.view, graph.fields)
        var nodes: [UInt32] = []
        states.append(state, to: &nodes)
        running = Int(nodes[0])
        visit += 1
        var takers: [(head: UInt32, next: UInt32)] = []
        var others: [UInt32] = []
        work += nodes[1...]
        while let node = work.popLast() {
            guard visited[Int(node)] != visit else { continue }
            visited[Int(node)] = visit
            let head = view[Int(node), fields.head]
            switch head & (1 << NodeCode.bits - 1) {
            case NodeCode.token, NodeCode.entry:
                takers.append((UInt32(head), UInt32(view[Int(node), fields.next])))
            case NodeCode.split:
                work.append(UInt32(view[Int(node), fields.next]))
                work.append(UInt32(view[Int(node), fields.other]))
            case NodeCode.save: work.append(UInt32(view[Int(node), fields.next]))
            case NodeCode.runningText: if running == 1 { work.append(UInt32(view[Int(node), fields.next])) }
            default: others.append(node)
            }
        }
        if state < 2 { takers.sort { $0.head < $1.head } }
        places[4 * state] = UInt32(pool.count) + 1
        places[4 * state + 1] = UInt32(takers.count)
        places[4 * state + 2] = UInt32(others.count)
        places[4 * state + 3] = nodes[0]
        for taker in takers {
            pool.append(taker.head)
            pool.append(taker.next)
        }
        pool += others
        if state < 2 { makeFirstIndex(state, takers.map(\.head)) }
    }

    /// Where the nodes of each atom begin among those of a first state.
    private mutating func makeFirstIndex(_ state: Int, _ heads: [UInt32]) {
        var index: [UInt32] = []
        for (number, head) in heads.enumerated() {
            while index.count <= Int(head >> UInt32(NodeCode.bits)) { index.append(UInt32(number)) }
        }
        while index.count <= atomCount { index.append(UInt32(heads.count)) }
        firstIndex[state] = index
    }

    /// Takes those nodes of a first state whose atoms hold.
    private mutating func takeIndexed(
        _ state: Int, _ start: Int, _ takers: Int, _ place: Int, _ symbols: borrowing SymbolTable
    ) {
        let phrases = Int(symbols.data[place + 2])
        for word in 0..<symbols.width {
            var bits = symbols.bits[Int(symbols.data[place + 1]) + word]
            for phrase in 0..<phrases { bits |= symbols.bits[Int(symbols.data[place + 4 + 2 * phrase]) + word] }
            while bits != 0 {
                let atom = 64 * word + bits.trailingZeroBitCount
                bits &= bits - 1
                for number in Int(firstIndex[state][atom])..<Int(firstIndex[state][atom + 1]) {
                    take(Int(pool[start + 2 * number]), pool[start + 2 * number + 1], place, symbols)
                }
            }
        }
    }

    /// Follows a node that takes a token or phrase, when its atom holds.
    @inline(__always)
    private mutating func take(_ head: Int, _ next: UInt32, _ place: Int, _ symbols: borrowing SymbolTable) {
        let atom = head >> NodeCode.bits
        if symbols.holds(atom, at: Int(symbols.data[place + 1])) { single.append(next) }
        guard head & (1 << NodeCode.bits - 1) == NodeCode.entry, symbols.data[place + 2] > 0 else { return }
        for phrase in 0..<Int(symbols.data[place + 2])
        where symbols.holds(atom, at: Int(symbols.data[place + 4 + 2 * phrase])) {
            longer.append(UInt64(symbols.data[place + 3 + 2 * phrase]) << 32 | UInt64(next))
        }
    }

    /// Follows the nodes in ``work`` until tokens are taken.
    private mutating func follow(_ graph: RuleGraph, _ place: Int, _ symbols: borrowing SymbolTable) {
        let (view, fields) = (graph.nodes.view, graph.fields)
        while let id = work.popLast() {
            let node = Int(id)
            guard visited[node] != visit else { continue }
            visited[node] = visit
            let head = view[node, fields.head]
            let next = UInt32(view[node, fields.next])
            switch head & (1 << NodeCode.bits - 1) {
            case NodeCode.accept: accept(view[node, fields.rule])
            case NodeCode.token, NodeCode.entry: take(head, next, place, symbols)
            case NodeCode.split:
                work.append(next)
                work.append(UInt32(view[node, fields.other]))
            case NodeCode.here:
                if symbols.holds(head >> NodeCode.bits, at: Int(symbols.data[place + 1])) { work.append(next) }
            case NodeCode.runningText: if running == 1 { work.append(next) }
            case NodeCode.look:
                if look(view[node, fields.other], graph, place, symbols) != .no { work.append(next) }
            case NodeCode.notLook:
                if look(view[node, fields.other], graph, place, symbols) != .yes { work.append(next) }
            default: work.append(next)
            }
        }
    }
}

// MARK: - Looks

extension StateBuilder {
    private enum Answer: UInt32 { case no = 1, yes, unknown }

    /// Whether what begins at a node matches from a token on, as far as the token alone tells.
    private mutating func look(
        _ body: Int, _ graph: RuleGraph, _ place: Int, _ symbols: borrowing SymbolTable
    ) -> Answer {
        if lookAnswers[body] >> 2 == visit & 0x3FFF_FFFF, let known = Answer(rawValue: lookAnswers[body] & 3) {
            return known
        }
        let answer = newLook(body, graph, place, symbols)
        lookAnswers[body] = visit << 2 | answer.rawValue
        return answer
    }

    private mutating func newLook(
        _ body: Int, _ graph: RuleGraph, _ place: Int, _ symbols: borrowing SymbolTable
    ) -> Answer {
        let (view, fields) = (graph.nodes.view, graph.fields)
        let accepts = RuleGraph.acceptBit(running: running)
        lookVisit += 1
        let visit = lookVisit
        let row = Int(symbols.data[place + 1])
        let phrases = Int(symbols.data[place + 2])
        var answer = Answer.no
        // Nodes, with whether the way there is certain in the lowest bit.
        var ways = [UInt32(body) << 1 | 1]
        while let way = ways.popLast() {
            guard lookVisited[Int(way)] != visit else { continue }
            lookVisited[Int(way)] = visit
            let node = Int(way >> 1)
            let head = view[node, fields.head]
            let next = view[node, fields.next]
            let atom = head >> NodeCode.bits
            switch head & (1 << NodeCode.bits - 1) {
            case NodeCode.accept:
                if way & 1 == 1 { return .yes }
                answer = .unknown
            case NodeCode.token, NodeCode.entry:
                var holds = symbols.holds(atom, at: row)
                if head & (1 << NodeCode.bits - 1) == NodeCode.entry {
                    for phrase in 0..<phrases where symbols.holds(atom, at: Int(symbols.data[place + 4 + 2 * phrase])) {
                        holds = true
                    }
                }
                guard holds else { continue }
                if way & 1 == 1, view[next, fields.rule] & accepts != 0 { return .yes }
                answer = .unknown
            case NodeCode.split:
                ways.append(UInt32(view[node, fields.other]) << 1 | way & 1)
                ways.append(UInt32(next) << 1 | way & 1)
            case NodeCode.here: if symbols.holds(atom, at: row) { ways.append(UInt32(next) << 1 | way & 1) }
            case NodeCode.runningText: if running == 1 { ways.append(UInt32(next) << 1 | way & 1) }
            case NodeCode.look, NodeCode.notLook:
                let inner = look(view[node, fields.other], graph, place, symbols)
                let wanted = head & (1 << NodeCode.bits - 1) == NodeCode.look ? Answer.yes : .no
                if inner == wanted {
                    ways.append(UInt32(next) << 1 | way & 1)
                } else if inner == .unknown {
                    ways.append(UInt32(next) << 1)
                }
            case NodeCode.lookBack, NodeCode.notLookBack: ways.append(UInt32(next) << 1)
            default: ways.append(UInt32(next) << 1 | way & 1)
            }
        }
        return answer
    }
}
