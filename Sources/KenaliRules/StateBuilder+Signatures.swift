import KenaliStorage

/// What the steps of a state depend on.
extension StateBuilder {
    /// Where the atoms that the steps of a state depend on stand in ``masks``.
    @inline(__always)
    mutating func mask(of state: Int, _ states: SequenceSet, _ graph: RuleGraph) -> Range<Int> {
        if state < maskPlaces.count, maskPlaces[state].start > 0 {
            let start = Int(maskPlaces[state].start) &- 1
            return start..<start &+ Int(maskPlaces[state].count)
        }
        return makeMask(of: state, states, graph)
    }

    private mutating func makeMask(of state: Int, _ states: SequenceSet, _ graph: RuleGraph) -> Range<Int> {
        maskPlaces.reach(state, (0, 0))
        let start = masks.count
        if state < frozenMasks.count {
            frozenMasks.append(state, to: &masks)
        } else {
            let place = place(of: state, states, graph)
            running = Int(pool[place + 1])
            for index in place + 2..<place + 2 + Int(pool[place]) {
                for word in closures.asked(at: Int(pool[index]), running: running, graph) {
                    row[Int(closures.asked[word].number)] |= closures.asked[word].bits
                }
            }
            for number in 0..<width where row[number] != 0 {
                masks.append(AtomWord(number: UInt32(number), first: 0, bits: row[number]))
                row[number] = 0
            }
        }
        maskPlaces[state] = (UInt32(start) + 1, UInt32(masks.count - start))
        return start..<masks.count
    }

    /// What a step of a state depends on: the state, and what holds of the symbol of all that it asks for.
    mutating func appendSignature(
        of state: Int, _ states: SequenceSet, _ graph: RuleGraph, _ place: Int, _ symbols: borrowing MetSymbols,
        to signature: inout IntegerList
    ) {
        let mask = mask(of: state, states, graph)
        signature.append(UInt32(state))
        _ = appendBits(mask, Int(symbols.data[place &+ 1]), symbols, to: &signature)
        for phrase in 0..<Int(symbols.data[place &+ 2]) {
            let count = signature.count
            signature.append(1 << 27 | symbols.data[place &+ 3 &+ 2 &* phrase])
            let any = appendBits(mask, Int(symbols.data[place &+ 4 &+ 2 &* phrase]), symbols, to: &signature)
            if !any { signature.removeLast(downTo: count) }
        }
    }

    /// Appends the bits of a row that a mask asks for, where there are any.
    @inline(__always)
    private func appendBits(
        _ mask: Range<Int>, _ row: Int, _ symbols: borrowing MetSymbols, to signature: inout IntegerList
    ) -> Bool {
        let count = signature.count
        for index in mask {
            let word = masks[index]
            let bits = word.bits & symbols.bits[row &+ Int(word.number)]
            if bits != 0 { AtomWord(number: word.number, first: 0, bits: bits).append(to: &signature) }
        }
        return signature.count > count
    }

    /// The masks of so many states, one behind the other, for an image.
    mutating func write(
        masksOf count: Int, _ states: SequenceSet, _ graph: RuleGraph, _ name: String, into writer: inout ImageWriter
    ) {
        var known: [[UInt32]: Int] = [:]
        var pool: [Int] = []
        var starts: [Int] = []
        for state in 0..<count {
            var list = IntegerList()
            for index in mask(of: state, states, graph) { masks[index].append(to: &list) }
            let parts = (0..<list.count).map { list[$0] }
            if known[parts] == nil {
                known[parts] = pool.count
                pool.append(parts.count / AtomWord.partCount)
                pool += parts.map { Int($0) }
            }
            starts.append(known[parts] ?? 0)
        }
        writer.add(name + ".pool", pool)
        writer.add(name + ".starts", starts)
    }
}

/// The atoms that steps depend on, of states in an image.
struct FrozenMasks: Sendable {
    /// Their words in parts, behind the number of the words.
    private let pool: PackedTable
    private let starts: PackedTable

    init() { (pool, starts) = (PackedTable(), PackedTable()) }

    init(pool: PackedTable, starts: PackedTable) {
        (self.pool, self.starts) = (pool, starts)
    }

    /// The number of states.
    var count: Int { starts.count }

    func append(_ state: Int, to masks: inout [AtomWord]) {
        let start = starts[state]
        for word in 0..<pool[start] {
            let part = start + 1 + AtomWord.partCount * word
            masks.append(AtomWord(pool[part], pool[part + 1], pool[part + 2]))
        }
    }
}

extension AtomWord {
    /// How many integers of an image hold one.
    static let partCount = 3

    init(_ first: Int, _ second: Int, _ third: Int) {
        number = UInt32(truncatingIfNeeded: first >> 8)
        self.first = 0
        bits = UInt64(first & 0xFF) << 56 | UInt64(second) << 28 | UInt64(third)
    }

    /// Appends it in parts that an image can hold.
    @inline(__always)
    func append(to parts: inout IntegerList) {
        parts.append(number << 8 | UInt32(truncatingIfNeeded: bits >> 56))
        parts.append(UInt32(truncatingIfNeeded: bits >> 28 & 0xFFF_FFFF))
        parts.append(UInt32(truncatingIfNeeded: bits & 0xFFF_FFFF))
    }
}
