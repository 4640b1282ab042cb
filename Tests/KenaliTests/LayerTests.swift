import KenaliLexicon
import Testing

@testable import Kenali

@Suite("Layers of mentions")
struct LayerTests {
    private static let extractor = Extractor()

    private func acronyms(_ text: String) -> [String] {
        let extraction = Self.extractor.extract(from: text)
        #expect(extraction.brokenInvariant(in: text) == nil)
        return extraction.mentions.filter { $0.kind == .acronym }.map { String($0.text(in: text)) }
    }

    @Test("A defined short form does not reach across the start of a body")
    func acrossStart() {
        let found = acronyms("Ketua Umum Pengurus Pusat (Ketum PP). Ketum PP Muhammadiyah.")
        // A mention for each word, and none that reaches from the office into the body.
        #expect(found == ["Ketum", "PP", "Ketum", "PP"])
    }

    @Test(
        "Nothing crosses the end of an entity, or holds one",
        arguments: [
            "Jong-un Ki-un J-K)", "Pasien dirawat di Rumah Sakit Rujukan Covid-19 Kota Bandung.",
            "Jaksa Agung Muda Intelijen (JAM Intel) hadir. JAM Intel Kejagung.",
            "Kementerian (PANYA) dan KEMENTERIAN SOSIALNYA.",
            "Presiden Turki (Presiden Turki) Recep Tayyip Erdogan tiba di Turki.",
        ])
    func nested(text: String) {
        _ = acronyms(text)
    }

    @Test("Which tokens the entity layer admits")
    func admission() {
        func candidate(_ tokens: Range<Int>, _ kind: CandidateKind = .mention(.organization)) -> Candidate {
            Candidate(kind: kind, tokens: tokens, weight: 1, rule: .rule(0))
        }
        let layer = EntityLayer([candidate(2..<5), candidate(6..<9, .other), candidate(9..<10)])
        for tokens in [0..<2, 2..<5, 3..<4, 5..<6, 5..<8, 8..<9, 9..<10, 10..<12] { #expect(layer.admits(tokens)) }
        for tokens in [1..<3, 4..<6, 1..<6, 8..<10, 9..<11, 0..<12] { #expect(!layer.admits(tokens)) }
        // No word of a person's name, no title and no degree is an acronym.
        let named = EntityLayer([candidate(2..<5, .mention(.person)), candidate(7..<8, .mention(.person))])
        for tokens in [0..<2, 5..<7, 7..<8] { #expect(named.admits(tokens)) }
        for tokens in [2..<5, 3..<4, 4..<6] { #expect(!named.admits(tokens)) }
    }
}

@Suite("Calls that any caller may make")
struct AnyCallTests {
    @Test("Days beyond the calendar are none")
    func farDays() throws {
        let day = try #require(CalendarDate(year: 2024, month: 2, day: 28))
        for days in [Int.max, .min, .max - 800_000, 3_000_000, -740_000, 1 << 40] {
            #expect(day.adding(days: days) == nil)
        }
        #expect(day.adding(days: 2)?.description == "2024-03-01")
        #expect(CalendarDate(year: 1, month: 1, day: 1)?.adding(days: -1) == nil)
        let last = try #require(CalendarDate(year: 9999, month: 12, day: 31))
        #expect(last.adding(days: 1) == nil && last.adding(days: 0) == last)
    }

    @Test("A lexicon without words makes an extractor that knows no words")
    func emptyLexicon() throws {
        let text = "Menteri Sosial Gus Ipul, Usaha Mikro Kecil Menengah (UMKM), 27/12/2024, Kemensos pukul 10.30."
        let extraction = Extractor(lexicon: Lexicon()).extract(from: text)
        #expect(extraction.brokenInvariant(in: text) == nil)
        let kinds = Set(extraction.mentions.map(\.kind))
        #expect(!kinds.contains(.person) && !kinds.contains(.ministry))
    }

    @Test("A lexicon of one's own words alone, with as many classes as there can be")
    func ownLexicon() throws {
        var lexicon = Lexicon()
        let names = (lexicon.classNames.count..<WordClasses.limit).map { "own\($0)" }
        for name in names { try lexicon.addClass(named: name) }
        #expect(throws: LexiconError.self) { try lexicon.addClass(named: "one.more") }
        let classes = names.joined(separator: ",")
        try lexicon.add(
            table: "form\tclass\tvalue\nQRWZ\tacronym\tQuasi Regu\nqwx\t\(classes)\t\n".utf8Span.span, named: "own")
        let text = "Kata QRWZ dan Gus Ipul."
        let extraction = Extractor(lexicon: lexicon).extract(from: text)
        let acronyms = extraction.mentions.compactMap { mention -> String? in
            if case .acronym(let acronym) = mention.detail { acronym.expansion } else { nil }
        }
        #expect(acronyms == ["Quasi Regu"])
    }

    @Test("A negative number of near names is none")
    func nearNames() { #expect(MinistryRegistry.builtIn.nearNames(to: "Kemensoss", limit: -1).isEmpty) }
}
