import Testing

@testable import KenaliText

/// The boundaries and classes must be those of the linked ICU, for any text.
@Suite("Boundaries against ICU")
struct BoundaryTests {
    /// A million strings, each cut with the vector and with the scalar code.
    @Test("Random strings", arguments: RandomText.alphabets, 0..<2)
    func randomStrings(alphabet: RandomText.Alphabet, half: Int) {
        var iterator = BreakIterator()
        var differential = Differential()
        var random = RandomText(seed: UInt64(half + 1))
        var bytes: [UInt8] = []
        for _ in 0..<100_000 {
            random.fill(&bytes, from: alphabet)
            guard differential.check(bytes, against: { iterator.forEachSegment(in: $0, $1) }) else { return }
        }
    }

    /// Texts that are longer than any buffer, with what is hard at many distances from their blocks' borders.
    @Test("Long texts", arguments: ["a", " ", ".", "é", "\u{301}", "漢", "ก", "🇮", "1.", "a'", "\r\n", "“a” ", "_@"])
    func longTexts(part: String) {
        var iterator = BreakIterator()
        var differential = Differential()
        for before in 0..<70 {
            let bytes = Array((String(repeating: "x", count: before) + String(repeating: part, count: 300)).utf8)
            guard differential.check(bytes, against: { iterator.forEachSegment(in: $0, $1) }) else { return }
        }
    }

    @Test("A text can be cut piece by piece, in little memory")
    func pieces() {
        let text = String(repeating: "Gus Ipul, “Mensos”,\n漢字 ", count: 10_000)
        var tokenizer = Tokenizer()
        let whole = tokenizer.tokens(of: text)
        var pieces: [Token] = []
        var piece = Tokens()
        var place = TokenPlace()
        while tokenizer.nextTokens(of: text.utf8Span.span, after: &place, into: &piece) {
            #expect(piece.count < 10_000)
            pieces.append(contentsOf: piece)
        }
        #expect(pieces == Array(whole))
        #expect(place.offset == text.utf8.count)
    }
}

/// Compares the tokenizer with an iterator of ICU's over UTF-16.
struct Differential: ~Copyable {
    typealias Iterate = (Span<UInt16>, (_ end: Int, _ wordClass: WordBreakClass) -> Void) -> Void

    private var vector: WordSegmenter
    private var scalar: WordSegmenter
    private var tokens = Tokens()
    private var units: [UInt16] = []
    /// Where each unit starts, in bytes, and where the last one ends.
    private var offsets: [UInt32] = []

    init(_ rules: [UInt8] = BreakIterator.wordRules()) {
        vector = WordSegmenter(WordRules(binaryRules: rules, usesVectors: true))
        scalar = WordSegmenter(WordRules(binaryRules: rules, usesVectors: false))
    }

    /// Records an issue and answers false when the tokenizer, by vector or by scalar code, does not find the iterator's
    /// segments and classes.
    mutating func check(_ bytes: [UInt8], against iterate: Iterate) -> Bool {
        readUnits(bytes)
        for usesVectors in [true, false] {
            tokens.removeAll()
            var writer = TokenWriter(keepsBlanks: true)
            if usesVectors {
                vector.append(bytes.span, &writer, into: &tokens, limit: 1 << 30)
            } else {
                scalar.append(bytes.span, &writer, into: &tokens, limit: 1 << 30)
            }
            var count = 0
            var isRight = true
            iterate(units.span) { end, wordClass in
                isRight =
                    isRight && count < tokens.count && tokens[count].end == offsets[end]
                    && tokens[count].wordClass == wordClass
                count += 1
            }
            guard isRight, count == tokens.count else {
                let text = String(decoding: bytes, as: UTF8.self).debugDescription
                let found = tokens.map { "\($0.end):\($0.wordClass)" }.joined(separator: " ")
                var expected = ""
                iterate(units.span) { expected += "\(offsets[$0]):\($1) " }
                Issue.record("\(text) \(bytes): \(found), ICU: \(expected), vectors: \(usesVectors)")
                return false
            }
        }
        return true
    }

    /// Decodes by Swift's own parser, which takes ill-formed bytes apart as ICU does: by maximal subparts.
    private mutating func readUnits(_ bytes: [UInt8]) {
        units.removeAll(keepingCapacity: true)
        offsets.removeAll(keepingCapacity: true)
        var offset = 0
        var parser = UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        while true {
            let length: Int
            switch parser.parseScalar(from: &iterator) {
            case .emptyInput:
                offsets.append(UInt32(offset))
                return
            case .valid(let character):
                length = character.count
                for unit in Character(UTF8.decode(character)).utf16 {
                    units.append(unit)
                    offsets.append(UInt32(offset))
                }
            case .error(let count):
                length = count
                units.append(0xFFFD)
                offsets.append(UInt32(offset))
            }
            offset += length
        }
    }
}
