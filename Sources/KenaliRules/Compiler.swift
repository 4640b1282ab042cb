import KenaliLexicon
import KenaliStorage
import KenaliText

/// Compiles rules: their patterns to instructions, these to nodes of a ``RuleGraph``.
struct Compiler {
    private(set) var lexicon: Lexicon
    private var atoms = AtomBuilder()
    private var graph = RuleGraphBuilder()
    private var rules: [CompiledRule] = []
    private var starts: [RuleStarts] = []

    // Of the rule that is being compiled:
    var instructions: [Instruction] = []
    private var labels: [String] = []
    private var spanCount: Int32 = 0
    private var place = SourcePlace(file: "", line: 0, column: 0, source: "")

    private let forms = ReusableForms()
    /// The words of the literals of the file being compiled, by their number; definitions repeat them.
    private var literals: [[(LexemeID, CaseRule)]] = []
    /// The resolved predicates of the file being compiled, by their number.
    private var resolved: [(test: TokenTest, first: WordClasses)?] = []

    /// The most instructions that a rule may have; more is a mistake in its repeats.
    private static let longestProgram = 20_000

    init(lexicon: consuming Lexicon) { self.lexicon = lexicon }

    private struct CompiledRule {
        var root: Int
        var spanCount: Int
        /// The names of the captures, in the order of their slots.
        var labels: [String]
    }

    mutating func compile(_ rule: RuleDefinition) throws(RuleError) {
        instructions.removeAll(keepingCapacity: true)
        labels = []
        if rule.place.file != place.file {
            resolved.removeAll()
            literals.removeAll()
        }
        place = rule.place
        spanCount = Int32(rule.spanCount)
        var spans: Int32 = 0
        try emit(rule.pattern, &spans)
        try emit(.accept)
        let starts = try starts(of: rule.pattern)
        guard !starts.isNullable else {
            throw place.error("the pattern matches nothing at all, so it would match everywhere")
        }
        let number = rules.count
        var atoms = self.atoms
        let root = graph.add(instructions, rule: number) { Self.atom($0, &atoms) }
        self.atoms = atoms
        rules.append(CompiledRule(root: root, spanCount: rule.spanCount, labels: labels))
        self.starts.append(starts.set)
    }

    /// The number of what an instruction asks of a token.
    private static func atom(_ instruction: Instruction, _ atoms: inout AtomBuilder) -> Int {
        switch instruction {
        case .test(let test, _): atoms.atom(test)
        case .word(let word, let rule): atoms.atom(word, rule)
        case .number(let range): atoms.atom(range)
        case .template(let bytes): atoms.atom(bytes)
        case .any(let parts, _): atoms.atom(anyOf: parts.map { atom($0, &atoms) })
        case .sentenceStart: AtomTable.sentenceStart
        default: AtomTable.glued
        }
    }

    /// Writes all that was compiled.
    func write(_ definitions: [RuleDefinition], into writer: inout ImageWriter) {
        var text = TextBuilder()
        var heads = Array(repeating: [Int](), count: RuleList.fieldCount)
        var kinds = NumberedTexts()
        var names = NumberedTexts()
        var captures: [Int] = []
        for (rule, definition) in zip(rules, definitions) {
            let name = text.add(Array(definition.name.utf8))
            for (field, value) in [
                rule.root, rule.spanCount, captures.count, rule.labels.count, name.lowerBound, name.count,
                kinds.number(of: definition.kind), definition.weight,
            ].enumerated() {
                heads[field].append(value)
            }
            captures += rule.labels.map { names.number(of: $0) }
        }
        writer.add("rules.heads", fields: heads)
        writer.add("rules.mostSlots", [rules.reduce(0) { max($0, 2 * ($1.spanCount + $1.labels.count)) }])
        writer.add("rules.kinds", texts: kinds.texts)
        writer.add("rules.captureNames", texts: names.texts)
        writer.add("rules.captures", captures)
        writeAtomsAndNodes(into: &writer, &text)
        writer.add("rules.text", text: text.bytes)
        StartReasons.write(starts, into: &writer)
        FrozenAutomaton.writeNone(into: &writer)
    }

    /// Writes the atoms, those first that nodes ask for: tokens that differ in others alone are the same to all rules.
    private func writeAtomsAndNodes(into writer: inout ImageWriter, _ text: inout TextBuilder) {
        var graph = graph
        let own = [AtomTable.glued, AtomTable.sentenceStart]
        let asked = own + graph.askedAtoms.filter { !own.contains($0) }
        var numbers = Array(repeating: -1, count: atoms.count)
        for (number, atom) in asked.enumerated() { numbers[atom] = number }
        var number = asked.count
        for atom in numbers.indices where numbers[atom] < 0 {
            numbers[atom] = number
            number += 1
        }
        graph.renumber(numbers)
        atoms.write(as: numbers, askedCount: asked.count, into: &writer, &text)
        graph.write(into: &writer)
    }
}

// MARK: - Instructions

extension Compiler {
    mutating func emit(_ pattern: Pattern, _ spans: inout Int32) throws(RuleError) {
        switch pattern {
        case .token(let predicate):
            try emit(resolve(predicate).test)
        case .literal(let text, let id):
            for (word, rule) in try words(of: text, id) { try emit(.word(word, rule)) }
        case .template(let text): try emit(.template(Array(text.utf8)))
        case .number(let range): try emit(.number(range))
        case .sequence(let items):
            for item in items { try emit(item, &spans) }
        case .choice(let alternatives):
            try emitChoice(alternatives, &spans)
        case .repeated(let inner, let range):
            for _ in 0..<range.lowerBound { try emit(inner, &spans) }
            var skips: [Int] = []
            for _ in range.lowerBound..<range.upperBound {
                skips.append(instructions.count)
                try emit(.accept)  // becomes a split below, when its end is known
                try emit(inner, &spans)
            }
            for skip in skips {
                instructions[skip] = .split(first: Int32(skip + 1), second: Int32(instructions.count))
            }
        case .capture(let label, let inner):
            if !labels.contains(label) { labels.append(label) }
            let slot = 2 * (spanCount + Int32(labels.firstIndex(of: label) ?? 0))
            try emit(.save(slot))
            try emit(inner, &spans)
            try emit(.save(slot + 1))
        case .span(let inner):
            let slot = 2 * spans
            spans += 1
            try emit(.save(slot))
            try emit(inner, &spans)
            try emit(.save(slot + 1))
        case .glued: try emit(.glued)
        case .sentenceStart: try emit(.sentenceStart)
        case .runningText: try emit(.runningText)
        case .lookahead(let inner, let isNegative):
            let head = instructions.count
            try emit(.accept)
            try emitLook(inner, &spans)
            try emit(.accept)
            instructions[head] = .lookahead(end: Int32(instructions.count), isNegative: isNegative)
        case .lookBack(let inner, let isNegative):
            let head = instructions.count
            try emit(.accept)
            try emit(inner, &spans)
            try emit(.limit)
            try emit(.accept)
            instructions[head] = .lookBack(
                end: Int32(instructions.count), reach: Int32(try reach(of: inner)), isNegative: isNegative)
        }
    }

    mutating func emit(_ test: TokenTest) throws(RuleError) {
        try emit(.test(test, isEntry: test.asksForClasses))
    }

    mutating func emit(_ instruction: Instruction) throws(RuleError) {
        guard instructions.count < Self.longestProgram else {
            throw place.error("the pattern is too large once its repeats are written out")
        }
        instructions.append(instruction)
    }

    mutating func mergedClasses(_ alternatives: [Pattern]) throws(RuleError) -> WordClasses? {
        var classes = WordClasses.none
        for alternative in alternatives {
            guard case .token(let predicate) = alternative, predicate.alternatives != nil else { return nil }
            classes.formUnion(try resolve(predicate).first)
        }
        return classes
    }

    /// The test that a predicate asks for, and the class that a token must have to be worth testing, if any.
    mutating func resolve(_ predicate: Predicate) throws(RuleError) -> (test: TokenTest, first: WordClasses) {
        while resolved.count <= predicate.id { resolved.append(nil) }
        if let known = resolved[predicate.id] { return known }
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
        resolved[predicate.id] = (test, first)
        return (test, first)
    }

    /// The most tokens that a look back has to go back for a pattern.
    private func reach(of pattern: Pattern) throws(RuleError) -> Int {
        let reach: Int
        switch pattern {
        case .token(let predicate): reach = predicate.groups.isEmpty ? 1 : Matcher.longestLookBack
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
        return min(reach, Matcher.longestLookBack)
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

// MARK: - Starts

extension Compiler {
    /// The tokens that a pattern can start with, and whether it can match without taking any.
    private mutating func starts(of pattern: Pattern) throws(RuleError) -> (set: RuleStarts, isNullable: Bool) {
        var set = RuleStarts()
        switch pattern {
        case .token(let predicate):
            let (test, first) = try resolve(predicate)
            set.classes = first
            if first.isEmpty { set.shapes = [test.shape] }
            return (set, false)
        case .literal(let text, let id):
            if let first = try words(of: text, id).first { set.words = [first.0] }
            return (set, false)
        case .template(let text):
            if text.utf8.first == UInt8(ascii: "A") {
                set.shapes = [.initialUpper]
            } else {
                set.digits = DigitForms(of: text.utf8)
            }
            return (set, false)
        case .number(let range):
            set.digits = DigitForms(of: range)
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

/// A reader of forms that a copyable value can hold.
private final class ReusableForms {
    private var reader = FormReader()

    func parts(of form: Span<UInt8>) -> [FormReader.Part] {
        reader.read(form)
        return reader.parts
    }
}
