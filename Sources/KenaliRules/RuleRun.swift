import KenaliLexicon
import KenaliStorage

/// One run of a ``RuleProgram``: what it reads, and how far it is.
struct RuleRun: ~Escapable {
    let isRunningText: Bool
    let nodes: PackedRecords
    let fields: RuleGraph.Fields
    let places: Span<UInt32>
    let data: Span<UInt32>
    let bits: Span<UInt64>
    var touchedCount = 0
    /// The run was given up because the stack was full.
    var isOutOfRoom = false

    @_lifetime(borrow graph, copy places, copy data, copy bits)
    init(
        isRunningText: Bool, graph: borrowing RuleGraph, places: Span<UInt32>, data: Span<UInt32>,
        bits: Span<UInt64>
    ) {
        self.isRunningText = isRunningText
        nodes = graph.nodes
        fields = graph.fields
        self.places = places
        self.data = data
        self.bits = bits
    }

    /// The position where the steps from a node accept, -1 when they do not.
    @_lifetime(self: copy self)
    mutating func end(
        from first: Int, at start: Int, origin: Int, limit: Int, floor: Int,
        _ stack: inout MutableSpan<UInt64>, _ slots: inout MutableSpan<UInt32>, _ tried: inout MutableSpan<UInt64>,
        _ touched: inout MutableSpan<UInt32>
    ) -> Int {
        var node = first
        var position = start
        var top = floor
        while true {
            guard top &+ Lexicon.longestPhrase < stack.count else {
                isOutOfRoom = true
                return -1
            }
            let head = nodes[node, fields.head]
            var isAlive = false
            switch head & NodeCode.mask {
            case NodeCode.token:
                if position < limit, holds(head >> NodeCode.bits, at: position) {
                    position &+= 1
                    isAlive = true
                }
            case NodeCode.entry:
                if position < limit, visit(node, position &- origin, &tried, &touched) {
                    isAlive = take(head >> NodeCode.bits, &position, limit, node, &top, &stack)
                }
            case NodeCode.split:
                if visit(node, position &- origin, &tried, &touched) {
                    stack[top] = UInt64(nodes[node, fields.other]) << 32 | UInt64(position)
                    top &+= 1
                    isAlive = true
                }
            case NodeCode.splitToken:
                // Mostly the first way is closed at once, and nothing need be remembered.
                guard position < limit, holds(head >> NodeCode.bits, at: position) else {
                    node = nodes[node, fields.other]
                    continue
                }
                if visit(node, position &- origin, &tried, &touched) {
                    stack[top] = UInt64(nodes[node, fields.other]) << 32 | UInt64(position)
                    top &+= 1
                    node = nodes[node, fields.next]
                    position &+= 1
                    isAlive = true
                }
            case NodeCode.splitEntry:
                guard position < limit, mayHold(head >> NodeCode.bits, at: position) else {
                    node = nodes[node, fields.other]
                    continue
                }
                if visit(node, position &- origin, &tried, &touched) {
                    stack[top] = UInt64(nodes[node, fields.other]) << 32 | UInt64(position)
                    top &+= 1
                    isAlive = true
                }
            case NodeCode.save:
                let slot = nodes[node, fields.other]
                stack[top] = 1 << 63 | UInt64(slot) << 32 | UInt64(slots[slot])
                top &+= 1
                slots[slot] = UInt32(position &+ 1)
                isAlive = true
            case NodeCode.accept: return position
            case NodeCode.here: isAlive = position < limit && holds(head >> NodeCode.bits, at: position)
            case NodeCode.runningText: isAlive = isRunningText
            case NodeCode.limit: isAlive = position == limit
            case NodeCode.look, NodeCode.notLook:
                let known = touchedCount
                let found = end(
                    from: nodes[node, fields.other], at: position, origin: origin, limit: limit, floor: top, &stack,
                    &slots, &tried, &touched)
                // A success inside must not look like a failure when the same node is asked again from elsewhere.
                forget(known, &tried, touched)
                isAlive = (found >= 0) == (head & NodeCode.mask == NodeCode.look)
            default:
                let found = endsHere(
                    node, position, reach: head >> NodeCode.bits, top, &stack, &slots, &tried, &touched)
                isAlive = found == (head & NodeCode.mask == NodeCode.lookBack)
            }
            if isAlive {
                node = nodes[node, fields.next]
                continue
            }
            if isOutOfRoom { return -1 }
            while true {
                if top == floor { return -1 }
                top &-= 1
                let choice = stack[top]
                let value = Int(truncatingIfNeeded: choice & 0xFFFF_FFFF)
                if choice >> 63 == 0 {
                    node = Int(truncatingIfNeeded: choice >> 32)
                    position = value
                    break
                }
                slots[Int(truncatingIfNeeded: choice >> 32 & 0x7FFF_FFFF)] = UInt32(truncatingIfNeeded: value)
            }
        }
    }

    /// Whether the steps from a node match some tokens that end at a position.
    @_lifetime(self: copy self)
    private mutating func endsHere(
        _ node: Int, _ position: Int, reach: Int, _ floor: Int, _ stack: inout MutableSpan<UInt64>,
        _ slots: inout MutableSpan<UInt32>, _ tried: inout MutableSpan<UInt64>, _ touched: inout MutableSpan<UInt32>
    ) -> Bool {
        var start = position
        while start > max(0, position - reach) {
            start -= 1
            let known = touchedCount
            let found = end(
                from: nodes[node, fields.other], at: start, origin: start, limit: position, floor: floor, &stack,
                &slots, &tried, &touched)
            forget(known, &tried, touched)
            if found >= 0 { return true }
        }
        return false
    }

    /// Takes the longest phrase or the token of which an atom holds; shorter ones remain as choices.
    @inline(__always)
    private func take(
        _ atom: Int, _ position: inout Int, _ limit: Int, _ node: Int, _ top: inout Int,
        _ stack: inout MutableSpan<UInt64>
    ) -> Bool {
        let place = Int(places[position])
        var end = holds(atom, row: Int(data[place + 1])) ? position + 1 : -1
        // From the shortest to the longest, so that the longest is gone first.
        var number = Int(data[place + 2]) - 1
        while number >= 0 {
            let next = position + Int(data[place + 3 + 2 * number])
            if next <= limit, holds(atom, row: Int(data[place + 4 + 2 * number])) {
                if end >= 0 {
                    stack[top] = UInt64(nodes[node, fields.next]) << 32 | UInt64(end)
                    top &+= 1
                }
                end = next
            }
            number -= 1
        }
        if end >= 0 { position = end }
        return end >= 0
    }

    @inline(__always)
    private func holds(_ atom: Int, at position: Int) -> Bool {
        holds(atom, row: Int(data[Int(places[position]) &+ 1]))
    }

    /// Whether an atom holds of a token, or might of a phrase.
    @inline(__always)
    private func mayHold(_ atom: Int, at position: Int) -> Bool {
        let place = Int(places[position])
        return holds(atom, row: Int(data[place &+ 1])) || data[place &+ 2] > 0
    }

    @inline(__always)
    private func holds(_ atom: Int, row: Int) -> Bool { bits[row &+ atom >> 6] >> UInt64(atom & 63) & 1 != 0 }

    /// Whether a node is tried for the first time at a position.
    @inline(__always)
    @_lifetime(self: copy self)
    private mutating func visit(
        _ node: Int, _ offset: Int, _ tried: inout MutableSpan<UInt64>, _ touched: inout MutableSpan<UInt32>
    ) -> Bool {
        let bit: UInt64 = 1 << UInt64(truncatingIfNeeded: offset)
        let before = tried[node]
        guard before & bit == 0 else { return false }
        if before == 0 {
            // Each node is touched once, and there is room for all.
            touched[touchedCount] = UInt32(truncatingIfNeeded: node)
            touchedCount &+= 1
        }
        tried[node] = before | bit
        return true
    }

    /// Forgets what was tried, but for the nodes that were touched first.
    @_lifetime(self: copy self)
    mutating func forget(_ kept: Int, _ tried: inout MutableSpan<UInt64>, _ touched: borrowing MutableSpan<UInt32>) {
        var index = kept
        while index < touchedCount {
            tried[Int(touched[index])] = 0
            index &+= 1
        }
        touchedCount = kept
    }
}
