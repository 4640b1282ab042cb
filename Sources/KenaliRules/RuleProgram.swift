import KenaliStorage

/// Runs one rule at a token, for its captures and spans.
///
/// A rule is a small backtracking program. Every step that can go two ways remembers the positions at which it failed, so
/// that one attempt costs at most the square of the size of the rule times ``Matcher/longestMatch``, whatever the text.
/// (The technique is the bit-state backtracking of RE2, with priorities as in Thompson's and Pike's matchers.)
///
/// Positions count from the start of the sentence, or of the part of it that is read.
struct RuleProgram: Sendable {
    private let graph: RuleGraph
    private let rules: RuleList
    /// The rules that were run, and the place of each there plus one, 0 where it was not.
    private var heads: [RunHead] = []
    private var headPlaces: [UInt32]
    /// See ``RunMemory``.
    private var nodes: [RuleNode]
    private var nodeCount = 0
    private var numbers: [UInt32]
    private var looks: [KnownLook]
    private var stack: [UInt64] = Array(repeating: 0, count: 256)
    /// One more than the positions of spans and captures, 0 where there is none.
    private var slots: [UInt32]
    private var touched: [UInt32]
    private var sentence: UInt32 = 0
    private var text: UInt32 = 0

    /// A rule that was run.
    struct RunHead: Sendable {
        var root: UInt32
        var spanCount: Int32
        var slotCount: Int32
        /// The text in which it last found a long mention, and the token before which it is not tried there any more.
        var text: UInt32 = 0
        var passed: Int32 = 0

        /// Takes notice of a mention of the rule; see ``RuleProgram/longestUsual``.
        mutating func pass(_ mention: Range<Int>, inText number: UInt32) {
            guard mention.count > RuleProgram.longestUsual else { return }
            text = number
            passed = Int32(mention.upperBound - RuleProgram.triedAtEnd)
        }
    }

    /// The most tokens of a mention inside which the rule is tried at each token. In a longer one, a list of names that goes on
    /// and on, each of them would begin a mention that is nearly as long: there it is tried only in the last tokens.
    static let longestUsual = 8
    /// The last tokens of a long mention in which the rule is tried again.
    static let triedAtEnd = 6

    /// How many nodes fit at first.
    private static let fewestNodes = 1 << 11

    init(_ graph: RuleGraph, _ rules: RuleList) {
        self.graph = graph
        self.rules = rules
        headPlaces = Array(repeating: 0, count: rules.count)
        nodes = Array(repeating: RuleNode(), count: Self.fewestNodes)
        numbers = Array(repeating: 0, count: 2 * Self.fewestNodes)
        touched = Array(repeating: 0, count: Self.fewestNodes)
        looks = Array(repeating: KnownLook(), count: RunMemory.lookCount)
        slots = Array(repeating: 0, count: rules.mostSlots)
    }

    /// Begins a text: its tokens are others.
    mutating func beginText() {
        text &+= 1
        guard text == 0 else { return }
        for index in heads.indices { heads[index].text = 0 }
        text = 1
    }

    /// Begins a sentence, or a part of one: what was seen in the one before no longer holds.
    mutating func beginSentence() {
        sentence &+= 1
        guard sentence == 0 else { return }
        for index in looks.indices { looks[index] = KnownLook() }
        sentence = 1
    }

    /// Runs rules at the places of a sentence where they may match, and adds their matches.
    ///
    /// - Parameter offset: The token at position 0.
    mutating func run(
        _ attempts: borrowing AttemptList, isRunningText: Bool, _ places: Span<SymbolPlace>,
        _ symbols: borrowing MetSymbols, _ offset: Int, _ matches: inout Matches
    ) {
        var next = 0
        while true {
            let run = RuleRun(
                isRunningText: isRunningText, text: text, sentence: sentence, places: places, data: symbols.data.span,
                bits: symbols.bits.span)
            var isFull = false
            next = Self.run(
                attempts.span, from: next, rules, &heads, &headPlaces, run, graph, &nodes, &nodeCount, &isFull,
                &numbers, &looks,
                &stack, &slots, &touched, offset, &matches)
            if next == attempts.count { return }
            // The next one needs more room.
            if isFull { growNodes() } else { stack += Array(repeating: 0, count: stack.count) }
        }
    }

    /// Makes room for four times as many nodes: they are copied twice in a long text, not each time a few more are met.
    private mutating func growNodes() {
        let room = 4 * nodes.count
        nodes += repeatElement(RuleNode(), count: room - nodes.count)
        touched += repeatElement(0, count: room - touched.count)
        numbers = Array(repeating: 0, count: 2 * room)
        for number in 0..<nodeCount {
            var slot = RunMemory.slot(of: Int(nodes[number].origin)) & (numbers.count - 1)
            while numbers[slot] != 0 { slot = (slot + 1) & (numbers.count - 1) }
            numbers[slot] = UInt32(number + 1)
        }
    }

    /// Lends runs the memory.
    private static func run(
        _ attempts: Span<UInt64>, from first: Int, _ rules: RuleList, _ heads: inout [RunHead],
        _ headPlaces: inout [UInt32], _ run: RuleRun, _ graph: RuleGraph, _ nodes: inout [RuleNode],
        _ nodeCount: inout Int, _ isFull: inout Bool,
        _ numbers: inout [UInt32], _ looks: inout [KnownLook], _ stack: inout [UInt64], _ slots: inout [UInt32],
        _ touched: inout [UInt32], _ offset: Int, _ matches: inout Matches
    ) -> Int {
        var memory = RunMemory(
            graph, nodes: nodes.mutableSpan, nodeCount: nodeCount, numbers: numbers.mutableSpan,
            looks: looks.mutableSpan, stack: stack.mutableSpan, slots: slots.mutableSpan,
            touched: touched.mutableSpan)
        let next = Self.run(attempts, from: first, rules, &heads, &headPlaces, run, &memory, offset, &matches)
        (nodeCount, isFull) = (memory.nodeCount, memory.isFull)
        return next
    }

    /// Runs the rules from a number on, as far as there is room. Answers the number of the next one.
    private static func run(
        _ attempts: Span<UInt64>, from first: Int, _ rules: RuleList, _ heads: inout [RunHead],
        _ headPlaces: inout [UInt32], _ start: RuleRun, _ memory: inout RunMemory, _ offset: Int,
        _ matches: inout Matches
    ) -> Int {
        var run = start
        for number in first..<attempts.count {
            let rule = Int(truncatingIfNeeded: attempts[number] & 0xFFFF_FFFF)
            let start = Int(truncatingIfNeeded: attempts[number] >> 32)
            if headPlaces[rule] == 0 {
                let head = rules.head(of: rule)
                guard let root = memory.number(of: head.root) else { return number }
                heads.append(
                    RunHead(root: root, spanCount: Int32(head.spanCount), slotCount: Int32(head.slotCount)))
                headPlaces[rule] = UInt32(heads.count)
            }
            let place = Int(headPlaces[rule]) &- 1
            let head = heads[place]
            if offset &+ start < Int(head.passed), head.text == run.text { continue }
            run.freeSteps = RunMemory.freeSteps
            let slotCount = Int(head.slotCount)
            for slot in 0..<slotCount { memory.slots[slot] = 0 }
            let limit = min(run.places.count &- 1, start &+ Matcher.longestMatch)
            let end = run.end(from: Int(head.root), at: start, origin: start, limit: limit, floor: 0, &memory)
            run.forget(0, &memory)
            if run.isOutOfRoom || memory.isFull { return number }
            guard end >= 0 else { continue }
            if end &- start > Self.longestUsual, let mention = memory.mention(from: start, to: end, head.spanCount) {
                heads[place].pass(offset + mention.lowerBound..<offset + mention.upperBound, inText: run.text)
            }
            matches.add(
                rule, offset + start..<offset + end, Int(head.spanCount), slotCount, memory.slots.span, offset)
        }
        return attempts.count
    }
}
