/// What a segment must be like to stand at a place of a ``TokenPattern``.
enum SegmentTest: Sendable, Equatable {
    case word, number, any, upper, initial, dotted, abbreviation, scheme, domain, amount, superscript, rest
    /// Digits alone, so many at most.
    case digits(Int)
    /// This and nothing else.
    case literal([UInt8])

    init(_ word: Substring) {
        switch word {
        case "word": self = .word
        case "number": self = .number
        case "any": self = .any
        case "upper": self = .upper
        case "initial": self = .initial
        case "dotted": self = .dotted
        case "abbreviation": self = .abbreviation
        case "scheme": self = .scheme
        case "domain": self = .domain
        case "amount": self = .amount
        case "superscript": self = .superscript
        case "rest": self = .rest
        case "digits2": self = .digits(2)
        case "digits4": self = .digits(4)
        default: self = .literal(Array(word.utf8))
        }
    }
}

extension SegmentTest {
    /// Whether a segment that starts with this byte may pass.
    func canStart(with byte: UInt8) -> Bool {
        switch self {
        case .literal(let literal): literal.first == byte
        case .superscript: byte == 0xC2
        case .number, .digits: byte >= 0x80 || ByteClass.table[Int(byte)] & ByteClass.digit != 0
        case .scheme, .amount, .dotted, .domain, .initial: byte < 0x80
        case .word, .any, .upper, .abbreviation, .rest: true
        }
    }
}

/// A row of segments that touch.
struct TokenPattern: Sendable, Equatable {
    var tests: [SegmentTest] = []
    /// What follows at least once, and then as often as it comes.
    var repeated: [SegmentTest] = []

    /// Reads a pattern. Nil when it is empty or its brackets are not closed.
    init?(_ text: Substring) {
        var isRepeated = false
        for word in text.split(separator: " ") {
            switch word {
            case "(" where !isRepeated && repeated.isEmpty: isRepeated = true
            case ")+" where isRepeated: isRepeated = false
            case _ where isRepeated: repeated.append(SegmentTest(word))
            case _ where repeated.isEmpty: tests.append(SegmentTest(word))
            default: return nil
            }
        }
        guard !tests.isEmpty, !isRepeated else { return nil }
    }
}
