import KenaliLexicon
import Testing

@testable import KenaliRules

@Suite("Rule files")
struct RuleFileTests {
    @Test(
        "A wrong rule is answered with its place",
        arguments: [
            (
                "rule a : date 90\n    day:1..31 (\"x\"\n",
                "test.rules:2:19: expected ')'\n    day:1..31 (\"x\"\n                  ^"
            ),
            ("rule a : date\n    Word\n", "test.rules:1:1: expected 'rule name : kind weight'\nrule a : date\n^"),
            ("hello\n", "test.rules:1:1: expected 'rule', 'let' or 'predicate'\nhello\n^"),
            ("  hello\n", "test.rules:1:1: this line belongs to no rule\n  hello\n^"),
            (
                "rule a : date 90\n    $Day\n",
                "test.rules:2:5: no 'let' before this line defines $Day\n    $Day\n    ^"
            ),
            (
                "rule a : date 90\n    Word{1,99}\n",
                "test.rules:2:15: a repeat is {n} or {m,n} with m ≤ n ≤ 32\n    Word{1,99}\n              ^"
            ),
            (
                "predicate a = b & Word | c\n",
                "test.rules:1:26: what stands beside '|' is a word class, or a predicate of word classes alone"
                    + "\npredicate a = b & Word | c\n                         ^"
            ),
            (
                "predicate a = Word\npredicate b = !a\n",
                "test.rules:2:16: '!' needs a predicate of word classes alone\npredicate b = !a\n               ^"
            ),
            (
                "predicate a = b\npredicate a = c\n",
                "test.rules:2:1: 'a' is defined already\npredicate a = c\n^"
            ),
            (
                "predicate Upper = a | b\n",
                "test.rules:1:1: 'Upper' is defined already\npredicate Upper = a | b\n^"
            ),
            (
                "rule a : date 90\n    1..99999999999\n",
                "test.rules:2:5: a number has at most 8 digits\n    1..99999999999\n    ^"
            ),
            (
                "rule a : date 90\n    0..2147483648\n",
                "test.rules:2:5: a number has at most 8 digits\n    0..2147483648\n    ^"
            ),
            (
                "rule a : date 90\n    ((((<\"a\">){32}){32}){32}){32}\n",
                "test.rules:2:24: a rule marks at most 1000 mentions once its repeats are written out\n"
                    + "    ((((<\"a\">){32}){32}){32}){32}\n                       ^"
            ),
            (
                "rule a : date 99999999999\n    Word\n",
                "test.rules:1:1: a weight is at most 1000000\nrule a : date 99999999999\n^"
            ),
            ("rule a : date 90\n    \"x\n", "test.rules:2:5: the quotation is not closed\n    \"x\n    ^"),
            ("rule a : date 90\n    Word *\n", "test.rules:2:10: unexpected '*'\n    Word *\n         ^"),
        ])
    func syntax(source: String, message: String) {
        let error = #expect(throws: RuleError.self) { try RuleFile(source, named: "test.rules") }
        #expect(error?.description == message)
    }

    @Test(
        "A rule that can never be right is refused",
        arguments: [
            ("nowhere", "there is no class 'nowhere'"),
            ("Word?", "the pattern matches nothing at all, so it would match everywhere"),
            ("((((Word{32}){32}){32}){32})", "the pattern is too large once its repeats are written out"),
            ("((((((\"a\"){32}){32}){32}){32}){32}){32}", "the pattern is too large once its repeats are written out"),
        ])
    func meaning(pattern: String, reason: String) throws {
        let rules = try RuleFile("rule a : date 90\n    \(pattern)\n", named: "test.rules").rules
        let error = #expect(throws: RuleError.self) { try Grammar(rules: rules, lexicon: Lexicon(classes: [])) }
        #expect(error?.reason == reason)
        #expect(error?.line == 1)
    }

    @Test("Deep nesting is refused, not followed until the stack ends")
    func nesting() {
        let source = "rule a : date 90\n    \(String(repeating: "(", count: 100_000))\n"
        let error = #expect(throws: RuleError.self) { try RuleFile(source, named: "test.rules") }
        #expect(error?.reason == "brackets are nested too deep")
    }

    @Test("Examples: marks give places, an arrow the value")
    func examples() throws {
        let source = "rule a : date 90\n    Word\n    + Rapat [besok] dan [lusa]. => x -> y\n    - Tidak [ada].\n"
        let rule = try #require(try RuleFile(source, named: "test.rules").rules.first)
        let examples = try rule.examples()
        #expect(examples.map(\.text) == ["Rapat besok dan lusa.", "Tidak [ada]."])
        #expect(examples.map(\.expected) == [[6..<11, 16..<20], []])
        #expect(examples.map(\.value) == ["x -> y", nil])
        #expect(examples.map(\.line) == [3, 4])
    }

    @Test("A file uses what another one defines that was read before, and its own definitions come after")
    func use() throws {
        let names = "predicate small = Lower & Word\nlet Pair = (small small)\n"
        let rules = try RuleFile.rules(of: [
            (name: "a.rules", text: names),
            (name: "b.rules", text: "use a.rules\nlet Three = ($Pair small)\nrule b : x 1\n    $Three\n"),
            (name: "c.rules", text: "let Pair = (Upper)\nrule c : x 1\n    $Pair\n"),
        ])
        #expect(rules.map(\.name) == ["b", "c"])
    }

    @Test(
        "What is used must be read before, and stands in front",
        arguments: [
            "use b.rules\n", "use c.rules\n", "let X = Word\nuse a.rules\n", "rule a : x 1\n    Word\nuse a.rules\n",
        ])
    func misuse(text: String) {
        let error = #expect(throws: RuleError.self) {
            try RuleFile.rules(of: [(name: "a.rules", text: "let Y = Word\n"), (name: "b.rules", text: text)])
        }
        #expect(error?.reason == "expected 'use' and a file read before, in front of all else")
    }
}
