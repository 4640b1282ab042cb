import KenaliLexicon
import Testing

@testable import Kenali

/// Ministries in texts: all names of the registry, eras, and the offices of persons.
@Suite("Ministries")
struct MinistryTests {
    private static let extractor = Extractor()

    private func ministries(_ text: String, on date: CalendarDate? = nil) -> [(text: String, ministry: MinistryMention)]
    {
        Self.extractor.extract(from: text, referenceDate: date).mentions.compactMap { mention in
            if case .ministry(let ministry) = mention.detail { (String(mention.text(in: text)), ministry) } else { nil }
        }
    }

    /// A day on which a ministry bore its name.
    private func day(of ministry: Ministry) throws -> CalendarDate {
        for date in [ministry.since, ministry.until].compactMap(\.self) {
            if let day = CalendarDate(date) { return day }
        }
        let year = ministry.since ?? ministry.until
        return try #require(CalendarDate("\(year ?? "1980")-12-31"))
    }

    @Test(
        "Every name is found as its ministry in its era, and no minister's title is a ministry",
        arguments: MinistryRegistry.builtIn.ministries.filter { !$0.isAgency }.map(\.id))
    func names(_ id: String) throws {
        let ministry = try #require(MinistryRegistry.builtIn[id])
        let day = try day(of: ministry)
        for name in [ministry.name] + ministry.forms {
            let found = ministries("Rapat digelar pejabat \(name) kemarin sore.", on: day)
            #expect(found.map(\.text) == [name])
            #expect(found.first?.ministry.id == id, "\(name)")
            #expect(found.first?.ministry.isInForce == true, "\(name)")
        }
        for title in ministry.ministerTitles + ministry.viceMinisterTitles {
            #expect(ministries("Rapat dipimpin \(title) kemarin sore.", on: day).map(\.text) == [], "\(title)")
        }
    }

    @Test("Names are known to be in force when the document has a date")
    func force() throws {
        func isInForce(_ text: String, _ date: CalendarDate?) -> Bool? {
            ministries(text, on: date).first?.ministry.isInForce
        }
        let day = CalendarDate(year: 2025, month: 3, day: 11)
        #expect(isInForce("Data Kemensos terbit.", day) == true)
        #expect(isInForce("Data Kemendikbudristek terbit.", day) == false)
        #expect(isInForce("Data Kemensos terbit.", nil) == nil)
        #expect(isInForce("Data Kementerian Urusan Kelautan Strategis terbit.", day) == nil)
        #expect(isInForce("Data Kementerian Luar Negeri Jepang terbit.", day) == nil)
    }

    @Test("One ministry is one entity under all its names, with or without the agency behind the slash")
    func entity() throws {
        let text = "Kementerian Lingkungan Hidup menegur pabrik. KLH/BPLH menyegelnya, kata KLH."
        let entities = Self.extractor.extract(from: text).entities.filter { $0.kind == .ministry }
        #expect(entities.map(\.name) == ["Kementerian Lingkungan Hidup"])
        #expect(entities.first?.aliases == ["KLH/BPLH", "KLH"])
        #expect(entities.first?.ministryID == "kemenlh")
    }

    @Test("A short form that the document defines as something else is no ministry, a blend always is")
    func definitions() {
        #expect(ministries("Kantor Kesehatan Pelabuhan (KKP) Kelas I memeriksa suhu. KKP sibuk.").isEmpty)
        #expect(
            ministries("Kementerian Kelautan dan Perikanan (KKP) menahan kapal. KKP sibuk.").map(\.ministry.id) == [
                "kkp", "kkp", "kkp",
            ])
        #expect(ministries("Kementeri Keuangan (Kemenkeu) menyampaikan data.").map(\.text) == ["Kemenkeu"])
    }

    @Test(
        "A hard line break inside a name",
        arguments: [
            ("Pejabat Kementerian\nSosial hadir.", ["Kementerian\nSosial"]),
            ("Pejabat Kementerian Kelautan\r\ndan Perikanan hadir.", ["Kementerian Kelautan\r\ndan Perikanan"]),
            ("KEMENTERIAN KEUANGAN\nREPUBLIK INDONESIA\n\nSIARAN PERS", ["KEMENTERIAN KEUANGAN\nREPUBLIK INDONESIA"]),
            ("Sikap Kementerian Sosial\nRi Sung tiba.", ["Kementerian Sosial"]),
            ("Kementerian\n\nSosial", []),
            ("Rapat di Kementerian Sosial\nKesehatan warga dibahas.", ["Kementerian Sosial"]),
        ])
    func lineBreaks(_ text: String, _ expected: [String]) {
        #expect(ministries(text).map(\.text) == expected)
    }

    // MARK: Offices

    private func offices(_ text: String, on date: CalendarDate? = nil) -> [Office] {
        Self.extractor.extract(from: text, referenceDate: date).entities.filter { $0.kind == .person }.flatMap(
            \.offices)
    }

    @Test(
        "A role relates the person to a ministry",
        arguments: [
            ("Menteri Sosial Saifullah Yusuf hadir.", "minister kemensos"),
            ("Mensos Saifullah Yusuf hadir.", "minister kemensos"),
            ("Menteri Sosial RI Saifullah Yusuf hadir.", "minister kemensos"),
            ("Saifullah Yusuf, Menteri Sosial, hadir.", "minister kemensos"),
            ("Wakil Menteri Keuangan Suahasil Nazara hadir.", "vice_minister kemenkeu"),
            ("Wamenkeu Suahasil Nazara hadir.", "vice_minister kemenkeu"),
            ("Menko Pangan Zulkifli Hasan hadir.", "minister kemenkopangan"),
            ("Mantan Menteri Luar Negeri Retno Marsudi hadir.", "minister kemenlu former"),
            ("Mantan Wakil Menteri Luar Negeri Budi Santoso hadir.", "vice_minister kemenlu former"),
            ("Eks Mensos Saifullah Yusuf hadir.", "minister kemensos former"),
            ("Plt. Menteri Agama Budi Santoso hadir.", "minister kemenag acting"),
            ("Calon Menteri Agama Budi Santoso hadir.", "minister kemenag coming"),
            ("Sekjen Kemensos Robben Rico hadir.", "official kemensos"),
            ("Staf Khusus Menteri Sosial Rahmat Hidayat hadir.", "official kemensos"),
            ("Menteri Luar Negeri Jepang Takeshi Iwaya hadir.", "minister Jepang"),
            ("Menurut ekonom Faisal Basri, harga naik.", ""),
        ])
    func office(_ text: String, _ expected: String) {
        let found = offices(text).map { office in
            [
                office.position.rawValue, office.ministryID ?? office.country, office.isFormer ? "former" : nil,
                office.isActing ? "acting" : nil, office.isComing ? "coming" : nil,
            ].compactMap(\.self).joined(separator: " ")
        }
        #expect(found == (expected.isEmpty ? [] : [expected]))
    }

    @Test("An office names its ministry by its era, and the ministry's entity where the document has one")
    func officeLinks() throws {
        let text = "Menteri Kehutanan Budi Santoso hadir. Kementerian Kehutanan menolak, kata Menhut Budi Santoso."
        let extraction = Self.extractor.extract(from: text, referenceDate: CalendarDate(year: 2012, month: 5, day: 1))
        let office = try #require(extraction.entities.first { $0.kind == .person }?.offices.first)
        #expect(office.ministryID == "kemenhut2014" && office.ministryName == "Kementerian Kehutanan")
        #expect(office.ministryEntity.map { extraction.entities[$0].name } == "Kementerian Kehutanan")
        #expect(extraction.entities.first { $0.kind == .person }?.offices.count == 1)
        let two = offices("Menko Perekonomian sekaligus Menteri ESDM ad interim Airlangga Hartarto hadir.")
        #expect(two.map(\.ministryID) == ["kemenkoperekonomian", "kemenesdm"] && two.map(\.isActing) == [false, true])
    }

    @Test("A clitic is no part of a ministry's name, in capitals neither")
    func clitics() {
        let text = "KEMENTERIAN SOSIALNYA HADIR DI SINI. Kementerian Sosialnya, KEMENSOSNYA dan Kemensosnya."
        let expected = ["KEMENTERIAN SOSIAL", "Kementerian Sosial", "KEMENSOS", "Kemensos"]
        #expect(ministries(text).map(\.text) == expected)
        let aliases = Extractor().extract(from: text).entities.flatMap(\.aliases)
        #expect(Set(aliases) == ["KEMENTERIAN SOSIAL", "KEMENSOS", "Kemensos"], "nor of an alias")
    }
}
