/// A recognition rule: a declaration that needs no code.
package struct RuleDefinition: Sendable {
    /// Its stable name, which every mention it finds carries: `date.weekday.numeric`.
    package var name: String
    /// What it finds. KenaliRules gives this no meaning.
    package var kind: String
    /// How much each token of a match counts when matches compete.
    package var weight: Int
    var pattern: Pattern
    /// The number of its spans, repeats written out.
    var spanCount: Int
    /// Where the pattern stands, for errors.
    var place: SourcePlace
    /// The lines of its examples, which are only read when somebody asks.
    var exampleLines: [SourcePlace]

    /// An error at the rule's head.
    package func error(_ reason: String) -> RuleError { place.error(reason) }

    /// Sentences that say what the rule finds and what it must not find.
    ///
    /// - Throws: The place of the first one that is not written as an example should be.
    package func examples() throws(RuleError) -> [RuleExample] {
        var examples: [RuleExample] = []
        for place in exampleLines { examples.append(try RuleExample(place)) }
        return examples
    }
}

/// A sentence that shows what a rule does. Examples are tests.
package struct RuleExample: Sendable, Hashable {
    /// The sentence, without marks.
    package var text: String
    /// What the rule must find in it, as UTF-8 offsets; nothing, when it is a counter-example.
    package var expected: [Range<Int>]
    /// The value of the first mention, when the example gives one.
    package var value: String?
    /// The file and line of the example.
    package var file: String
    package var line: Int
}

extension RuleExample {
    /// Reads `+ text [mention] text => value` or `- text`.
    init(_ place: SourcePlace) throws(RuleError) {
        let line = place.source.drop { $0 == " " }
        let isPositive = line.hasPrefix("+")
        let source = line.dropFirst(2)
        var text = ""
        var value: String?
        var open: Int?
        var expected: [Range<Int>] = []
        var rest = source
        // The last arrow: the text may hold one of its own.
        if isPositive, let arrow = Self.lastArrow(in: source) {
            value = String(source[arrow...].dropFirst(4))
            rest = source[..<arrow]
        }
        for character in rest {
            switch character {
            case "[" where isPositive: open = text.utf8.count
            case "]" where isPositive:
                guard let start = open else { throw place.error("']' without '['") }
                expected.append(start..<text.utf8.count)
                open = nil
            default: text.append(character)
            }
        }
        if isPositive, expected.isEmpty || open != nil {
            throw place.error("an example that starts with '+' marks what is found: [ ... ]")
        }
        self.init(text: text, expected: expected, value: value, file: place.file, line: place.line)
    }

    private static func lastArrow(in source: Substring) -> Substring.Index? {
        var index = source.endIndex
        while index > source.startIndex {
            index = source.index(before: index)
            if source[index...].hasPrefix(" => ") { return index }
        }
        return nil
    }
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
