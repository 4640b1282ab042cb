import Testing

@testable import KenaliText

@Suite("Offsets")
struct OffsetIndexTests {
    @Test("Every boundary of a character in every unit", arguments: OffsetUnit.allCases)
    func agreesWithString(unit: OffsetUnit) {
        // Longer than several checkpoints, with characters of one to four bytes across their borders.
        let text = String(repeating: "aé€🙂", count: 50) + "z"
        let bytes = text.utf8Span.span
        let index = OffsetIndex(bytes, unit: unit)
        for position in text.unicodeScalars.indices {
            let utf8 = text.utf8.distance(from: text.startIndex, to: position)
            let expected =
                switch unit {
                case .utf8: utf8
                case .utf16: text.utf16.distance(from: text.startIndex, to: position)
                case .codepoint: text.unicodeScalars.distance(from: text.startIndex, to: position)
                }
            #expect(index.offset(ofUTF8: utf8, in: bytes) == expected)
        }
    }

    @Test("The end of a text is a boundary, also at a checkpoint")
    func end() {
        for count in 60...70 {
            let text = String(repeating: "é", count: count)
            let index = OffsetIndex(text.utf8Span.span, unit: .codepoint)
            #expect(index.offset(ofUTF8: 2 * count, in: text.utf8Span.span) == count)
        }
    }

    @Test("Bytes are ASCII when all are, the last one too")
    func ascii() {
        func isASCII(_ bytes: [UInt8]) -> Bool { bytes.span.isASCII }
        #expect(isASCII(Array("Gus Ipul".utf8)) && isASCII([]))
        for place in 0..<5 {
            var bytes = Array("abcde".utf8)
            bytes[place] = 0xE9
            #expect(!isASCII(bytes))
        }
    }
}
