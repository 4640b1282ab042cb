import KenaliLexicon
import KenaliStorage

/// All rules of a grammar at once: says which of them match at a token, without running any.
///
/// The states are sets of nodes of the ``RuleGraph``, built when a text first leads to them; what a state does with a
/// symbol is looked up from then on. Phrases are longer edges: their targets wait until their end is reached. A rule that
/// matches leaves the set. Looks of more than one token, and looks back, are taken as met, so that the answer may hold a
/// rule too many, never one too few.
struct SetAutomaton: Sendable {
    let graph: RuleGraph
    private let rules: RuleList
    /// States, as whether the sentence is running text and then their nodes as items in order, see ``NodeBundles``; the first two are those at a start.
    private(set) var states: SequenceSet
    /// What steps lead to: the number of the rules that match now and the number of edges; the rules; the lengths of the edges and
    /// the states behind them. What stands at the first place leads nowhere.
    private var ready: [UInt32] = nowhere
    /// Frozen ones: one more than the list of the rules, or 0, then the edges; and the place of each in ``ready``, 0 where it was
    /// not met.
    private let frozenTransitions: FrozenSequences
    private let frozenLists: FrozenSequences
    private var readyPlaces: [UInt32] = []
    /// The place in ``ready`` of the step of each state with each symbol that was met.
    private var steps = PairTable()
    /// The step of each state with all symbols of which the same holds, as far as the state asks: a place in ``ready``, of those
    /// that are frozen the number of the transition.
    private var signatures: ValuedSequences
    /// The union of two states.
    private var unions: PairTable
    /// The steps of the two first states, by symbol: one more than the place in ``ready``, or 0; of those that are frozen one more
    /// than the number of the transition.
    private var firstSteps: [UInt32] = []
    private let frozenFirst: PackedTable
    private let bundles: NodeBundles
    /// The parts of what is being made.
    private var parts = IntegerList()
    private var nodes = IntegerList()
    private var items = IntegerList()
    private var signature = IntegerList()
    /// The states that wait for the end of a phrase, by their distance from the start: the state plus one, or 0.
    private var pending: [UInt32] = Array(repeating: 0, count: Matcher.longestMatch + longestEdge + 1)
    private(set) var builder: StateBuilder
    /// Whether all steps are to be found by what they depend on: for an automaton that is to be frozen.
    private let isThorough: Bool
    /// The rules that the last walk found, some of them twice.
    private(set) var found = IntegerList()

    /// How many tokens an edge can be long.
    static var longestEdge: Int { Lexicon.longestPhrase }

    private static let nowhere: [UInt32] = [0, 0]

    init(_ graph: RuleGraph, _ rules: RuleList, width: Int, _ frozen: FrozenAutomaton) {
        self.graph = graph
        self.rules = rules
        states = SequenceSet(frozen.states)
        bundles = frozen.bundles
        frozenLists = frozen.lists
        frozenTransitions = frozen.transitions
        signatures = ValuedSequences(frozen.signatures)
        unions = PairTable(frozen.unions)
        builder = StateBuilder(ruleCount: rules.count, width: width, frozen)
        isThorough = frozen.states.count == 0
        frozenFirst = frozen.first
        makeFirst()
    }

    /// Makes the states at a start; where anything is frozen, they are.
    private mutating func makeFirst() {
        guard isThorough else { return }
        for running in 0..<2 {
            nodes.removeAll()
            nodes.append(UInt32(running))
            for rule in rules.indices { nodes.append(UInt32(rules.head(of: rule).root)) }
            nodes.sort(from: 1)
            _ = internState()
        }
    }

    /// How many integers it holds that are not frozen.
    var size: Int {
        states.size + signatures.size + 4 * steps.count + 4 * unions.count + ready.count
            + builder.size
    }

    /// Forgets what is not frozen.
    mutating func forget() {
        states.forget()
        steps.forget()
        signatures.forget()
        unions.forget()
        firstSteps.removeAll(keepingCapacity: true)
        ready.removeLast(ready.count - Self.nowhere.count)
        readyPlaces.removeAll(keepingCapacity: true)
        builder.forget()
        makeFirst()
    }
}

// MARK: - Walking

extension SetAutomaton {
    /// Finds the rules that can match from a token on; they stand in ``found``.
    ///
    /// - Parameters:
    ///   - places: The symbols of the sentence, and that of its end.
    /// - Complexity: O(1), once all states are built: a match has a bound.
    mutating func walk(
        from start: Int, running: Int, _ places: Span<SymbolPlace>, _ symbols: borrowing MetSymbols
    ) {
        walk(from: start, running: running, places, symbols) { _ in }
    }

    /// As above, and tells of all states that are met but the first one.
    @inline(__always)
    mutating func walk(
        from start: Int, running: Int, _ places: Span<SymbolPlace>, _ symbols: borrowing MetSymbols,
        _ meet: (Int) -> Void
    ) {
        found.removeAll()
        var place = firstStep(places[start].place, running, symbols)
        guard place > 0 else { return }
        // Where the bound of a match, not the end of the sentence, may cut an edge, the programs decide.
        let isCut = places.count - 1 - start > Matcher.longestMatch
        let stop = isCut ? Matcher.longestMatch - Self.longestEdge : .max
        var offset = 0
        var horizon = 0
        while true {
            var next = -1
            if place > 0 {
                var edge = place + 2
                let firstEdge = edge + Int(ready[place])
                while edge < firstEdge {
                    found.append(ready[edge])
                    edge += 1
                }
                let end = edge + 2 * Int(ready[place + 1])
                while edge < end {
                    let length = Int(ready[edge])
                    if length == 1 {
                        next = Int(ready[edge + 1])
                    } else {
                        wait(Int(ready[edge + 1]), until: offset + length)
                        horizon = max(horizon, offset + length)
                    }
                    edge += 2
                }
            }
            offset += 1
            if offset <= horizon, pending[offset] > 0 {
                next = union(next, Int(pending[offset]) - 1)
                pending[offset] = 0
            }
            if next < 0 {
                if offset >= horizon { return }
                place = 0
            } else if offset >= stop {
                return takeAll(next, offset, horizon)
            } else {
                meet(next)
                place = step(next, places[start &+ offset].place, symbols)
            }
        }
    }

    private mutating func wait(_ state: Int, until offset: Int) {
        pending[offset] = UInt32(union(Int(pending[offset]) - 1, state) + 1)
    }

    /// Takes the rules of all states that are left.
    private mutating func takeAll(_ state: Int, _ offset: Int, _ horizon: Int) {
        takeRules(of: state)
        guard offset < horizon else { return }
        for index in offset + 1...horizon where pending[index] > 0 {
            takeRules(of: Int(pending[index]) - 1)
            pending[index] = 0
        }
    }

    private mutating func takeRules(of state: Int) {
        nodes.removeAll()
        appendNodes(of: state)
        var last = -1
        for index in 1..<nodes.count {
            let rule = graph.nodes[Int(nodes[index]), graph.fields.rule] >> RuleGraph.ruleShift
            // A rule's nodes mostly stand together.
            if rule != last { found.append(UInt32(rule)) }
            last = rule
        }
    }

    /// The place in ``ready`` of what a first state does with a symbol.
    @inline(__always)
    private mutating func firstStep(_ place: UInt32, _ running: Int, _ symbols: borrowing MetSymbols) -> Int {
        let index = 2 &* Int(symbols.data[Int(place)]) &+ running
        if index < firstSteps.count, firstSteps[index] > 0 { return Int(firstSteps[index]) &- 1 }
        return makeFirstStep(index, place, running, symbols)
    }

    /// Works out what a symbol does at a start.
    mutating func learnStart(_ place: UInt32, _ symbols: borrowing MetSymbols) {
        for running in 0..<2 { _ = firstStep(place, running, symbols) }
    }

    private mutating func makeFirstStep(
        _ index: Int, _ place: UInt32, _ running: Int, _ symbols: borrowing MetSymbols
    ) -> Int {
        firstSteps.reach(index, 0)
        let step: Int
        if index < frozenFirst.count, frozenFirst[index] > 0 {
            step = readyPlace(ofFrozen: frozenFirst[index] - 1)
        } else {
            step = makeTransition(running, Int(place), symbols)
        }
        firstSteps[index] = UInt32(step) + 1
        return step
    }

    @inline(__always)
    mutating func step(_ state: Int, _ place: UInt32, _ symbols: borrowing MetSymbols) -> Int {
        if let known = steps.find(state, Int(symbols.data[Int(place)])) { return known }
        return makeStep(state, place, symbols)
    }

    /// The place in ``ready`` of a frozen transition; the first one leads nowhere.
    private mutating func readyPlace(ofFrozen transition: Int) -> Int {
        if transition == 0 { return 0 }
        readyPlaces.reach(transition, 0)
        if readyPlaces[transition] > 0 { return Int(readyPlaces[transition]) }
        parts.removeAll()
        frozenTransitions.append(transition, to: &parts)
        let place = ready.count
        ready += [0, UInt32(parts.count / 2)]
        if parts[0] > 0 { frozenLists.append(Int(parts[0]) - 1, to: &ready) }
        ready[place] = UInt32(ready.count - place - 2)
        for index in 1..<parts.count { ready.append(parts[index]) }
        readyPlaces[transition] = UInt32(place)
        return place
    }

    /// The edges of what stands at a place of ``ready``.
    func edges(at place: Int) -> [(length: Int, state: Int)] {
        let first = place + 2 + Int(ready[place])
        return (0..<Int(ready[place + 1])).map { (Int(ready[first + 2 * $0]), Int(ready[first + 2 * $0 + 1])) }
    }

    /// The union of two states; -1 stands for none.
    @inline(__always)
    private mutating func union(_ left: Int, _ right: Int) -> Int {
        if left < 0 || left == right { return right }
        if let known = unions.find(min(left, right), max(left, right)) { return known }
        return makeUnion(min(left, right), max(left, right))
    }
}

// MARK: - Building

extension SetAutomaton {
    private mutating func makeUnion(_ left: Int, _ right: Int) -> Int {
        nodes.removeAll()
        appendNodes(of: left)
        let second = nodes.count
        appendNodes(of: right)
        // What it says of the sentence stands in front of both.
        nodes[second] = nodes[second &- 1]
        nodes.sort(from: 1)
        let union = internState()
        unions.insert(left, right, union)
        return union
    }

    /// What a state does with a symbol that it meets for the first time.
    private mutating func makeStep(_ state: Int, _ place: UInt32, _ symbols: borrowing MetSymbols) -> Int {
        let step =
            builder.knows(state) || isThorough
            ? findStep(state, place, symbols) : makeTransition(state, Int(place), symbols)
        steps.insert(state, Int(symbols.data[Int(place)]), step)
        return step
    }

    /// What a state does with a symbol, found by what that depends on.
    private mutating func findStep(_ state: Int, _ place: UInt32, _ symbols: borrowing MetSymbols) -> Int {
        if !builder.hasMask(of: state) { builder.makeMask(of: state, states, graph) }
        signature.removeAll()
        builder.appendSignature(of: state, Int(place), symbols, to: &signature)
        let hash = SequenceSet.hash(signature.span)
        if let id = signatures.find(signature, hash), let known = signatures[id] {
            return signatures.isFrozen(id) ? readyPlace(ofFrozen: known) : known
        }
        let step = makeTransition(state, Int(place), symbols)
        signatures.add(signature, hash, step)
        return step
    }

    /// Works out what a state does with a symbol. Answers its place in ``ready``.
    private mutating func makeTransition(_ state: Int, _ place: Int, _ symbols: borrowing MetSymbols) -> Int {
        builder.work(out: state, states, graph, place, symbols)
        parts.removeAll()
        appendEdge(1)
        for length in builder.longerLengths() { appendEdge(length) }
        if parts.isEmpty, builder.accepted.isEmpty { return 0 }
        let place = ready.count
        ready.append(UInt32(builder.accepted.count))
        ready.append(UInt32(parts.count / 2))
        for index in 0..<builder.accepted.count { ready.append(builder.accepted[index]) }
        for index in 0..<parts.count { ready.append(parts[index]) }
        return place
    }

    /// Appends the edge of a length to ``parts``, when it leads anywhere.
    private mutating func appendEdge(_ length: Int) {
        nodes.removeAll()
        builder.append(behindLength: length, graph, to: &nodes)
        // The first says only whether the sentence is running text.
        guard nodes.count > 1 else { return }
        parts.append(UInt32(length))
        parts.append(UInt32(internState()))
    }

    /// The number of the state of ``nodes``.
    private mutating func internState() -> Int {
        items.removeAll()
        bundles.append(itemsOf: nodes, to: &items)
        return states.intern(items)
    }

    /// Appends what a state says of the sentence, and its nodes, to ``nodes``.
    private mutating func appendNodes(of state: Int) {
        items.removeAll()
        states.append(state, to: &items)
        nodes.append(items[0])
        for index in 1..<items.count {
            for node in bundles.nodes(of: Int(items[index])) { nodes.append(UInt32(node)) }
        }
    }

    /// Writes what was built. Answers the numbers that it gave the nodes of the graph.
    mutating func write(_ prefix: String, into writer: inout ImageWriter) -> [Int] {
        let sets = (0..<states.count).map { state in
            nodes.removeAll()
            appendNodes(of: state)
            return (0..<nodes.count).map { nodes[$0] }
        }
        // Those at a start have no node of any other.
        let numbering = NodeNumbering(sets.dropFirst(2).map { $0.dropFirst().map(Int.init) }, nodeCount: graph.count)
        numbering.bundles.write(prefix + "bundles", into: &writer)
        let items = sets.map { numbering.items(of: $0) }
        FrozenSequences.write(items, prefix + "states", into: &writer)
        writeClosures(of: items.dropFirst(2), numbering, prefix + "closures", into: &writer)
        // Steps that lead to the same have one number; the first leads nowhere.
        var (transitions, lists) = (SequenceSet(), SequenceSet())
        var numbers: [Int: Int] = [:]
        var place = 0
        while place < ready.count {
            let rules = ready[place + 2..<place + 2 + Int(ready[place])]
            let next = rules.endIndex + 2 * Int(ready[place + 1])
            let list = rules.isEmpty ? 0 : UInt32(lists.intern(Array(rules))) + 1
            numbers[place] = transitions.intern([list] + ready[rules.endIndex..<next])
            place = next
        }
        FrozenSequences.writeList(lists.all, prefix + "lists", into: &writer)
        FrozenSequences.writeList(transitions.all, prefix + "transitions", into: &writer)
        signatures.write(prefix + "signatures", into: &writer) { numbers[$0] ?? 0 }
        writer.add(
            prefix + "first", firstSteps.map { $0 == 0 ? 0 : (numbers[Int($0) - 1] ?? 0) + 1 })
        FrozenPairs.write(unions.all, prefix + "unions", into: &writer)
        // Frozen states make their steps by what these depend on.
        builder.closures.writeMasks(of: numbering.members, graph, prefix + "masks", into: &writer)
        return numbering.numbers
    }

    /// Writes what can be taken next from the bundles of states, by the numbers that their nodes are given.
    private func writeClosures(
        of states: some Sequence<[UInt32]>, _ numbering: NodeNumbering, _ name: String, into writer: inout ImageWriter
    ) {
        var bundles: Set<[Int]> = []
        for state in states {
            for item in state.dropFirst() { bundles.insert([Int(item), Int(state[0])]) }
        }
        let graph = graph.renumbered(numbering.numbers)
        var closures = NodeClosures(width: builder.width, numbering.bundles, FrozenMasks(), FrozenClosures())
        FrozenClosures.write(&closures, of: bundles, graph, name, into: &writer)
    }
}
