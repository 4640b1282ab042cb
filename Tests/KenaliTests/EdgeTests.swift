import KenaliLexicon
import Testing

@testable import Kenali

/// Edges of single readers that longer texts hardly reach.
@Suite("Edges of readers")
struct EdgeTests {
    private static let extractor = Extractor()

    private func found(_ text: String) -> [String] {
        Self.extractor.extract(from: text).mentions.map { mention in
            let value =
                switch mention.detail {
                case .location(let place): place.code
                case .acronym(let acronym): acronym.expansion
                default: mention.temporalValue?.value
                }
            return "\(mention.kind) \(mention.text(in: text)) \(value ?? "-")"
        }
    }

    @Test(
        "What is found in a sentence, and nothing else",
        arguments: [
            // Two letters are a body's short form by chance, and two letters in front of one a part of a name.
            ("Siswa UIpada hari itu pulang.", []),
            ("KeUGM naik ke sana.", ["acronym KeUGM -"]),
            // A word joiner says nothing of a word.
            ("Ia tiba di Su\u{2060}rabaya.", ["location Su\u{2060}rabaya 35.78"]),
            // A number has one thousand, a year two semesters.
            ("Selama dua ribu tiga ribu hari.", ["duration tiga ribu hari P3000D"]),
            ("Semester III 2024 dibuka.", ["date 2024 2024"]),
            ("Semester II 2024 dibuka.", ["date Semester II 2024 2024-H2"]),
            // What ends a country's name is no clitic.
            ("Pejabat Kementerian Pertahanan Kenya hadir.", ["ministry Kementerian Pertahanan Kenya -"]),
            ("Pejabat Kementerian Sosialnya hadir.", ["ministry Kementerian Sosial -"]),
            // The second word behind the head of a name is a part of it, whatever its syllables are.
            (
                "Rapat Gerakan Sayang Masyarakat digelar. Warga Kampung Tua Gesamas hadir.",
                ["location Kampung Tua Gesamas -"]
            ),
        ])
    func edges(text: String, expected: [String]) { #expect(found(text) == expected) }

    @Test("The short form in brackets behind a minister's title is no ministry")
    func bracket() {
        let text = "Menteri Pekerjaan Umum (PU) hadir. Kementerian PU (PU) kuat."
        let found = found(text)
        #expect(found.first == "acronym PU Pekerjaan Umum")
        #expect(found.filter { $0.hasPrefix("ministry") } == ["ministry Kementerian PU -", "ministry PU -"])
    }

    @Test(
        "A ministry's short form of one's own may be shorter than a clitic, or be one", arguments: ["QZ", "Q", "NYA"])
    func shortMinistry(form: String) throws {
        var lexicon = Lexicon.builtIn
        try lexicon.add([Lexicon.Row(form: form, class: "ministry", value: "kemensos")])
        let text = "\(form) hadir. Pejabat \(form) pulang."
        let found = Extractor(lexicon: lexicon).extract(from: text).mentions(of: .ministry)
        #expect(found.map { String($0.text(in: text)) } == [form, form])
    }

    @Test("A word alone tells no sex, whatever name it is")
    func sex() {
        let entities = Self.extractor.extract(from: "Pak Dewi Santoso hadir. Dewi pulang.").entities
        #expect(entities.map(\.name) == ["Dewi Santoso"] && entities.first?.aliases == ["Dewi"])
    }

    @Test("A short form in quotation marks is defined by what it is")
    func quoted() throws {
        let text = #"Dokumen "KTQ" adalah Kartu Tanda Qrwza. KTQ dibawa."#
        let mentions = Self.extractor.extract(from: text).mentions(of: .acronym)
        #expect(mentions.count == 2 && mentions.allSatisfy { $0.rule == "acronym.defined" })
    }

    @Test("Offices of two places are two, each with the entity of its place")
    func places() throws {
        let text = "Gubernur Jawa Barat Dedi Mulyadi hadir. Dedi Mulyadi, Gubernur Jawa Tengah, pulang."
        let extraction = Self.extractor.extract(from: text)
        let person = try #require(extraction.entities.first { $0.kind == .person })
        #expect(person.offices.map(\.place) == ["Jawa Barat", "Jawa Tengah"])
        for office in person.offices {
            let entity = try #require(office.placeEntity)
            #expect(extraction.entities[entity].name == office.place)
        }
    }

    @Test(
        "In an index a former office keeps its word, and of spellings as frequent as each other the first by key stands for all"
    )
    func index() throws {
        var index = EntityIndex()
        for text in [
            "Mantan Menteri Keuangan Zwendo Kwimbra hadir.", "Pengamat M Faruk Kwimbra hadir.",
            "Pengamat Moch Faruk Kwimbra hadir.",
        ] { index.add(Self.extractor.extract(from: text)) }
        let persons = index.entities(of: .person)
        let former = try #require(persons.first { $0.name == "Zwendo Kwimbra" })
        #expect(former.offices.map(\.title) == ["Mantan Menteri Keuangan"])
        let spelt = try #require(persons.first { $0.name.hasSuffix("Faruk Kwimbra") })
        #expect(spelt.count == 2 && spelt.key == "person:faruk kwimbra")
    }
}
