import Testing

@testable import Kenali

@Suite("Alignment of short and long forms")
struct DefinitionAlignerTests {
    private static func words(_ text: String) -> [LongFormWord] {
        text.split(separator: " ").map { text in
            var word = LongFormWord(String(text))
            switch text.lowercased() {
            case "dan", "di", "of", "atas": word.role = .function
            case "negara": word.role = .weak
            default: break
            }
            return word
        }
    }

    private struct Words: LongFormSource {
        var words: [LongFormWord]

        func longFormWord(_ token: Int) -> LongFormWord { words[token] }
    }

    private static func align(_ words: [LongFormWord], to form: ShortForm) -> DefinitionAligner.Alignment? {
        var some = DefinitionWords(count: words.count)
        return DefinitionAligner.align(&some, to: form, in: Words(words: words))
    }

    private static func align(_ text: String, to form: ShortForm) -> DefinitionAligner.Alignment? {
        align(words(text), to: form)
    }

    @Test(
        "What a long form costs",
        arguments: [
            ("Dana Alokasi Khusus", "DAK", 0), ("Badan Usaha Milik Negara", "BUMN", 0),
            ("Kementerian Sosial", "Kemensos", 0), ("tindak pidana korupsi", "tipikor", 0),
            ("Badan Pengawas Pemilu", "Bawaslu", 2), ("minuman keras", "miras", 1),
            ("Kepolisian Negara Republik Indonesia", "Polri", 5), ("Keselamatan dan Kesehatan Kerja", "K3", 0),
            ("Indonesia Commodity Derivatives Exchange", "ICDX", 2),
            ("Badan Amil Zakat Nasional", "BAZNAS", 2),
        ])
    func cost(long: String, short: String, cost: Int) throws {
        let form = try #require(ShortForm(short))
        let found = Self.align("oleh anggota " + long, to: form)
        #expect(found?.count == long.split(separator: " ").count)
        #expect((found?.cost ?? 99) <= cost + 2, "\(found?.cost ?? 99)")
    }

    @Test(
        "No long form",
        arguments: [
            ("Menteri Sosial Saifullah Yusuf", "Ipul"), ("seorang politikus senior", "PDIP"), ("harga turun", "Rp"),
            ("Perwakilan Rakyat", "DPR"), ("satu dua", "xyz"), ("Wali Kota Semarang Agustina", "kanan"),
            ("Indonesia", "IDI"), ("dan Alokasi Khusus", "DAK"),
        ])
    func none(words: String, short: String) throws {
        let form = try #require(ShortForm(short))
        #expect(Self.align(words, to: form) == nil)
    }

    @Test("One word alone, be it said twice, is no long form")
    func oneWord() throws {
        var words = Self.words("kata undang undang")
        words[2].isTied = true
        let form = try #require(ShortForm("Und"))
        #expect(Self.align(words, to: form) == nil)
        // Tied words give nothing, and are part of what stands around them.
        let law = try #require(ShortForm("UUD"))
        words = Self.words("oleh undang undang dasar")
        words[2].isTied = true
        #expect(Self.align(words, to: law)?.count == 3)
    }

    @Test("What can be no short form", arguments: ["", "32", "A", "-", String(repeating: "A", count: 25)])
    func noShortForm(text: String) { #expect(ShortForm(text) == nil) }

    @Test(
        "Digits repeat letters",
        arguments: [("P2MI", "ppmi"), ("K3", "kkk"), ("3T", "ttt"), ("P3K", "pppk"), ("P5", "ppppp")])
    func digits(short: String, written: String) throws {
        let form = try #require(ShortForm(short))
        var letters = Letters()
        letters.append(contentsOf: written)
        #expect(form.repeated == letters)
    }
}
