import KenaliText
import Testing

/// Expected boundaries are written into the texts with `|`.
@Suite("Sentences")
struct SentenceTests {
    /// The sentences of a text.
    static func sentences(of text: String) -> [String] {
        var tokenizer = Tokenizer()
        var tokens = tokenizer.tokens(of: text)
        let sentences = SentenceSplitter().sentences(of: &tokens, in: text.utf8Span.span)
        let bytes = Array(text.utf8)
        return sentences.map { String(decoding: bytes[$0.utf8Range], as: UTF8.self) }
    }

    @Test("Indonesian sentences", arguments: topics)
    func boundaries(topic: Topic) {
        for marked in topic.texts {
            let expected = marked.split(separator: "|").map { part in
                String(part.drop(while: \.isWhitespace))
            }
            #expect(Self.sentences(of: marked.replacing("|", with: "")) == expected, "\(marked)")
        }
    }

    @Test(
        "A saying goes on with its clitic; a full stop behind a blank belongs to no word",
        arguments: [
            ("Benarkah itu? imbuhnya kemarin.", ["Benarkah itu? imbuhnya kemarin."]),
            ("Ia pulang. hlm . dua itu.", ["Ia pulang.", "hlm . dua itu."]),
        ])
    func edges(text: String, expected: [String]) { #expect(Self.sentences(of: text) == expected) }

    @Test("Every rule decides somewhere in these texts")
    func rules() {
        var unused = Set(SentenceRule.allCases)
        var tokenizer = Tokenizer()
        for marked in Self.topics.flatMap(\.texts) {
            let text = marked.replacing("|", with: "")
            let tokens = tokenizer.tokens(of: text)
            for decision in SentenceSplitter().decisions(on: tokens, in: text.utf8Span.span) {
                unused.remove(decision.rule)
            }
        }
        #expect(unused.isEmpty)
    }

    @Test("The decisions say where sentences begin, and why")
    func decisions() {
        let text = "Vitamin C. Dr. Sukma hadir. Ia senang."
        var tokenizer = Tokenizer()
        var tokens = tokenizer.tokens(of: text)
        let splitter = SentenceSplitter()
        let decisions = splitter.decisions(on: tokens, in: text.utf8Span.span)
        #expect(decisions.map(\.rule) == [.label, .abbreviation, .terminator])
        #expect(decisions.map(\.splits) == [true, false, true])
        let sentences = splitter.sentences(of: &tokens, in: text.utf8Span.span)
        #expect(decisions.filter(\.splits).map(\.token) == sentences.dropFirst().map(\.tokens.lowerBound))
    }

    @Test("Every token belongs to exactly one sentence, whose first token says so, whatever the text")
    func partition() {
        let parts = [
            "Satu", "dua", "A", "x", "S.H", "12", "1.000", "Dr", "No", "Tbk", "Ia", "Yahoo", "IX", "kata", ".", "...",
            "…", "!", "?", ",", ":", "-", "(", ")", "[", "]", "\"", "“", "”", "'", " ", " ", " ", "  ", "\n", "\u{A0}",
            "。", "é", "🙂",
        ]
        var random = RandomNumbers(state: 5)
        var tokenizer = Tokenizer()
        let splitter = SentenceSplitter()
        for _ in 0..<20_000 {
            var text = ""
            for _ in 0..<Int.random(in: 0...24, using: &random) { text += parts.randomElement(using: &random) ?? "" }
            var tokens = tokenizer.tokens(of: text)
            let sentences = splitter.sentences(of: &tokens, in: text.utf8Span.span)
            guard sentences.flatMap({ Array($0.tokens) }) == Array(tokens.indices),
                sentences.map(\.tokens.lowerBound)
                    == tokens.indices.filter({ tokens[$0].shape.contains(.sentenceStart) }),
                sentences.allSatisfy({ sentence in
                    sentence.utf8Range.lowerBound == Int(tokens[sentence.tokens.lowerBound].start)
                        && sentence.utf8Range.upperBound == Int(tokens[sentence.tokens.upperBound - 1].end)
                })
            else {
                Issue.record("\(text.debugDescription): \(sentences)")
                return
            }
        }
    }

    /// Many candidates behind an open bracket, quotation marks without an end: the time stays linear, no index is missed.
    @Test(
        "Hostile repetitions",
        arguments: ["(", ")", "\"", "\" ", "A. ", "(A. ", ". ", "[1]", "1. ", "Dr. ", "!\"", "…) "])
    func hostile(part: String) {
        let sentences = Self.sentences(of: String(repeating: part, count: 20_000))
        #expect(!sentences.isEmpty)
    }
}

/// Numbers that are the same in every run (SplitMix64).
private struct RandomNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}
