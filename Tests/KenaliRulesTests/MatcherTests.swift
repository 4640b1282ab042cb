import KenaliLexicon
import KenaliText
import Testing

@testable import KenaliRules

@Suite("Matcher")
struct MatcherTests {
    /// The texts that a rule's mentions cover, for every place where it can start.
    private func matches(_ pattern: String, _ text: String, table: String = "") throws -> [String] {
        let lexicon = try Lexicon(ofTable: "form\tclass\n\(table)")
        let grammar = try Grammar(
            rules: RuleFile("rule a : x 1\n    \(pattern)\n", named: "test.rules").rules, lexicon: lexicon)
        return Self.run(grammar, text)
    }

    private static func run(_ grammar: Grammar, _ text: String) -> [String] {
        var tokenizer = Tokenizer()
        var read = AnnotatedTokens()
        let bytes = text.utf8Span.span
        let sentences = read.read(bytes, &tokenizer, SentenceSplitter(), grammar.lexicon)
        var matcher = Matcher(grammar)
        var matches = Matches()
        matcher.match(read, sentences, bytes, into: &matches)
        return matches.matches.map { match in
            let range =
                Int(read.tokens[match.tokens.lowerBound].start)..<Int(read.tokens[match.tokens.upperBound - 1].end)
            return String(decoding: Array(text.utf8)[range], as: UTF8.self)
        }
    }

    @Test(
        "Notation",
        arguments: [
            ("\"a\" \"b\"?", "a b c a", ["a b", "a"]),
            ("\"a\"{2,3}", "a a a a", ["a a a", "a a a", "a a"]),
            ("(\"a\" | \"b\") \"c\"", "a c b c b", ["a c", "b c"]),
            ("\"a\" < \"b\" > \"c\"", "a b c a b", ["b"]),
            ("< \"a\" > \"-\" < \"b\" >", "a-b", ["a", "b"]),
            ("1..12 ~ \"/\" ~ 1..31", "12/31 13/1 12 /31", ["12/31"]),
            ("'99.99'", "14.32 1.32 14.3", ["14.32"]),
            ("'A.A'", "B.J a.b 1.2", ["B.J"]),
            // What a number is and what its digits look like are two things, also to a memory of tokens.
            ("'9.9'", "1 1.2", ["1.2"]),
            ("1..3 | '9.9'", "1.2 2 7 1.2 1", ["1.2", "2", "1.2", "1"]),
            ("Upper & !Letter", "A AB Ab", ["AB"]),
            ("\"a\" !(\"b\")", "a b a c", ["a"]),
            ("\"a\" =(\"b\")", "a b a c", ["a"]),
            ("^ Word", "Satu dua. Tiga", ["Satu", "Tiga"]),
            ("\"a\" \"b\"", "a. b\na\nB", []),
            ("@ \"kuat\"", "Kuat itu baik. Ia Kuat", ["Kuat"]),
            ("@ \"kuat\"", "Budi Kuat Sekali\nBudi pun kuat sekali", ["kuat"]),
            ("\"Mei\"", "mei Mei MEI", ["Mei", "MEI"]),
            // Asked again by another way to the same token, a look ahead says what it said.
            ("(x:\"a\" | y:Word) !(\"b\"? \"c\"? \"d\") Word", "a b c d e", ["d e"]),
        ])
    func notation(pattern: String, text: String, expected: [String]) throws {
        #expect(try matches(pattern, text) == expected)
    }

    @Test(
        "A look back sees what ends where it stands, and no other sentence",
        arguments: [
            ("=<(\"a\") (\"b\" | \"B\")", "a b b. a\nB", ["b"]),
            ("!<(\"a\") (\"b\" | \"B\")", "a b b. a\nB", ["b", "B"]),
            ("!<(\"a\" \"x\"?) \"b\"", "a b a x b x b x x b", ["b", "b"]),
            ("=<(place) \"b\"", "Jawa b. Barat b. Jawa Barat b. Jawa Barat Raya b", ["b", "b"]),
            ("\"a\" !<(\"x\" \"a\") Word", "x a b a c", ["a c"]),
            ("!<(\"a\"{8}) \"b\"", "a a a a a a a a b", ["b"]),
        ])
    func lookBack(pattern: String, text: String, expected: [String]) throws {
        let table = "jawa\tplace\njawa barat\tplace\n"
        #expect(try matches(pattern, text, table: table) == expected)
    }

    @Test(
        "A predicate stands wherever a class does",
        arguments: [
            ("named", ["budi", "Nasution", "Surya", "Kerja"]),
            ("named & Initial & !plain", ["Nasution"]),
            ("Plain", ["Nasution", "Tono"]),
            ("Plain & !named", ["Tono"]),
            ("named & plain", ["Surya", "Kerja"]),
            ("(named | plain) =(Lower)", ["budi"]),
        ])
    func predicates(pattern: String, expected: [String]) throws {
        let table = "form\tclass\nbudi\tgiven\nsurya\tgiven,common\nnasution\tfamily\nkerja\tfamily,verb\n"
        let lexicon = try Lexicon(ofTable: table)
        let common = try RuleFile(
            "predicate named = given | family\npredicate plain = common\n    | verb\n", named: "common.rules")
        let file = try RuleFile(
            "predicate Plain = Initial & Word & !plain\nrule a : x 1\n    \(pattern)\n", named: "test.rules",
            after: common
        )
        let grammar = try Grammar(rules: file.rules, lexicon: lexicon)
        #expect(Self.run(grammar, "budi itu Nasution Surya Tono Kerja") == expected)
    }

    @Test("A class takes the longest phrase, and a shorter one where only that leads on")
    func phrases() throws {
        let table = "jawa\tplace\njawa barat\tplace\njawa barat daya\tplace\n"
        #expect(try matches("place", "jawa barat daya", table: table) == ["jawa barat daya"])
        #expect(try matches("place \"daya\"", "jawa barat daya", table: table) == ["jawa barat daya"])
        #expect(try matches("place \"barat\"", "jawa barat daya", table: table) == ["jawa barat"])
    }

    @Test("Patterns of letters match as Swift's regular expressions do")
    func agreesWithRegex() throws {
        var random = Generator(seed: 11)
        for _ in 0..<400 {
            let (pattern, expression) = Self.pattern(depth: 3, &random)
            let regex = try Regex(expression).anchorsMatchLineEndings(false)
            let letters = (0..<8).map { _ in ["a", "b"].randomElement(using: &random) ?? "a" }
            // A literal in front keeps the rule from matching nothing.
            let found = try matches("\"x\" (\(pattern))", "x " + letters.joined(separator: " "))
            let expected = letters.joined().prefixMatch(of: regex)?.output.first?.substring
            #expect(
                found.first.map { $0.replacing(" ", with: "").dropFirst() } == expected,
                "\(pattern) on \(letters.joined())")
        }
    }

    /// A random pattern in our notation and as a regular expression.
    private static func pattern(depth: Int, _ random: inout Generator) -> (String, String) {
        guard depth > 0 else {
            let letter = Bool.random(using: &random) ? "a" : "b"
            return ("\"\(letter)\"", letter)
        }
        let one = pattern(depth: depth - 1, &random)
        let other = pattern(depth: depth - 1, &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return ("(\(one.0) | \(other.0))", "(?:\(one.1)|\(other.1))")
        case 1: return ("(\(one.0))?", "(?:\(one.1))?")
        case 2: return ("(\(one.0)){1,3}", "(?:\(one.1)){1,3}")
        case 3: return ("!(\(one.0)) \(other.0)", "(?!\(one.1))\(other.1)")
        default: return ("\(one.0) \(other.0)", "\(one.1)\(other.1)")
        }
    }

    @Test("Rules whose words do not occur make no states")
    func dispatch() throws {
        let lexicon = try Lexicon(ofTable: "form\tclass\nrapat\tmeeting\n")
        var source = "rule a : x 1\n    meeting\n"
        for index in 0..<1000 { source += "rule b\(index) : x 1\n    \"kata\(index)\" Word{1,8}\n" }
        let grammar = try Grammar(rules: RuleFile(source, named: "test.rules").rules, lexicon: lexicon)
        #expect(Self.run(grammar, "rapat kata7 satu") == ["rapat", "kata7 satu"])
        var matcher = Matcher(grammar)
        matcher.read("rapat kata7 satu rapat lain dan kata8")
        // The two first ones, and that behind "kata7"; behind "kata8" nothing follows.
        #expect(matcher.automaton.states.count <= 4)
    }

    @Test("Matches of a long sentence stand in the order of their starts, then of their rules")
    func longSentence() throws {
        let source = "rule a : x 1\n    \"a\"\nrule b : x 1\n    \"a\" y:\"b\"\n"
        let grammar = try Grammar(
            rules: RuleFile(source, named: "test.rules").rules, lexicon: Lexicon(ofTable: "form\tclass\n"))
        let found = Self.run(grammar, Array(repeating: "a b", count: 150).joined(separator: " "))
        #expect(found == Array(repeating: ["a", "a b"], count: 150).flatMap(\.self))
    }

    @Test("A sentence of many parts is read as one that is short: looks and matches reach across their bounds")
    func sentenceOfManyParts() throws {
        let period = "a" + String(repeating: " b", count: 50) + " c"
        let text = Array(repeating: period, count: 400).joined(separator: " ")
        let found = try matches("=<(\"b\" \"c\") \"a\" <\"b\"> (\"b\" \"b\"){24} \"b\" \"c\"", text)
        #expect(found == Array(repeating: "b", count: 399))
    }

    @Test("Inside a long mention of one span its rule begins again in the last tokens only")
    func longMention() throws {
        let text = Array(repeating: "a", count: 24).joined(separator: " ")
        func lengths(_ pattern: String, _ text: String) throws -> [Int] {
            try matches(pattern, text).map { $0.split(separator: " ").count }
        }
        #expect(try lengths("\"a\"{1,20}", text) == [20, 10, 6, 5, 4, 3, 2, 1])
        // From the token in front of it on, which is no part of the mention.
        #expect(try lengths("\"a\" <\"a\"{1,20}>", text) == [20, 8, 7, 6, 5, 4, 3, 2, 1])
        // A sentence of its own, and mentions of usual length.
        #expect(try lengths("\"a\"{1,20}", "a a a a a a a a a a a. a b a") == [11, 6, 5, 4, 3, 2, 1, 1, 1])
        #expect(try lengths("\"a\"{1,8}", text) == Array(repeating: 8, count: 17) + [7, 6, 5, 4, 3, 2, 1])
        #expect(try lengths("<\"a\"{12}> <\"a\">", text) == Array(repeating: [12, 1], count: 12).flatMap(\.self))
        // What is passed over in one text is not in the next.
        let grammar = try Grammar(
            rules: RuleFile("rule a : x 1\n    \"a\"{1,20}\n", named: "test.rules").rules,
            lexicon: Lexicon(ofTable: "form\tclass\n"))
        var matcher = Matcher(grammar)
        matcher.read(text)
        #expect(matcher.read("b a a") == 2)
    }

    @Test("What a trained state does not ask for is nothing new to it")
    func trained() throws {
        let source = "rule a : x 1\n    \"kata\" \"akhir\"\nrule b : x 1\n    \"lain\"\n"
        let plain = try Grammar(
            rules: RuleFile(source, named: "test.rules").rules, lexicon: Lexicon(ofTable: "form\tclass\n"))
        let grammar = plain.trained(on: ["kata satu", "satu lain"])
        var matcher = Matcher(grammar)
        matcher.read("kata lain")
        #expect(matcher.automaton.builder.closures.pool.isEmpty)
        matcher.read("kata akhir")
        #expect(!matcher.automaton.builder.closures.pool.isEmpty)
        #expect(Self.run(grammar, "kata lain kata akhir") == ["lain", "kata akhir"])
    }

    @Test("Nested repeats that fail late end soon", arguments: [10, 40])
    func bounded(length: Int) throws {
        let text = Array(repeating: "a", count: length).joined(separator: " ")
        #expect(try matches("(((\"a\"{1,8}){1,8}){1,8}) \"b\"", text).isEmpty)
    }
}

extension Matcher {
    /// Reads a text for what the matcher learns from it, and gives the number of matches.
    @discardableResult
    fileprivate mutating func read(_ text: String) -> Int {
        var tokenizer = Tokenizer()
        var read = AnnotatedTokens()
        let bytes = text.utf8Span.span
        let sentences = read.read(bytes, &tokenizer, SentenceSplitter(), grammar.lexicon)
        var matches = Matches()
        match(read, sentences, bytes, into: &matches)
        return matches.matches.count
    }
}

/// A small generator with a seed, so that a failure can be repeated.
private struct Generator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let mixed = (state ^ state >> 33) &* 0xFF51_AFD7_ED55_8CCD
        return mixed ^ mixed >> 33
    }
}

extension Lexicon {
    /// A lexicon of one table, whose classes need no declaration.
    init(ofTable table: String) throws {
        let names = table.split(separator: "\n").dropFirst().flatMap {
            $0.split(separator: "\t", omittingEmptySubsequences: false).dropFirst().first?.split(separator: ",") ?? []
        }
        self.init(classes: Set(names.map(String.init)).sorted())
        try add(table: table, named: "test.tsv")
    }
}
