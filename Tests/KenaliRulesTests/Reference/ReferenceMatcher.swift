import KenaliLexicon
import KenaliText

@testable import KenaliRules

/// The first matcher, kept as a reference: tries each rule at each token that can start it.
///
/// A rule is a small backtracking program. Every step that can go two ways remembers the positions at which it failed,
/// so that one attempt costs at most the size of the rule times ``longestMatch``, whatever the text; the attempts at
/// one token are bounded by the number of rules that can start there. Hence the time is linear in the text.
/// (The technique is the bit-state backtracking of RE2, with priorities as in Thompson's and Pike's matchers.)
struct ReferenceMatcher: Sendable {
    /// The most tokens that a match can have, context included.
    static let longestMatch = 63
    /// The most tokens that a look back sees.
    static let longestLookBack = 6

    private var slots: [Int32] = []
    private var stack: [Choice] = []
    /// For every step that can go two ways the positions, from the start of the attempt, where it was tried.
    private var tried: [UInt64] = []
    /// The steps that ``tried`` holds something of: few of a large rule's, so that forgetting is cheap.
    private var touched: [Int32] = []
    private var touchedCount = 0
    /// The token at which each rule was last tried.
    private var lastTried: [Int32] = []
    /// The token up to which each rule is passed over, inside its last mention of more than eight tokens.
    private var passed: [Int] = []
    /// Whether the sentence that is being read is running text.
    private var isRunningText = false
    /// Where the sentence that is being read starts.
    private var sentenceStart = 0

    /// A way not yet gone, or a slot to restore on the way back.
    private enum Choice: Sendable {
        case go(instruction: Int32, position: Int32)
        case restore(slot: Int32, value: Int32)
    }

    init() {}

    /// Finds all matches in a text. No match crosses the end of a sentence.
    ///
    /// - Complexity: O(*n*), *n* the number of tokens.
    mutating func match(
        _ grammar: ReferenceGrammar, _ text: AnnotatedTokens, _ sentences: [Sentence], _ bytes: Span<UInt8>,
        into matches: inout ReferenceMatches
    ) {
        matches.removeAll()
        lastTried.removeAll(keepingCapacity: true)
        lastTried.append(contentsOf: repeatElement(-1, count: grammar.rules.count))
        passed = Array(repeating: 0, count: grammar.rules.count)
        makeRoom(for: grammar)
        let field = ReferenceField(grammar, text, bytes)
        let (heads, lists, listStarts) = (grammar.heads, grammar.rulesOfClasses, grammar.classStarts)
        for sentence in sentences {
            isRunningText = isRunningText(sentence, field)
            sentenceStart = sentence.tokens.lowerBound
            for start in sentence.tokens {
                let annotation = field.annotations[start]
                let end = sentence.tokens.upperBound
                var classes = annotation.startClasses.intersection(grammar.startClasses)
                while let bit = classes.popFirst() {
                    for place in listStarts[bit]..<listStarts[bit + 1] {
                        attempt(lists[Int(place)], heads, start, end, field, &matches)
                    }
                }
                if grammar.isStart(annotation.lexeme), let rules = grammar.rulesByWord[annotation.lexeme] {
                    for rule in rules { attempt(rule, heads, start, end, field, &matches) }
                }
                let shape = field.tokens[start].shape
                if shape.contains(.digit) {
                    for rule in grammar.rulesByDigits[digitForm(of: field.tokens[start], bytes).index] {
                        attempt(rule, heads, start, end, field, &matches)
                    }
                }
                for index in grammar.rulesByShape.indices where shape.isSuperset(of: grammar.rulesByShape[index].shape)
                {
                    for rule in grammar.rulesByShape[index].rules {
                        attempt(rule, heads, start, end, field, &matches)
                    }
                }
            }
        }
    }

    /// Whether a sentence is running text: it ends with a mark, or most of its words are in small letters.
    private func isRunningText(_ sentence: Sentence, _ field: borrowing ReferenceField) -> Bool {
        var small = 0
        var capital = 0
        var isEnded = false
        for index in sentence.tokens {
            let token = field.tokens[index]
            if token.shape.contains(.word) {
                if token.shape.contains(.allUpper) { continue }
                if token.shape.contains(.initialUpper) { capital += 1 } else { small += 1 }
                isEnded = false
            } else {
                let byte = field.bytes[Int(token.start)]
                isEnded = isEnded || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!")
            }
        }
        return small > 0 && (small >= capital || isEnded)
    }

    /// Makes room once for the largest rule.
    private mutating func makeRoom(for grammar: ReferenceGrammar) {
        let slotCount = grammar.heads.reduce(0) { max($0, Int($1.slotCount)) }
        let memoCount = grammar.heads.reduce(0) { max($0, Int($1.memoCount)) }
        if slots.count < slotCount { slots = Array(repeating: -1, count: slotCount) }
        if tried.count < memoCount {
            tried = Array(repeating: 0, count: memoCount)
            touched = Array(repeating: 0, count: memoCount)
            touchedCount = 0
        }
    }

    private func digitForm(of token: Token, _ bytes: Span<UInt8>) -> ReferenceDigitForms {
        for index in token.utf8Range where bytes[index] &- 0x30 >= 10 { return .mixed }
        return token.end - token.start <= 2 ? .short : .long
    }

    private mutating func attempt(
        _ rule: Int32, _ heads: [ReferenceGrammar.RuleHead], _ start: Int, _ end: Int,
        _ field: borrowing ReferenceField,
        _ matches: inout ReferenceMatches
    ) {
        // A token may start a rule for several reasons.
        guard lastTried[Int(rule)] != Int32(start) else { return }
        lastTried[Int(rule)] = Int32(start)
        guard start >= passed[Int(rule)] else { return }
        let head = heads[Int(rule)]
        for slot in 0..<Int(head.slotCount) { slots[slot] = -1 }
        forget(0)
        stack.removeAll(keepingCapacity: true)
        let limit = min(end, start + Self.longestMatch)
        guard let last = run(head.start, start, start, limit, field), last > start else { return }
        let spanCount = Int(head.spanCount)
        let firstSlot = matches.slots.count
        for slot in 2 * spanCount..<Int(head.slotCount) { matches.slots.append(slots[slot]) }
        if spanCount == 0 {
            if last - start > 8 { passed[Int(rule)] = last - 6 }
            matches.matches.append(RuleMatch(rule: rule, tokens: start..<last, firstSlot: firstSlot))
        }
        for span in 0..<spanCount where slots[2 * span] >= 0 && slots[2 * span + 1] > slots[2 * span] {
            let tokens = Int(slots[2 * span])..<Int(slots[2 * span + 1])
            if spanCount == 1, tokens.count > 8 { passed[Int(rule)] = tokens.upperBound - 6 }
            matches.matches.append(RuleMatch(rule: rule, tokens: tokens, firstSlot: firstSlot))
        }
    }

    /// Runs instructions from a position. Answers the position where they accept, nil when they do not.
    private mutating func run(
        _ first: Int32, _ position: Int, _ origin: Int, _ limit: Int, _ field: borrowing ReferenceField
    ) -> Int? {
        let floor = stack.count
        var pc = Int(first)
        var position = position
        while true {
            var isAlive = true
            switch field.instructions[pc] {
            case .accept:
                stack.removeLast(stack.count - floor)
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
                        && field.tests[Int(test)].allows(
                            field.annotations[position].classes, field.tokens[position].shape)
                    position += 1
                } else if position < limit, visit(memo, position - origin) {
                    isAlive = takeEntry(field.tests[Int(test)], &position, limit, next: pc + 1, field)
                } else {
                    isAlive = false
                }
                pc += 1
            case .word(let word, let rule):
                isAlive =
                    position < limit && field.annotations[position].lexeme == word
                    && rule.allows(field.tokens[position].shape)
                position += 1
                pc += 1
            case .number(let least, let most):
                isAlive = position < limit && isNumber(field.tokens[position], in: Int(least)...Int(most), field.bytes)
                position += 1
                pc += 1
            case .template(let template):
                isAlive =
                    position < limit && fits(field.tokens[position], field.templates[Int(template)], field.bytes)
                position += 1
                pc += 1
            case .glued:
                isAlive = position < limit && !field.tokens[position].shape.contains(.spaceBefore)
                pc += 1
            case .sentenceStart:
                isAlive = position < limit && field.tokens[position].shape.contains(.sentenceStart)
                pc += 1
            case .runningText:
                isAlive = isRunningText
                pc += 1
            case .lookahead(let end, let isNegative):
                let known = touchedCount
                let found = run(Int32(pc + 1), position, origin, limit, field) != nil
                // A success inside must not look like a failure when the same step is asked again from elsewhere.
                forget(known)
                isAlive = found != isNegative
                pc = Int(end)
            case .lookBack(let end, let reach, let isNegative):
                isAlive = endsHere(Int32(pc + 1), position, reach: Int(reach), field) != isNegative
                pc = Int(end)
            case .limit:
                isAlive = position == limit
                pc += 1
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

    /// Whether instructions match some tokens that end at a position.
    private mutating func endsHere(
        _ first: Int32, _ position: Int, reach: Int, _ field: borrowing ReferenceField
    ) -> Bool {
        var start = position
        while start > max(sentenceStart, position - reach) {
            start -= 1
            let known = touchedCount
            let found = run(first, start, start, position, field) != nil
            forget(known)
            if found { return true }
        }
        return false
    }

    /// Whether a step is tried for the first time at a position.
    @inline(__always)
    private mutating func visit(_ memo: Int32, _ offset: Int) -> Bool {
        let bit: UInt64 = 1 << UInt64(offset)
        let before = tried[Int(memo)]
        guard before & bit == 0 else { return false }
        if before == 0 {
            // Each step is touched once, and there is room for all.
            touched[touchedCount] = memo
            touchedCount += 1
        }
        tried[Int(memo)] = before | bit
        return true
    }

    /// Forgets what was tried, but for the steps that were touched first.
    private mutating func forget(_ kept: Int) {
        for index in kept..<touchedCount { tried[Int(touched[index])] = 0 }
        touchedCount = kept
    }

    /// Takes the longest phrase or the token that satisfies a test; shorter ones remain as choices.
    private mutating func takeEntry(
        _ test: TokenTest, _ position: inout Int, _ limit: Int, next: Int, _ field: borrowing ReferenceField
    ) -> Bool {
        let annotation = field.annotations[position]
        let shape = field.tokens[position].shape
        let start = position
        var end = -1
        if test.allows(annotation.classes, shape) { end = start + 1 }
        // From the shortest to the longest, so that the longest is gone first.
        for index in annotation.phraseRange.reversed() {
            let phrase = field.phrases[index]
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

/// What a match reads: the grammar's steps and the text, without a reference to count.
struct ReferenceField: ~Escapable {
    let instructions: Span<ReferenceInstruction>
    let tests: Span<TokenTest>
    let templates: [[UInt8]]
    let annotations: AnnotationSpan
    let phrases: Span<PhraseMatch>
    let tokens: Span<Token>
    let bytes: Span<UInt8>

    @_lifetime(borrow grammar, borrow text, copy bytes)
    init(_ grammar: borrowing ReferenceGrammar, _ text: borrowing AnnotatedTokens, _ bytes: Span<UInt8>) {
        instructions = grammar.instructions.span
        tests = grammar.tests.span
        templates = grammar.templates
        annotations = text.annotations.span
        phrases = text.phrases.span
        tokens = text.tokens.span
        self.bytes = bytes
    }
}

/// What a reference found in one text.
struct ReferenceMatches {
    var matches: [RuleMatch] = []
    /// Starts and ends of captures; -1 where a name is not bound.
    var slots: [Int32] = []

    mutating func removeAll() {
        matches.removeAll()
        slots.removeAll()
    }
}
