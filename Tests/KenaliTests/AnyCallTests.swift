import KenaliLexicon
import Testing

@testable import Kenali

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
