import KenaliStorage

/// What steps from nodes depend on.
extension NodeClosures {
    /// Where the atoms that a step from an item depends on stand in ``asked``.
    @inline(__always)
    mutating func asked(of item: Int, running: Int, _ graph: RuleGraph) -> Range<Int> {
        let place = askedPlaces.find(item, running) ?? gatherAsked(item, running, graph)
        return place &+ 1..<place &+ 1 &+ Int(asked[place].number)
    }

    private mutating func gatherAsked(_ item: Int, _ running: Int, _ graph: RuleGraph) -> Int {
        let start: Int
        if let frozen = frozenMasks.find(item, running) {
            start = beginAsked()
            frozenMasks.append(frozen, to: &asked)
        } else {
            var row = Array(repeating: UInt64(0), count: width)
            let place = place(of: item, running: running, graph)
            for index in wordRange(at: place) { row[Int(words[index].number)] |= words[index].bits }
            var last: UInt32 = 0
            for number in 0..<Int(pool[place]) {
                let `guard` = pool[place + Self.headSize + Self.entrySize * number + 2]
                if `guard` != last { addAtoms(ofGuard: Int(`guard`), running, graph, to: &row) }
                last = `guard`
            }
            // Behind those of the looks that were met on the way.
            start = beginAsked()
            for number in 0..<width where row[number] != 0 {
                asked.append(AtomWord(number: UInt32(number), first: 0, bits: row[number]))
            }
        }
        asked[start].number = UInt32(asked.count - start - 1)
        askedPlaces.insert(item, running, start)
        return start
    }

    private mutating func beginAsked() -> Int {
        asked.append(AtomWord(number: 0, first: 0, bits: 0))
        return asked.count - 1
    }

    /// Writes what steps from bundles of nodes depend on: nodes of a graph whose closures these are.
    mutating func writeMasks(of bundles: [[Int]], _ graph: RuleGraph, _ name: String, into writer: inout ImageWriter) {
        var masks = SequenceSet()
        var numbers: [Int] = []
        for nodes in bundles {
            for running in 0..<2 {
                var atoms: Set<UInt32> = []
                for node in nodes {
                    for place in asked(of: self.bundles.item(ofNode: node), running: running, graph) {
                        var word = asked[place]
                        while word.bits != 0 {
                            atoms.insert(64 * word.number + UInt32(word.bits.trailingZeroBitCount))
                            word.bits &= word.bits - 1
                        }
                    }
                }
                numbers.append(masks.intern(atoms.sorted()))
            }
        }
        FrozenSequences.writeList(masks.all, name, into: &writer)
        writer.add(name + ".numbers", numbers)
    }

    private mutating func addAtoms(ofGuard guard: Int, _ running: Int, _ graph: RuleGraph, to row: inout [UInt64]) {
        var `guard` = `guard`
        while `guard` != 0 {
            let node = Int(guards[`guard`].node)
            let head = graph.nodes[node, graph.fields.head]
            switch head & NodeCode.mask {
            case NodeCode.here: row[head >> (NodeCode.bits + 6)] |= 1 << UInt64(head >> NodeCode.bits & 63)
            case NodeCode.look, NodeCode.notLook:
                let body = bundles.item(ofNode: graph.nodes[node, graph.fields.other])
                for index in asked(of: body, running: running, graph) {
                    row[Int(asked[index].number)] |= asked[index].bits
                }
            default: break
            }
            `guard` = Int(guards[`guard`].parent)
        }
    }
}

/// Some atoms, as the bits of one word of a row.
struct AtomWord: Sendable {
    /// The number of the word in the row.
    var number: UInt32
    /// In ``NodeClosures/words``: where its atoms begin in ``NodeClosures/atomStarts``.
    var first: UInt32
    var bits: UInt64

    /// The place of an atom of the word in ``NodeClosures/atomStarts``.
    @inline(__always)
    func place(of bit: Int) -> Int { Int(first) &+ (bits & ((1 &<< UInt64(bit)) &- 1)).nonzeroBitCount }
}
