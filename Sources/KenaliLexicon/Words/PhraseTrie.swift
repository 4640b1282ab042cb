/// Phrases of two or more words, as paths of word numbers, while they are added to.
///
/// Only a word that starts a phrase leads to a node, so a text without its first word never asks for a phrase.
struct PhraseTrie: Sendable {
    typealias Node = Int32

    /// A way from a node to the next.
    struct Edge: Sendable {
        var from: Node = -1
        var word: LexemeID = -1
        var to: Node = -1
    }

    private var slots: [Edge] = []
    private var count = 0

    /// The node behind `node` along `word`.
    ///
    /// - Complexity: O(1) on average.
    func step(_ node: Node, _ word: LexemeID) -> Node? {
        guard count > 0 else { return nil }
        var index = slot(node, word)
        while slots[index].to >= 0 {
            if slots[index].from == node, slots[index].word == word { return slots[index].to }
            index = (index + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Adds a way that is not there yet.
    mutating func add(_ edge: Edge) {
        if count * 2 >= slots.count { grow() }
        place(edge)
        count += 1
    }

    /// All ways, in no order.
    var edges: [Edge] { slots.filter { $0.to >= 0 } }

    private func slot(_ node: Node, _ word: LexemeID) -> Int {
        let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
        return Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (slots.count - 1)
    }

    private mutating func place(_ edge: Edge) {
        var index = slot(edge.from, edge.word)
        while slots[index].to >= 0 { index = (index + 1) & (slots.count - 1) }
        slots[index] = edge
    }

    private mutating func grow() {
        let old = edges
        slots = Array(repeating: Edge(), count: max(16, slots.count * 2))
        for edge in old { place(edge) }
    }
}

/// A token whose word leads, with the next token's, to a node of phrases.
struct PhraseOpening: Sendable {
    var token: UInt32
    /// The node behind both words.
    var node: PhraseTrie.Node
}

/// The nodes behind a node of an image: side by side, in the order of the words that lead to them.
struct Followers: Sendable {
    var first: UInt32 = 0
    var count: UInt32 = 0
}
