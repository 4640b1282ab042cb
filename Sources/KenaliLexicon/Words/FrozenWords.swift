import KenaliStorage
import KenaliText

/// The words and phrases of an image, used where they lie.
///
/// A word's number is its place in the order of its hash. So the words of a bucket stand side by side, and what a look-up
/// needs of a word (a few bits of its hash, where its letters are, its classes, phrases and readings) is one record.
struct FrozenWords: Sendable {
    // What is asked for each token is inlined: a call would be handed a copy of all these fields.

    /// The number of words, and that of the phrases' nodes.
    let wordCount: Int
    let nodeCount: Int
    /// The first word of each bucket, and the end of the last one's.
    private let buckets: PackedTable
    private let bucketMask: Int
    private let words: PackedRecords
    private let word: WordFields
    /// The words' folded bytes, one word behind the other.
    private let keys: PackedBytes
    private let nodes: PackedRecords
    private let node: NodeFields
    private let readings: PackedRecords
    private let reading: ReadingFields
    /// Which tokens of a form are written with capitals.
    private let cases: PackedRecords
    private let form: CaseFields
    private let values: PackedBytes

    /// The fields of a word. Readings and phrases are one more than their number, 0 standing for none.
    struct WordFields: Sendable {
        static let count = 7
        let tag, key, any, initial, upper, reading, phrases: PackedRecords.Field

        init(_ records: PackedRecords) {
            let fields = records.fields
            (tag, key, any, initial) = (fields[0], fields[1], fields[2], fields[3])
            (upper, reading, phrases) = (fields[4], fields[5], fields[6])
        }
    }

    /// The fields of a node: the word that leads to it, its first child, its first reading as in a word.
    ///
    /// The children of a node stand side by side in the order of their words, those of the next node behind them.
    struct NodeFields: Sendable {
        static let count = 3
        let word, child, reading: PackedRecords.Field

        init(_ records: PackedRecords) {
            (word, child, reading) = (records.fields[0], records.fields[1], records.fields[2])
        }
    }

    /// The fields of a reading. The last one of a form has an odd `form`; twice its case is the rest.
    struct ReadingFields: Sendable {
        static let count = 4
        let classes, form, start, length: PackedRecords.Field

        init(_ records: PackedRecords) {
            let fields = records.fields
            (classes, form, start, length) = (fields[0], fields[1], fields[2], fields[3])
        }
    }

    /// The fields of a form's case: sixteen bits each of the tokens that begin with a capital, and of those all in capitals.
    struct CaseFields: Sendable {
        static let count = 4
        let initial, initialHigh, upper, upperHigh: PackedRecords.Field

        init(_ records: PackedRecords) {
            let fields = records.fields
            (initial, initialHigh, upper, upperHigh) = (fields[0], fields[1], fields[2], fields[3])
        }
    }

    init(_ image: Image) {
        buckets = image.table("lexicon.buckets")
        words = image.records("lexicon.words", fields: WordFields.count)
        word = WordFields(words)
        keys = image.text("lexicon.keys")
        nodes = image.records("lexicon.nodes", fields: NodeFields.count)
        node = NodeFields(nodes)
        readings = image.records("lexicon.readings", fields: ReadingFields.count)
        reading = ReadingFields(readings)
        cases = image.records("lexicon.cases", fields: CaseFields.count)
        form = CaseFields(cases)
        values = image.text("lexicon.values")
        // Each list has one record more, to say where the last one's things end.
        wordCount = max(0, words.count - 1)
        nodeCount = max(0, nodes.count - 1)
        bucketMask = buckets.count - 2
    }

    /// No words.
    init() {
        buckets = PackedTable()
        words = PackedRecords(fields: WordFields.count)
        word = WordFields(words)
        keys = PackedBytes([])
        nodes = PackedRecords(fields: NodeFields.count)
        node = NodeFields(nodes)
        readings = PackedRecords(fields: ReadingFields.count)
        reading = ReadingFields(readings)
        cases = PackedRecords(fields: CaseFields.count)
        form = CaseFields(cases)
        values = PackedBytes([])
        (wordCount, nodeCount, bucketMask) = (0, 0, 0)
    }

    // MARK: - Words

    /// The number of the word, nil when it is not there.
    ///
    /// - Complexity: O(*n*), *n* the number of its bytes.
    @inline(__always)
    func find(_ text: Span<UInt8>, hash: UInt64) -> LexemeID? {
        guard wordCount > 0 else { return nil }
        let words = words.view
        let buckets = buckets.view
        let bucket = Int(truncatingIfNeeded: hash) & bucketMask
        let tag = Int(hash >> 57)
        for id in buckets[bucket]..<buckets[bucket + 1] where words[id, word.tag] == tag {
            if Self.equals(keys[words[id, word.key]..<words[id + 1, word.key]], text) { return LexemeID(id) }
        }
        return nil
    }

    /// Whether folded bytes are those of a text.
    private static func equals(_ key: Span<UInt8>, _ text: Span<UInt8>) -> Bool {
        key.count == text.count ? FoldedBytes.isFolded(key, text) : key.count < text.count && isFolded(key, text)
    }

    /// Whether a key is a text with typographic apostrophes, which are three bytes, as plain ones.
    private static func isFolded(_ key: Span<UInt8>, _ text: Span<UInt8>) -> Bool {
        var folded = FoldedBytes(text)
        for index in key.indices {
            guard folded.next() == key[index] else { return false }
        }
        return folded.next() == nil
    }

    /// The number of the classes that a word has at a level of ``CaseRule``.
    @inline(__always)
    func classes(of id: LexemeID, _ rule: CaseRule) -> ClassSets.ID {
        switch rule {
        case .any: ClassSets.ID(words[Int(id), word.any])
        case .initial: ClassSets.ID(words[Int(id), word.initial])
        case .upper: ClassSets.ID(words[Int(id), word.upper])
        }
    }

    /// The node of the phrases that start with a word.
    @inline(__always)
    func phrases(after id: LexemeID) -> PhraseTrie.Node? {
        let node = words[Int(id), word.phrases]
        return node == 0 ? nil : PhraseTrie.Node(node - 1)
    }

    @inline(__always)
    func firstReading(of id: LexemeID) -> Int? {
        let reading = words[Int(id), word.reading]
        return reading == 0 ? nil : reading - 1
    }

    // MARK: - Phrases

    /// The node behind `node` along a word.
    ///
    /// - Complexity: O(log *n*), *n* the number of words that may follow.
    @inline(__always)
    func step(_ node: PhraseTrie.Node, _ word: LexemeID) -> PhraseTrie.Node? { step(among: followers(of: node), word) }

    /// The nodes behind `node`.
    @inline(__always)
    func followers(of node: PhraseTrie.Node) -> Followers {
        let nodes = nodes.view
        let first = nodes[Int(node), self.node.child]
        return Followers(first: UInt32(first), count: UInt32(nodes[Int(node) + 1, self.node.child] - first))
    }

    /// The node that a word leads to, of some that stand side by side.
    ///
    /// - Complexity: O(log *n*), *n* the number of the nodes.
    @inline(__always)
    func step(among followers: Followers, _ word: LexemeID) -> PhraseTrie.Node? {
        let nodes = nodes.view
        let wanted = SevenBits.packed(Int(word))
        var low = Int(followers.first)
        var high = low &+ Int(followers.count)
        while low < high {
            let middle = (low &+ high) >> 1
            let found = nodes.packed(middle, node.word)
            if found == wanted { return PhraseTrie.Node(truncatingIfNeeded: middle) }
            if found < wanted { low = middle &+ 1 } else { high = middle }
        }
        return nil
    }

    @inline(__always)
    func firstReading(at node: PhraseTrie.Node) -> Int? {
        let reading = nodes[Int(node), self.node.reading]
        return reading == 0 ? nil : reading - 1
    }

    // MARK: - Readings

    /// A reading; the next one of the form stands behind it, unless it is the last.
    func reading(_ index: Int) -> (reading: Reading, isLast: Bool) {
        let spelling = readings[index, reading.form]
        let start = readings[index, reading.start]
        let found = Reading(
            classes: ClassSets.ID(readings[index, reading.classes]),
            value: start..<start + readings[index, reading.length],
            initial: UInt32(cases[spelling / 2, form.initial] | cases[spelling / 2, form.initialHigh] << 16),
            upper: UInt32(cases[spelling / 2, form.upper] | cases[spelling / 2, form.upperHigh] << 16))
        return (found, spelling & 1 == 1)
    }

    /// Goes through the values of readings of a class from one on; what is costly is read last.
    @inline(__always)
    func visitValues(
        _ first: Int, _ tokens: Span<Token>, startingAt start: Int, in class: WordClasses, _ sets: borrowing ClassSets,
        _ body: (Span<UInt8>, WordClasses) -> Bool
    ) {
        visitReadings(first) { index, form in
            let classes = sets[ClassSets.ID(readings[index, reading.classes])]
            let length = readings[index, reading.length]
            guard !classes.isDisjoint(with: `class`), length > 0, allows(form, tokens, startingAt: start) else {
                return false
            }
            let value = readings[index, reading.start]
            return body(values[value..<value + length], classes)
        }
    }

    /// Goes through the readings from one on as far as its form has some, each with the form's case; as far as `body` answers that
    /// it is the one.
    @inline(__always)
    private func visitReadings(_ first: Int, _ body: (_ index: Int, _ form: Int) -> Bool) {
        var index = first
        while true {
            let spelling = readings[index, reading.form]
            if body(index, spelling / 2) || spelling & 1 != 0 { return }
            index += 1
        }
    }

    /// The classes of the phrase that ends at a node, written as the tokens are.
    func classes(at node: PhraseTrie.Node, _ tokens: Span<Token>, _ sets: borrowing ClassSets) -> WordClasses {
        var classes = WordClasses.none
        guard let first = firstReading(at: node) else { return classes }
        visitReadings(first) { index, form in
            if allows(form, tokens, startingAt: 0) {
                classes.formUnion(sets[ClassSets.ID(readings[index, reading.classes])])
            }
            return false
        }
        return classes
    }

    /// Whether a form with this case may be written as the tokens are.
    @inline(__always)
    private func allows(_ spelling: Int, _ tokens: Span<Token>, startingAt start: Int) -> Bool {
        let initial = UInt32(cases[spelling, form.initial] | cases[spelling, form.initialHigh] << 16)
        let upper = UInt32(cases[spelling, form.upper] | cases[spelling, form.upperHigh] << 16)
        guard initial | upper != 0 else { return true }
        return Reading(classes: 0, value: 0..<0, initial: initial, upper: upper).allows(tokens, startingAt: start)
    }

    /// The bytes of a reading's value.
    @_lifetime(borrow self)
    func valueSpan(_ range: Range<Int>) -> Span<UInt8> { values[range] }

    /// A copy of them.
    func valueBytes(_ range: Range<Int>) -> [UInt8] { Array(copying: values[range]) }
}

/// ``FrozenWords`` behind a reference, for those who seldom ask.
final class SharedWords: Sendable {
    let words: FrozenWords

    init(_ words: FrozenWords) { self.words = words }
}

/// One meaning of a word or phrase.
struct Reading: Sendable {
    var classes: ClassSets.ID
    /// Where its value stands.
    var value: Range<Int>
    /// The tokens of the form whose first letter must be, or which must be all, upper case; a bit each.
    var initial: UInt32
    var upper: UInt32
}
