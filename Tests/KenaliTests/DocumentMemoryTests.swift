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
        var rules = RuleTable(ruleCount: extractor.grammar.rules.count)
        rules.learn(matches, extractor.meanings)
        index.read(matches, rules)
        let document = Document(
            bytes: bytes, text: annotated, sentences: sentences, matches: matches, index: index,
            grammar: extractor.grammar, rules: rules, classes: extractor.classes, referenceDate: nil)
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
