import KenaliStorage

/// Runs one rule at a token, for its captures and spans.
///
/// A rule is a small backtracking program. Every step that can go two ways remembers the positions at which it failed, so
/// that one attempt costs at most the square of the size of the rule times ``Matcher/longestMatch``, whatever the text.
/// (The technique is the bit-state backtracking of RE2, with priorities as in Thompson's and Pike's matchers.)
///
/// Positions count from the start of the sentence.
struct RuleProgram: Sendable {
    private var nodes: [RuleNode]
    private var looks: [KnownLook]
    private var stack: [UInt64] = Array(repeating: 0, count: 256)
    /// One more than the positions of spans and captures, 0 where there is none.
    private(set) var slots: [UInt32]
    private var tried: [UInt64]
    private var touched: [UInt32]
    private var sentence: UInt32 = 0

    init(nodeCount: Int, slotCount: Int) {
        nodes = Array(repeating: RuleNode(), count: nodeCount)
        looks = Array(repeating: KnownLook(), count: RunMemory.lookCount)
        slots = Array(repeating: 0, count: slotCount)
        tried = Array(repeating: 0, count: nodeCount)
        touched = Array(repeating: 0, count: nodeCount)
    }

    /// Begins a sentence: what was seen in the one before no longer holds.
    mutating func beginSentence() {
        sentence &+= 1
        guard sentence == 0 else { return }
        for index in looks.indices { looks[index] = KnownLook() }
        sentence = 1
    }

    /// Where the match of a rule ends that starts at a position; nil when it does not match. Fills ``slots``.
    mutating func end(
        from root: Int, at start: Int, slotCount: Int, isRunningText: Bool, _ graph: RuleGraph,
        _ places: Span<UInt32>, _ symbols: borrowing MetSymbols
    ) -> Int? {
        let limit = min(places.count - 1, start + Matcher.longestMatch)
        while true {
            for slot in 0..<slotCount { slots[slot] = 0 }
            var run = RuleRun(
                isRunningText: isRunningText, sentence: sentence, places: places, data: symbols.data.span,
                bits: symbols.bits.span)
            let end = Self.run(&run, root, start, limit, graph, &nodes, &looks, &stack, &slots, &tried, &touched)
            guard run.isOutOfRoom else { return end < 0 ? nil : end }
            stack += Array(repeating: 0, count: stack.count)
        }
    }

    /// Lends a run the memory.
    private static func run(
        _ run: inout RuleRun, _ root: Int, _ start: Int, _ limit: Int, _ graph: RuleGraph,
        _ nodes: inout [RuleNode], _ looks: inout [KnownLook], _ stack: inout [UInt64], _ slots: inout [UInt32],
        _ tried: inout [UInt64],
        _ touched: inout [UInt32]
    ) -> Int {
        var memory = RunMemory(
            graph, nodes: nodes.mutableSpan, looks: looks.mutableSpan, stack: stack.mutableSpan,
            slots: slots.mutableSpan,
            tried: tried.mutableSpan, touched: touched.mutableSpan)
        let end = run.end(from: root, at: start, origin: start, limit: limit, floor: 0, &memory)
        run.forget(0, &memory)
        return end
    }
}
