import Foundation
import KenaliLexicon
import Testing

@testable import Kenali

/// Rules of the user's own beside the built-in ones.
@Suite("Rules of one's own")
struct CustomRulesTests {
    private func found(_ rules: CustomRules, _ text: String) throws -> [String] {
        try Extractor(lexicon: .builtIn, rules: rules, kinds: rules.kinds).extract(from: text).mentions.map {
            "\($0.kind.rawValue) \($0.text(in: text))"
        }
    }

    @Test("Rules in Kenali's notation, patterns and phrases, and kinds of one's own")
    func kinds() throws {
        var rules = CustomRules()
        try rules.add(rules: "rule seri : SERI 200\n    \"Seri\" <1..99>\n", named: "own.rules")
        try rules.add(phrase: "Kartu Prakerja", label: "PRODUK", id: "prakerja")
        try rules.add(
            CustomPattern(
                label: "ORGANIZATION",
                parts: [
                    CustomPattern.Part(tests: [.lower(["toko", "warung"], isIn: true)]),
                    CustomPattern.Part(tests: [.trait(.isTitle, true)], count: 1...CustomPattern.longest),
                ]))
        #expect(rules.kinds == [.custom("SERI"), .custom("PRODUK"), .organization])
        let text = "Kartu Prakerja Seri 12 di Toko Makmur Jaya, kartu prakerja seri 100."
        #expect(try found(rules, text) == ["PRODUK Kartu Prakerja", "SERI 12", "organization Toko Makmur Jaya"])
        let extraction = try Extractor(lexicon: .builtIn, rules: rules).extract(from: text)
        let product = try #require(extraction.mentions(of: .custom("PRODUK")).first)
        #expect(
            product.detail == .custom(CustomMention(label: "PRODUK", id: "prakerja"))
                && product.rule == "custom.prakerja")
        let decoded = try JSONDecoder().decode(Extraction.self, from: JSONEncoder().encode(extraction))
        #expect(decoded == extraction)
    }

    @Test("A label that names a built-in kind means it, however it is written", arguments: BuiltInKind.allCases)
    func labels(kind: BuiltInKind) throws {
        for label in [kind.rawValue, kind.rawValue.uppercased(), kind.rawValue.capitalized] {
            var rules = CustomRules()
            if [.date, .time, .duration].contains(kind) {
                #expect(throws: CustomRulesError.self) { try rules.add(phrase: "Qrwza Zwendo", label: label) }
                #expect(throws: RuleError.self) {
                    try rules.add(rules: "rule own : \(label) 200\n    \"Qrwza\"\n", named: "own.rules")
                }
            } else {
                try rules.add(phrase: "Qrwza Zwendo", label: label)
                #expect(rules.kinds == [MentionKind(kind)])
                #expect(try found(rules, "Tiba Qrwza Zwendo kemarin.") == ["\(kind) Qrwza Zwendo"])
            }
        }
    }

    @Test("What can never match is refused, with the reason")
    func refused() {
        func reason(_ test: CustomPattern.Test...) -> String? {
            var rules = CustomRules()
            do {
                try rules.add(CustomPattern(label: "X", parts: [CustomPattern.Part(tests: test)]))
                return nil
            } catch {
                return error.description
            }
        }
        #expect(reason(.lower(["Bank"], isIn: true)) == "LOWER is compared with small letters, 'Bank' has others")
        #expect(
            reason(.text(["Bank Jatim"], isIn: true)) == "'Bank Jatim' is 2 tokens (Bank Jatim); write one for each")
        #expect(reason(.text([], isIn: true)) == "TEXT is one of none")
        #expect(reason(.trait(.isUpper, true), .trait(.isLower, true)) == "no token is IS_UPPER and IS_LOWER")
        #expect(reason(.length(.less, 1)) == "no token has LENGTH < 1")
        #expect(reason(.lower(["bank"], isIn: true), .length(.greaterOrEqual, 2)) == nil)
        var rules = CustomRules()
        #expect(throws: CustomRulesError.self) { try rules.add(phrase: "hari ini", label: "date") }
        #expect(throws: CustomRulesError.self) { try rules.add(CustomPattern(label: "X", parts: [])) }
    }

    @Test("Expressions over a token")
    func expressions() throws {
        func finds(_ source: String, _ text: String) throws -> Bool { try TokenExpression(source).isFound(in: text) }
        for (source, text) in [
            ("a.c", "xabcx"), ("^[A-Z][a-z]+$", "Bank"), ("^(pt|cv)$", "cv"), ("\\d{2,3}", "a12"),
            ("(?i)^bank", "BANKIR"),
            ("^\\w+$", "Éva"), ("a*b", "b"), ("^a?b?$", ""), ("[^0-9]", "1a"), ("\\.", "S.H"), ("^(a|b|c)+$", "abcab"),
        ] {
            #expect(try finds(source, text), "\(source) \(text)")
        }
        for (source, text) in [
            ("a.c", "ac"), ("^[A-Z][a-z]+$", "bank"), ("^(pt|cv)$", "cvx"), ("\\d{3}", "a12"), ("^\\w+$", "a-b"),
            ("[^0-9]", "12"), ("^(a|b)+$", "abc"), ("x{2}", "x"),
        ] {
            #expect(try !finds(source, text), "\(source) \(text)")
        }
        for source in ["(", "a)", "[a", "*a", "a{3,1}", "(?=a)", "\\q", "a{999}"] {
            #expect(throws: CustomRulesError.self) { try TokenExpression(source) }
        }
        // Every way at once, not one after the other.
        #expect(try !finds("^(a+)+$", String(repeating: "a", count: 5000) + "b"))
    }

    @Test("Thousands of patterns that don't occur change nothing")
    func many() throws {
        var rules = CustomRules()
        for number in 0..<5000 { try rules.add(phrase: "kata\(number) Anu", label: "X") }
        let text = "Menteri Sosial Saifullah Yusuf tiba di Demak, kata17 Anu."
        let extraction = try Extractor(lexicon: .builtIn, rules: rules).extract(from: text)
        #expect(extraction.mentions.filter { $0.kind != .custom("X") } == Extractor().extract(from: text).mentions)
        #expect(extraction.mentions(of: .custom("X")).count == 1)
    }
}
