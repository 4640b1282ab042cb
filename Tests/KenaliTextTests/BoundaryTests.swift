import CByteBlock
import Testing

@testable import KenaliText

/// The boundaries and classes must be those of the linked ICU, for any text.
@Suite("Boundaries against ICU")
struct BoundaryTests {
    /// Alphabets in which the characters that are hard to get right are frequent.
    private static let alphabets: [(name: String, characters: [String])] = [
        ("ASCII", (0..<128).map { String(UnicodeScalar(UInt8($0))) }),
        ("joiners", ["a", "B", "1", "0", ".", "'", ":", "_", ",", ";", "@", " ", "\r", "\n", "\t", "-", "/"]),
        ("long words", ["abcdefghijklmnop", "12345678901234567", "    ", ".", ",", " ", "'", "é", "\u{301}", "_"]),
        (
            "beyond ASCII",
            [
                "a", "1", ".", "'", " ", "\r", "\n", ":", "_", "é", "\u{B7}", "\u{B8}", "’", "“", "”", "–", "…",
                "\u{A0}",
                "\u{301}", "\u{200D}", "\u{AD}", "\u{FEFF}", "\u{FE0F}", "\u{2028}", "\u{85}", "א", "״", "\"", "ع", "٣",
                "٫",
                "ꦗ", "ꦮ", "ꦶ", "अ", "क्", "カ", "ー", "ひ", "漢", "한", "ก", "า", "ຂ", "ក", "မ", "🙂", "👩", "👍🏽", "🇮", "🇩",
                "\u{1F3FB}", "𝐀", "𠀀", "\u{E0061}", "\u{10FFFD}", "\u{FFFD}", "ﬁ", "²", "½", "Ⅷ", "ª", "ʼ", "\u{3000}",
                "\u{2009}",
            ]
        ),
        (
            "ill-formed",
            ["a", ".", "1", " ", "é", "漢"]
        ),
    ]

    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state ^= state &<< 13
            state ^= state &>> 7
            state ^= state &<< 17
            return state
        }
    }

    private struct Segment: Equatable, CustomStringConvertible {
        var end: Int
        var wordClass: WordBreakClass

        var description: String { "\(end):\(wordClass)" }
    }

    private static func expected(_ bytes: [UInt8], _ iterator: inout BreakIterator) -> [Segment] {
        var segments: [Segment] = []
        let text = String(decoding: bytes, as: UTF8.self)
        let units = Array(text.utf16)
        // Back from units of UTF-16 to bytes. Swift repairs ill-formed bytes as ICU does, by maximal subparts.
        var offset = 0
        var unit = 0
        iterator.forEachSegment(in: units.span) { end, wordClass in
            while unit < end {
                let (scalar, length) = bytes.span.scalar(at: offset)
                unit += scalar.value < 0x10000 ? 1 : 2
                offset += length
            }
            segments.append(Segment(end: offset, wordClass: wordClass))
        }
        return segments
    }

    private static func found(_ bytes: [UInt8], _ segmenter: inout WordSegmenter, _ tokens: inout Tokens) -> [Segment] {
        tokens.removeAll()
        var writer = TokenWriter(keepsBlanks: true)
        segmenter.append(bytes.span, &writer, into: &tokens, limit: 1 << 30)
        return tokens.map { Segment(end: Int($0.end), wordClass: $0.wordClass) }
    }

    @Test("Random strings", arguments: alphabets.indices, [true, false])
    func randomStrings(alphabet: Int, usesVectors: Bool) {
        let characters = Self.alphabets[alphabet].characters.map { Array($0.utf8) }
        let isIllFormed = Self.alphabets[alphabet].name == "ill-formed"
        var generator = Generator(state: 88_172_645_463_325_252 &+ UInt64(alphabet))
        var iterator = BreakIterator()
        var segmenter = WordSegmenter(WordRules(binaryRules: BreakIterator.wordRules(), usesVectors: usesVectors))
        var tokens = Tokens()
        var bytes: [UInt8] = []
        for round in 0..<100_000 {
            bytes.removeAll(keepingCapacity: true)
            let length = Int(generator.next() % (round % 16 == 0 ? 96 : 12))
            for _ in 0..<length {
                let random = generator.next()
                if isIllFormed, random % 3 == 0 {
                    bytes.append(UInt8(truncatingIfNeeded: 0x80 + random >> 32 % 0x80))
                } else {
                    bytes.append(contentsOf: characters[Int(random % UInt64(characters.count))])
                }
            }
            let expected = Self.expected(bytes, &iterator)
            let found = Self.found(bytes, &segmenter, &tokens)
            if found != expected {
                Issue.record(
                    "\(String(decoding: bytes, as: UTF8.self).debugDescription) \(bytes): \(found), ICU: \(expected)")
                return
            }
        }
    }
}

/// The parts that ``BoundaryTests`` sees only together.
@Suite("Parts of the tokenizer")
struct SegmentationTests {
    @Test("The vector code reads blocks as the scalar code does")
    func blocks() throws {
        let table = try #require(BreakTable(binaryRules: BreakIterator.wordRules()))
        let roles = try #require(AsciiRoles(table))
        let reader = BlockReader(roles, usesVectors: true)
        defer { reader.free() }
        // Every byte in every lane.
        for start in 0..<256 {
            let bytes = (0..<64).map { UInt8(truncatingIfNeeded: start + 37 * $0) }
            var vector = ByteBlock()
            var scalar = ByteBlock()
            reader.read(&vector, at: 0, in: bytes.span, roles.roles.span)
            BlockReader.readScalar(&scalar, at: 0, in: bytes.span, roles.roles.span)
            #expect(vector.hard == scalar.hard)
            #expect(vector.upper == scalar.upper)
            #expect(vector.lower == scalar.lower)
            #expect(vector.digits == scalar.digits)
            #expect(vector.spaces == scalar.spaces)
            #expect(vector.joiners == scalar.joiners)
        }
    }

    @Test("A table that is not understood is refused, and the iterator gives the same boundaries")
    func refusedTable() {
        var rules = BreakIterator.wordRules()
        #expect(BreakTable(binaryRules: []) == nil)
        #expect(BreakTable(binaryRules: Array(rules.prefix(200))) == nil)
        rules[4] += 1
        #expect(BreakTable(binaryRules: rules) == nil)
        let text = "Jum’at 14.32, S.H. 漢字 “é” 🇮🇩\r\n@a_b "
        var tokens = Tokens()
        var expected = Tokens()
        for (rules, result) in [(WordRules(binaryRules: rules), 0), (WordRules.shared, 1)] {
            var segmenter = WordSegmenter(rules)
            var writer = TokenWriter(keepsBlanks: false)
            var found = Tokens()
            segmenter.append(text.utf8Span.span, &writer, into: &found, limit: 1 << 30)
            if result == 0 { tokens = found } else { expected = found }
        }
        #expect(tokens == expected)
    }

    @Test("No prefix of the compiled rules, and none with a byte changed, is read outside its bounds")
    func damagedTable() {
        let rules = BreakIterator.wordRules()
        for count in stride(from: 0, to: rules.count, by: 97) { _ = BreakTable(binaryRules: Array(rules[..<count])) }
        for index in 0..<80 {
            for value in [UInt8(0), 1, 0x7F, 0xFF] {
                var damaged = rules
                damaged[index] = value
                guard let table = BreakTable(binaryRules: damaged) else { continue }
                _ = table.segment(of: "é漢𠀀\u{10FFFF}a.b".utf8Span.span, from: 0)
            }
        }
    }

    @Test("The roles are those that a reader of UAX #29 expects, and are refused when they explain nothing")
    func roles() throws {
        let table = try #require(BreakTable(binaryRules: BreakIterator.wordRules()))
        let roles = try #require(AsciiRoles(table))
        #expect(roles.roles[Int(UInt8(ascii: "."))] == [.joinsLetters, .joinsDigits])
        #expect(roles.roles[Int(UInt8(ascii: "'"))] == [.joinsLetters, .joinsDigits])
        #expect(roles.roles[Int(UInt8(ascii: ","))] == .joinsDigits)
        #expect(roles.roles[Int(UInt8(ascii: "_"))] == .hard)
        #expect(roles.roles[Int(UInt8(ascii: "\r"))] == .hard)
        #expect(roles.roles[Int(UInt8(ascii: "\n"))] == [])
        #expect(roles.roles[0xC3] == .hard)
    }
}
