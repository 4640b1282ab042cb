public import KenaliLexicon
public import KenaliText

/// Runs a grammar over texts, reusing its memory.
///
/// A rule is a small backtracking program. Every step that can go two ways remembers the positions at which it failed,
/// so that one attempt costs at most the size of the rule times ``longestMatch``, whatever the text; the attempts at
/// one token are bounded by the number of rules that can start there. Hence the time is linear in the text.
/// (The technique is the bit-state backtracking of RE2, with priorities as in Thompson's and Pike's matchers.)
public struct Matcher: Sendable {
    /// The most tokens that a match can have, context included.
    public static let longestMatch = 63

    private var slots: [Int32] = []
    private var stack: [Choice] = []
    /// For every step that can go two ways the positions, from the start of the attempt, where it was tried.
    private var tried: [UInt64] = []
    /// The token at which each rule was last tried.
    private var lastTried: [Int32] = []

    /// A way not yet gone, or a slot to restore on the way back.
    private enum Choice: Sendable {
        case go(instruction: Int32, position: Int32)
        case restore(slot: Int32, value: Int32)
    }

    public init() {}

    /// Finds all matches in a text. No match crosses the end of a sentence.
    ///
    /// - Complexity: O(*n*), *n* the number of tokens.
    public mutating func match(
        _ grammar: Grammar, _ text: AnnotatedTokens, _ sentences: [Sentence], _ bytes: Span<UInt8>,
        into matches: inout Matches
    ) {
        matches.removeAll()
        lastTried.removeAll(keepingCapacity: true)
        lastTried.append(contentsOf: repeatElement(-1, count: grammar.rules.count))
        for sentence in sentences {
            for start in sentence.tokens {
                let annotation = text.annotations[start]
                var classes = annotation.startClasses.intersection(grammar.startClasses)
                while let bit = classes.popFirst() {
                    for rule in grammar.rulesByClass[bit] {
                        attempt(rule, start, sentence.tokens.upperBound, grammar, text, bytes, &matches)
                    }
                }
                if grammar.isStart(annotation.lexeme), let rules = grammar.rulesByWord[annotation.lexeme] {
                    for rule in rules {
                        attempt(rule, start, sentence.tokens.upperBound, grammar, text, bytes, &matches)
                    }
                }
                let shape = text.tokens[start].shape
                if shape.contains(.digit) {
                    for rule in grammar.rulesByDigits[digitForm(of: text.tokens[start], bytes).index] {
                        attempt(rule, start, sentence.tokens.upperBound, grammar, text, bytes, &matches)
                    }
                }
                for index in grammar.rulesByShape.indices where shape.isSuperset(of: grammar.rulesByShape[index].shape)
                {
                    for rule in grammar.rulesByShape[index].rules {
                        attempt(rule, start, sentence.tokens.upperBound, grammar, text, bytes, &matches)
                    }
                }
            }
        }
    }

    private func digitForm(of token: Token, _ bytes: Span<UInt8>) -> DigitForms {
        for index in token.utf8Range where bytes[index] &- 0x30 >= 10 { return .mixed }
        return token.end - token.start <= 2 ? .short : .long
    }

    private mutating func attempt(
        _ rule: Int32, _ start: Int, _ end: Int, _ grammar: Grammar, _ text: AnnotatedTokens, _ bytes: Span<UInt8>,
        _ matches: inout Matches
    ) {
        // A token may start a rule for several reasons.
        guard lastTried[Int(rule)] != Int32(start) else { return }
        lastTried[Int(rule)] = Int32(start)
        let program = grammar.programs[Int(rule)]
        let slotCount = 2 * (program.spanCount + program.labels.count)
        slots.removeAll(keepingCapacity: true)
        for _ in 0..<slotCount { slots.append(-1) }
        tried.removeAll(keepingCapacity: true)
        for _ in 0..<program.memoCount { tried.append(0) }
        stack.removeAll(keepingCapacity: true)
        let limit = min(end, start + Self.longestMatch)
        guard let last = run(program.start, start, start, limit, grammar, text, bytes), last > start else { return }
        let firstSlot = matches.slots.count
        for slot in 2 * program.spanCount..<slotCount { matches.slots.append(slots[slot]) }
        if program.spanCount == 0 {
            matches.matches.append(RuleMatch(rule: rule, tokens: start..<last, firstSlot: firstSlot))
        }
        for span in 0..<program.spanCount where slots[2 * span] >= 0 && slots[2 * span + 1] > slots[2 * span] {
            let tokens = Int(slots[2 * span])..<Int(slots[2 * span + 1])
            matches.matches.append(RuleMatch(rule: rule, tokens: tokens, firstSlot: firstSlot))
        }
    }

    /// Runs instructions from a position. Answers the position where they accept, nil when they do not.
    private mutating func run(
        _ first: Int32, _ position: Int, _ origin: Int, _ limit: Int, _ grammar: Grammar, _ text: AnnotatedTokens,
        _ bytes: Span<UInt8>
    ) -> Int? {
        let floor = stack.count
        var pc = Int(first)
        var position = position
        while true {
            var isAlive = true
            switch grammar.instructions[pc] {
            case .accept:
                stack.removeSubrange(floor...)
                return position
            case .jump(let target):
                pc = Int(target)
            case .save(let slot):
                stack.append(.restore(slot: slot, value: slots[Int(slot)]))
                slots[Int(slot)] = Int32(position)
                pc += 1
            case .split(let one, let other, let memo):
                isAlive = visit(memo, position - origin)
                if isAlive {
                    stack.append(.go(instruction: other, position: Int32(position)))
                    pc = Int(one)
                }
            case .test(let test, let memo):
                if memo < 0 {
                    isAlive =
                        position < limit
                        && grammar.tests[Int(test)].allows(
                            text.annotations[position].classes, text.tokens[position].shape)
                    position += 1
                } else if position < limit, visit(memo, position - origin) {
                    isAlive = takeEntry(grammar.tests[Int(test)], &position, limit, next: pc + 1, text)
                } else {
                    isAlive = false
                }
                pc += 1
            case .word(let word, let rule):
                isAlive =
                    position < limit && text.annotations[position].lexeme == word
                    && rule.allows(text.tokens[position].shape)
                position += 1
                pc += 1
            case .number(let least, let most):
                isAlive = position < limit && isNumber(text.tokens[position], in: Int(least)...Int(most), bytes)
                position += 1
                pc += 1
            case .template(let template):
                isAlive =
                    position < limit && fits(text.tokens[position], grammar.templates[Int(template)], bytes)
                position += 1
                pc += 1
            case .glued:
                isAlive = position < limit && !text.tokens[position].shape.contains(.spaceBefore)
                pc += 1
            case .sentenceStart:
                isAlive = position < limit && text.tokens[position].shape.contains(.sentenceStart)
                pc += 1
            case .lookahead(let end, let memos, let isNegative):
                let found = run(Int32(pc + 1), position, origin, limit, grammar, text, bytes) != nil
                // A success inside must not look like a failure when the same step is asked again from elsewhere.
                for memo in memos { tried[Int(memo)] = 0 }
                isAlive = found != isNegative
                pc = Int(end)
            }
            guard !isAlive else { continue }
            var found = false
            while stack.count > floor, let choice = stack.popLast() {
                switch choice {
                case .restore(let slot, let value): slots[Int(slot)] = value
                case .go(let instruction, let place):
                    pc = Int(instruction)
                    position = Int(place)
                    found = true
                }
                if found { break }
            }
            if !found { return nil }
        }
    }

    /// Whether a step is tried for the first time at a position.
    @inline(__always)
    private mutating func visit(_ memo: Int32, _ offset: Int) -> Bool {
        let bit: UInt64 = 1 << UInt64(offset)
        guard tried[Int(memo)] & bit == 0 else { return false }
        tried[Int(memo)] |= bit
        return true
    }

    /// Takes the longest phrase or the token that satisfies a test; shorter ones remain as choices.
    private mutating func takeEntry(
        _ test: TokenTest, _ position: inout Int, _ limit: Int, next: Int, _ text: AnnotatedTokens
    ) -> Bool {
        let annotation = text.annotations[position]
        let shape = text.tokens[position].shape
        let start = position
        var end = -1
        if test.allows(annotation.classes, shape) { end = start + 1 }
        // From the shortest to the longest, so that the longest is gone first.
        for index in text.phraseIndices(at: start).reversed() {
            let phrase = text.phrases[index]
            guard start + Int(phrase.length) <= limit, test.allows(phrase.classes, shape) else { continue }
            if end >= 0 { stack.append(.go(instruction: Int32(next), position: Int32(end))) }
            end = start + Int(phrase.length)
        }
        position = end
        return end >= 0
    }

    private func isNumber(_ token: Token, in range: ClosedRange<Int>, _ bytes: Span<UInt8>) -> Bool {
        guard token.shape.contains(.number), token.end - token.start <= 9 else { return false }
        var value = 0
        for index in token.utf8Range {
            let digit = bytes[index] &- 0x30
            guard digit < 10 else { return false }
            value = value * 10 + Int(digit)
        }
        return range.contains(value)
    }

    private func fits(_ token: Token, _ template: [UInt8], _ bytes: Span<UInt8>) -> Bool {
        guard Int(token.end - token.start) == template.count else { return false }
        for index in 0..<template.count {
            let byte = bytes[Int(token.start) + index]
            let fits =
                switch template[index] {
                case UInt8(ascii: "9"): byte &- 0x30 < 10
                case UInt8(ascii: "A"): byte &- 0x41 < 26
                default: byte == template[index]
                }
            guard fits else { return false }
        }
        return true
    }
}
