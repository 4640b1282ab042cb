import CByteBlock
import Testing

@testable import KenaliText

/// The parts that `BoundaryTests` sees only together.
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
