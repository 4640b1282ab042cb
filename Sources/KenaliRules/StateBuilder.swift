import KenaliStorage

/// Works out what a set of nodes does with a symbol; see ``SetAutomaton``.
struct StateBuilder: Sendable {
    var closures: NodeClosures
    /// What is known of each state that was read: the places of its items' closures, behind their number and whether the
    /// sentence is running text.
    private(set) var pool: [UInt32] = []
    private var places: [UInt32] = []
    /// The atoms that the steps of states depend on, as those words of a row that have some.
    var masks: [AtomWord] = []
    /// Where those of each state stand in ``masks``, plus one, and how many words they are; 0 where they were not gathered.
    var maskPlaces: [(start: UInt32, count: UInt32)] = []
    var maskItems = IntegerList()
    /// How many states are frozen.
    private let frozenCount: Int
    /// A row of bits that is empty between two uses.
    var row: [UInt64]
    /// Whether each state made a step.
    private var hasStepped: [Bool] = []
    /// The two first states are large: their entries by atom, and where those of each atom begin.
    private var firstEntries: [[UInt32]] = [[], []]
    private var firstIndex: [[UInt32]] = [[], []]

    // Of the step that is being worked out:
    private(set) var step: UInt32 = 0
    var running = 0
    /// What holds of the token and of the phrases that start there.
    private(set) var held: [UInt64]
    /// The answers of guards, by the number of the step.
    var answers: [UInt32] = []
    /// The rules that are accepted.
    private var acceptedStep: [UInt32]
    private(set) var accepted = IntegerList()
    /// The entries whose atoms hold of the token or of a phrase, and that accept: their places in the pool of closures.
    private var candidates = IntegerList()
    /// The nodes behind one token, and those behind phrases with their lengths above them.
    private var single = IntegerList()
    private var longer: [UInt64] = []
    let width: Int

    init(ruleCount: Int, width: Int, _ frozen: FrozenAutomaton) {
        closures = NodeClosures(width: width, frozen.bundles, frozen.masks, frozen.closures)
        frozenCount = frozen.states.count
        row = Array(repeating: 0, count: width)
        held = Array(repeating: 0, count: width)
        acceptedStep = Array(repeating: 0, count: ruleCount)
        self.width = width
    }

    var size: Int { pool.count + closures.size + 4 * masks.count }

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
    mutating func place(of state: Int, _ states: SequenceSet, _ graph: RuleGraph) -> Int {
        places.reach(state, 0)
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

    /// Whether it pays to look at what a state depends on: the state is frozen, or made a step before, which is noted. Most make no
    /// second one with a symbol that is new to them.
    mutating func knows(_ state: Int) -> Bool {
        if state < frozenCount { return true }
        hasStepped.reach(state, false)
        defer { hasStepped[state] = true }
        return hasStepped[state]
    }

    /// Sorts the entries of a first state by their atoms.
    private mutating func makeFirstIndex(_ state: Int) {
        let place = Int(places[state]) - 1
        var entries: [(head: UInt32, next: UInt32, guard: UInt32)] = []
        for index in place + 2..<place + 2 + Int(pool[place]) {
            let closure = Int(pool[index])
            // None accepts: no rule matches without a token.
            for number in Int(closures.pool[closure + 1])..<Int(closures.pool[closure]) {
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
}

// MARK: - Steps

extension StateBuilder {
    /// Works out what a state does with a symbol: the edges and the rules that are accepted.
    mutating func work(
        out state: Int, _ states: SequenceSet, _ graph: RuleGraph, _ place: Int, _ symbols: borrowing MetSymbols
    ) {
        let start = self.place(of: state, states, graph)
        running = Int(pool[start + 1])
        step += 1
        single.removeAll()
        if !longer.isEmpty { longer.removeAll(keepingCapacity: true) }
        accepted.removeAll()
        symbols.copyBits(ofSymbolAt: place, to: &held)
        if state < 2 {
            takeIndexed(state, graph, place, symbols)
        } else {
            gatherCandidates(start + 2..<start + 2 + Int(pool[start]))
            for index in 0..<candidates.count {
                let entry = Int(candidates[index])
                take(
                    Int(closures.pool[entry]), closures.pool[entry &+ 1], Int(closures.pool[entry &+ 2]), graph, place,
                    symbols)
            }
        }
        accepted.sort(from: 0)
    }

    /// Takes those entries of a first state whose atoms hold.
    private mutating func takeIndexed(
        _ state: Int, _ graph: RuleGraph, _ place: Int, _ symbols: borrowing MetSymbols
    ) {
        let (index, entries) = (firstIndex[state], firstEntries[state])
        for word in 0..<width {
            var bits = held[word]
            while bits != 0 {
                let atom = 64 &* word &+ bits.trailingZeroBitCount
                bits &= bits &- 1
                for number in Int(index[atom])..<Int(index[atom &+ 1]) {
                    take(
                        Int(entries[3 &* number]), entries[3 &* number &+ 1], Int(entries[3 &* number &+ 2]), graph,
                        place, symbols)
                }
            }
        }
    }

    private mutating func gatherCandidates(_ range: Range<Int>) {
        // Out of the builder, while the rest of it is read.
        var gathered = IntegerList()
        swap(&gathered, &candidates)
        Self.gather(pool.span.extracting(range), closures, held.span, to: &gathered)
        swap(&gathered, &candidates)
    }

    /// Gathers the entries of closures that accept or whose atoms hold. Nearly all others ask for an atom that does not hold.
    @inline(__always)
    private static func gather(
        _ places: Span<UInt32>, _ closures: borrowing NodeClosures, _ held: Span<UInt64>,
        to candidates: inout IntegerList
    ) {
        candidates.removeAll()
        let (entries, words, starts) = (closures.pool.span, closures.words.span, closures.atomStarts.span)
        for index in places.indices {
            let closure = Int(places[index])
            for number in 0..<Int(entries[closure &+ 1]) {
                candidates.append(
                    UInt32(truncatingIfNeeded: closure &+ NodeClosures.headSize &+ NodeClosures.entrySize &* number))
            }
            var next = Int(entries[closure &+ 2])
            let end = next &+ Int(entries[closure &+ 3])
            while next < end {
                let word = words[next]
                next &+= 1
                var bits = word.bits & held[Int(word.number)]
                while bits != 0 {
                    let atom = word.place(of: bits.trailingZeroBitCount)
                    bits &= bits &- 1
                    var entry = starts[atom]
                    while entry < starts[atom &+ 1] {
                        candidates.append(entry)
                        entry &+= UInt32(NodeClosures.entrySize)
                    }
                }
            }
        }
    }

    /// Follows an entry, when its atom and its guard hold; one that accepts is accepted.
    @inline(__always)
    private mutating func take(
        _ head: Int, _ next: UInt32, _ guard: Int, _ graph: RuleGraph, _ place: Int, _ symbols: borrowing MetSymbols
    ) {
        if `guard` != 0, answer(ofGuard: `guard`, graph, place, symbols) == .no { return }
        let code = head & NodeCode.mask
        if code == NodeCode.accept { return accept(Int(next)) }
        let phrases = Int(symbols.data[place &+ 2])
        if phrases == 0 {
            // It is a candidate because of the token.
            single.append(next >> 1)
        } else if !take(head, next, phrases, place, symbols) {
            return
        }
        if next & 1 == 1 { accept(graph.nodes[Int(next >> 1), graph.fields.rule] >> RuleGraph.ruleShift) }
    }

    /// Follows an entry to behind the token and behind the phrases of which its atom holds. Answers whether there is one.
    private mutating func take(
        _ head: Int, _ next: UInt32, _ phrases: Int, _ place: Int, _ symbols: borrowing MetSymbols
    ) -> Bool {
        let atom = head >> NodeCode.bits
        var isTaken = symbols.holds(atom, at: Int(symbols.data[place &+ 1]))
        if isTaken { single.append(next >> 1) }
        guard head & NodeCode.mask == NodeCode.entry else { return isTaken }
        for phrase in 0..<phrases where symbols.holds(atom, at: Int(symbols.data[place &+ 4 &+ 2 &* phrase])) {
            longer.append(UInt64(symbols.data[place &+ 3 &+ 2 &* phrase]) << 32 | UInt64(next >> 1))
            isTaken = true
        }
        return isTaken
    }

    private mutating func accept(_ rule: Int) {
        guard acceptedStep[rule] != step else { return }
        acceptedStep[rule] = step
        accepted.append(UInt32(rule))
    }

    /// The lengths of the edges over phrases, in order.
    func longerLengths() -> [Int] {
        longer.isEmpty ? [] : Set(longer.map { Int($0 >> 32) }).sorted()
    }

    /// Fills the state behind edges of a length, without the rules that are accepted: whether the sentence is running text,
    /// then the nodes in order.
    func append(behindLength length: Int, _ graph: RuleGraph, to nodes: inout IntegerList) {
        nodes.append(UInt32(running))
        if length == 1 {
            for index in 0..<single.count { append(single[index], graph, to: &nodes) }
        } else {
            for way in longer where Int(way >> 32) == length {
                append(UInt32(way & 0xFFFF_FFFF), graph, to: &nodes)
            }
        }
        nodes.sort(from: 1)
    }

    @inline(__always)
    private func append(_ node: UInt32, _ graph: RuleGraph, to nodes: inout IntegerList) {
        let isAccepted =
            !accepted.isEmpty
            && acceptedStep[graph.nodes[Int(node), graph.fields.rule] >> RuleGraph.ruleShift] == step
        if !isAccepted { nodes.append(node) }
    }
}
