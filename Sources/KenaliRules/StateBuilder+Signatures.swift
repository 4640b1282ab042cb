import KenaliStorage

/// What the steps of a state depend on.
extension StateBuilder {
    /// Whether it is known what the steps of a state depend on.
    @inline(__always)
    func hasMask(of state: Int) -> Bool { state < maskPlaces.count && maskPlaces[state].start > 0 }

    /// Gathers the atoms that the steps of a state depend on.
    mutating func makeMask(of state: Int, _ states: SequenceSet, _ graph: RuleGraph) {
        maskPlaces.reach(state, (0, 0))
        let start = masks.count
        maskItems.removeAll()
        states.append(state, to: &maskItems)
        let running = Int(maskItems[0])
        for index in 1..<maskItems.count {
            for word in closures.asked(of: Int(maskItems[index]), running: running, graph) {
                row[Int(closures.asked[word].number)] |= closures.asked[word].bits
            }
        }
        for number in 0..<width where row[number] != 0 {
            masks.append(AtomWord(number: UInt32(number), first: 0, bits: row[number]))
            row[number] = 0
        }
        maskPlaces[state] = (UInt32(start) + 1, UInt32(masks.count - start))
    }

    /// What a step of a state that has a mask depends on: the state, and the atoms that hold of the symbol and that it asks for.
    ///
    /// Mutating, though it changes nothing: a call of another would copy all of the builder.
    mutating func appendSignature(
        of state: Int, _ place: Int, _ symbols: borrowing MetSymbols, to signature: inout IntegerList
    ) {
        let start = Int(maskPlaces[state].start) &- 1
        let mask = start..<start &+ Int(maskPlaces[state].count)
        signature.append(UInt32(state))
        _ = appendAtoms(mask, Int(symbols.data[place &+ 1]), symbols, to: &signature)
        for phrase in 0..<Int(symbols.data[place &+ 2]) {
            let count = signature.count
            // A length is no atom.
            signature.append(UInt32(64 * width) + symbols.data[place &+ 3 &+ 2 &* phrase])
            let any = appendAtoms(mask, Int(symbols.data[place &+ 4 &+ 2 &* phrase]), symbols, to: &signature)
            if !any { signature.removeLast(downTo: count) }
        }
    }

    /// Appends the atoms of a row that a mask asks for. Answers whether there are any.
    @inline(__always)
    private func appendAtoms(
        _ mask: Range<Int>, _ row: Int, _ symbols: borrowing MetSymbols, to signature: inout IntegerList
    ) -> Bool {
        let count = signature.count
        let (masks, rows) = (masks.span, symbols.bits.span)
        for index in mask {
            let word = masks[index]
            signature.append(bitsOf: word.bits & rows[row &+ Int(word.number)], from: word.number &<< 6)
        }
        return signature.count > count
    }
}

/// The atoms that steps depend on, of bundles of nodes in an image.
struct FrozenMasks: Sendable {
    /// Their atoms, in order.
    private let sequences: FrozenSequences
    /// Of bundles, for headlines and for running text, the number of the sequence.
    private let numbers: PackedTable

    init() { (sequences, numbers) = (FrozenSequences(), PackedTable()) }

    init(_ image: Image, _ name: String) {
        sequences = FrozenSequences(listIn: image, name)
        numbers = image.table(name + ".numbers")
    }

    /// The sequence of an item, nil where that is no bundle.
    func find(_ item: Int, _ running: Int) -> Int? {
        let place = 2 * item + running
        return place < numbers.count ? numbers[place] : nil
    }

    /// Appends the words of a sequence.
    func append(_ id: Int, to masks: inout [AtomWord]) {
        var word = AtomWord(number: .max, first: 0, bits: 0)
        sequences.visit(id) { atom in
            if atom >> 6 != word.number {
                if word.bits != 0 { masks.append(word) }
                word = AtomWord(number: atom >> 6, first: 0, bits: 0)
            }
            word.bits |= 1 << UInt64(atom & 63)
        }
        if word.bits != 0 { masks.append(word) }
    }
}
