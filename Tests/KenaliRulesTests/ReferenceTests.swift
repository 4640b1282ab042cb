import Foundation
import KenaliLexicon
import KenaliText
import Testing

@testable import KenaliRules

/// The automaton and the programs find exactly what the first matcher finds, in its order.
@Suite("Equal matches")
struct ReferenceTests {
    /// How many texts are compared: more with KENALI_LATTICES=1000000.
    private static let count = ProcessInfo.processInfo.environment["KENALI_LATTICES"].flatMap { Int($0) } ?? 1_000

    private static let table = """
        form\tclass
        a b\tp
        a b c\tp,q
        b\tr
        b c\tq
        b c a b\ts
        C\tr,p
        BB\ts
        Budi\tp
        """

    @Test("Random rules on random texts, with a cache that is always too small as well")
    func lattices() throws {
        var random = LatticeGenerator(seed: 7)
        let lexicon = try Lexicon(ofTable: Self.table)
        var compared = 0
        while compared < Self.count {
            let source = random.rules()
            guard let grammar = try? Grammar(rules: RuleFile(source, named: "t.rules").rules, lexicon: lexicon) else {
                continue
            }
            let definitions = try RuleFile(source, named: "t.rules").rules
            let reference = try ReferenceGrammar(rules: definitions, lexicon: grammar.lexicon)
            let texts = (0..<8).map { _ in random.text() }
            var matchers = [
                Matcher(grammar), Matcher(grammar.trained(on: Array(texts[..<4]), foreseeing: 0.2)), Matcher(grammar),
            ]
            matchers[2].largestCache = 100
            for text in texts {
                for index in matchers.indices {
                    let (found, expected) = Self.matches(&matchers[index], reference, text)
                    #expect(found == expected, "matcher \(index) on \(text)\n\(source)")
                    if found != expected { return }
                }
                compared += 1
            }
        }
    }

    /// The matches of both, as text that can be compared.
    private static func matches(
        _ matcher: inout Matcher, _ reference: ReferenceGrammar, _ text: String
    ) -> (found: [String], expected: [String]) {
        var tokenizer = Tokenizer()
        var read = AnnotatedTokens()
        let bytes = text.utf8Span.span
        let sentences = read.read(bytes, &tokenizer, SentenceSplitter(), matcher.grammar.lexicon)
        var matches = Matches()
        matcher.match(read, sentences, bytes, into: &matches)
        var expected = ReferenceMatches()
        var old = ReferenceMatcher()
        old.match(reference, read, sentences, bytes, into: &expected)
        return (
            describe(matches.matches, matches.slots, reference), describe(expected.matches, expected.slots, reference)
        )
    }

    private static func describe(_ matches: [RuleMatch], _ slots: [Int32], _ grammar: ReferenceGrammar) -> [String] {
        matches.map { match in
            let program = grammar.programs[Int(match.rule)]
            let first = Int(match.firstSlot)
            return "\(match.rule) \(match.tokens) \(slots[first..<first + 2 * program.labels.count])"
        }
    }
}

/// Random rules and texts that fit each other, so that much matches and much nearly does.
private struct LatticeGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let mixed = (state ^ state >> 33) &* 0xFF51_AFD7_ED55_8CCD
        return Int((mixed ^ mixed >> 33) % UInt64(bound))
    }

    private mutating func pick(_ choices: [String]) -> String { choices[next(choices.count)] }

    mutating func text() -> String {
        let length = next(30) == 0 ? 60 + next(40) : 1 + next(14)
        var text = ""
        for _ in 0..<length {
            text += pick([
                "a", "b", "c", "a", "b", "c", "A", "B", "C", "Bb", "BB", "Budi", "1", "07", "12", "300", "3.5", ",",
                ".", "(", "\"", "-", "x", "X", "A.B",
            ])
            text += pick([" ", " ", " ", " ", " ", "", "\n"])
        }
        return text
    }

    mutating func rules() -> String {
        (0..<1 + next(5)).map { "rule r\($0) : x \(1 + next(9))\n    \(pattern(depth: 1 + next(4), binds: true))\n" }
            .joined()
    }

    private mutating func pattern(depth: Int, binds: Bool) -> String {
        guard depth > 0 else { return token() }
        let one = pattern(depth: depth - 1, binds: binds)
        switch next(14) {
        case 0, 1: return "(\(one) | \(pattern(depth: depth - 1, binds: binds)))"
        case 2: return "(\(one))?"
        case 3: return "(\(one)){\(next(2)),\(2 + next(3))}"
        case 4: return "\(pick(["!", "="]))(\(pattern(depth: depth - 1, binds: false))) \(one)"
        case 5: return "\(one) \(pick(["!", "="]))(\(pattern(depth: depth - 1, binds: false)))"
        case 6: return "\(pick(["!<", "=<"]))(\(pattern(depth: depth - 1, binds: false))) \(one)"
        case 7: return binds ? "n\(next(3)):(\(one))" : one
        case 8: return binds ? "<\(one)>" : one
        case 9: return "\(one) \(pick(["~", "^", "@"])) \(pattern(depth: depth - 1, binds: binds))"
        default: return "\(one) \(pattern(depth: depth - 1, binds: binds))"
        }
    }

    private mutating func token() -> String {
        pick([
            "\"a\"", "\"b\"", "\"c\"", "\"a\"", "\"b\"", "\"A\"", "p", "q", "r", "s", "p & !q", "(p | r)", "Word",
            "Initial & Word", "Upper & !p", "1..12", "0..2999", "'9.9'", "'A.A'", "'99'", "\",\"", "\"(\"", "Lower",
            "Number", "Spaced & Word", "First", "Word{0,40}", "r & Upper",
        ])
    }
}
