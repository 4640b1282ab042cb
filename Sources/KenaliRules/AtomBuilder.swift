import KenaliLexicon
import KenaliStorage
import KenaliText

/// Numbers atoms while rules are compiled.
struct AtomBuilder {
    private(set) var table = AtomTable()
    private var tests: [TokenTest: Int] = [:]
    private var words: [AtomTable.Word: Int] = [:]
    private var ranges: [ClosedRange<Int>: Int] = [:]
    private var unions: [[Int]: Int] = [:]
    private var templates: [[UInt8]: Int] = [:]

    mutating func atom(_ test: TokenTest) -> Int {
        if let known = tests[test] { return known }
        let atom = table.count
        tests[test] = atom
        table.add(test, atom)
        return atom
    }

    mutating func atom(_ lexeme: LexemeID, _ rule: CaseRule) -> Int {
        let word = AtomTable.Word(lexeme: lexeme, rule: rule)
        if let known = words[word] { return known }
        let atom = table.count
        words[word] = atom
        table.add(word, atom)
        return atom
    }

    mutating func atom(_ range: ClosedRange<Int>) -> Int {
        if let known = ranges[range] { return known }
        let atom = table.count
        ranges[range] = atom
        table.add(range, atom)
        return atom
    }

    /// The atom that holds where one of these does.
    mutating func atom(anyOf atoms: [Int]) -> Int {
        let atoms = Set(atoms).sorted()
        if atoms.count == 1 { return atoms[0] }
        if let known = unions[atoms] { return known }
        let atom = table.count
        unions[atoms] = atom
        table.add(union: atoms, atom)
        return atom
    }

    mutating func atom(_ template: [UInt8]) -> Int {
        if let known = templates[template] { return known }
        let atom = table.count
        templates[template] = atom
        table.add(template, atom)
        return atom
    }
}

// MARK: - In an image

extension AtomTable {
    func write(into writer: inout ImageWriter, _ text: inout TextBuilder) {
        var tests = Array(repeating: [Int](), count: 8)
        var classes: [Int] = []
        for (test, atom) in self.tests {
            let sets = [test.any, test.other, test.all, test.none].map(\.indices)
            let row =
                [atom, Int(test.shape.rawValue), Int(test.excludedShape.rawValue), classes.count] + sets.map(\.count)
            for (field, value) in row.enumerated() { tests[field].append(value) }
            classes += sets.joined()
        }
        writer.add("rules.tests", fields: tests)
        writer.add("rules.testClasses", classes)
        writer.add(
            "rules.words",
            fields: [
                words.map { Int($0.word.lexeme) }, words.map { Int($0.word.rule.rawValue) }, words.map(\.atom),
            ])
        writer.add(
            "rules.ranges",
            fields: [ranges.map(\.range.lowerBound), ranges.map(\.range.upperBound), ranges.map(\.atom)])
        var members: [Int] = []
        var starts: [Int] = []
        for union in unions {
            starts.append(members.count)
            members += union.members
        }
        writer.add("rules.unions", fields: [starts, unions.map(\.members.count), unions.map(\.atom)])
        writer.add("rules.unionMembers", members)
        let places = templates.map { text.add($0.bytes) }
        writer.add(
            "rules.templates", fields: [places.map(\.lowerBound), places.map(\.count), templates.map(\.atom)])
    }

    init(_ image: Image, _ text: PackedBytes) {
        let tests = image.records("rules.tests", fields: 8)
        let classes = image.table("rules.testClasses")
        let test = tests.fields
        for index in 0..<tests.count {
            var place = tests[index, test[3]]
            func next(_ field: Int) -> WordClasses {
                var set = WordClasses.none
                for _ in 0..<tests[index, test[field]] {
                    set.formUnion(WordClasses(number: classes[place]))
                    place += 1
                }
                return set
            }
            let (any, other, all, none) = (next(4), next(5), next(6), next(7))
            add(
                TokenTest(
                    any: any, other: other, all: all, none: none,
                    shape: TokenShape(rawValue: UInt16(truncatingIfNeeded: tests[index, test[1]])),
                    excludedShape: TokenShape(rawValue: UInt16(truncatingIfNeeded: tests[index, test[2]]))),
                tests[index, test[0]])
        }
        let words = image.records("rules.words", fields: 3)
        for index in 0..<words.count {
            let rule = CaseRule(rawValue: UInt8(truncatingIfNeeded: words[index, words.fields[1]])) ?? .any
            add(
                Word(lexeme: LexemeID(truncatingIfNeeded: words[index, words.fields[0]]), rule: rule),
                words[index, words.fields[2]])
        }
        let ranges = image.records("rules.ranges", fields: 3)
        for index in 0..<ranges.count {
            let low = ranges[index, ranges.fields[0]]
            add(low...max(low, ranges[index, ranges.fields[1]]), ranges[index, ranges.fields[2]])
        }
        let templates = image.records("rules.templates", fields: 3)
        for index in 0..<templates.count {
            let start = templates[index, templates.fields[0]]
            let end = start + templates[index, templates.fields[1]]
            var bytes: [UInt8] = []
            for place in start..<end { bytes.append(text.span[place]) }
            add(bytes, templates[index, templates.fields[2]])
        }
        let unions = image.records("rules.unions", fields: 3)
        let members = image.table("rules.unionMembers")
        for index in 0..<unions.count {
            let start = unions[index, unions.fields[0]]
            add(
                union: (start..<start + unions[index, unions.fields[1]]).map { members[$0] },
                unions[index, unions.fields[2]])
        }
        let asked = image.table("rules.askedAtoms")
        finish(askedCount: asked.count > 0 ? min(asked[0], count) : count)
    }
}

/// Texts one behind the other.
struct TextBuilder {
    private(set) var bytes: [UInt8] = []

    mutating func add(_ text: [UInt8]) -> Range<Int> {
        bytes += text
        return bytes.count - text.count..<bytes.count
    }
}

extension WordClasses {
    /// The indices of the classes, in order.
    var indices: [Int] {
        var rest = self
        var indices: [Int] = []
        while let index = rest.popFirst() { indices.append(index) }
        return indices
    }
}
