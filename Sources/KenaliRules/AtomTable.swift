import KenaliLexicon
import KenaliStorage
import KenaliText

/// All questions about one token that the rules of a grammar ask, by number: its atoms. They lie in an image, where an
/// ``AtomBuilder`` wrote them, and nothing is made of them at a start.
///
/// A class, though nothing of it ever changes: who asks it changes the while, and would copy a value of this size each time.
final class AtomTable: Sendable {
    /// The token is glued to the one before.
    static let glued = 0
    /// The token is the first of its sentence.
    static let sentenceStart = 1

    struct Word: Sendable, Hashable {
        var lexeme: LexemeID
        var rule: CaseRule
    }

    /// How many atoms nodes ask for, the first ones; of the others some of these are made.
    let askedCount: Int
    /// The shapes that any test asks for, and those on which letter case and glue depend.
    let shapes: TokenShape

    /// Of each test its atom, its shapes, where its classes stand, and how many of each kind these are.
    private let tests: PackedRecords
    private let testClasses: PackedTable
    /// The tests that ask for a class, by one that they ask for; behind the last class those that ask for none.
    let testsOfClasses: PackedLists
    /// Words with their case and atom, in order.
    private let words: PackedRecords
    /// Whether a rule names a word, seven bits each.
    private let namedWords: PackedTable
    private let ranges: PackedRecords
    /// Where ranges begin or have ended, in order: numbers between two of these are the same to all ranges.
    private let bounds: PackedTable
    /// Where the bytes of each template stand in ``text``, and its atom; in the order of their lengths.
    private let templates: PackedRecords
    /// The first template of each length or more.
    private let firstTemplates: PackedTable
    /// Of each byte the lengths of the templates that a token that starts with it can fit, a bit each.
    private let templateLengths: [UInt64]
    private let text: PackedBytes
    /// The unions that atoms are members of, atom by atom.
    private let unionsOfAtoms: PackedLists

    static let testFields = 8
    static let templateLengthFields = 4
    /// How many bits an integer of ``namedWords`` holds: one byte of an image.
    static let namedWordBits = 7

    init(_ image: Image, _ text: PackedBytes) {
        let sizes = image.table("rules.atoms")
        askedCount = sizes.count > 1 ? sizes[0] : 0
        shapes = TokenShape(rawValue: sizes.count > 1 ? UInt16(truncatingIfNeeded: sizes[1]) : 0)
        tests = image.records("rules.tests", fields: Self.testFields)
        testClasses = image.table("rules.testClasses")
        testsOfClasses = image.lists("rules.testsOfClasses")
        words = image.records("rules.words", fields: 3)
        namedWords = image.table("rules.namedWords")
        ranges = image.records("rules.ranges", fields: 3)
        bounds = image.table("rules.bounds")
        templates = image.records("rules.templates", fields: 2)
        firstTemplates = image.table("rules.firstTemplates")
        self.text = text
        unionsOfAtoms = image.lists("rules.unions")
        let known = image.records("rules.templateLengths", fields: Self.templateLengthFields)
        var lengths = Array(repeating: UInt64(0), count: 256)
        for index in 0..<known.count {
            let fields = (1..<Self.templateLengthFields).map { UInt64(known[index, known.fields[$0]]) }
            lengths[known[index, known.fields[0]] & 0xFF] = fields[0] | fields[1] << 28 | fields[2] << 56
        }
        templateLengths = lengths
    }

    var testCount: Int { tests.count }

    func atom(ofTest test: Int) -> Int { tests[test, tests.fields[0]] }

    func atom(ofTemplate template: Int) -> Int { templates[template, templates.fields[1]] }

    /// Reads a test.
    func test(_ index: Int) -> TokenTest {
        let fields = tests.fields
        var place = tests[index, fields[3]]
        func next(_ field: Int) -> WordClasses {
            var set = WordClasses.none
            for _ in 0..<tests[index, fields[field]] {
                set.formUnion(WordClasses(number: testClasses[place]))
                place += 1
            }
            return set
        }
        let (any, other, all, none) = (next(4), next(5), next(6), next(7))
        return TokenTest(
            any: any, other: other, all: all, none: none,
            shape: TokenShape(rawValue: UInt16(truncatingIfNeeded: tests[index, fields[1]])),
            excludedShape: TokenShape(rawValue: UInt16(truncatingIfNeeded: tests[index, fields[2]])))
    }
}

// MARK: - What holds of a token

extension AtomTable {
    /// Appends an atom, and the unions that it is a member of.
    func append(_ atom: Int, to atoms: inout IntegerList) {
        atoms.append(UInt32(atom))
        for union in unions(of: atom) { atoms.append(union) }
    }

    /// The unions that an atom is a member of.
    func unions(of atom: Int) -> [UInt32] {
        unionsOfAtoms.places(of: atom).map { UInt32(unionsOfAtoms.item(at: $0)) }
    }

    /// Whether some rule names a word.
    @inline(__always)
    func names(_ lexeme: LexemeID) -> Bool {
        guard lexeme >= 0 else { return false }
        let (place, bit) = Int(lexeme).quotientAndRemainder(dividingBy: Self.namedWordBits)
        return place < namedWords.count && namedWords[place] &>> bit & 1 != 0
    }

    /// Where the words of a lexeme begin, nil when no rule names it.
    private func firstWord(_ lexeme: Int) -> Int? {
        let lexemes = words.fields[0]
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            if words[middle, lexemes] < lexeme { low = middle + 1 } else { high = middle }
        }
        return low < words.count && words[low, lexemes] == lexeme ? low : nil
    }

    func appendWords(_ lexeme: LexemeID, _ shape: TokenShape, to atoms: inout IntegerList) {
        guard var place = firstWord(Int(lexeme)) else { return }
        let fields = words.fields
        while place < words.count, words[place, fields[0]] == Int(lexeme) {
            let rule = CaseRule(rawValue: UInt8(truncatingIfNeeded: words[place, fields[1]])) ?? .any
            if rule.allows(shape) { append(words[place, fields[2]], to: &atoms) }
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
        let fields = ranges.fields
        for range in 0..<ranges.count where ranges[range, fields[0]] <= value && value <= ranges[range, fields[1]] {
            append(ranges[range, fields[2]], to: &atoms)
        }
    }

    /// Appends the numbers of the templates that a token fits, in order.
    @inline(__always)
    func appendTemplates(of token: Token, _ bytes: Span<UInt8>, to numbers: inout IntegerList) {
        let length = Int(token.end &- token.start)
        let lengths = templateLengths[Int(bytes[Int(token.start)])]
        // Longer ones share the last bit.
        if lengths &>> UInt64(truncatingIfNeeded: min(length, 63)) & 1 != 0 {
            appendTemplates(of: token, length, bytes, to: &numbers)
        }
    }

    private func appendTemplates(
        of token: Token, _ length: Int, _ bytes: Span<UInt8>, to numbers: inout IntegerList
    ) {
        guard length + 1 < firstTemplates.count else { return }
        let range = firstTemplates[length]..<firstTemplates[length + 1]
        guard !range.isEmpty else { return }
        // They are as long as the token, and lie one behind the other.
        let bytesOfAll = text
        let text = bytesOfAll.span
        var place = templates[range.lowerBound, templates.fields[0]]
        for template in range {
            var index = 0
            while index < length, Self.fits(bytes[Int(token.start) &+ index], text[place &+ index]) { index &+= 1 }
            if index == length { numbers.append(UInt32(template)) }
            place &+= length
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
