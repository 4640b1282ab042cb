import KenaliText

/// What an index remembers: nodes, each a name in a context, with facts that are counted.
///
/// A node's facts stand in one sorted array: what is counted, as a tag and a number, and how often. Of what has no bound (names,
/// roles, company) a node keeps those of the smallest hash. Such a choice does not depend on the order: what is kept in the
/// end was kept from the first time on, so that its count is exact, in any part of a corpus as in the whole.
struct IndexStore: Sendable {
    /// What a fact counts.
    enum Tag: UInt64, CaseIterable {
        /// A name; the number of a text.
        case name = 0
        /// A month, as year × 12 + month.
        case month
        /// A role; the number of a text. Then the first and the last day, as numbers like 20241227 in place of counts.
        case role, firstDay, lastDay
        /// A node that is named in the same document.
        case company
    }

    struct Fact: Sendable {
        var bits: UInt64

        init(_ tag: Tag, _ value: Int, _ count: UInt32) {
            bits = tag.rawValue << 61 | UInt64(value) << 32 | UInt64(count)
        }

        var tag: Tag { Tag(rawValue: bits >> 61) ?? .name }
        var value: Int { Int(bits >> 32 & 0x1FFF_FFFF) }
        var count: UInt32 {
            get { UInt32(truncatingIfNeeded: bits) }
            set { bits = bits & 0xFFFF_FFFF_0000_0000 | UInt64(newValue) }
        }
        /// What it counts.
        var subject: UInt64 { bits >> 32 }
    }

    struct Node: Sendable {
        var count: UInt32 = 0
        var documents: UInt32 = 0
        var facts: [Fact] = []
    }

    /// The keys of the nodes.
    private(set) var keys = TextPool()
    private(set) var texts = TextPool()
    private(set) var nodes: [Node] = []
    /// How many documents were added.
    var documents = 0

    /// How many different facts a node keeps of a tag; up to twice as many while documents are added.
    private static func limit(_ tag: Tag) -> Int {
        switch tag {
        case .name: 256
        case .role, .firstDay, .lastDay: 64
        case .company: 1024
        case .month: .max
        }
    }

    mutating func node(_ key: String) -> Int {
        let number = keys.intern(key)
        if number == nodes.count { nodes.append(Node()) }
        return number
    }

    mutating func text(_ text: String) -> Int { texts.intern(text) }

    mutating func count(_ node: Int, mentions: Int, documents: Int) {
        nodes[node].count = nodes[node].count.adding(mentions)
        nodes[node].documents = nodes[node].documents.adding(documents)
    }

    /// Counts a fact; of days, keeps the first or the last.
    mutating func add(_ tag: Tag, _ value: Int, _ count: UInt32, to node: Int) {
        let fact = Fact(tag, value, count)
        let place = nodes[node].facts.firstIndex(notBelow: fact.subject)
        if place < nodes[node].facts.count, nodes[node].facts[place].subject == fact.subject {
            let known = nodes[node].facts[place].count
            switch tag {
            case .firstDay: nodes[node].facts[place].count = min(known, count)
            case .lastDay: nodes[node].facts[place].count = max(known, count)
            default: nodes[node].facts[place].count = known.adding(Int(count))
            }
            return
        }
        nodes[node].facts.insert(fact, at: place)
        prune(tag, node)
    }

    /// Drops facts of the largest hashes when there are twice as many of a tag as are kept.
    private mutating func prune(_ tag: Tag, _ node: Int) {
        let limit = Self.limit(tag)
        guard limit < .max, nodes[node].facts.count > 2 * limit else { return }
        let range = range(tag, nodes[node].facts)
        if range.count > 2 * limit { keep(limit, of: range, node) }
    }

    /// Keeps only the facts of a range that have the smallest hashes.
    private mutating func keep(_ limit: Int, of range: Range<Int>, _ node: Int) {
        let facts = nodes[node].facts[range]
        let kept = facts.sorted { priority($0) < priority($1) }.prefix(limit).sorted { $0.bits < $1.bits }
        nodes[node].facts.replaceSubrange(range, with: kept)
    }

    /// The store without the facts that only wait to be dropped: the same, whatever came in what order.
    func pruned() -> IndexStore {
        var store = self
        for node in store.nodes.indices {
            for tag in Tag.allCases where Self.limit(tag) < .max && store.nodes[node].facts.count > Self.limit(tag) {
                let range = range(tag, store.nodes[node].facts)
                if range.count > Self.limit(tag) { store.keep(Self.limit(tag), of: range, node) }
            }
        }
        return store
    }

    /// The smaller, the sooner a fact is kept: what registries know goes first.
    private func priority(_ fact: Fact) -> (UInt8, UInt64) {
        let isKnown =
            fact.tag == .company
            ? keys.starts(fact.value, with: IndexKey.mark) : texts.starts(fact.value, with: IndexKey.mark)
        return (isKnown ? 0 : 1, fact.tag == .company ? keys.hashes[fact.value] : texts.hashes[fact.value])
    }

    private func range(_ tag: Tag, _ facts: [Fact]) -> Range<Int> {
        facts.firstIndex(notBelow: tag.rawValue << 29)..<facts.firstIndex(notBelow: (tag.rawValue + 1) << 29)
    }

    /// The facts of a tag of a node.
    func facts(_ tag: Tag, of node: Int) -> ArraySlice<Fact> {
        nodes[node].facts[range(tag, nodes[node].facts)]
    }

    /// Adds all that another store remembers.
    ///
    /// - Complexity: O(*n* log *n*), *n* the number of its facts.
    mutating func merge(_ other: IndexStore) {
        documents = documents.addingReportingOverflow(other.documents).overflow ? .max : documents + other.documents
        let nodes = other.nodes.indices.map { self.node(other.keys[$0]) }
        for (index, node) in other.nodes.enumerated() {
            count(nodes[index], mentions: Int(node.count), documents: Int(node.documents))
            for fact in node.facts {
                let value =
                    switch fact.tag {
                    case .month: fact.value
                    case .company: nodes[fact.value]
                    default: text(other.texts[fact.value])
                    }
                add(fact.tag, value, fact.count, to: nodes[index])
            }
        }
    }
}

extension UInt32 {
    /// The sum, or the largest number: what a file says may be any.
    fileprivate func adding(_ number: Int) -> UInt32 { UInt32(clamping: Int(self) + Int(UInt32(clamping: number))) }
}

extension [IndexStore.Fact] {
    /// The first index whose fact is about this subject or one behind it.
    fileprivate func firstIndex(notBelow subject: UInt64) -> Int {
        (0..<count).partitionPoint { self[$0].subject < subject }
    }
}
