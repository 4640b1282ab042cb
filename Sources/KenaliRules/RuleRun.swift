import KenaliLexicon

/// One run of a ``RuleProgram``: what it reads, and how far it is.
struct RuleRun: ~Escapable {
    let isRunningText: Bool
    /// The numbers of the text and of the sentence.
    let text: UInt32
    let sentence: UInt32
    let places: Span<SymbolPlace>
    let data: Span<UInt32>
    let bits: Span<UInt64>
    var touchedCount = 0
    /// How many more steps are not remembered.
    var freeSteps = 0
    /// How many slots were written.
    private var saveCount = 0
    /// The run was given up because the stack was full.
    var isOutOfRoom = false

    @_lifetime(copy places, copy data, copy bits)
    init(
        isRunningText: Bool, text: UInt32, sentence: UInt32, places: Span<SymbolPlace>, data: Span<UInt32>,
        bits: Span<UInt64>
    ) {
        self.isRunningText = isRunningText
        self.text = text
        self.sentence = sentence
        self.places = places
        self.data = data
        self.bits = bits
    }

    /// The position where the steps from a node accept, -1 when they do not.
    @_lifetime(self: copy self)
    mutating func end(
        from first: Int, at start: Int, origin: Int, limit: Int, floor: Int, _ memory: inout RunMemory
    ) -> Int {
        var id = first
        var position = start
        var top = floor
        while true {
            let node = memory.node(id)
            var isAlive = false
            switch node.code {
            case NodeCode.token:
                if position < limit, holds(node.atom, at: position) {
                    position &+= 1
                    isAlive = true
                }
            case NodeCode.entry:
                guard position < limit, mayHold(node.atom, at: position) else { break }
                guard hasRoom(top, memory) else { return -1 }
                if visit(id, position &- origin, &memory) {
                    isAlive = take(node, &position, limit, &top, &memory.stack)
                }
            case NodeCode.split:
                guard hasRoom(top, memory) else { return -1 }
                if visit(id, position &- origin, &memory) {
                    memory.stack[top] = UInt64(node.other) << 32 | UInt64(truncatingIfNeeded: position)
                    top &+= 1
                    isAlive = true
                }
            case NodeCode.splitToken:
                // Mostly the first way is closed at once, and nothing need be remembered.
                guard position < limit, holds(node.atom, at: position) else {
                    id = Int(node.other)
                    continue
                }
                guard hasRoom(top, memory) else { return -1 }
                if visit(id, position &- origin, &memory) {
                    memory.stack[top] = UInt64(node.other) << 32 | UInt64(truncatingIfNeeded: position)
                    top &+= 1
                    // The token, and what is behind it.
                    id = Int(memory.node(Int(node.next)).next)
                    position &+= 1
                    continue
                }
            case NodeCode.splitEntry:
                guard position < limit, mayHold(node.atom, at: position) else {
                    id = Int(node.other)
                    continue
                }
                guard hasRoom(top, memory) else { return -1 }
                if visit(id, position &- origin, &memory) {
                    memory.stack[top] = UInt64(node.other) << 32 | UInt64(truncatingIfNeeded: position)
                    top &+= 1
                    isAlive = true
                }
            case NodeCode.save:
                guard hasRoom(top, memory) else { return -1 }
                let slot = Int(node.other)
                memory.stack[top] = 1 << 63 | UInt64(slot) << 32 | UInt64(memory.slots[slot])
                top &+= 1
                memory.slots[slot] = UInt32(truncatingIfNeeded: position &+ 1)
                saveCount &+= 1
                isAlive = true
            case NodeCode.accept: return position
            case NodeCode.here: isAlive = position < limit && holds(node.atom, at: position)
            case NodeCode.runningText: isAlive = isRunningText
            case NodeCode.limit: isAlive = position == limit
            case RuleNode.lookToken: isAlive = position < limit && holds(node.atom, at: position)
            case RuleNode.notLookToken: isAlive = position >= limit || !holds(node.atom, at: position)
            case NodeCode.look, NodeCode.notLook:
                let isMet = isMet(node, at: position, origin: origin, limit: limit, top, &memory)
                isAlive = isMet == (node.code == NodeCode.look)
            default:
                let isMet = isMetBefore(node, id, at: position, top, &memory)
                isAlive = isMet == (node.code == NodeCode.lookBack)
            }
            if isAlive {
                id = Int(node.next)
                continue
            }
            if isOutOfRoom { return -1 }
            while true {
                if top == floor { return -1 }
                top &-= 1
                let choice = memory.stack[top]
                let value = Int(truncatingIfNeeded: choice & 0xFFFF_FFFF)
                if choice >> 63 == 0 {
                    id = Int(truncatingIfNeeded: choice >> 32)
                    position = value
                    break
                }
                memory.slots[Int(truncatingIfNeeded: choice >> 32 & 0x7FFF_FFFF)] = UInt32(truncatingIfNeeded: value)
            }
        }
    }

    /// Whether the stack has room for a choice, or those between a token and all phrases that start at it; notes when not.
    @inline(__always)
    @_lifetime(self: copy self)
    private mutating func hasRoom(_ top: Int, _ memory: borrowing RunMemory) -> Bool {
        if top &+ RunMemory.mostChoices < memory.stack.count { return true }
        isOutOfRoom = true
        return false
    }

    /// Takes the longest phrase or the token of which an atom holds; shorter ones remain as choices.
    @inline(__always)
    private func take(
        _ node: RuleNode, _ position: inout Int, _ limit: Int, _ top: inout Int, _ stack: inout MutableSpan<UInt64>
    ) -> Bool {
        let atom = node.atom
        let symbol = places[position]
        var end = holds(atom, row: symbol.row) ? position &+ 1 : -1
        if !symbol.hasPhrases {
            if end >= 0 { position = end }
            return end >= 0
        }
        let place = Int(symbol.place)
        // From the shortest to the longest, so that the longest is gone first.
        var number = Int(data[place &+ 2]) &- 1
        while number >= 0 {
            let next = position &+ Int(data[place &+ 3 &+ 2 &* number])
            if next <= limit, holds(atom, row: Int(data[place &+ 4 &+ 2 &* number])) {
                if end >= 0 {
                    stack[top] = UInt64(node.next) << 32 | UInt64(truncatingIfNeeded: end)
                    top &+= 1
                }
                end = next
            }
            number &-= 1
        }
        if end >= 0 { position = end }
        return end >= 0
    }

    @inline(__always)
    private func holds(_ atom: Int, at position: Int) -> Bool { holds(atom, row: places[position].row) }

    /// Whether an atom holds of the token, or might of a phrase.
    @inline(__always)
    private func mayHold(_ atom: Int, at position: Int) -> Bool {
        let symbol = places[position]
        return symbol.hasPhrases || holds(atom, row: symbol.row)
    }

    @inline(__always)
    private func holds(_ atom: Int, row: Int) -> Bool {
        bits[row &+ atom >> 6] &>> UInt64(truncatingIfNeeded: atom) & 1 != 0
    }

    /// Whether a node is tried for the first time at a position, as far as that is remembered.
    @inline(__always)
    @_lifetime(self: copy self)
    private mutating func visit(_ node: Int, _ offset: Int, _ memory: inout RunMemory) -> Bool {
        if freeSteps > 0 {
            freeSteps &-= 1
            return true
        }
        // A match is shorter than a word has bits.
        let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: offset)
        let before = memory.nodes[node].tried
        guard before & bit == 0 else { return false }
        if before == 0 {
            // Each node is touched once, and there is room for all.
            memory.touched[touchedCount] = UInt32(truncatingIfNeeded: node)
            touchedCount &+= 1
        }
        memory.nodes[node].tried = before | bit
        return true
    }

    /// Forgets what was tried, but for the nodes that were touched first.
    @_lifetime(self: copy self)
    mutating func forget(_ kept: Int, _ memory: inout RunMemory) {
        var index = kept
        while index < touchedCount {
            memory.nodes[Int(memory.touched[index])].tried = 0
            index &+= 1
        }
        touchedCount = kept
    }
}

// MARK: - Looks

extension RuleRun {
    /// Whether what a look looks for matches from a position on.
    @_lifetime(self: copy self)
    private mutating func isMet(
        _ look: RuleNode, at position: Int, origin: Int, limit: Int, _ top: Int, _ memory: inout RunMemory
    ) -> Bool {
        // What is cut by the bound of a match, or by the start of what looks back, is not so for others.
        let isShared = limit == places.count &- 1
        if isShared, let known = known(look.other, position, memory) { return known }
        let (touched, saves) = (touchedCount, saveCount)
        let found = end(
            from: Int(look.other), at: position, origin: origin, limit: limit, floor: top, &memory)
        // A success inside must not look like a failure when the same node is asked again from elsewhere.
        forget(touched, &memory)
        if isShared, saveCount == saves { remember(look.other, position, found >= 0, &memory) }
        return found >= 0
    }

    /// Whether what a look back looks for matches some tokens that end at a position.
    @_lifetime(self: copy self)
    private mutating func isMetBefore(
        _ look: RuleNode, _ id: Int, at position: Int, _ top: Int, _ memory: inout RunMemory
    ) -> Bool {
        if let known = known(UInt32(truncatingIfNeeded: id), position, memory) { return known }
        let body = memory.node(Int(look.other))
        let asks = body.code == NodeCode.token || body.code == NodeCode.entry
        var start = position
        var found = -1
        while found < 0, start > max(0, position &- look.atom) {
            start &-= 1
            if asks, !mayHold(body.atom, at: start) { continue }
            let touched = touchedCount
            found = end(from: Int(look.other), at: start, origin: start, limit: position, floor: top, &memory)
            forget(touched, &memory)
        }
        remember(UInt32(truncatingIfNeeded: id), position, found >= 0, &memory)
        return found >= 0
    }

    @inline(__always)
    private func known(_ node: UInt32, _ position: Int, _ memory: borrowing RunMemory) -> Bool? {
        let known = memory.looks[RunMemory.place(ofLook: Int(node), at: position)]
        guard known.sentence == sentence, known.node == node, known.position == position else { return nil }
        return known.isMet
    }

    private func remember(_ node: UInt32, _ position: Int, _ isMet: Bool, _ memory: inout RunMemory) {
        // A run that was given up knows nothing.
        if isOutOfRoom || memory.isFull { return }
        memory.looks[RunMemory.place(ofLook: Int(node), at: position)] = KnownLook(
            sentence: sentence, node: node, position: UInt32(truncatingIfNeeded: position), isMet: isMet)
    }
}
