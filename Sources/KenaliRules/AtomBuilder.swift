import KenaliLexicon
import KenaliStorage
import KenaliText

/// Numbers atoms while rules are compiled, and writes them as an ``AtomTable`` reads them.
struct AtomBuilder {
    /// The number of atoms.
    private(set) var count = 2
    private var tests = Numbers<TokenTest>()
    private var words = Numbers<AtomTable.Word>()
    private var ranges = Numbers<ClosedRange<Int>>()
    private var unions = Numbers<[Int]>()
    private var templates = Numbers<[UInt8]>()

    /// Questions of a kind, in the order in which they came, with their atoms.
    private struct Numbers<Question: Hashable> {
        private(set) var all: [(question: Question, atom: Int)] = []
        private var atoms: [Question: Int] = [:]

        mutating func atom(_ question: Question, _ count: inout Int) -> Int {
            if let known = atoms[question] { return known }
            defer { count += 1 }
            atoms[question] = count
            all.append((question, count))
            return count
        }
    }

    mutating func atom(_ test: TokenTest) -> Int { tests.atom(test, &count) }

    mutating func atom(_ lexeme: LexemeID, _ rule: CaseRule) -> Int {
        words.atom(AtomTable.Word(lexeme: lexeme, rule: rule), &count)
    }

    mutating func atom(_ range: ClosedRange<Int>) -> Int { ranges.atom(range, &count) }

    mutating func atom(_ template: [UInt8]) -> Int { templates.atom(template, &count) }

    /// The atom that holds where one of these does.
    mutating func atom(anyOf atoms: [Int]) -> Int {
        let atoms = Set(atoms).sorted()
        return atoms.count == 1 ? atoms[0] : unions.atom(atoms, &count)
    }
}

// MARK: - In an image

extension AtomBuilder {
    /// Writes all atoms.
    ///
    /// - Parameters:
    ///   - numbers: The number that each atom is to have.
    ///   - askedCount: How many of them nodes ask for; they must be the first ones.
    func write(
        as numbers: [Int], askedCount: Int, into writer: inout ImageWriter, _ text: inout TextBuilder
    ) {
        writer.add("rules.atoms", [askedCount, Int(shapes.rawValue)])
        writeTests(numbers, into: &writer)
        writeWords(numbers, into: &writer)
        let ranges = self.ranges.all
        writer.add(
            "rules.ranges",
            fields: [
                ranges.map(\.question.lowerBound), ranges.map(\.question.upperBound), ranges.map { numbers[$0.atom] },
            ])
        writer.add(
            "rules.bounds", Set(ranges.flatMap { [$0.question.lowerBound, $0.question.upperBound + 1] }).sorted())
        writeTemplates(numbers, into: &writer, &text)
        var unionsOfAtoms = Array(repeating: [Int](), count: count)
        for (members, atom) in unions.all {
            for member in members { unionsOfAtoms[numbers[member]].append(numbers[atom]) }
        }
        writer.add("rules.unions", lists: unionsOfAtoms)
    }

    /// See ``AtomTable/shapes``.
    private var shapes: TokenShape {
        tests.all.reduce(into: [.spaceBefore, .sentenceStart, .initialUpper, .allUpper]) {
            $0.formUnion($1.question.shape.union($1.question.excludedShape))
        }
    }

    private func writeTests(_ numbers: [Int], into writer: inout ImageWriter) {
        var fields = Array(repeating: [Int](), count: AtomTable.testFields)
        var classes: [Int] = []
        var ofClasses = Array(repeating: [Int](), count: WordClasses.limit + 1)
        for (index, (test, atom)) in tests.all.enumerated() {
            let sets = [test.any, test.other, test.all, test.none].map(\.indices)
            let row =
                [numbers[atom], Int(test.shape.rawValue), Int(test.excludedShape.rawValue), classes.count]
                + sets.map(\.count)
            for (field, value) in row.enumerated() { fields[field].append(value) }
            classes += sets.joined()
            let keys = test.all.isEmpty ? test.any.indices : Array(test.all.indices.prefix(1))
            for key in keys.isEmpty ? [WordClasses.limit] : keys { ofClasses[key].append(index) }
        }
        writer.add("rules.tests", fields: fields)
        writer.add("rules.testClasses", classes)
        writer.add("rules.testsOfClasses", lists: ofClasses)
    }

    private func writeWords(_ numbers: [Int], into writer: inout ImageWriter) {
        let words = self.words.all.sorted { $0.question.lexeme < $1.question.lexeme }
        writer.add(
            "rules.words",
            fields: [
                words.map { Int($0.question.lexeme) }, words.map { Int($0.question.rule.rawValue) },
                words.map { numbers[$0.atom] },
            ])
        let last = Int(words.last?.question.lexeme ?? -1)
        var named = Array(repeating: 0, count: last / AtomTable.namedWordBits + 1)
        for (word, _) in words {
            named[Int(word.lexeme) / AtomTable.namedWordBits] |= 1 << (Int(word.lexeme) % AtomTable.namedWordBits)
        }
        writer.add("rules.namedWords", named)
    }

    private func writeTemplates(
        _ numbers: [Int], into writer: inout ImageWriter, _ text: inout TextBuilder
    ) {
        // In the order of their lengths, so that those that a token can fit stand side by side.
        let templates = self.templates.all.enumerated()
            .sorted { ($0.element.question.count, $0.offset) < ($1.element.question.count, $1.offset) }.map(\.element)
        var firsts: [Int] = []
        var lengths = Array(repeating: UInt64(0), count: 256)
        for (index, (bytes, _)) in templates.enumerated() where !bytes.isEmpty {
            while firsts.count <= bytes.count { firsts.append(index) }
            // Longer ones share the last bit.
            let length: UInt64 = 1 << UInt64(min(bytes.count, 63))
            switch bytes[0] {
            case UInt8(ascii: "9"): for byte in 0x30...0x39 { lengths[byte] |= length }
            case UInt8(ascii: "A"): for byte in 0x41...0x5A { lengths[byte] |= length }
            default: lengths[Int(bytes[0])] |= length
            }
        }
        writer.add(
            "rules.templates",
            fields: [templates.map { text.add($0.question).lowerBound }, templates.map { numbers[$0.atom] }])
        writer.add("rules.firstTemplates", firsts + [templates.count])
        let starts = lengths.indices.filter { lengths[$0] != 0 }
        let part: UInt64 = 1 << 28 - 1
        writer.add(
            "rules.templateLengths",
            fields: [starts] + [0, 28, 56].map { shift in starts.map { Int(lengths[$0] >> UInt64(shift) & part) } })
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

/// Texts by number: equal ones have one.
struct NumberedTexts {
    private(set) var texts: [[UInt8]] = []
    private var numbers: [String: Int] = [:]

    mutating func number(of text: String) -> Int {
        if let known = numbers[text] { return known }
        numbers[text] = texts.count
        texts.append(Array(text.utf8))
        return texts.count - 1
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
