import KenaliLexicon
import KenaliText

/// All questions about one token that the rules of a grammar ask, by number: its atoms.
struct AtomTable: Sendable {
    /// The token is glued to the one before.
    static let glued = 0
    /// The token is the first of its sentence.
    static let sentenceStart = 1

    struct Word: Sendable, Hashable {
        var lexeme: LexemeID
        var rule: CaseRule
    }

    /// The number of atoms.
    private(set) var count = 2
    /// How many of them nodes ask for, the first ones; of the others some of these are made.
    private(set) var askedCount = 2
    private(set) var tests: [(test: TokenTest, atom: Int)] = []
    private(set) var words: [(word: Word, atom: Int)] = []
    private(set) var ranges: [(range: ClosedRange<Int>, atom: Int)] = []
    private(set) var templates: [(bytes: [UInt8], atom: Int)] = []

    /// Atoms that hold where one of others does.
    private(set) var unions: [(members: [Int], atom: Int)] = []

    // What follows is made of the above when all is there.

    /// The tests that ask for a class, by one that they ask for; and those that ask for none.
    private var testsByClass: [[Int]] = []
    private var otherTests: [Int] = []
    /// The unions that atoms are members of, atom by atom, and where those of each begin.
    private var unionsOfAtoms: [UInt32] = []
    private var firstUnions: [UInt32] = []
    /// Whether a rule names a word, a bit each.
    private var namedWords: [UInt64] = []
    /// The shapes that any test asks for, and those on which letter case and glue depend.
    private(set) var shapes: TokenShape = [.spaceBefore, .sentenceStart, .initialUpper, .allUpper]
    /// Where ranges begin or have ended, in order: numbers between two of these are the same to all ranges.
    private var bounds: [Int] = []
    /// The templates by their lengths, one behind the other, with their numbers; and where those of each length begin.
    private var templateBytes: [UInt8] = []
    private var templateNumbers: [UInt32] = []
    private var templateStarts: [(byte: Int, number: Int)] = []
    /// Of each byte the lengths of the templates that can start with it, a bit each.
    private var templateLengths: [UInt64] = Array(repeating: 0, count: 256)

    init() {}

    mutating func add(_ test: TokenTest, _ atom: Int) {
        tests.append((test, atom))
        count = max(count, atom + 1)
    }

    mutating func add(_ word: Word, _ atom: Int) {
        words.append((word, atom))
        count = max(count, atom + 1)
    }

    mutating func add(_ range: ClosedRange<Int>, _ atom: Int) {
        ranges.append((range, atom))
        count = max(count, atom + 1)
    }

    mutating func add(_ template: [UInt8], _ atom: Int) {
        templates.append((template, atom))
        count = max(count, atom + 1)
    }

    mutating func add(union members: [Int], _ atom: Int) {
        unions.append((members, atom))
        count = max(count, atom + 1)
    }

    /// Puts words in order, as look-ups need them, and gives atoms other numbers.
    mutating func renumber(_ numbers: [Int]) {
        words.sort { $0.word.lexeme < $1.word.lexeme }
        for index in tests.indices { tests[index].atom = numbers[tests[index].atom] }
        for index in words.indices { words[index].atom = numbers[words[index].atom] }
        for index in ranges.indices { ranges[index].atom = numbers[ranges[index].atom] }
        for index in templates.indices { templates[index].atom = numbers[templates[index].atom] }
        for index in unions.indices {
            unions[index].atom = numbers[unions[index].atom]
            unions[index].members = unions[index].members.map { numbers[$0] }.sorted()
        }
    }

    /// Makes ready for questions.
    ///
    /// - Parameter askedCount: How many atoms nodes ask for; they must be the first ones.
    mutating func finish(askedCount: Int) {
        self.askedCount = askedCount
        testsByClass = Array(repeating: [], count: WordClasses.limit)
        for (index, (test, _)) in tests.enumerated() {
            shapes.formUnion(test.shape.union(test.excludedShape))
            var keys = test.all
            if let key = keys.popFirst() {
                testsByClass[key].append(index)
            } else if !test.any.isEmpty {
                var keys = test.any
                while let key = keys.popFirst() { testsByClass[key].append(index) }
            } else {
                otherTests.append(index)
            }
        }
        gatherUnions()
        namedWords = Array(repeating: 0, count: Int(words.last?.word.lexeme ?? 0) / 64 + 1)
        for (word, _) in words { namedWords[Int(word.lexeme) / 64] |= 1 << UInt64(word.lexeme % 64) }
        bounds = Set(ranges.flatMap { [$0.range.lowerBound, $0.range.upperBound + 1] }).sorted()
        var byLength: [[Int]] = []
        for (index, (bytes, _)) in templates.enumerated() where !bytes.isEmpty {
            while byLength.count <= bytes.count { byLength.append([]) }
            byLength[bytes.count].append(index)
            // Longer ones share the last bit.
            let length: UInt64 = 1 << UInt64(min(bytes.count, 63))
            switch bytes[0] {
            case UInt8(ascii: "9"): for byte in 0x30...0x39 { templateLengths[byte] |= length }
            case UInt8(ascii: "A"): for byte in 0x41...0x5A { templateLengths[byte] |= length }
            default: templateLengths[Int(bytes[0])] |= length
            }
        }
        for indices in byLength + [[]] {
            templateStarts.append((templateBytes.count, templateNumbers.count))
            for index in indices {
                templateBytes += templates[index].bytes
                templateNumbers.append(UInt32(index))
            }
        }
    }
}

extension AtomTable {
    private mutating func gatherUnions() {
        firstUnions = Array(repeating: 0, count: count + 1)
        for (members, _) in unions { for member in members { firstUnions[member + 1] += 1 } }
        for atom in 0..<count { firstUnions[atom + 1] += firstUnions[atom] }
        unionsOfAtoms = Array(repeating: 0, count: Int(firstUnions[count]))
        var places = firstUnions
        for (members, atom) in unions {
            for member in members {
                unionsOfAtoms[Int(places[member])] = UInt32(atom)
                places[member] += 1
            }
        }
    }
}

// MARK: - What holds of a token

extension AtomTable {
    /// Appends the tests that hold of classes and a shape.
    ///
    /// - Parameters:
    ///   - isPhrase: Of a phrase only tests that ask for classes can hold.
    ///   - asked: A bit for each test, all empty before and after.
    func appendTests(
        _ classes: WordClasses, _ shape: TokenShape, isPhrase: Bool, to atoms: inout IntegerList,
        _ asked: inout [UInt64]
    ) {
        var keys = classes
        while let key = keys.popFirst() {
            for index in testsByClass[key] where asked[index / 64] >> UInt64(index % 64) & 1 == 0 {
                asked[index / 64] |= 1 << UInt64(index % 64)
                if tests[index].test.allows(classes, shape) { atoms.append(UInt32(tests[index].atom)) }
            }
        }
        for word in asked.indices { asked[word] = 0 }
        guard !isPhrase else { return }
        for index in otherTests where tests[index].test.allows(classes, shape) {
            atoms.append(UInt32(tests[index].atom))
        }
    }

    /// Appends the unions of the atoms that are there.
    func appendUnions(to atoms: inout IntegerList) {
        for index in 0..<atoms.count {
            let atom = Int(atoms[index])
            for place in Int(firstUnions[atom])..<Int(firstUnions[atom + 1]) { atoms.append(unionsOfAtoms[place]) }
        }
    }

    /// Whether some rule names a word.
    @inline(__always)
    func names(_ lexeme: LexemeID) -> Bool {
        lexeme >= 0 && Int(lexeme) / 64 < namedWords.count
            && namedWords[Int(lexeme) / 64] >> UInt64(lexeme % 64) & 1 != 0
    }

    /// Where the words of a lexeme begin, nil when no rule names it.
    private func firstWord(_ lexeme: LexemeID) -> Int? {
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            if words[middle].word.lexeme < lexeme { low = middle + 1 } else { high = middle }
        }
        return low < words.count && words[low].word.lexeme == lexeme ? low : nil
    }

    func appendWords(_ lexeme: LexemeID, _ shape: TokenShape, to atoms: inout IntegerList) {
        guard var place = firstWord(lexeme) else { return }
        while place < words.count, words[place].word.lexeme == lexeme {
            if words[place].word.rule.allows(shape) { atoms.append(UInt32(words[place].atom)) }
            place += 1
        }
    }

    /// What a token is as a number: 0 when it is none, else one more than the bounds that it has reached.
    func numberClass(_ token: Token, _ bytes: Span<UInt8>) -> Int {
        guard token.shape.contains(.number), token.end - token.start <= 9 else { return 0 }
        var value = 0
        for index in token.utf8Range {
            let digit = bytes[index] &- 0x30
            guard digit < 10 else { return 0 }
            value = value * 10 + Int(digit)
        }
        var low = 0
        var high = bounds.count
        while low < high {
            let middle = (low + high) / 2
            if bounds[middle] <= value { low = middle + 1 } else { high = middle }
        }
        return low + 1
    }

    func appendRanges(_ numberClass: Int, to atoms: inout IntegerList) {
        // The bound that was reached last stands for the number; below all of them no range begins.
        guard numberClass > 1 else { return }
        let value = bounds[numberClass - 2]
        for (range, atom) in ranges where range.contains(value) { atoms.append(UInt32(atom)) }
    }

    /// Appends the numbers of the templates that a token fits, in order.
    @inline(__always)
    func appendTemplates(of token: Token, _ bytes: Span<UInt8>, to numbers: inout IntegerList) {
        let length = Int(token.end &- token.start)
        let lengths = templateLengths[Int(bytes[Int(token.start)])]
        if lengths &>> UInt64(truncatingIfNeeded: min(length, 63)) & 1 != 0 {
            appendTemplates(of: token, length, bytes, to: &numbers)
        }
    }

    private func appendTemplates(
        of token: Token, _ length: Int, _ bytes: Span<UInt8>, to numbers: inout IntegerList
    ) {
        guard length &+ 1 < templateStarts.count else { return }
        let (templates, start) = (templateBytes.span, Int(token.start))
        var (place, number) = templateStarts[length]
        while number < templateStarts[length &+ 1].number {
            var index = 0
            while index < length, Self.fits(bytes[start &+ index], templates[place &+ index]) { index &+= 1 }
            if index == length { numbers.append(templateNumbers[number]) }
            place &+= length
            number &+= 1
        }
    }

    @inline(__always)
    private static func fits(_ byte: UInt8, _ template: UInt8) -> Bool {
        switch template {
        case UInt8(ascii: "9"): byte &- 0x30 < 10
        case UInt8(ascii: "A"): byte &- 0x41 < 26
        default: byte == template
        }
    }
}
