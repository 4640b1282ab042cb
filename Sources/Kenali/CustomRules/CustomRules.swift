import KenaliLexicon
public import KenaliRules
import KenaliText

/// Why a rule of the user's own can't be used.
public struct CustomRulesError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, in a sentence; of a file with its name and the line in front.
    public var description: String

    /// An error with what is wrong, in a sentence.
    public init(_ description: String) { self.description = description }
}

/// Rules of the user's own, which run beside the built-in ones: in Kenali's notation (<doc:Rules>), or patterns as spaCy's EntityRuler
/// has them.
///
/// ```swift
/// var rules = CustomRules()
/// try rules.add(rules: "rule produk.seri : PRODUK 200\n    \"Seri\" 1..99\n", named: "mine.rules")
/// let extractor = try Extractor(lexicon: .builtIn, rules: rules)
/// ```
///
/// A label that is the name of a built-in kind, in small letters or capitals (`person`, `ORGANIZATION`), gives mentions of
/// that kind, any other one ``MentionKind/custom(_:)``. `date`, `time` and `duration` are refused, since the built-in rules
/// alone can tell their values.
public struct CustomRules: Sendable {
    /// The rules in Kenali's notation.
    private(set) var definitions: [RuleDefinition] = []
    /// The patterns, in the order in which they were added.
    private(set) var patterns: [CustomPattern] = []

    /// No rules.
    public init() {}

    /// Whether there are none.
    public var isEmpty: Bool { definitions.isEmpty && patterns.isEmpty }

    /// The kinds that the rules find.
    public var kinds: Set<MentionKind> {
        Set(definitions.map { MentionKind(label: $0.kind) } + patterns.map { MentionKind(label: $0.label) })
    }

    /// Adds rules in Kenali's notation, see <doc:Rules>. A rule's kind is the label.
    ///
    /// - Throws: The first mistake, with its line and column; then no rule was added.
    public mutating func add(rules text: String, named file: String) throws(RuleError) {
        let rules = try RuleFile(text, named: file).rules
        for rule in rules where Self.isTemporal(rule.kind) { throw rule.error(Self.temporalReason(rule.kind)) }
        definitions += rules
    }

    /// What such kinds mean the built-in rules alone can read.
    private static func isTemporal(_ label: String) -> Bool {
        switch MentionKind(label: label) {
        case .date, .time, .duration: true
        default: false
        }
    }

    private static func temporalReason(_ label: String) -> String {
        "'\(label)' is read by the built-in rules alone, which give it a value; choose another label"
    }

    /// Adds a pattern.
    ///
    /// - Throws: Why it can never match.
    public mutating func add(_ pattern: CustomPattern) throws(CustomRulesError) {
        if pattern.label.isEmpty { throw CustomRulesError("the label is empty") }
        if Self.isTemporal(pattern.label) { throw CustomRulesError(Self.temporalReason(pattern.label)) }
        try pattern.check()
        patterns.append(pattern)
    }

    /// Adds a phrase that is found as it is written.
    public mutating func add(phrase: String, label: String, id: String? = nil) throws(CustomRulesError) {
        let words = CustomPattern.tokens(of: phrase)
        if words.isEmpty { throw CustomRulesError("the phrase has no words") }
        try add(
            CustomPattern(
                label: label, id: id, parts: words.map { CustomPattern.Part(tests: [.text([$0], isIn: true)]) }))
    }
}

extension CustomPattern {
    /// The tokens of a text, as they are looked at.
    static func tokens(of text: String) -> [String] {
        // A tokenizer costs more than many words: plain ones need none.
        if text.utf8.allSatisfy({ $0 == 0x20 || 0x61...0x7A ~= $0 | 0x20 }) {
            return text.split(separator: " ").map(String.init)
        }
        var tokenizer = Tokenizer()
        let bytes = text.utf8Span.span
        return tokenizer.tokens(of: text).map { String(copying: bytes.extracting($0.utf8Range)) }
    }

    /// Refuses what can never match.
    fileprivate func check() throws(CustomRulesError) {
        guard parts.contains(where: { $0.count.upperBound > 0 }) else {
            throw CustomRulesError("the pattern has no tokens")
        }
        guard parts.contains(where: { $0.count.lowerBound > 0 }) else {
            throw CustomRulesError("every token of the pattern may be missing, so that it matches nothing")
        }
        for part in parts where !part.isNegated {
            for test in part.tests { try Self.check(test) }
            let traits = part.tests.compactMap { test -> Trait? in
                guard case .trait(let trait, true) = test else { return nil }
                return trait
            }
            if traits.contains(.isUpper), traits.contains(.isLower) {
                throw CustomRulesError("no token is IS_UPPER and IS_LOWER")
            }
        }
    }

    private static func check(_ test: Test) throws(CustomRulesError) {
        switch test {
        case .lower(let words, isIn: true):
            if let word = words.sorted().first(where: { $0 != $0.lowercased() }) {
                throw CustomRulesError("LOWER is compared with small letters, '\(word)' has others")
            }
            try check(words, "LOWER")
        case .text(let words, isIn: true): try check(words, "TEXT")
        case .shape(let shapes, isIn: true):
            if shapes.isEmpty { throw CustomRulesError("SHAPE is one of none") }
        case .length(let comparison, let length):
            let isPossible: Bool =
                switch comparison {
                case .equal, .lessOrEqual: length >= 1
                case .less: length > 1
                case .unequal, .greater, .greaterOrEqual: true
                }
            if !isPossible { throw CustomRulesError("no token has LENGTH \(comparison.rawValue) \(length)") }
        default: break
        }
    }

    private static func check(_ words: Set<String>, _ name: String) throws(CustomRulesError) {
        if words.isEmpty { throw CustomRulesError("\(name) is one of none") }
        for word in words.sorted() {
            let tokens = tokens(of: word)
            guard tokens != [word] else { continue }
            throw CustomRulesError(
                tokens.count > 1
                    ? "'\(word)' is \(tokens.count) tokens (\(tokens.joined(separator: " "))); write one for each"
                    : "'\(word)' is no token")
        }
    }
}
