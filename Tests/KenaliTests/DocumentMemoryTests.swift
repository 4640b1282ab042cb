import KenaliLexicon
import KenaliRules
import KenaliText
import Testing

@testable import Kenali

@Suite("What a document remembers")
struct DocumentMemoryTests {
    /// Lets a text go the first half of its way, and gives what stands and what the memory then proposes.
    private func remembered(_ text: String) -> [String] {
        let extractor = Extractor()
        let bytes = text.utf8Span.span
        var tokenizer = Tokenizer()
        var annotated = AnnotatedTokens()
        var matches = Matches()
        var index = MatchIndex()
        var matcher = Matcher(extractor.grammar)
        let sentences = annotated.read(bytes, &tokenizer, SentenceSplitter(), extractor.grammar.lexicon)
        matcher.match(annotated, sentences, bytes, into: &matches)
        index.read(matches, extractor.rules)
        let document = Document(
            bytes: bytes, text: annotated, sentences: sentences, matches: matches, index: index,
            grammar: extractor.grammar, rules: extractor.rules, classes: extractor.classes, referenceDate: nil)
        var recognizers = Recognizers()
        var proposals = Proposals()
        var resolver = Resolver()
        var memory = DocumentMemory()
        recognizers.propose(document, &proposals)
        let standing = resolver.entities(proposals, document)
        recognizers.remember(standing, document, &memory)
        proposals.removeAll(reserving: 0)
        memory.propose(in: document, without: TokenSet(), to: &proposals)
        return proposals.candidates.map { "\(document.string($0.tokens)): \(document.name(of: $0.rule))" }
    }

    @Test("A name that was proved once is known again by one of its words, where it does not stand already")
    func persons() {
        let found = remembered("Menteri Sosial Zwendo Kwimbra tiba. Usul Kwimbra itu batal.")
        #expect(found.contains("Kwimbra: person.remembered"))
        #expect(!found.contains("Zwendo Kwimbra: person.remembered"))
    }

    @Test("A short form stands for what the text says, in its own letters")
    func shortForms() {
        let found = remembered("Badan Pengkajian Zorbano (BPZ) dibuka. Pegawai BPZ hadir, bpz tidak.")
        #expect(found.contains("BPZ: organization.defined"))
        #expect(found.contains("BPZ: acronym.defined"))
        #expect(!found.contains { $0.hasPrefix("bpz") })
    }

    @Test("A form in small letters is remembered in small letters")
    func smallForms() {
        let found = remembered("Dewan menyetujui bantuan sosial (bansos). Penerima bansos bertambah.")
        #expect(found.filter { $0 == "bansos: acronym.defined" }.count == 2)
    }

    @Test("Nothing is remembered of a text that names nothing")
    func nothing() { #expect(remembered("Hujan turun sejak pagi, jalan licin.") == []) }
}

@Suite("Numbers by key, sets of tokens")
struct DocumentStorageTests {
    @Test("A table of keys has what a dictionary has, before it is emptied and after")
    func keyTable() {
        var random = SplitMix(seed: 3)
        var table = KeyTable()
        for _ in 0..<3 {
            var expected: [UInt64: Int] = [:]
            for number in 0..<500 {
                // Few different keys, some of which differ only in bits that choose no place.
                let key = UInt64.random(in: 0..<300, using: &random) << UInt64.random(in: 0..<40, using: &random)
                table[key] = number
                expected[key] = number
            }
            for (key, number) in expected { #expect(table[key] == number) }
            #expect(table[0xFFFF_FFFF_FFFF] == nil)
            table.removeAll()
            #expect(table.isEmpty)
            for key in expected.keys { #expect(table[key] == nil) }
        }
    }

    @Test("A set of tokens holds what was put into it, until it is emptied for another text")
    func tokenSet() {
        var set = TokenSet()
        #expect(!set.contains(5))
        set.removeAll(tokenCount: 200)
        set.insert(60..<70)
        set.insert(199..<200)
        #expect((0..<200).filter(set.contains) == Array(60..<70) + [199])
        set.removeAll(tokenCount: 10)
        #expect((0..<10).allSatisfy { !set.contains($0) })
    }
}

@Suite("Rules as numbers")
struct RuleTableTests {
    @Test("Every kind and every name of the built-in rules is read by somebody, and every kind is used")
    func names() {
        let grammar = BuiltInRules.grammar
        let table = RuleTable(grammar)
        let captures = Dictionary(uniqueKeysWithValues: Capture.allCases.map { ("\($0)", $0) })
        for name in grammar.captureNames { #expect(captures[name] != nil, "nothing reads '\(name)'") }
        for (index, rule) in grammar.rules.enumerated() {
            #expect(table.kinds[index].name == rule.kind)
            #expect(Int(table.weights[index]) == rule.weight)
            for (slot, name) in grammar.captures(of: index).enumerated() {
                guard let capture = captures[grammar.captureNames[name]] else { continue }
                #expect(table.slot(of: capture, in: Int32(index)) == slot)
            }
            #expect(table.slot(of: .unread, in: Int32(index)) == nil)
        }
        for kind in RuleKind.allCases { #expect(table.kinds.contains(kind), "no rule finds '\(kind.name)'") }
    }
}
