import KenaliStorage

/// Words and phrases in memory: those that an image doesn't have, and those of which something else holds than it says.
///
/// New words and nodes have numbers behind those of the image. What an overlay says of a word or phrase, it says wholly.
struct WordOverlay: Sendable {
    /// A word, with the classes it has at the three levels of ``CaseRule``.
    struct Word: Sendable {
        var any = ClassSets.none
        var initial = ClassSets.none
        var upper = ClassSets.none
        var readings = Chain()
        /// Where its phrases start, -1 for nowhere.
        var phrases: PhraseTrie.Node = -1

        subscript(rule: CaseRule) -> ClassSets.ID {
            get {
                switch rule {
                case .any: any
                case .initial: initial
                case .upper: upper
                }
            }
            set {
                switch rule {
                case .any: any = newValue
                case .initial: initial = newValue
                case .upper: upper = newValue
                }
            }
        }
    }

    /// The readings of a word or phrase, first and last, -1 for none.
    struct Chain: Sendable {
        var first: Int32 = -1
        var last: Int32 = -1
    }

    private struct Link: Sendable {
        var reading: Reading
        var next: Int32 = -1
    }

    let base: SharedWords
    /// Whether the image's words say nothing.
    private let isBare: Bool
    private var table = WordTable()
    private var words: [Word] = []
    private var changedWords: [LexemeID: Word] = [:]
    /// Whether something else holds of a word of the image, a bit each.
    private var changes: [UInt64] = []
    private var trie = PhraseTrie()
    private var nodes: [Chain] = []
    private var changedNodes: [PhraseTrie.Node: Chain] = [:]
    private var links: [Link] = []
    private var values: [UInt8] = []
    /// Whether it holds nothing.
    private(set) var isEmpty = true

    init(over base: SharedWords, isBare: Bool = false) {
        self.base = base
        self.isBare = isBare
    }

    /// The number of words, and that of nodes, the image's among them.
    var wordCount: Int { base.words.wordCount + words.count }
    var nodeCount: Int { base.words.nodeCount + nodes.count }

    // MARK: - Looking up

    func find(_ word: Span<UInt8>, hash: UInt64) -> LexemeID? {
        table.find(word, hash: hash).map { $0 + LexemeID(base.words.wordCount) }
    }

    /// What holds of a word; nil when it is as the image says.
    func word(_ id: LexemeID) -> Word? {
        if Int(id) >= base.words.wordCount { return words[Int(id) - base.words.wordCount] }
        guard !changes.isEmpty, changes[Int(id) / 64] >> UInt64(id % 64) & 1 != 0 else { return nil }
        return changedWords[id]
    }

    func step(_ node: PhraseTrie.Node, _ word: LexemeID) -> PhraseTrie.Node? { trie.step(node, word) }

    /// The readings at a node; nil when they are as the image says.
    func readings(at node: PhraseTrie.Node) -> Chain? {
        Int(node) >= base.words.nodeCount ? nodes[Int(node) - base.words.nodeCount] : changedNodes[node]
    }

    /// A reading, and the next one of its form.
    func reading(_ index: Int32) -> (reading: Reading, next: Int32) {
        (links[Int(index)].reading, links[Int(index)].next)
    }

    @_lifetime(borrow self)
    func value(_ range: Range<Int>) -> Span<UInt8> { values.span.extracting(range) }

    // MARK: - Adding

    /// The number of a new word.
    mutating func insert(_ word: Span<UInt8>, hash: UInt64) -> LexemeID {
        isEmpty = false
        words.append(Word())
        return table.insert(word, hash: hash) + LexemeID(base.words.wordCount)
    }

    /// Says something of a word.
    mutating func set(_ word: Word, for id: LexemeID) {
        isEmpty = false
        guard Int(id) < base.words.wordCount else {
            words[Int(id) - base.words.wordCount] = word
            return
        }
        if changes.isEmpty { changes = Array(repeating: 0, count: base.words.wordCount / 64 + 1) }
        changes[Int(id) / 64] |= 1 << UInt64(id % 64)
        changedWords[id] = word
    }

    /// What holds of a word, to be changed: what the image says of it, copied.
    mutating func editableWord(_ id: LexemeID) -> Word {
        if let word = word(id) { return word }
        if isBare { return Word() }
        return Word(
            any: base.words.classes(of: id, .any), initial: base.words.classes(of: id, .initial),
            upper: base.words.classes(of: id, .upper), readings: copy(from: base.words.firstReading(of: id)),
            phrases: base.words.phrases(after: id) ?? -1)
    }

    mutating func editableReadings(at node: PhraseTrie.Node) -> Chain {
        readings(at: node) ?? copy(from: base.words.firstReading(at: node))
    }

    mutating func set(_ readings: Chain, at node: PhraseTrie.Node) {
        isEmpty = false
        if Int(node) >= base.words.nodeCount {
            nodes[Int(node) - base.words.nodeCount] = readings
        } else {
            changedNodes[node] = readings
        }
    }

    /// A first node for the phrases of a word that begins none yet.
    mutating func addRoot(of id: LexemeID) -> PhraseTrie.Node {
        var word = editableWord(id)
        word.phrases = addNode()
        set(word, for: id)
        return word.phrases
    }

    private mutating func addNode() -> PhraseTrie.Node {
        nodes.append(Chain())
        return PhraseTrie.Node(nodeCount - 1)
    }

    /// The node behind `node` along a word, made when it is missing.
    mutating func extend(_ node: PhraseTrie.Node, _ word: LexemeID) -> PhraseTrie.Node {
        if Int(node) < base.words.nodeCount, let next = base.words.step(node, word) { return next }
        if let next = trie.step(node, word) { return next }
        let next = addNode()
        trie.add(PhraseTrie.Edge(from: node, word: word, to: next))
        return next
    }

    /// Adds a reading behind those that are there: the first is the most usual.
    mutating func append(_ reading: Reading, value: Span<UInt8>, to chain: inout Chain) {
        var reading = reading
        reading.value = values.count..<values.count + value.count
        // Safe: the bytes are copied while the span is alive.
        unsafe value.withUnsafeBufferPointer { unsafe values.append(contentsOf: $0) }
        let place = Int32(links.count)
        links.append(Link(reading: reading))
        if chain.last >= 0 { links[Int(chain.last)].next = place } else { chain.first = place }
        chain.last = place
    }

    private mutating func copy(from first: Int?) -> Chain {
        var chain = Chain()
        guard var index = first else { return chain }
        let base = base
        while true {
            let (reading, isLast) = base.words.reading(index)
            append(reading, value: base.words.valueBytes(reading.value).span, to: &chain)
            if isLast { return chain }
            index += 1
        }
    }

    /// The readings of a chain, in their order.
    func readings(of chain: Chain) -> [Reading] {
        var found: [Reading] = []
        var index = chain.first
        while index >= 0 {
            let (reading, next) = reading(index)
            found.append(reading)
            index = next
        }
        return found
    }

    /// A chain with the readings of another that are left once classes are taken out.
    mutating func chain(
        _ old: Chain, without classes: WordClasses, _ sets: inout ClassSets
    ) -> Chain {
        var chain = Chain()
        for var reading in readings(of: old) {
            let rest = sets[reading.classes].subtracting(classes)
            guard !rest.isEmpty else { continue }
            reading.classes = sets.intern(rest)
            let value = Array(copying: value(reading.value))
            append(reading, value: value.span, to: &chain)
        }
        return chain
    }

    // MARK: - Freezing

    /// The bytes of a word that is not the image's.
    @_lifetime(borrow self)
    func key(_ id: LexemeID) -> Span<UInt8> { table.key(Int(id) - base.words.wordCount) }

    var edges: [PhraseTrie.Edge] { trie.edges }
}
