import KenaliLexicon
import KenaliText

@testable import KenaliRules

/// The compiler of the first matcher, kept as a reference: patterns become instructions of a backtracking program.
struct ReferenceCompiler {
    private(set) var instructions: [ReferenceInstruction] = []
    private(set) var tests: [TokenTest] = []
    private(set) var templates: [[UInt8]] = []
    private(set) var lexicon: Lexicon
    private let forms = ReusableForms()
    /// The words of the literals of the file being compiled, by their number; definitions repeat them.
    private var literals: [[(LexemeID, CaseRule)]] = []
    /// The resolved predicates of the file being compiled, by their number; a test below 0 for those not met yet.
    private var resolved: [(test: Int32, first: WordClasses)] = []
    private var memoCount: Int32 = 0
    private var labels: [String] = []
    private var spanCount: Int32 = 0
    private var place = SourcePlace(file: "", line: 0, column: 0, source: "")

    /// The most instructions that a rule may have; more is a mistake in its repeats.
    /// Five times the compiler's own: this one writes every choice out, of which the compiler makes one.
    private static let longestProgram = 100_000

    init(lexicon: consuming Lexicon) {
        self.lexicon = lexicon
        instructions.reserveCapacity(1 << 15)
    }

    /// A compiled rule.
    struct Program: Sendable {
        var start: Int32
        var memoCount: Int
        /// The names of the captures, in the order of their slots.
        var labels: [String]
        var spanCount: Int
        var starts: ReferenceStarts
    }

    mutating func compile(_ rule: RuleDefinition) throws(RuleError) -> Program {
        memoCount = 0
        labels = []
        if rule.place.file != place.file {
            resolved.removeAll()
            literals.removeAll()
        }
        place = rule.place
        spanCount = Int32(rule.spanCount)
        var spans: Int32 = 0
        let start = Int32(instructions.count)
        try emit(rule.pattern, &spans)
        instructions.append(.accept)
        guard instructions.count - Int(start) <= Self.longestProgram else {
            throw place.error("the pattern is too large once its repeats are written out")
        }
        let starts = try starts(of: rule.pattern)
        guard !starts.isNullable else {
            throw place.error("the pattern matches nothing at all, so it would match everywhere")
        }
        return Program(
            start: start, memoCount: Int(memoCount), labels: labels, spanCount: Int(spanCount), starts: starts.set)
    }

    private mutating func emit(_ pattern: Pattern, _ spans: inout Int32) throws(RuleError) {
        switch pattern {
        case .token(let predicate):
            emit(try resolve(predicate).test)
        case .literal(let text, let id):
            for (word, rule) in try words(of: text, id) { instructions.append(.word(word, rule)) }
        case .template(let text):
            templates.append(Array(text.utf8))
            instructions.append(.template(Int32(templates.count - 1)))
        case .number(let range):
            instructions.append(.number(Int32(range.lowerBound), Int32(range.upperBound)))
        case .sequence(let items):
            for item in items { try emit(item, &spans) }
        case .choice(let alternatives):
            try emitChoice(alternatives, &spans)
        case .repeated(let inner, let range):
            for _ in 0..<range.lowerBound { try emit(inner, &spans) }
            var skips: [Int] = []
            for _ in range.lowerBound..<range.upperBound {
                skips.append(instructions.count)
                instructions.append(.accept)  // becomes a split below, when its end is known
                try emit(inner, &spans)
                guard instructions.count < 4 * Self.longestProgram + 1_000_000 else {
                    throw place.error("too many repeats")
                }
            }
            for skip in skips {
                instructions[skip] = .split(first: Int32(skip + 1), second: Int32(instructions.count), memo: nextMemo())
            }
        case .capture(let label, let inner):
            if !labels.contains(label) { labels.append(label) }
            let slot = 2 * (spanCount + Int32(labels.firstIndex(of: label) ?? 0))
            instructions.append(.save(slot))
            try emit(inner, &spans)
            instructions.append(.save(slot + 1))
        case .span(let inner):
            let slot = 2 * spans
            spans += 1
            instructions.append(.save(slot))
            try emit(inner, &spans)
            instructions.append(.save(slot + 1))
        case .glued:
            instructions.append(.glued)
        case .sentenceStart:
            instructions.append(.sentenceStart)
        case .runningText:
            instructions.append(.runningText)
        case .lookahead(let inner, let isNegative):
            let head = instructions.count
            instructions.append(.accept)
            try emit(inner, &spans)
            instructions.append(.accept)
            instructions[head] = .lookahead(end: Int32(instructions.count), isNegative: isNegative)
        case .lookBack(let inner, let isNegative):
            let head = instructions.count
            instructions.append(.accept)
            try emit(inner, &spans)
            instructions.append(.limit)
            instructions.append(.accept)
            instructions[head] = .lookBack(
                end: Int32(instructions.count), reach: Int32(try reach(of: inner)), isNegative: isNegative)
        }
    }

    private mutating func emit(_ test: Int32) {
        instructions.append(.test(test, memo: tests[Int(test)].asksForClasses ? nextMemo() : -1))
    }

    private mutating func add(_ test: TokenTest) -> Int32 {
        tests.append(test)
        return Int32(tests.count - 1)
    }

    private mutating func emitChoice(_ alternatives: [Pattern], _ spans: inout Int32) throws(RuleError) {
        // Alternatives that each ask for one class alone are one test.
        if let merged = try mergedClasses(alternatives) {
            emit(add(TokenTest(any: merged)))
            return
        }
        var exits: [Int] = []
        for (index, alternative) in alternatives.enumerated() {
            let isLast = index == alternatives.count - 1
            let head = instructions.count
            if !isLast { instructions.append(.accept) }
            try emit(alternative, &spans)
            if !isLast {
                exits.append(instructions.count)
                instructions.append(.accept)
                instructions[head] = .split(first: Int32(head + 1), second: Int32(instructions.count), memo: nextMemo())
            }
        }
        for exit in exits { instructions[exit] = .jump(Int32(instructions.count)) }
    }

    private mutating func mergedClasses(_ alternatives: [Pattern]) throws(RuleError) -> WordClasses? {
        var classes = WordClasses.none
        for alternative in alternatives {
            guard case .token(let predicate) = alternative, predicate.alternatives != nil else { return nil }
            classes.formUnion(try resolve(predicate).first)
        }
        return classes
    }

    private mutating func nextMemo() -> Int32 {
        memoCount += 1
        return memoCount - 1
    }

    /// The test that a predicate asks for, and the class that a token must have to be worth testing, if any.
    mutating func resolve(_ predicate: Predicate) throws(RuleError) -> (test: Int32, first: WordClasses) {
        while resolved.count <= predicate.id { resolved.append((-1, .none)) }
        if resolved[predicate.id].test >= 0 { return resolved[predicate.id] }
        var test = TokenTest(shape: predicate.shape, excludedShape: predicate.excludedShape)
        var first = WordClasses.none
        for group in predicate.groups {
            var classes = WordClasses.none
            for name in group { classes.formUnion(try self.classes(named: name)) }
            if first.isEmpty { first = classes }
            if group.count == 1 {
                test.all.formUnion(classes)
            } else if test.any.isEmpty {
                test.any = classes
            } else {
                guard test.other.isEmpty else {
                    throw place.error("no token can be asked for three choices of classes")
                }
                test.other = classes
            }
        }
        for name in predicate.excludedClasses { test.none.formUnion(try classes(named: name)) }
        let number = add(test)
        resolved[predicate.id] = (number, first)
        return (number, first)
    }

    /// The most tokens that a look back has to go back for a pattern.
    private func reach(of pattern: Pattern) throws(RuleError) -> Int {
        let reach: Int
        switch pattern {
        case .token(let predicate): reach = predicate.groups.isEmpty ? 1 : ReferenceMatcher.longestLookBack
        case .literal(let text, _): reach = forms.parts(of: text.utf8Span.span).count
        case .template, .number: reach = 1
        case .sequence(let items):
            var sum = 0
            for item in items { sum += try self.reach(of: item) }
            reach = sum
        case .choice(let alternatives):
            var most = 0
            for alternative in alternatives { most = max(most, try self.reach(of: alternative)) }
            reach = most
        case .repeated(let inner, let range): reach = try self.reach(of: inner) * range.upperBound
        case .capture, .span: throw place.error("a look back binds no name and marks no mention")
        case .glued, .sentenceStart, .runningText, .lookahead, .lookBack: reach = 0
        }
        return min(reach, ReferenceMatcher.longestLookBack)
    }

    private func classes(named name: String) throws(RuleError) -> WordClasses {
        guard let classes = lexicon.classes(named: name) else {
            let near = lexicon.classNames(near: name)
            let hint = near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?"
            throw place.error("there is no class '\(name)'\(hint)")
        }
        return classes
    }

    /// The words of a literal, found as in a text.
    mutating func words(of literal: String, _ id: Int) throws(RuleError) -> [(LexemeID, CaseRule)] {
        while literals.count <= id { literals.append([]) }
        if !literals[id].isEmpty { return literals[id] }
        var words: [(LexemeID, CaseRule)] = []
        let bytes = literal.utf8Span.span
        for part in forms.parts(of: bytes) {
            words.append((lexicon.intern(bytes.extracting(part.range)), CaseRule(part.shape)))
        }
        guard !words.isEmpty else { throw place.error("a literal is empty") }
        literals[id] = words
        return words
    }
}

/// Where a rule can start.
struct ReferenceStarts: Sendable {
    var classes = WordClasses.none
    var words: Set<LexemeID> = []
    /// A token that has all shapes of one of these.
    var shapes: [TokenShape] = []
    /// A token with digits in one of these forms.
    var digits: ReferenceDigitForms = []

    mutating func formUnion(_ other: ReferenceStarts) {
        classes.formUnion(other.classes)
        words.formUnion(other.words)
        shapes += other.shapes
        digits.formUnion(other.digits)
    }
}

extension ReferenceCompiler {
    /// The tokens that a pattern can start with, and whether it can match without taking any.
    private mutating func starts(of pattern: Pattern) throws(RuleError) -> (set: ReferenceStarts, isNullable: Bool) {
        var set = ReferenceStarts()
        switch pattern {
        case .token(let predicate):
            let (test, first) = try resolve(predicate)
            set.classes = first
            if first.isEmpty { set.shapes = [tests[Int(test)].shape] }
            return (set, false)
        case .literal(let text, let id):
            if let first = try words(of: text, id).first { set.words = [first.0] }
            return (set, false)
        case .template(let text):
            if text.utf8.first == UInt8(ascii: "A") {
                set.shapes = [.initialUpper]
            } else {
                set.digits = ReferenceDigitForms(of: text.utf8)
            }
            return (set, false)
        case .number(let range):
            set.digits = ReferenceDigitForms(of: range)
            return (set, false)
        case .sequence(let items):
            for item in items {
                let next = try starts(of: item)
                set.formUnion(next.set)
                if !next.isNullable { return (set, false) }
            }
            return (set, true)
        case .choice(let alternatives):
            var isNullable = false
            for alternative in alternatives {
                let next = try starts(of: alternative)
                set.formUnion(next.set)
                if next.isNullable { isNullable = true }
            }
            return (set, isNullable)
        case .repeated(let inner, let range):
            let next = try starts(of: inner)
            return (next.set, next.isNullable || range.lowerBound == 0)
        case .capture(_, let inner), .span(let inner):
            return try starts(of: inner)
        case .glued, .sentenceStart, .runningText, .lookahead, .lookBack:
            return (set, true)
        }
    }
}

/// How a token with digits is written: what tells a day from a year and a time before any rule is tried.
struct ReferenceDigitForms: OptionSet, Sendable {
    var rawValue: UInt8

    /// One or two digits and nothing else.
    static let short = ReferenceDigitForms(rawValue: 1 << 0)
    /// Three or more digits and nothing else.
    static let long = ReferenceDigitForms(rawValue: 1 << 1)
    /// Digits with something else: `14.32`, `3Q25`.
    static let mixed = ReferenceDigitForms(rawValue: 1 << 2)

    static let count = 3

    /// The forms of the numbers in a range, written without zeros in front or with one.
    init(of range: ClosedRange<Int>) {
        self = []
        if range.lowerBound < 100 { insert(.short) }
        if range.upperBound >= 100 { insert(.long) }
    }

    /// The form of a token, or of the template of one.
    init(of bytes: some Collection<UInt8>) {
        guard bytes.allSatisfy({ $0 &- 0x30 < 10 }) else {
            self = .mixed
            return
        }
        self = bytes.count <= 2 ? .short : .long
    }

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The place of a single form among all.
    var index: Int { rawValue.trailingZeroBitCount }
}

/// A reader of forms that a copyable value can hold.
private final class ReusableForms {
    private var reader = FormReader()

    func parts(of form: Span<UInt8>) -> [FormReader.Part] {
        reader.read(form)
        return reader.parts
    }
}
