import KenaliText

/// Reads rule files, in the notation that the article `Rules.md` of Kenali's documentation describes.
///
/// ```
/// # A comment.
/// let Day = day:1..31
/// predicate named = given | family
///
/// rule date.weekday.numeric : date 90
///     weekday:weekday "(" $Day "/" month:1..12 "/" year:1900..2100 ")"
///     + Rapat digelar [Selasa (21/10/2025)] di Jakarta. => 2025-10-21
///     - Skor akhir (21/10) untuk tuan rumah.
/// ```
package struct RuleFile: Sendable {
    /// The rules in the order of the file.
    package private(set) var rules: [RuleDefinition] = []

    private let file: String
    /// The largest weight of a rule: it is multiplied with the number of tokens.
    private static let mostWeight = 1_000_000
    private var names = PatternParser.Names()
    private var predicateCount = 0

    /// Reads the text of a file, with the definitions and predicates that another one made.
    ///
    /// - Parameter others: The files that it may name behind `use`; they were read with the same definitions.
    /// - Complexity: O(*n*), *n* the length of the text with its definitions written out.
    package init(
        _ text: String, named file: String, after common: RuleFile? = nil, using others: [RuleFile] = []
    ) throws(RuleError) {
        self.file = file
        if let common {
            names = common.names
            predicateCount = common.predicateCount
        }
        // Bytes, not characters: rules of a user's are read at each start.
        let lines = Self.lines(of: text)
        var declarations = 0
        var index = 0
        while index < lines.count {
            let line = lines[index]
            let start = index
            index += 1
            guard let head = line.utf8.first, head != UInt8(ascii: "#"), !line.unindented.isEmpty else { continue }
            guard head != UInt8(ascii: " ") else { throw place(start, lines).error("this line belongs to no rule") }
            // A declaration goes on in the indented lines below it.
            var body: [(number: Int, text: Substring)] = []
            while index < lines.count, lines[index].utf8.first == UInt8(ascii: " ") {
                body.append((index, lines[index]))
                index += 1
            }
            declarations += 1
            if line.utf8.starts(with: "use ".utf8) {
                guard declarations == 1, let other = others.first(where: { line.dropFirst(4) == $0.file }) else {
                    throw place(start, lines).error("expected 'use' and a file read before, in front of all else")
                }
                names = other.names
                predicateCount = other.predicateCount
            } else if line.utf8.starts(with: "let ".utf8) {
                try readDefinition(start, body, lines)
            } else if line.utf8.starts(with: "predicate ".utf8) {
                try readPredicate(start, body, lines)
            } else if line.utf8.starts(with: "rule ".utf8) {
                try readRule(start, body, lines)
            } else {
                throw place(start, lines).error("expected 'rule', 'let' or 'predicate'")
            }
        }
    }

    private static func lines(of text: String) -> [Substring] {
        var lines: [Substring] = []
        let bytes = text.utf8Span.span
        var start = text.utf8.startIndex
        var length = 0
        for index in 0..<bytes.count {
            guard bytes[index] == UInt8(ascii: "\n") else {
                length += 1
                continue
            }
            let end = text.utf8.index(start, offsetBy: length)
            lines.append(text[start..<end])
            start = text.utf8.index(after: end)
            length = 0
        }
        lines.append(text[start...])
        return lines
    }

    private func place(_ line: Int, _ lines: [Substring], column: Int = 1) -> SourcePlace {
        SourcePlace(file: file, line: line + 1, column: column, source: String(lines[line]))
    }

    private mutating func readDefinition(
        _ start: Int, _ body: [(number: Int, text: Substring)], _ lines: [Substring]
    ) throws(RuleError) {
        var (name, parser) = try declaration("let Name = pattern", start, body, lines)
        let pattern = try parser.parse()
        names.definitions[name] = PatternParser.Definition(pattern: pattern, spanCount: parser.spanCount)
        predicateCount = parser.predicateCount
    }

    private mutating func readPredicate(
        _ start: Int, _ body: [(number: Int, text: Substring)], _ lines: [Substring]
    ) throws(RuleError) {
        var (name, parser) = try declaration("predicate name = class | class", start, body, lines)
        let predicate = try parser.parsePredicate()
        guard names.predicates.updateValue(predicate, forKey: name) == nil, TokenShape.named[name] == nil else {
            throw place(start, lines).error("'\(name)' is defined already")
        }
        predicateCount = parser.predicateCount
    }

    /// The name that a declaration gives, and a parser of what stands behind its `=`.
    private func declaration(
        _ form: String, _ start: Int, _ body: [(number: Int, text: Substring)], _ lines: [Substring]
    ) throws(RuleError) -> (name: String, parser: PatternParser) {
        guard let equals = lines[start].firstIndex(of: "="), let blank = lines[start].firstIndex(of: " ") else {
            throw place(start, lines).error("expected '\(form)'")
        }
        let name = lines[start][blank..<equals].filter { $0 != " " }
        var parser = PatternParser(file: file, names: names, predicateCount: predicateCount)
        parser.append(lines[start][lines[start].index(after: equals)...], of: lines[start], line: start + 1)
        for part in body where part.text.unindented.utf8.first != UInt8(ascii: "#") {
            parser.append(part.text, of: part.text, line: part.number + 1)
        }
        return (name, parser)
    }

    private mutating func readRule(
        _ start: Int, _ body: [(number: Int, text: Substring)], _ lines: [Substring]
    ) throws(RuleError) {
        let words = lines[start].utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) }
        guard words.count == 5, words[2] == ":", let weight = Int(words[4]), weight > 0 else {
            throw place(start, lines).error("expected 'rule name : kind weight'")
        }
        guard weight <= Self.mostWeight else {
            throw place(start, lines).error("a weight is at most \(Self.mostWeight)")
        }
        var parser = PatternParser(file: file, names: names, predicateCount: predicateCount)
        var examples: [SourcePlace] = []
        for part in body {
            let text = part.text.unindented
            let mark = text.utf8.first
            if mark == UInt8(ascii: "+") || mark == UInt8(ascii: "-") {
                examples.append(place(part.number, lines))
            } else if mark != UInt8(ascii: "#") {
                parser.append(part.text, of: part.text, line: part.number + 1)
            }
        }
        let pattern = try parser.parse()
        predicateCount = parser.predicateCount
        rules.append(
            RuleDefinition(
                name: String(words[1]), kind: String(words[3]), weight: weight,
                pattern: pattern, spanCount: parser.spanCount, place: place(start, lines),
                exampleLines: examples))
    }
}

extension Substring {
    /// The text without blanks at its start.
    fileprivate var unindented: Substring { Substring(utf8.drop { $0 == UInt8(ascii: " ") }) }
}
