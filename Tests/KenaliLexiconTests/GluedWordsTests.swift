import KenaliText
import Testing

@testable import KenaliLexicon

@Suite("Glued words and affixes")
struct GluedWordsTests {
    private static let table = """
        form\tclass
        kepada\tfunction
        kata\tverb
        di\tfunction
        kabarJateng\tmedia
        kabarkita\torganization.lower
        kabarBandung\torganization.lower
        sanksi\tcommon
        penulis\tcommon
        tolak\tcommon
        awan\tcommon
        KemenPAN\tministry
        rakai tolakan\tgiven
        kata penulisnya\tverb
        Kwimbra\tgiven
        Zorba\tfamily

        """

    private func read(_ text: String) throws -> (read: AnnotatedTokens, lexicon: Lexicon) {
        let lexicon = try Lexicon(ofTable: Self.table)
        return (AnnotatedTokens(reading: text, with: lexicon), lexicon)
    }

    @Test(
        "A token that pages glued together is cut where the lexicon has its parts",
        arguments: [
            ("kepadakabarJateng", "kepada|kabarJateng"), ("kepadakabarJatengdi Solo", "kepada|kabarJateng|di|Solo"),
            ("kepadakabarkita", "kepada|kabarkita"), ("Kepadakabarkitadi Solo", "Kepada|kabarkita|di|Solo"),
            ("KatakabarBandung", "Kata|kabarBandung"), ("katakabarkitaFaruk", "katakabarkitaFaruk"),
            ("katakabarkitaPenulis", "kata|kabarkita|Penulis"), ("xyzkabarkita", "xyzkabarkita"),
            ("Kemayoran2. Cirebon", "Kemayoran|2|.|Cirebon"), ("Kemayoran123. Cirebon", "Kemayoran123|.|Cirebon"),
            ("_Faruk_", "_|Faruk|_"),
            ("kataBPSkepada Solo", "kata|BPS|kepada|Solo"),
            ("KwimbraPenulis", "Kwimbra|Penulis"), ("oleh KwimbraZorba", "oleh|Kwimbra|Zorba"),
            ("kataFaruk", "kata|Faruk"), ("Huda.Alumni", "Huda|.|Alumni"), ("(Huda.Alumni)", "(|Huda|.|Alumni|)"),
            // What the lexicon has, what leaves no word of it, and what is written so.
            ("KemenPAN", "KemenPAN"), ("kabarJateng", "kabarJateng"), ("xyzFaruk", "xyzFaruk"),
            ("GlaxoSmith", "GlaxoSmith"), ("KwimbraSmith", "KwimbraSmith"), ("PenulisKwimbra", "PenulisKwimbra"),
            ("/KwimbraZorba", "/|KwimbraZorba"),
            ("S.Kom.Pd", "S.Kom.Pd"), ("kompas.com", "kompas.com"), ("14.32", "14.32"), ("Budi.X", "Budi.X"),
        ])
    func cuts(text: String, expected: String) throws {
        let (read, _) = try read(text)
        let bytes = Array(text.utf8)
        let parts = read.tokens.map { String(decoding: bytes[$0.utf8Range], as: UTF8.self) }
        #expect(parts.joined(separator: "|") == expected)
    }

    @Test("A timestamp is cut at its T, which stands between a day and an hour with minutes")
    func timestamps() throws {
        func isCut(_ text: String) throws -> Bool {
            let (read, _) = try read(text)
            let bytes = Array(text.utf8)
            return read.tokens.contains { bytes[$0.utf8Range].elementsEqual("T".utf8) }
        }
        for text in ["2026-11-28T08:15", "pada 2026-11-28T08:15:30+07:00."] {
            let wasCut = try isCut(text)
            #expect(wasCut, "\(text)")
        }
        for text in ["2026-11-28T08 WIB", "28T08:15", "2026-11-28X08:15", "2026-11-2AT08:15", "2026-11-28T08.15"] {
            let wasCut = try isCut(text)
            #expect(!wasCut, "\(text)")
        }
    }

    @Test("Soft hyphens say nothing of a word")
    func softHyphens() throws {
        let (read, lexicon) = try read("Ke\u{AD}pada sank\u{AD}si")
        let function = try #require(lexicon.classes(named: "function"))
        let common = try #require(lexicon.classes(named: "common"))
        #expect(!read.annotations[0].classes.isDisjoint(with: function))
        #expect(!read.annotations[1].classes.isDisjoint(with: common))
    }

    @Test("Parts have shapes of their own, and only the first stands behind a blank")
    func shapes() throws {
        let (read, _) = try read("lalu Huda.Alumni")
        #expect(read.tokens[1].shape.isSuperset(of: [.word, .initialUpper, .spaceBefore]))
        #expect(read.tokens[2].shape == .punctuation)
        #expect(read.tokens[3].shape.contains(.initialUpper) && !read.tokens[3].shape.contains(.spaceBefore))
        #expect(!read.tokens[3].shape.contains(.allUpper) && !read.tokens[3].shape.contains(.allLower))
    }

    @Test(
        "An unlisted word with affixes is as ordinary as its stem",
        arguments: [
            ("Disanksi", true), ("Sanksinya", true), ("Sanksikan", true), ("Memsanksi", true), ("disanksikan", true),
            ("Acungkan", true), ("Ditolak", true),
            // A short stem, no stem, a stem that is no ordinary word.
            // A word of a phrase may be a part of a name, which ends in no clitic.
            ("Penulisnya", true), ("Tolakan", false),
            ("Terawan", false), ("Disangka", false), ("Zwendonya", false), ("DISANKSI", false),
        ])
    func affixes(word: String, isOrdinary: Bool) throws {
        let (read, lexicon) = try read("x \(word)")
        let common = try #require(lexicon.classes(named: "common"))
        #expect(read.annotations[1].classes.isDisjoint(with: common) != isOrdinary)
    }
}
