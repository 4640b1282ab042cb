/// A recognition rule: a declaration that needs no code.
public struct RuleDefinition: Sendable {
    /// Its stable name, which every mention it finds carries: `date.weekday.numeric`.
    public var name: String
    /// What it finds. KenaliRules gives this no meaning.
    public var kind: String
    /// How much each token of a match counts when matches compete.
    public var weight: Int
    /// Sentences that say what the rule finds and what it must not find.
    public var examples: [RuleExample]
    var pattern: Pattern
    /// Where the pattern stands, for errors.
    var place: SourcePlace
}

/// A sentence that shows what a rule does. Examples are tests.
public struct RuleExample: Sendable, Hashable {
    /// The sentence, without marks.
    public var text: String
    /// What the rule must find in it, as UTF-8 offsets; nothing, when it is a counter-example.
    public var expected: [Range<Int>]
    /// The value of the first mention, when the example gives one.
    public var value: String?
    /// The file and line of the example.
    public var file: String
    public var line: Int
}

/// A place in a rule file.
struct SourcePlace: Sendable {
    var file: String
    var line: Int
    var column: Int
    var source: String

    func error(_ reason: String) -> RuleError {
        RuleError(file: file, line: line, column: column, source: source, reason: reason)
    }
}
