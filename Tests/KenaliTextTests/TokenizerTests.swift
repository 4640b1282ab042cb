import Testing

@testable import KenaliText

@Suite("Tokens")
struct TokenizerTests {
    /// Expected boundaries are written into the text with `|`; white space makes no token.
    @Test(
        "ICU's word rules, without white space",
        arguments: [
            "Menteri| Sosial| (|Kemensos|)",
            "Jumat|,| 27| Desember| 2024",
            "pukul| 14.32| WIB|.",
            "S.H|.|,| M.Si|.",
            "KemenPAN|-|RB| dan| ATR|/|BPN",
            "gara|-|gara",
            "Jum'at| dan| Jum’at",
            "Rp1.000.000|,| Rp|.| 5.000",
            "“|Kami| siap|,|”| kata| Éva|…",
            "27|/|12|/|2024",
            "🙂| Gus| Ipul",
            "",
        ])
    func boundaries(marked: String) {
        let expected = marked.split(separator: "|").map { $0.drop(while: \.isWhitespace) }.map(String.init)
        let text = marked.replacing("|", with: "")
        var tokenizer = Tokenizer()
        #expect(tokenizer.tokens(of: text).map { String(text, $0) } == expected)
    }

    @Test("What lies between tokens is white space and controls only")
    func losesNothing() {
        let text = "\u{FEFF}Baris satu\r\n\tbaris\u{00A0}dua\u{2028}tiga \u{0}x\u{200D}y \u{1F1EE}\u{1F1E9}!"
        var tokenizer = Tokenizer()
        var position = 0
        let bytes = Array(text.utf8)
        for token in tokenizer.tokens(of: text) {
            let gap = String(decoding: bytes[position..<token.utf8Range.lowerBound], as: UTF8.self)
            #expect(
                gap.unicodeScalars.allSatisfy {
                    $0.properties.isWhitespace || $0.properties.generalCategory == .control
                        || $0.properties.generalCategory == .format
                })
            position = token.utf8Range.upperBound
        }
        #expect(position == bytes.count)
    }

    private static let shapes: [(text: String, shape: TokenShape)] = [
        ("Kemensos", [.word, .initialUpper]),
        ("DPR", [.word, .initialUpper, .allUpper]),
        ("KemenPAN", [.word, .initialUpper, .innerUpper]),
        ("dan", [.word, .allLower]),
        ("G20", [.word, .initialUpper, .allUpper, .digit]),
        ("H", [.word, .initialUpper, .allUpper, .singleLetter]),
        ("14.32", [.number, .digit]),
        (",", [.punctuation]),
        ("+", [.symbol]),
        ("Élan", [.word, .initialUpper, .nonASCII]),
        ("”", [.punctuation, .nonASCII]),
    ]

    @Test("Shapes", arguments: shapes)
    func shape(of text: String, is expected: TokenShape) throws {
        var tokenizer = Tokenizer()
        let tokens = tokenizer.tokens(of: text)
        let token = try #require(tokens.first)
        #expect(tokens.count == 1)
        #expect(token.shape == expected.union([.spaceBefore, .lineBefore]))
    }

    @Test("Blanks and line ends before a token show in its shape")
    func blanks() {
        var tokenizer = Tokenizer()
        let shapes = tokenizer.tokens(of: "a b,\r\nc").map(\.shape)
        #expect(shapes.map { $0.contains(.spaceBefore) } == [true, true, false, true])
        #expect(shapes.map { $0.contains(.lineBefore) } == [true, false, false, true])
    }

    @Test("A long text has little more room than tokens, however it begins", arguments: ["a\n", "satu dua\n", "、"])
    func room(pattern: String) {
        var tokenizer = Tokenizer()
        // As many tokens as make an array double that has grown by itself.
        let tokens = tokenizer.tokens(of: String(repeating: pattern, count: 1 << 17 + 1))
        #expect(tokens.storage.count < tokens.count + tokens.count / 6)
        let others = tokenizer.tokens(
            of: String(repeating: "(", count: 5000) + String(repeating: " kata yang panjang", count: 20_000))
        #expect(others.count == 65_000)
        #expect(others.storage.count < 2 * others.count + 500)
    }

    @Test("Ill-formed bytes keep their place and end nothing")
    func illFormed() {
        let bytes: [UInt8] = [0x41, 0xFF, 0x20, 0xE2, 0x80, 0x42, 0xC3]
        var tokenizer = Tokenizer()
        var tokens = Tokens()
        tokenizer.tokenize(bytes.span, into: &tokens)
        #expect(tokens.contains { $0.utf8Range == 5..<6 })
        #expect(tokens.allSatisfy { $0.start < $0.end && Int($0.end) <= bytes.count })
    }

    @Test("A tokenizer gives the same tokens when it is used again")
    func reuse() {
        var tokenizer = Tokenizer()
        let text = "Gus Ipul, Éva & “KPM” 🙂."
        let first = Array(tokenizer.tokens(of: text))
        _ = tokenizer.tokens(of: "Teks lain yang lebih panjang daripada yang pertama, 12/12/2024.")
        #expect(Array(tokenizer.tokens(of: text)) == first)
    }
}

extension String {
    /// The text of a token.
    init(_ text: String, _ token: Token) {
        self = String(decoding: Array(text.utf8)[token.utf8Range], as: UTF8.self)
    }
}
