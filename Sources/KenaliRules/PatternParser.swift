import KenaliText

/// Reads one pattern by recursive descent over its words and marks.
struct PatternParser {
    private let file: String
    private let names: Names
    private var symbols: [Symbol] = []
    private var position = 0
    /// The number of predicates and literals read so far.
    private(set) var predicateCount: Int
    /// The number of spans that the pattern has once its repeats are written out, each with spans of its own.
    private(set) var spanCount = 0

    /// What a `let` stands for.
    struct Definition: Sendable {
        var pattern: Pattern
        var spanCount: Int
    }

    /// What a file has given names to.
    struct Names: Sendable {
        var definitions: [String: Definition] = [:]
        var predicates: [String: Predicate] = [:]
    }

    private struct Symbol {
        var kind: Kind
        var text: String
        /// The first byte, which tells marks apart.
        var byte: UInt8
        var place: SourcePlace

        /// What stands between quotation marks. Bytes, not characters: see ``RuleFile``.
        var content: String { String(Substring(text.utf8.dropFirst().dropLast())) }
    }

    private enum Kind: Equatable {
        case name, macro, literal, template, number, mark, unknown
    }

    /// The most spans of a rule, repeats written out.
    private static let mostSpans = 1000
    /// The most digits of a number in a rule.
    private static let mostDigits = 8

    /// The deepest nesting of brackets: more is a mistake, and must not exhaust the stack.
    private static let deepest = 32

    init(file: String, names: Names, predicateCount: Int) {
        self.predicateCount = predicateCount
        self.file = file
        self.names = names
    }

    /// Adds a line, or the end of one, to what is to be read.
    mutating func append(_ text: Substring, of line: Substring, line number: Int) {
        let offset = line.utf8.distance(from: line.startIndex, to: text.startIndex)
        let bytes = Array(text.utf8)
        let source = String(line)
        var position = 0
        while position < bytes.count {
            guard bytes[position] != UInt8(ascii: " ") else {
                position += 1
                continue
            }
            let place = SourcePlace(file: file, line: number, column: offset + position + 1, source: source)
            let (kind, length) = Self.nextSymbol(bytes[position...])
            let symbol = String(decoding: bytes[position..<position + length], as: UTF8.self)
            symbols.append(Symbol(kind: kind, text: symbol, byte: bytes[position], place: place))
            position += length
        }
    }

    /// The kind and the length in bytes of the symbol that a text starts with.
    private static func nextSymbol(_ text: ArraySlice<UInt8>) -> (kind: Kind, length: Int) {
        guard let first = text.first else { return (.unknown, 0) }
        func run(_ offset: Int, _ belongs: (UInt8) -> Bool) -> Int {
            offset + (text.dropFirst(offset).firstIndex { !belongs($0) } ?? text.endIndex) - (text.startIndex + offset)
        }
        func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
        func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 &- 0x61 < 26 }
        switch first {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            let length = run(1) { $0 != first } + 1
            guard length <= text.count else { return (.unknown, text.count) }
            return (first == UInt8(ascii: "\"") ? .literal : .template, length)
        case UInt8(ascii: "$"): return (.macro, run(1) { isLetter($0) || isDigit($0) })
        case _ where isDigit(first): return (.number, run(0) { isDigit($0) || $0 == UInt8(ascii: ".") })
        case _ where isLetter(first):
            return (.name, run(0) { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") })
        case _ where "(){}<>|?!=&~^@:,".utf8.contains(first): return (.mark, 1)
        default: return (.unknown, 1)
        }
    }

    /// The pattern that all lines together make.
    mutating func parse() throws(RuleError) -> Pattern {
        guard let last = symbols.last else {
            throw RuleError(file: file, line: 0, column: 0, source: "", reason: "the rule has no pattern")
        }
        let pattern = try choice(depth: 0)
        guard position == symbols.count else { throw here(last).error("expected the end of the pattern") }
        return pattern
    }

    private func here(_ fallback: Symbol) -> SourcePlace {
        position < symbols.count ? symbols[position].place : fallback.place
    }

    /// An error at the symbol to be read, or behind the last one.
    private func error(_ reason: String) -> RuleError {
        // A pattern has at least one symbol when anything can fail in it.
        var place = symbols[min(position, symbols.count - 1)].place
        if position == symbols.count { place.column += symbols[position - 1].text.utf8.count }
        return place.error(reason)
    }

    private func peek(_ mark: Unicode.Scalar) -> Bool { isMark(mark, at: position) }

    private func isMark(_ mark: Unicode.Scalar, at index: Int) -> Bool {
        index < symbols.count && symbols[index].kind == .mark && UInt32(symbols[index].byte) == mark.value
    }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard peek(mark) else { return false }
        position += 1
        return true
    }

    private mutating func choice(depth: Int) throws(RuleError) -> Pattern {
        guard depth < Self.deepest else { throw error("brackets are nested too deep") }
        var alternatives = [try sequence(depth: depth)]
        while take("|") { alternatives.append(try sequence(depth: depth)) }
        return alternatives.count == 1 ? alternatives[0] : .choice(alternatives)
    }

    private mutating func sequence(depth: Int) throws(RuleError) -> Pattern {
        var items: [Pattern] = []
        while position < symbols.count, !peek(")"), !peek(">"), !peek("|") { items.append(try item(depth: depth)) }
        guard !items.isEmpty else { throw error("expected a pattern") }
        return items.count == 1 ? items[0] : .sequence(items)
    }

    private mutating func item(depth: Int) throws(RuleError) -> Pattern {
        if position + 1 < symbols.count, symbols[position].kind == .name,
            symbols[position + 1].byte == UInt8(ascii: ":")
        {
            let name = symbols[position].text
            position += 2
            return .capture(name, try quantified(depth: depth))
        }
        return try quantified(depth: depth)
    }

    private mutating func quantified(depth: Int) throws(RuleError) -> Pattern {
        let spansBefore = spanCount
        let pattern = try atom(depth: depth)
        if take("?") { return .repeated(pattern, 0...1) }
        guard take("{") else { return pattern }
        let least = try bound()
        let most = take(",") ? try bound() : least
        guard take("}") else { throw error("expected '}'") }
        guard least <= most, most > 0, most <= 32 else { throw error("a repeat is {n} or {m,n} with m ≤ n ≤ 32") }
        try addSpans((spanCount - spansBefore) * (most - 1))
        return .repeated(pattern, least...most)
    }

    private mutating func bound() throws(RuleError) -> Int {
        guard position < symbols.count, let value = Int(symbols[position].text) else {
            throw error("expected a number")
        }
        position += 1
        return value
    }

    private mutating func atom(depth: Int) throws(RuleError) -> Pattern {
        if take("(") { return try group(")", depth) }
        if take("<") {
            try addSpans(1)
            return .span(try group(">", depth))
        }
        if take("~") { return .glued }
        if take("^") { return .sentenceStart }
        if take("@") { return .runningText }
        if take("=") {
            let isBack = take("<")
            guard take("(") else { throw error("expected '(' behind '='") }
            let pattern = try group(")", depth)
            return isBack ? .lookBack(pattern, isNegative: false) : .lookahead(pattern, isNegative: false)
        }
        if peek("!"), isMark("<", at: position + 1), isMark("(", at: position + 2) {
            position += 3
            return .lookBack(try group(")", depth), isNegative: true)
        }
        if peek("!"), isMark("(", at: position + 1) {
            position += 2
            return .lookahead(try group(")", depth), isNegative: true)
        }
        guard position < symbols.count else { throw error("expected a pattern") }
        let symbol = symbols[position]
        switch symbol.kind {
        case .literal:
            position += 1
            predicateCount += 1
            return .literal(symbol.content, id: predicateCount - 1)
        case .template:
            position += 1
            return .template(symbol.content)
        case .number:
            let parts = symbol.text.utf8.split(separator: UInt8(ascii: "."))
            guard parts.allSatisfy({ $0.count <= Self.mostDigits }) else {
                throw error("a number has at most \(Self.mostDigits) digits")
            }
            let bounds = parts.compactMap { Int(Substring($0)) }
            guard let least = bounds.first, let most = bounds.last, bounds.count <= 2, least <= most else {
                throw error("expected a number or a range: 7, 1..31")
            }
            position += 1
            return .number(least...most)
        case .macro:
            guard let definition = names.definitions[String(Substring(symbol.text.utf8.dropFirst()))] else {
                throw error("no 'let' before this line defines \(symbol.text)")
            }
            position += 1
            try addSpans(definition.spanCount)
            return definition.pattern
        case .name, .mark:
            return .token(try predicate())
        case .unknown:
            throw error(
                symbol.text.hasPrefix("\"") || symbol.text.hasPrefix("'")
                    ? "the quotation is not closed" : "unexpected '\(symbol.text)'")
        }
    }

    private mutating func addSpans(_ count: Int) throws(RuleError) {
        // Both are bounded by the check below, so that no sum and no product of them is too large.
        guard count <= Self.mostSpans - spanCount else {
            throw error("a rule marks at most \(Self.mostSpans) mentions once its repeats are written out")
        }
        spanCount += count
    }

    private mutating func group(_ close: Unicode.Scalar, _ depth: Int) throws(RuleError) -> Pattern {
        let pattern = try choice(depth: depth + 1)
        guard take(close) else { throw error("expected '\(close)'") }
        return pattern
    }

    /// The predicate that all lines together make: one of several classes, or several properties at once.
    mutating func parsePredicate() throws(RuleError) -> Predicate {
        guard let last = symbols.last else {
            throw RuleError(file: file, line: 0, column: 0, source: "", reason: "the predicate has no names")
        }
        var predicate = try self.predicate()
        while take("|") {
            guard let first = predicate.alternatives, let other = try self.predicate().alternatives else {
                throw error("what stands beside '|' is a word class, or a predicate of word classes alone")
            }
            predicate.groups = [first + other]
        }
        guard position == symbols.count else { throw here(last).error("expected the end of the predicate") }
        return predicate
    }

    private mutating func predicate() throws(RuleError) -> Predicate {
        var predicate = Predicate(id: predicateCount)
        predicateCount += 1
        repeat { try readProperty(&predicate) } while take("&")
        return predicate
    }

    /// Reads a name that a predicate asks for, or that a `!` rules out.
    private mutating func readProperty(_ predicate: inout Predicate) throws(RuleError) {
        let isExcluded = take("!")
        guard position < symbols.count, symbols[position].kind == .name else {
            throw error("expected the name of a word class or of a shape")
        }
        let name = symbols[position].text
        if let known = names.predicates[name] {
            if !isExcluded {
                predicate.formConjunction(known)
            } else if let classes = known.alternatives {
                predicate.excludedClasses += classes
            } else {
                throw error("'!' needs a predicate of word classes alone")
            }
        } else if let shape = TokenShape.named[name] {
            if isExcluded { predicate.excludedShape.insert(shape) } else { predicate.shape.insert(shape) }
        } else if name.utf8.first.map({ $0 &- 0x41 < 26 }) == true {
            throw error("there is no shape '\(name)': \(TokenShape.named.keys.sorted().joined(separator: ", "))")
        } else if isExcluded {
            predicate.excludedClasses.append(name)
        } else {
            predicate.groups.append([name])
        }
        position += 1
    }
}
