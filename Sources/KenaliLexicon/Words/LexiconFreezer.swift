package import KenaliStorage

extension Lexicon {
    /// Writes the lexicon as ``init(_:)`` reads it. Words and phrases get new numbers.
    ///
    /// The lexicon must be one that was made of tables, without an image below it.
    package func write(into writer: inout ImageWriter) {
        precondition(base.wordCount == 0, "only a lexicon of tables can be frozen")
        names.write(into: &writer)
        classSets.write(into: &writer)
        var freezer = LexiconFreezer(overlay)
        freezer.write(into: &writer)
    }
}

/// Gives words and phrases the numbers that they have in an image, and writes them; see ``FrozenWords``.
private struct LexiconFreezer {
    private let overlay: WordOverlay
    private var readings = ReadingList()

    init(_ overlay: WordOverlay) { self.overlay = overlay }

    mutating func write(into writer: inout ImageWriter) {
        let hashes = (0..<overlay.wordCount).map { FoldedBytes.hash(overlay.key(LexemeID($0))) }
        var bucketCount = 1
        while bucketCount * 3 < hashes.count * 2 { bucketCount *= 2 }
        func bucket(_ word: Int) -> Int { Int(truncatingIfNeeded: hashes[word]) & (bucketCount - 1) }
        let order = hashes.indices.sorted { (bucket($0), $0) < (bucket($1), $1) }
        var numbers = Array(repeating: 0, count: order.count)
        for (number, word) in order.enumerated() { numbers[word] = number }

        var buckets = Array(repeating: 0, count: bucketCount + 1)
        for word in order { buckets[bucket(word) + 1] += 1 }
        for index in 0..<bucketCount { buckets[index + 1] += buckets[index] }
        writer.add("lexicon.buckets", buckets)

        let roots = writeNodes(order, numbers, into: &writer)
        writeWords(order, hashes, roots, into: &writer)
        readings.write(into: &writer)
    }

    // MARK: - Phrases

    /// Writes the nodes breadth first, so that the children of a node stand side by side. Answers the number of the node
    /// where the phrases of each word of `order` start, and one more; 0 for none.
    private mutating func writeNodes(
        _ order: [Int], _ numbers: [Int], into writer: inout ImageWriter
    ) -> [Int] {
        var children: [PhraseTrie.Node: [(word: Int, node: PhraseTrie.Node)]] = [:]
        for edge in overlay.edges { children[edge.from, default: []].append((numbers[Int(edge.word)], edge.to)) }
        var nodes: [(word: Int, node: PhraseTrie.Node)] = []
        var roots: [Int] = []
        for word in order {
            let root = overlay.word(LexemeID(word))?.phrases ?? -1
            if root >= 0 { nodes.append((0, root)) }
            roots.append(root >= 0 ? nodes.count : 0)
        }
        var firstChildren: [Int] = []
        while firstChildren.count < nodes.count {
            let node = nodes[firstChildren.count].node
            firstChildren.append(nodes.count)
            nodes += (children[node] ?? []).sorted { $0.word < $1.word }
        }
        firstChildren.append(nodes.count)
        var firstReadings = nodes.map { node in add(overlay.readings(at: node.node)) }
        firstReadings.append(0)
        writer.add("lexicon.nodes", fields: [nodes.map(\.word) + [0], firstChildren, firstReadings])
        return roots
    }

    // MARK: - Words

    private mutating func writeWords(
        _ order: [Int], _ hashes: [UInt64], _ roots: [Int], into writer: inout ImageWriter
    ) {
        var fields = Array(repeating: [Int](), count: FrozenWords.WordFields.count)
        var keys: [UInt8] = []
        for (index, number) in order.enumerated() {
            let word = overlay.word(LexemeID(number)) ?? WordOverlay.Word()
            let values = [
                Int(hashes[number] >> 57), keys.count, Int(word.any), Int(word.initial), Int(word.upper),
                add(word.readings), roots[index],
            ]
            for (field, value) in values.enumerated() { fields[field].append(value) }
            var folded = FoldedBytes(overlay.key(LexemeID(number)))
            while let byte = folded.next() { keys.append(byte) }
        }
        for (field, value) in [0, keys.count, 0, 0, 0, 0, 0].enumerated() { fields[field].append(value) }
        writer.add("lexicon.words", fields: fields)
        writer.add("lexicon.keys", text: keys)
    }

    /// Adds readings. Answers one more than the number of the first one, 0 when there are none.
    private mutating func add(_ chain: WordOverlay.Chain?) -> Int {
        guard let chain, chain.first >= 0 else { return 0 }
        let first = readings.count + 1
        let all = overlay.readings(of: chain)
        for (index, reading) in all.enumerated() {
            readings.add(reading, Array(copying: overlay.value(reading.value)), isLast: index == all.count - 1)
        }
        return first
    }
}

/// The readings of an image while they are collected; equal values and cases stand there once.
private struct ReadingList {
    private struct Case: Hashable {
        var initial: UInt32
        var upper: UInt32
    }

    private var fields = Array(repeating: [Int](), count: FrozenWords.ReadingFields.count)
    private var cases: [Case] = []
    private var caseNumbers: [Case: Int] = [:]
    private var values: [UInt8] = []
    private var valueStarts: [[UInt8]: Int] = [:]

    var count: Int { fields[0].count }

    mutating func add(_ reading: Reading, _ value: [UInt8], isLast: Bool) {
        let form = Case(initial: reading.initial, upper: reading.upper)
        if caseNumbers[form] == nil {
            caseNumbers[form] = cases.count
            cases.append(form)
        }
        if valueStarts[value] == nil {
            valueStarts[value] = values.count
            values += value
        }
        let numbers = [
            Int(reading.classes), 2 * (caseNumbers[form] ?? 0) + (isLast ? 1 : 0), valueStarts[value] ?? 0, value.count,
        ]
        for (field, number) in numbers.enumerated() { fields[field].append(number) }
    }

    func write(into writer: inout ImageWriter) {
        writer.add("lexicon.readings", fields: fields)
        writer.add(
            "lexicon.cases",
            fields: [
                cases.map { Int($0.initial & 0xFFFF) }, cases.map { Int($0.initial >> 16) },
                cases.map { Int($0.upper & 0xFFFF) }, cases.map { Int($0.upper >> 16) },
            ])
        writer.add("lexicon.values", text: values)
    }
}
