import KenaliLexicon
import KenaliStorage
import KenaliText

/// Why each rule can start at a token: what puts the rules that match at one token in order. It lies in an image; a copy that
/// was asked keeps what it has read.
struct StartReasons: Sendable {
    private let rules: PackedRecords
    private let classes: PackedTable
    /// Of the rules that were asked for, and the place of each rule there plus one.
    private var starts: [Start] = []
    private var places: [UInt32]
    private let words: PackedTable
    private let shapes: PackedTable
    /// The shapes that rules start with, in the order of the first rule of each.
    private let shapeValues: PackedTable

    /// Where a rule can start: its words and shapes by their places.
    private struct Start: Sendable {
        var classes: WordClasses
        var words: Range<Int>
        var shapes: Range<Int>
        var digits: DigitForms
    }

    /// Of each rule its classes, words and shapes, each as a place in their list and their number, and its ``DigitForms``.
    private static let fieldCount = 7

    init(_ image: Image) {
        rules = image.records("rules.starts", fields: Self.fieldCount)
        classes = image.table("rules.startClasses")
        places = Array(repeating: 0, count: rules.count)
        words = image.table("rules.startWords")
        shapes = image.table("rules.startShapes")
        shapeValues = image.table("rules.shapes")
    }

    @inline(never)
    private mutating func read(_ rule: Int) {
        let fields = rules.fields
        func range(_ field: Int) -> Range<Int> {
            let start = rules[rule, fields[field]]
            return start..<start + rules[rule, fields[field + 1]]
        }
        var set = WordClasses.none
        for place in range(0) { set.formUnion(WordClasses(number: classes[place])) }
        starts.append(
            Start(
                classes: set, words: range(2), shapes: range(4),
                digits: DigitForms(rawValue: UInt8(truncatingIfNeeded: rules[rule, fields[6]]))))
        places[rule] = UInt32(starts.count)
    }

    static func write(_ starts: [RuleStarts], into writer: inout ImageWriter) {
        var fields = Array(repeating: [Int](), count: fieldCount)
        var (classes, words, shapes): ([Int], [Int], [Int]) = ([], [], [])
        var values: [Int] = []
        for start in starts {
            let own = [
                start.classes.indices, start.words.map { Int($0) }.sorted(),
                Set(start.shapes.map { Int($0.rawValue) }).sorted().map { shape in
                    if let known = values.firstIndex(of: shape) { return known }
                    values.append(shape)
                    return values.count - 1
                },
            ]
            for (field, value) in [classes.count, own[0].count, words.count, own[1].count, shapes.count, own[2].count]
                .enumerated()
            {
                fields[field].append(value)
            }
            fields[6].append(Int(start.digits.rawValue))
            classes += own[0]
            words += own[1]
            shapes += own[2].sorted()
        }
        writer.add("rules.starts", fields: fields)
        writer.add("rules.startClasses", classes)
        writer.add("rules.startWords", words)
        writer.add("rules.startShapes", shapes)
        writer.add("rules.shapes", values)
    }

    /// Why a rule that matches at a token starts there: the lower, the earlier it is reported. Nil when nothing in the token
    /// lets it start.
    @inline(__always)
    mutating func reason(
        of rule: Int, _ annotation: Annotation, _ token: Token, _ bytes: Span<UInt8>
    ) -> Int? {
        if places[rule] == 0 { read(rule) }
        let start = starts[Int(places[rule]) &- 1]
        var classes = annotation.startClasses.intersection(start.classes)
        if let number = classes.popFirst() { return number }
        if !start.words.isEmpty {
            // Where words alone are left, it is one of them.
            if start.digits.isEmpty && start.shapes.isEmpty { return WordClasses.limit }
            if annotation.lexeme >= 0, hasWord(start.words, Int(annotation.lexeme)) { return WordClasses.limit }
        }
        if token.shape.contains(.digit), !start.digits.isEmpty, start.digits.contains(DigitForms(of: token, bytes)) {
            return WordClasses.limit + 1
        }
        for place in start.shapes {
            let shape = shapes[place]
            if token.shape.isSuperset(of: TokenShape(rawValue: UInt16(truncatingIfNeeded: shapeValues[shape]))) {
                return WordClasses.limit + 2 + shape
            }
        }
        return nil
    }

    private func hasWord(_ range: Range<Int>, _ word: Int) -> Bool {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) / 2
            if words[middle] < word { low = middle + 1 } else { high = middle }
        }
        return low < range.upperBound && words[low] == word
    }
}

/// Where a rule can start.
struct RuleStarts: Sendable {
    var classes = WordClasses.none
    var words: Set<LexemeID> = []
    /// A token that has all shapes of one of these.
    var shapes: [TokenShape] = []
    /// A token with digits in one of these forms.
    var digits: DigitForms = []

    mutating func formUnion(_ other: RuleStarts) {
        classes.formUnion(other.classes)
        words.formUnion(other.words)
        shapes += other.shapes
        digits.formUnion(other.digits)
    }
}

/// How a token with digits is written: what tells a day from a year and a time.
struct DigitForms: OptionSet, Sendable {
    var rawValue: UInt8

    /// One or two digits and nothing else.
    static let short = DigitForms(rawValue: 1 << 0)
    /// Three or more digits and nothing else.
    static let long = DigitForms(rawValue: 1 << 1)
    /// Digits with something else: `14.32`, `3Q25`.
    static let mixed = DigitForms(rawValue: 1 << 2)

    /// The forms of the numbers in a range, written without zeros in front or with one.
    init(of range: ClosedRange<Int>) {
        self = []
        if range.lowerBound < 100 { insert(.short) }
        if range.upperBound >= 100 { insert(.long) }
    }

    /// The form of the template of a token.
    init(of bytes: some Collection<UInt8>) {
        guard bytes.allSatisfy({ $0 &- 0x30 < 10 }) else {
            self = .mixed
            return
        }
        self = bytes.count <= 2 ? .short : .long
    }

    /// The form of a token that has digits.
    init(of token: Token, _ bytes: Span<UInt8>) {
        for index in token.utf8Range where bytes[index] &- 0x30 >= 10 {
            self = .mixed
            return
        }
        self = token.end - token.start <= 2 ? .short : .long
    }

    init(rawValue: UInt8) { self.rawValue = rawValue }
}
