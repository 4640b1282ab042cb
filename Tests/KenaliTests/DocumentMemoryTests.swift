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
            grammar: DocumentGrammar(extractor.grammar), rules: rules, classes: extractor.classes, referenceDate: nil)
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

    @Test("A place is remembered without its head, a full stop behind the head is none of its name")
    func headlessPlaces() {
        let found = remembered("Warga Kec. Zwolana resah. Menurut camat, Zwolana ramai.")
        #expect(found.contains("Zwolana: location.remembered"))
    }

    @Test("What is only the name of a tract is no place without the word for it")
    func tracts() {
        let found = remembered("Kawasan Zwolana ramai. Menurut camat, Zwolana sepi.")
        #expect(!found.contains("Zwolana: location.remembered"))
    }

    @Test("A line in capitals does not say where the name of a place ends")
    func shoutedPlaces() {
        func found(_ street: String) -> Bool {
            remembered("\(street) Menurut camat, Jl Wendora Parah ramai.")
                .contains { $0.hasPrefix("Jl Wendora Parah: ") }
        }
        #expect(found("Warga tinggal di Jl Wendora Parah, kata camat."))
        #expect(!found("WARGA TINGGAL DI JL WENDORA PARAH, KATA CAMAT."))
    }

    @Test("A place named often leaves room for others that start with its first word")
    func oftenNamed() {
        let often = String(repeating: "Warga Kampung Wendora resah. ", count: 10)
        let found = remembered(often + "Ia tiba di Kampung Wendora Zwolana. Menurut camat, Wendora Zwolana sepi.")
        #expect(found.contains("Wendora Zwolana: location.remembered"))
    }

    @Test("A name that is a common word needs more than the capital of a sentence")
    func commonNames() {
        let found = remembered("Menteri Sosial Zwendo Negara tiba. Negara itu terang. Usul Negara batal.")
        #expect(found.filter { $0 == "Negara: person.remembered" }.count == 1)
    }

    @Test("A common word that only stands inside a name is not remembered as its bearer")
    func wordsInNames() {
        let found = remembered("Menteri Sosial Zwendo Rencana tiba. Usul Rencana batal. Usul Zwendo batal.")
        #expect(!found.contains("Rencana: person.remembered"))
        #expect(found.contains("Zwendo: person.remembered"))
    }

    @Test("A word of grammar at the start of a sentence is nobody, and an article belongs to the name behind it")
    func grammarAndArticles() {
        let found = remembered(
            "Menteri Sosial Lalu Zwendo tiba. Lalu ia pergi. Hakim memanggil Mahmud al-Qwarzi. Kabar Al-Qwarzi cepat.")
        #expect(!found.contains("Lalu: person.remembered"))
        #expect(found.contains("Al-Qwarzi: person.remembered"))
    }

    @Test("Where a name is that of a thing nobody is remembered")
    func things() {
        let extraction = Extractor().extract(from: "Menteri Sosial Zwendo Kwimbra tiba. Wawancara di Kwimbra batal.")
        #expect(extraction.entities.first?.mentions.count == 1)
        #expect(extraction.mentions.filter { $0.kind == .person }.count == 1)
    }

    @Test("Nothing is remembered of a text that names nothing")
    func nothing() { #expect(remembered("Hujan turun sejak pagi, jalan licin.") == []) }
}
