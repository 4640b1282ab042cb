import KenaliStorage

/// What can be taken next from a node or a bundle of nodes: splits followed, captures passed, conditions gathered.
///
/// Made of the graph when first asked for, for headlines and for running text, and kept.
struct NodeClosures: Sendable {
    /// The entries of all closures, one closure behind the other, each behind ``headSize`` integers: the number of entries;
    /// how many of them accept, the first ones; where its atoms stand in ``words``, and how many words these are.
    ///
    /// An entry has three integers: code and atom as in the graph; twice the node behind it (captures passed), plus one
    /// where that accepts without a token, or where the entry itself accepts, the rule; its guard. Those that do not accept
    /// stand in the order of their atoms.
    private(set) var pool: [UInt32] = []
    /// The atoms that entries ask for, in those words of a row that have some.
    private(set) var words: [AtomWord] = []
    /// Where in ``pool`` the entries of each atom of ``words`` begin, and behind the last of a closure where they end.
    private(set) var atomStarts: [UInt32] = []
    /// The atoms that steps depend on: those of entries, and of the guards and looks that they stand behind. The first word of an
    /// item says how many follow.
    var asked: [AtomWord] = []
    /// Where those of each item stand in ``asked``, for headlines and for running text.
    var askedPlaces = PairTable()
    let frozenMasks: FrozenMasks
    private let frozen: FrozenClosures
    /// The numbers here of frozen guards, 0 where they were not met.
    private var metGuards: [UInt32] = []
    let bundles: NodeBundles
    /// The place of each item's closure plus one, for headlines and for running text; 0 where there is none yet.
    private var places = SparseTable()
    /// Conditions, each with the guard it stands behind: all of them must hold. The first holds always.
    private(set) var guards: [Guard] = [Guard(node: 0, parent: 0)]
    private var guardNumbers = PairTable()
    /// The number of the visit that last came to a node.
    private var visited = SparseTable()
    private var visit: UInt32 = 0
    private var work: [UInt32] = []
    /// The nodes from which a closure that is being made goes on, and the guards before them.
    private var ways: [(node: Int, guard: UInt32)] = []
    /// Whether that closure is another in running text than in headlines.
    private var dependsOnText = false
    private var mostWays = 0
    /// The entries of that closure by atom and place, and as they were.
    private var order: [UInt64] = []
    private var entries: [UInt32] = []
    let width: Int

    /// A node that asks a condition.
    struct Guard: Sendable {
        var node: UInt32
        var parent: UInt32
        /// Where the condition is that an atom holds of the token, or does not: four times the atom, plus ``holds`` or
        /// ``holdsNot``; 0 for any other.
        var test: UInt32 = 0

        static let holds: UInt32 = 1
        static let holdsNot: UInt32 = 2
    }

    static let headSize = 4
    static let entrySize = 3
    /// How many guards a closure can have for each node; what stands behind more is taken as met.
    private static let mostGuards = 64

    init(width: Int, _ bundles: NodeBundles, _ masks: FrozenMasks, _ frozen: FrozenClosures) {
        self.width = width
        self.frozen = frozen
        self.bundles = bundles
        frozenMasks = masks
    }

    var size: Int {
        pool.count + 4 * words.count + atomStarts.count + 4 * asked.count + 3 * guards.count + 4 * guardNumbers.count
    }

    mutating func forget() {
        pool.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
        atomStarts.removeAll(keepingCapacity: true)
        asked.removeAll(keepingCapacity: true)
        askedPlaces.forget()
        places.removeAll()
        visited.removeAll()
        guards.removeLast(guards.count - 1)
        guardNumbers.forget()
        metGuards.removeAll(keepingCapacity: true)
    }

    /// Where the closure of an item stands in ``pool``.
    @inline(__always)
    mutating func place(of item: Int, running: Int, _ graph: RuleGraph) -> Int {
        let place = places[2 &* item &+ running]
        return place > 0 ? Int(place) &- 1 : add(item, running, graph)
    }

    /// The places in ``pool`` of the entries that ask for an atom, by its bit in a word.
    @inline(__always)
    func entries(ofAtom bit: Int, _ word: AtomWord) -> StrideTo<Int> {
        let atom = word.place(of: bit)
        return stride(from: Int(atomStarts[atom]), to: Int(atomStarts[atom &+ 1]), by: Self.entrySize)
    }

    /// The places in ``pool`` of the entries of a closure that accept.
    @inline(__always)
    func accepting(at closure: Int) -> StrideTo<Int> {
        let first = closure &+ Self.headSize
        return stride(from: first, to: first &+ Self.entrySize &* Int(pool[closure &+ 1]), by: Self.entrySize)
    }

    /// Where the atoms that a closure's entries ask for stand in ``words``.
    @inline(__always)
    func wordRange(at closure: Int) -> Range<Int> {
        let first = Int(pool[closure &+ 2])
        return first..<first &+ Int(pool[closure &+ 3])
    }

    @inline(never)
    private mutating func add(_ item: Int, _ running: Int, _ graph: RuleGraph) -> Int {
        let place = pool.count
        for _ in 0..<Self.headSize { pool.append(0) }
        if let known = frozen.find(item, running) {
            dependsOnText = !known.isSame
            read(known.closure, graph)
            pool[place] = UInt32((pool.count - place - Self.headSize) / Self.entrySize)
        } else {
            make(item, running, graph)
            pool[place] = UInt32((pool.count - place - Self.headSize) / Self.entrySize)
            putInOrder(place)
        }
        gatherAtoms(place)
        places[2 * item + running] = UInt32(place) + 1
        if !dependsOnText { places[2 * item + 1 - running] = UInt32(place) + 1 }
        return place
    }

    /// Appends the entries of an item.
    private mutating func make(_ item: Int, _ running: Int, _ graph: RuleGraph) {
        // One guard after the other: what one reaches is visited once.
        ways.removeAll(keepingCapacity: true)
        for node in bundles.nodes(of: item) { ways.append((node, 0)) }
        mostWays = Self.mostGuards * ways.count
        dependsOnText = false
        var next = 0
        while next < ways.count {
            follow(ways[next].node, ways[next].guard, running, graph)
            next += 1
        }
    }

    /// Appends the entries of a frozen closure, which are in order.
    private mutating func read(_ closure: Int, _ graph: RuleGraph) {
        let frozen = frozen
        var field = 0
        frozen.entries.visit(closure) { integer in
            field += 1
            if field < Self.entrySize {
                pool.append(integer)
            } else {
                field = 0
                pool.append(integer == 0 ? 0 : number(ofFrozenGuard: Int(integer), frozen, graph))
            }
        }
    }

    private mutating func number(ofFrozenGuard guard: Int, _ frozen: FrozenClosures, _ graph: RuleGraph) -> UInt32 {
        metGuards.reach(`guard`, 0)
        if metGuards[`guard`] > 0 { return metGuards[`guard`] }
        let (node, parent) = frozen.guardParts(`guard`)
        // The one before it stands before it: there is an end.
        let before = parent == 0 ? 0 : number(ofFrozenGuard: parent, frozen, graph)
        let number = number(of: Guard(node: UInt32(node), parent: before), graph)
        metGuards[`guard`] = number
        return number
    }

    /// The entries of an item, to be frozen.
    mutating func entries(of item: Int, running: Int, _ graph: RuleGraph) -> [UInt32] {
        let first = place(of: item, running: running, graph) + Self.headSize
        return Array(pool[first..<first + Self.entrySize * Int(pool[first - Self.headSize])])
    }

    /// Puts the entries of the last closure in order: those that accept, then by their atoms.
    private mutating func putInOrder(_ place: Int) {
        let first = place + Self.headSize
        let count = Int(pool[place])
        guard count > 1 else { return }
        order.removeAll(keepingCapacity: true)
        var isInOrder = true
        for number in 0..<count {
            let head = pool[first + Self.entrySize * number]
            let rank = Int(head) & NodeCode.mask == NodeCode.accept ? 0 : head >> UInt32(NodeCode.bits) + 1
            let key = UInt64(rank) << 32 | UInt64(number)
            isInOrder = isInOrder && order.last.map { $0 < key } ?? true
            order.append(key)
        }
        if isInOrder { return }
        sortOrder()
        entries.removeAll(keepingCapacity: true)
        for key in order {
            let entry = first + Self.entrySize * Int(key & 0xFFFF_FFFF)
            for index in entry..<entry + Self.entrySize { entries.append(pool[index]) }
        }
        for index in entries.indices { pool[first + index] = entries[index] }
    }

    private mutating func sortOrder() {
        guard self.order.count <= 24 else { return self.order.sort() }
        var order = self.order.mutableSpan
        for index in 1..<order.count {
            let key = order[index]
            var place = index
            while place > 0, order[place &- 1] > key {
                order[place] = order[place &- 1]
                place &-= 1
            }
            order[place] = key
        }
    }

    /// Notes which atoms the entries of the last closure ask for, and where those of each begin.
    private mutating func gatherAtoms(_ place: Int) {
        let first = words.count
        var last = -1
        for entry in stride(from: place + Self.headSize, to: pool.count, by: Self.entrySize) {
            let head = Int(pool[entry])
            if head & NodeCode.mask == NodeCode.accept {
                pool[place + 1] += 1
                continue
            }
            let atom = head >> NodeCode.bits
            if atom == last { continue }
            if last < 0 || last >> 6 != atom >> 6 {
                words.append(AtomWord(number: UInt32(atom >> 6), first: UInt32(atomStarts.count), bits: 0))
            }
            words[words.count - 1].bits |= 1 << UInt64(atom & 63)
            atomStarts.append(UInt32(entry))
            last = atom
        }
        if last >= 0 { atomStarts.append(UInt32(pool.count)) }
        pool[place + 2] = UInt32(first)
        pool[place + 3] = UInt32(words.count - first)
    }

    private mutating func follow(
        _ first: Int, _ guard: UInt32, _ running: Int, _ graph: RuleGraph
    ) {
        let nodes = graph.nodes.view
        let fields = graph.fields
        let head = nodes[first, fields.head]
        if head & NodeCode.mask == NodeCode.token || head & NodeCode.mask == NodeCode.entry {
            // Mostly it is a token that is taken next, and there is no other way.
            return take(head, nodes[first, fields.next], `guard`, running, graph)
        }
        visit += 1
        work.append(UInt32(first))
        while let id = work.popLast() {
            let node = Int(id)
            guard visited.change(node, to: visit) else { continue }
            let head = nodes[node, fields.head]
            switch head & NodeCode.mask {
            case NodeCode.token, NodeCode.entry:
                take(head, nodes[node, fields.next], `guard`, running, graph)
            case NodeCode.accept:
                append(head, nodes[node, fields.rule] >> RuleGraph.ruleShift, `guard`)
            case NodeCode.split, NodeCode.splitToken, NodeCode.splitEntry:
                work.append(UInt32(nodes[node, fields.other]))
                work.append(UInt32(nodes[node, fields.next]))
            case NodeCode.runningText:
                dependsOnText = true
                if running == 1 { work.append(UInt32(nodes[node, fields.next])) }
            case NodeCode.save, NodeCode.limit: work.append(UInt32(nodes[node, fields.next]))
            default:
                let behind = nodes[node, fields.next]
                if ways.count < mostWays {
                    ways.append((behind, number(of: Guard(node: id, parent: `guard`), graph)))
                } else {
                    work.append(UInt32(behind))
                }
            }
        }
    }

    /// Appends the entry of a node that takes a token, and goes on at another one.
    private mutating func take(_ head: Int, _ next: Int, _ guard: UInt32, _ running: Int, _ graph: RuleGraph) {
        guard let target = target(next, running, graph) else { return }
        let acceptBits = graph.nodes[target, graph.fields.rule]
        let accepts = acceptBits & RuleGraph.acceptBit(running: running) != 0
        if acceptBits & 1 != acceptBits >> 1 & 1 { dependsOnText = true }
        append(head, target << 1 | (accepts ? 1 : 0), `guard`)
    }

    /// A node without the captures in front of it; nil when nothing can follow.
    @inline(__always)
    private mutating func target(_ first: Int, _ running: Int, _ graph: RuleGraph) -> Int? {
        var node = first
        while true {
            switch graph.nodes[node, graph.fields.head] & NodeCode.mask {
            case NodeCode.save: break
            case NodeCode.runningText:
                dependsOnText = true
                if running == 0 { return nil }
            default: return node
            }
            node = graph.nodes[node, graph.fields.next]
        }
    }

    @inline(__always)
    private mutating func append(_ head: Int, _ next: Int, _ guard: UInt32) {
        pool.append(UInt32(head))
        pool.append(UInt32(next))
        pool.append(`guard`)
    }

    private mutating func number(of new: Guard, _ graph: RuleGraph) -> UInt32 {
        if let known = guardNumbers.find(Int(new.node), Int(new.parent)) { return UInt32(known) }
        guardNumbers.insert(Int(new.node), Int(new.parent), guards.count)
        guards.append(new)
        guards[guards.count - 1].test = Self.test(of: Int(new.node), graph)
        return UInt32(guards.count - 1)
    }

    private static func test(of node: Int, _ graph: RuleGraph) -> UInt32 {
        let head = graph.nodes[node, graph.fields.head]
        let code = head & NodeCode.mask
        let atom: Int
        switch code {
        case NodeCode.here: atom = head >> NodeCode.bits
        case NodeCode.look, NodeCode.notLook:
            guard let only = graph.view.onlyAtom(of: graph.nodes[node, graph.fields.other]) else { return 0 }
            atom = only
        default: return 0
        }
        return UInt32(atom) << 2 | (code == NodeCode.notLook ? Guard.holdsNot : Guard.holds)
    }
}
