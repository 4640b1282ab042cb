import KenaliLexicon
import KenaliText

/// Alternatives: those that take one token each are one question, asked of a token once.
extension Compiler {
    /// An alternative, or several that are one question.
    private enum Part {
        case one(Instruction)
        case pattern(Pattern)
    }

    mutating func emitChoice(_ alternatives: [Pattern], _ spans: inout Int32) throws(RuleError) {
        // Alternatives that each ask for one class alone are one test.
        if let merged = try mergedClasses(alternatives) { return try emit(TokenTest(any: merged)) }
        try emit(choiceOf: joined(try parts(of: alternatives)), &spans)
    }

    private mutating func emit(choiceOf parts: [Part], _ spans: inout Int32) throws(RuleError) {
        var exits: [Int] = []
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            let head = instructions.count
            if !isLast { try emit(.accept) }
            switch part {
            case .one(let instruction): try emit(instruction)
            case .pattern(let pattern): try emit(pattern, &spans)
            }
            if !isLast {
                exits.append(instructions.count)
                try emit(.accept)
                instructions[head] = .split(first: Int32(head + 1), second: Int32(instructions.count))
            }
        }
        for exit in exits { instructions[exit] = .jump(Int32(instructions.count)) }
    }

    /// Alternatives in order, those inside alternatives among them.
    private mutating func parts(of alternatives: [Pattern]) throws(RuleError) -> [Part] {
        var parts: [Part] = []
        for alternative in alternatives {
            if let instruction = try oneToken(alternative) {
                parts.append(.one(instruction))
            } else if case .choice(let inner) = alternative, try mergedClasses(inner) == nil {
                parts += try self.parts(of: inner)
            } else {
                parts.append(.pattern(alternative))
            }
        }
        return parts
    }

    /// The instruction of a pattern that takes exactly one token; nil for others.
    private mutating func oneToken(_ pattern: Pattern) throws(RuleError) -> Instruction? {
        switch pattern {
        case .literal(let text, let id):
            let words = try words(of: text, id)
            return words.count == 1 ? .word(words[0].0, words[0].1) : nil
        case .template(let text): return .template(Array(text.utf8))
        case .number(let range): return .number(range)
        case .token(let predicate):
            let test = try resolve(predicate).test
            return test.asksForClasses ? nil : .test(test, isEntry: false)
        default: return nil
        }
    }

    /// Joins neighbours that take one token each: which of them holds makes no difference.
    private func joined(_ parts: [Part]) -> [Part] {
        var joined: [Part] = []
        var run: [Instruction] = []
        func take() {
            if let first = run.first { joined.append(.one(run.count == 1 ? first : .any(run, isEntry: false))) }
            run = []
        }
        for part in parts {
            if case .one(let instruction) = part {
                run.append(instruction)
            } else {
                take()
                joined.append(part)
            }
        }
        take()
        return joined
    }
}

// MARK: - Looks

extension Compiler {
    /// Emits what a look looks for: that it is there counts, not which alternative it is, so that all that take one token or
    /// phrase are two questions at most.
    mutating func emitLook(_ pattern: Pattern, _ spans: inout Int32) throws(RuleError) {
        guard case .choice(let alternatives) = pattern, !pattern.binds else { return try emit(pattern, &spans) }
        var tokens: [Instruction] = []
        var entries: [Instruction] = []
        var others: [Part] = []
        for part in try parts(of: alternatives) {
            switch part {
            case .one(let instruction): tokens.append(instruction)
            case .pattern(.token(let predicate)): entries.append(.test(try resolve(predicate).test, isEntry: true))
            case .pattern(.choice(let inner)):
                // Only choices of classes are left as they are.
                if let merged = try mergedClasses(inner) {
                    entries.append(.test(TokenTest(any: merged), isEntry: true))
                }
            case .pattern: others.append(part)
            }
        }
        var parts: [Part] = []
        if let first = tokens.first { parts.append(.one(tokens.count == 1 ? first : .any(tokens, isEntry: false))) }
        if let first = entries.first { parts.append(.one(entries.count == 1 ? first : .any(entries, isEntry: true))) }
        try emit(choiceOf: parts + others, &spans)
    }
}

extension Pattern {
    /// Whether it binds a name or marks a mention.
    fileprivate var binds: Bool {
        switch self {
        case .capture, .span: true
        case .sequence(let items), .choice(let items): items.contains { $0.binds }
        case .repeated(let inner, _), .lookahead(let inner, _), .lookBack(let inner, _): inner.binds
        case .token, .literal, .template, .number, .glued, .sentenceStart, .runningText: false
        }
    }
}
