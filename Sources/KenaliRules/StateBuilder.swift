import KenaliStorage

/// Works out what a set of nodes does with a symbol; see ``SetAutomaton``.
struct StateBuilder: Sendable {
    var closures: NodeClosures
    /// What is known of each state that was read: the places of its nodes' closures, behind their number and whether the
    /// sentence is running text.
    private var pool: [UInt32] = []
    private var places: [UInt32] = []
    /// The atoms that the steps of each such state depend on, as rows of bits, in the order of reading.
    private var masks: [UInt64] = []
    /// Where the atoms of each state stand in ``masks``, plus one; 0 where they were not gathered.
    private var maskPlaces: [UInt32] = []
    /// Whether each state made a step.
    private var hasStepped: [Bool] = []
    /// The two first states are large: their entries by atom, and where those of each atom begin.
    private var firstEntries: [[UInt32]] = [[], []]
    private var firstIndex: [[UInt32]] = [[], []]

    // Of the step that is being worked out:
    private(set) var step: UInt32 = 0
    private(set) var running = 0
    /// The answers of guards, by the number of the step.
    var answers: [UInt32] = []
    /// The rules that are accepted.
    private var acceptedStep: [UInt32]
    private(set) var accepted: [UInt32] = []
    /// The nodes behind one token, and those behind phrases with their lengths above them.
    private var single: [UInt32] = []
    private var longer: [UInt64] = []
    private let width: Int

    init(ruleCount: Int, width: Int) {
        closures = NodeClosures(width: width)
        acceptedStep = Array(repeating: 0, count: ruleCount)
        self.width = width
    }

    var size: Int { pool.count + closures.size + 2 * masks.count }

    mutating func forget() {
        closures.forget()
        pool.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        masks.removeAll(keepingCapacity: true)
        maskPlaces.removeAll(keepingCapacity: true)
        hasStepped.removeAll(keepingCapacity: true)
        firstEntries = [[], []]
        firstIndex = [[], []]
        answers.removeAll(keepingCapacity: true)
    }
}

// MARK: - States

extension StateBuilder {
    /// Where what is known of a state stands in ``pool``.
    private mutating func place(of state: Int, _ states: SequenceSet, _ graph: RuleGraph) -> Int {
        while places.count <= state { places.append(0) }
        if places[state] == 0 { read(state, states, graph) }
        return Int(places[state]) - 1
    }

    private mutating func read(_ state: Int, _ states: SequenceSet, _ graph: RuleGraph) {
        let place = pool.count
        pool.append(0)
        states.append(state, to: &pool)
        running = Int(pool[place + 1])
        places[state] = UInt32(place) + 1
        pool[place] = UInt32(pool.count - place - 2)
        for index in place + 2..<pool.count {
            pool[index] = UInt32(closures.place(of: Int(pool[index]), running: running, graph))
        }
        if state < 2 { makeFirstIndex(state) }
    }

    /// Whether a state made a step before, which is noted. Most make no second one with a symbol that is new to them, so that
    /// only then it pays to know what they depend on.
    mutating func steps(_ state: Int) -> Bool {
        while hasStepped.count <= state { hasStepped.append(false) }
        defer { hasStepped[state] = true }
        return hasStepped[state]
    }

    /// Where the atoms that the steps of a state depend on stand in ``masks``.
    private mutating func mask(of state: Int, _ states: SequenceSet, _ graph: RuleGraph) -> Int {
        let place = place(of: state, states, graph)
        while maskPlaces.count <= state { maskPlaces.append(0) }
        if maskPlaces[state] > 0 { return Int(maskPlaces[state]) - 1 }
        let mask = masks.count
        maskPlaces[state] = UInt32(mask) + 1
        masks.append(contentsOf: repeatElement(0, count: width))
        running = Int(pool[place + 1])
        step += 1
        for index in place + 2..<place + 2 + Int(pool[place]) { addAtoms(ofClosureAt: Int(pool[index]), mask, graph) }
        return mask
    }

    private mutating func addAtoms(ofClosureAt place: Int, _ mask: Int, _ graph: RuleGraph) {
        let words = Int(closures.pool[place + 2])
        for index in words..<words &+ Int(closures.pool[place + 3]) {
            let word = closures.words[index]
            masks[mask &+ Int(word.number)] |= word.bits
        }
        var guards = place &+ NodeClosures.headSize &+ 2
        // The guards of a closure stand together, and those that are behind none come first.
        let end = guards &+ NodeClosures.entrySize &* Int(closures.pool[place])
        var last: UInt32 = 0
        while guards < end {
            let `guard` = closures.pool[guards]
            if `guard` != last {
                addAtoms(ofGuard: Int(`guard`), mask, graph)
                last = `guard`
            }
            guards &+= NodeClosures.entrySize
        }
    }

    private mutating func addAtoms(ofGuard guard: Int, _ mask: Int, _ graph: RuleGraph) {
        while answers.count < closures.guards.count { answers.append(0) }
        guard answers[`guard`] != step << 2 else { return }
        answers[`guard`] = step << 2
        let known = closures.guards[`guard`]
        if known.parent > 0 { addAtoms(ofGuard: Int(known.parent), mask, graph) }
        let head = graph.nodes[Int(known.node), graph.fields.head]
        switch head & NodeCode.mask {
        case NodeCode.here:
            masks[mask + head >> (NodeCode.bits + 6)] |= 1 << UInt64(head >> NodeCode.bits & 63)
        case NodeCode.look, NodeCode.notLook:
            let body = graph.nodes[Int(known.node), graph.fields.other]
            addAtoms(ofClosureAt: closures.place(of: body, running: running, graph), mask, graph)
        default: break
        }
    }

    /// Sorts the entries of a first state by their atoms.
    private mutating func makeFirstIndex(_ state: Int) {
        let place = Int(places[state]) - 1
        var entries: [(head: UInt32, next: UInt32, guard: UInt32)] = []
        for index in place + 2..<place + 2 + Int(pool[place]) {
            let closure = Int(pool[index])
            for number in 0..<Int(closures.pool[closure]) {
                let entry = closure + NodeClosures.headSize + NodeClosures.entrySize * number
                entries.append((closures.pool[entry], closures.pool[entry + 1], closures.pool[entry + 2]))
            }
        }
        entries.sort { $0.head < $1.head }
        var index: [UInt32] = []
        for (number, entry) in entries.enumerated() {
            while index.count <= Int(entry.head >> UInt32(NodeCode.bits)) { index.append(UInt32(number)) }
        }
        while index.count <= 64 * width { index.append(UInt32(entries.count)) }
        firstIndex[state] = index
        firstEntries[state] = entries.flatMap { [$0.head, $0.next, $0.guard] }
    }

    /// A state of nodes in any order, some of them twice: whether the sentence is running text, then the nodes in order.
    static func putInOrder(_ nodes: inout [UInt32], running: Int) {
        if nodes.count > 48 {
            nodes.sort()
        } else {
            var index = 1
            while index < nodes.count {
                let node = nodes[index]
                var place = index
                while place > 0, nodes[place &- 1] > node {
                    nodes[place] = nodes[place &- 1]
                    place &-= 1
                }
                nodes[place] = node
                index &+= 1
            }
        }
        var kept = 0
        for index in nodes.indices where index == 0 || nodes[index] != nodes[kept - 1] {
            nodes[kept] = nodes[index]
            kept += 1
        }
        nodes.removeLast(nodes.count - kept)
        nodes.insert(UInt32(running), at: 0)
    }
}

// MARK: - Steps

extension StateBuilder {
    /// What a step of a state depends on: the state, and what holds of the symbol of all that it asks for.
    mutating func appendSignature(
        of state: Int, _ states: SequenceSet, _ graph: RuleGraph, _ place: Int, _ symbols: borrowing MetSymbols,
        to signature: inout IntegerList
    ) {
        let mask = mask(of: state, states, graph)
        signature.append(UInt32(state))
        _ = appendBits(mask, Int(symbols.data[place + 1]), symbols, to: &signature)
        for phrase in 0..<Int(symbols.data[place + 2]) {
            let count = signature.count
            signature.append(1 << 27 | symbols.data[place + 3 + 2 * phrase])
            let any = appendBits(mask, Int(symbols.data[place + 4 + 2 * phrase]), symbols, to: &signature)
            if !any { signature.removeLast(downTo: count) }
        }
    }

    /// Appends the bits of a row that a mask asks for, where there are any, in parts that an image can hold.
    private func appendBits(
        _ mask: Int, _ row: Int, _ symbols: borrowing MetSymbols, to signature: inout IntegerList
    ) -> Bool {
        var any = false
        for word in 0..<width {
            let bits = masks[mask &+ word] & symbols.bits[row &+ word]
            guard bits != 0 else { continue }
            any = true
            signature.append(UInt32(word) << 8 | UInt32(truncatingIfNeeded: bits >> 56))
            signature.append(UInt32(truncatingIfNeeded: bits >> 28 & 0xFFF_FFFF))
            signature.append(UInt32(truncatingIfNeeded: bits & 0xFFF_FFFF))
        }
        return any
    }

    /// Works out what a state does with a symbol: the edges and the rules that are accepted.
    mutating func work(
        out state: Int, _ states: SequenceSet, _ graph: RuleGraph, _ place: Int, _ symbols: borrowing MetSymbols
    ) {
        let start = self.place(of: state, states, graph)
        running = Int(pool[start + 1])
        step += 1
        single.removeAll(keepingCapacity: true)
        longer.removeAll(keepingCapacity: true)
        accepted.removeAll(keepingCapacity: true)
        if state < 2 {
            takeIndexed(state, graph, place, symbols)
        } else {
            for index in start + 2..<start + 2 + Int(pool[start]) {
                take(closureAt: Int(pool[index]), graph, place, symbols)
            }
        }
        accepted.sort()
    }

    /// Takes those entries of a first state whose atoms hold.
    private mutating func takeIndexed(
        _ state: Int, _ graph: RuleGraph, _ place: Int, _ symbols: borrowing MetSymbols
    ) {
        let phrases = Int(symbols.data[place + 2])
        for word in 0..<width {
            var bits = symbols.bits[Int(symbols.data[place + 1]) + word]
            for phrase in 0..<phrases { bits |= symbols.bits[Int(symbols.data[place + 4 + 2 * phrase]) + word] }
            while bits != 0 {
                let atom = 64 * word + bits.trailingZeroBitCount
                bits &= bits - 1
                for number in Int(firstIndex[state][atom])..<Int(firstIndex[state][atom + 1]) {
                    take(
                        Int(firstEntries[state][3 * number]), firstEntries[state][3 * number + 1],
                        Int(firstEntries[state][3 * number + 2]), graph, place, symbols)
                }
            }
        }
    }

    private mutating func take(
        closureAt closure: Int, _ graph: RuleGraph, _ place: Int, _ symbols: borrowing MetSymbols
    ) {
        let row = Int(symbols.data[place &+ 1])
        let hasPhrases = symbols.data[place &+ 2] > 0
        guard hasPhrases || closures.pool[closure &+ 1] > 0 || asks(closure, row, symbols) else { return }
        var entry = closure &+ NodeClosures.headSize
        let end = entry &+ NodeClosures.entrySize &* Int(closures.pool[closure])
        while entry < end {
            let head = Int(closures.pool[entry])
            // Nearly all entries ask for an atom that does not hold.
            if symbols.holds(head >> NodeCode.bits, at: row) || hasPhrases || head & NodeCode.mask == NodeCode.accept {
                take(head, closures.pool[entry &+ 1], Int(closures.pool[entry &+ 2]), graph, place, symbols)
            }
            entry &+= NodeClosures.entrySize
        }
    }

    /// Whether a closure asks for an atom that holds in a row.
    @inline(__always)
    private func asks(_ closure: Int, _ row: Int, _ symbols: borrowing MetSymbols) -> Bool {
        let words = Int(closures.pool[closure &+ 2])
        for index in words..<words &+ Int(closures.pool[closure &+ 3]) {
            let word = closures.words[index]
            if word.bits & symbols.bits[row &+ Int(word.number)] != 0 { return true }
        }
        return false
    }

    /// Follows an entry, when its atom and its guard hold.
    private mutating func take(
        _ head: Int, _ next: UInt32, _ guard: Int, _ graph: RuleGraph, _ place: Int, _ symbols: borrowing MetSymbols
    ) {
        let atom = head >> NodeCode.bits
        guard head & NodeCode.mask != NodeCode.accept else {
            if answer(ofGuard: `guard`, graph, place, symbols) != .no { accept(Int(next)) }
            return
        }
        let holds = symbols.holds(atom, at: Int(symbols.data[place + 1]))
        let phrases = head & NodeCode.mask == NodeCode.entry ? Int(symbols.data[place + 2]) : 0
        guard holds || phrases > 0 else { return }
        var isTaken = false
        if holds {
            guard answer(ofGuard: `guard`, graph, place, symbols) != .no else { return }
            single.append(next >> 1)
            isTaken = true
        }
        for phrase in 0..<phrases where symbols.holds(atom, at: Int(symbols.data[place + 4 + 2 * phrase])) {
            guard answer(ofGuard: `guard`, graph, place, symbols) != .no else { return }
            longer.append(UInt64(symbols.data[place + 3 + 2 * phrase]) << 32 | UInt64(next >> 1))
            isTaken = true
        }
        if isTaken, next & 1 == 1 {
            accept(graph.nodes[Int(next >> 1), graph.fields.rule] >> RuleGraph.ruleShift)
        }
    }

    private mutating func accept(_ rule: Int) {
        guard acceptedStep[rule] != step else { return }
        acceptedStep[rule] = step
        accepted.append(UInt32(rule))
    }

    /// The lengths of the edges, in order.
    func lengths() -> [Int] {
        guard !longer.isEmpty else { return single.isEmpty ? [] : [1] }
        return [1] + Set(longer.map { Int($0 >> 32) }).sorted()
    }

    /// Fills the state behind edges of a length, without the rules that are accepted.
    func append(behindLength length: Int, _ graph: RuleGraph, to nodes: inout [UInt32]) {
        let all = length == 1 ? single : longer.filter { Int($0 >> 32) == length }.map { UInt32($0 & 0xFFFF_FFFF) }
        for node in all {
            guard
                accepted.isEmpty
                    || acceptedStep[graph.nodes[Int(node), graph.fields.rule] >> RuleGraph.ruleShift] != step
            else { continue }
            nodes.append(node)
        }
        Self.putInOrder(&nodes, running: running)
    }
}
