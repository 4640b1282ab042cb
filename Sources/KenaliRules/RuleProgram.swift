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
    private var slots: [UInt32]
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

    /// Runs rules at the places of a sentence where they may match, and adds their matches.
    ///
    /// - Parameter offset: The token of the sentence's start.
    mutating func run(
        _ attempts: borrowing AttemptList, _ heads: [Grammar.Head], isRunningText: Bool, _ graph: RuleGraph,
        _ places: Span<SymbolPlace>, _ symbols: borrowing MetSymbols, _ offset: Int, _ matches: inout Matches
    ) {
        var next = 0
        while true {
            let run = RuleRun(
                isRunningText: isRunningText, sentence: sentence, places: places, data: symbols.data.span,
                bits: symbols.bits.span)
            next = Self.run(
                attempts.span, from: next, heads, run, graph, &nodes, &looks, &stack, &slots, &tried, &touched, offset,
                &matches)
            if next == attempts.count { return }
            // The next one needs more room.
            let room = stack.count
            stack += Array(repeating: 0, count: room)
        }
    }

    /// Lends runs the memory.
    private static func run(
        _ attempts: Span<UInt64>, from first: Int, _ heads: [Grammar.Head], _ run: RuleRun, _ graph: RuleGraph,
        _ nodes: inout [RuleNode], _ looks: inout [KnownLook], _ stack: inout [UInt64], _ slots: inout [UInt32],
        _ tried: inout [UInt64], _ touched: inout [UInt32], _ offset: Int, _ matches: inout Matches
    ) -> Int {
        var memory = RunMemory(
            graph, nodes: nodes.mutableSpan, looks: looks.mutableSpan, stack: stack.mutableSpan,
            slots: slots.mutableSpan, tried: tried.mutableSpan, touched: touched.mutableSpan)
        return Self.run(attempts, from: first, heads, run, &memory, offset, &matches)
    }

    /// Runs the rules from a number on, as far as there is room. Answers the number of the next one.
    private static func run(
        _ attempts: Span<UInt64>, from first: Int, _ heads: [Grammar.Head], _ start: RuleRun,
        _ memory: inout RunMemory, _ offset: Int, _ matches: inout Matches
    ) -> Int {
        var run = start
        for number in first..<attempts.count {
            let rule = Int(truncatingIfNeeded: attempts[number] & 0xFFFF_FFFF)
            let start = Int(truncatingIfNeeded: attempts[number] >> 32)
            let head = heads[rule]
            run.freeSteps = RunMemory.freeSteps
            for slot in 0..<head.slotCount { memory.slots[slot] = 0 }
            let limit = min(run.places.count &- 1, start &+ Matcher.longestMatch)
            let end = run.end(from: head.root, at: start, origin: start, limit: limit, floor: 0, &memory)
            run.forget(0, &memory)
            if run.isOutOfRoom { return number }
            guard end >= 0 else { continue }
            matches.add(
                rule, offset + start..<offset + end, head.spanCount, head.slotCount, memory.slots.span, offset)
        }
        return attempts.count
    }
}
