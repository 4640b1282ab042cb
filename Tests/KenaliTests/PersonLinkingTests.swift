import Testing

@testable import Kenali

@Suite("Persons of one document")
struct PersonLinkingTests {
    private static let extractor = Extractor()

    /// The persons of a text, each with its mentions as they are written.
    private func persons(_ text: String) -> [String: [String]] {
        let extraction = Self.extractor.extract(from: text)
        let entities = extraction.entities.filter { $0.kind == .person }
        return Dictionary(
            uniqueKeysWithValues: entities.map { entity in
                (
                    entity.name,
                    entity.mentions.compactMap { index in
                        extraction.mentions[index].kind == .person
                            ? String(extraction.mentions[index].text(in: text)) : nil
                    }
                )
            })
    }

    @Test("A first name goes before a last one, however near")
    func firstName() {
        let found = persons(
            "Presiden Prabowo Subianto hadir. Kapolri Jenderal Listyo Sigit Prabowo menyambutnya. Prabowo lalu berpidato."
        )
        #expect(found["Prabowo Subianto"] == ["Prabowo Subianto", "Prabowo"])
        #expect(found["Listyo Sigit Prabowo"] == ["Jenderal Listyo Sigit Prabowo"])
    }

    @Test("A short name may be the beginning of a longer one, and initials are a name")
    func beginnings() {
        let found = persons(
            "Ketua panitia, Radityawarman Kusnoto, membuka acara. \"Kami siap,\" kata Radit. Radit lalu pulang.")
        #expect(found["Radityawarman Kusnoto"] == ["Radityawarman Kusnoto", "Radit", "Radit"])
        let other = persons(
            "Ketua panitia, Radityawarman Kusnoto, membuka acara. Pedagang bernama Radit (24) menonton.")
        #expect(other["Radityawarman Kusnoto"] == ["Radityawarman Kusnoto"], "the text says who Radit is")
        let initials = persons("Polisi menahan Hendra Gumilang (HG) kemarin. Saudara HG membantah.")
        #expect(initials["Hendra Gumilang"] == ["Hendra Gumilang", "HG", "Saudara HG"])
    }

    @Test("What several are, or somebody else is, is no office of whoever is named beside")
    func roles() {
        func roles(_ text: String) -> [String?] {
            Self.extractor.extract(from: text).mentions.compactMap {
                if case .person(let person) = $0.detail { person.role } else { nil }
            }
        }
        #expect(roles("Kepada para siswa, Hendra Gumilang berpesan agar rajin.") == [nil])
        #expect(roles("Ia mengumumkan calon pelatih pengganti Hendra Gumilang kemarin.") == [nil])
        #expect(roles("Pakar hukum, Hendra Gumilang, menolak.") == ["Pakar hukum"])
        #expect(roles("Kabinet pimpinan Presiden Prabowo Subianto bekerja.") == ["Presiden"])
    }

    @Test("Honorifics tell a couple apart")
    func sex() {
        let found = persons(
            "Bapak Hendra Wirawan dan Ibu Yuliana Wirawan berjualan. Pak Wirawan memasak. Bu Wirawan melayani pembeli.")
        #expect(found["Hendra Wirawan"] == ["Bapak Hendra Wirawan", "Pak Wirawan"])
        #expect(found["Yuliana Wirawan"] == ["Ibu Yuliana Wirawan", "Bu Wirawan"])
    }

    @Test("Kin of one surname are two, and whoever is known by a name is no alias of another")
    func others() {
        let extractor = Extractor()
        func names(_ text: String) -> [String] {
            extractor.extract(from: text).entities.filter { $0.kind == .person }.map(\.name).sorted()
        }
        #expect(names("Raline Wirastuti hadir. Ayahnya, Rahmat Wirastuti, menyusul.").count == 2)
        #expect(names("Musk juga disebut Trump berada di masa kelam. Trump berpidato.").count == 2)
    }

    @Test("Well-known nicknames belong to the full name that the text has, and only to it")
    func nickname() {
        let found = persons(
            "Abdurrahman Wahid terpilih. Gus Dur lalu pergi. Jokowi menyusul, kata Noel Wicks. Noel pun pulang.")
        #expect(found["Abdurrahman Wahid"] == ["Abdurrahman Wahid", "Gus Dur"])
        #expect(found["Jokowi"] == ["Jokowi"])
        #expect(found["Noel Wicks"] == ["Noel Wicks", "Noel"])
    }

    @Test("Siblings who share the first and the last word are two; a short form of a first name is one person")
    func siblings() {
        let found = persons(
            "Andi Amran Sulaiman bertemu Andi Sudirman Sulaiman. Edward Omar Sharif Hiariej, atau Eddy Hiariej, hadir.")
        #expect(found["Andi Amran Sulaiman"] != nil && found["Andi Sudirman Sulaiman"] != nil)
        #expect(found["Edward Omar Sharif Hiariej"]?.count == 2)
    }

    @Test("A beginning leaves out two letters at least, and is nobody's where two names begin so")
    func edgesOfBeginnings() {
        func persons(_ name: String) -> Int {
            self.persons("Ketua panitia, \(name) Kusnoto, membuka acara. \"Kami siap,\" kata Radit.").count
        }
        #expect(persons("Raditya") == 1)
        #expect(persons("Raditi") == 2)
        let two = self.persons(
            "Ketua panitia, Radityawarman Kusnoto, dan bendahara Raditama Wibowo hadir. \"Kami siap,\" kata Radit.")
        #expect(two["Radit"] == ["Radit"])
    }

    @Test("One full name is two persons where the honorifics say so")
    func sexOfFullNames() {
        let extraction = Self.extractor.extract(from: "Bapak Wirawan Kusnoto tiba. Ibu Wirawan Kusnoto pulang.")
        #expect(extraction.entities.count == 2)
    }

    @Test("A club and the town of its name are two")
    func kinds() {
        let extraction = Self.extractor.extract(
            from: "Liverpool menang 2-0 atas Arsenal. Ia lahir di Liverpool, Inggris. Pelatih Liverpool itu pulang.")
        let entities = extraction.entities.filter { $0.name == "Liverpool" }
        #expect(entities.map(\.kind) == [.organization, .location])
        #expect(entities.map(\.mentions.count) == [2, 1])
    }
}
