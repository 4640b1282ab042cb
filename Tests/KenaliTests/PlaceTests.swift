import KenaliLexicon
import Testing

@testable import Kenali

@Suite("Places")
struct PlaceTests {
    private static let extractor = Extractor()

    /// The places of a text, as "text = canonical name; code".
    private func places(_ text: String) -> [String] {
        Self.extractor.extract(from: text).mentions.compactMap { mention in
            guard case .location(let place) = mention.detail else { return nil }
            return "\(mention.text(in: text)) = \(place.canonicalName)" + (place.code.map { "; \($0)" } ?? "")
        }
    }

    private func entities(_ text: String) -> [Entity] {
        Self.extractor.extract(from: text).entities.filter { $0.kind == .location }
    }

    @Test(
        "Units of Indonesia and countries have their official name and code under all their names",
        arguments: [
            ("Ia tiba di Jabar.", "Jabar = Jawa Barat; 32"),
            ("Ia tiba di Provinsi Jawa Barat.", "Provinsi Jawa Barat = Jawa Barat; 32"),
            ("Ia tiba di Bandung.", "Bandung = Kota Bandung; 32.73"),
            ("Ia tiba di Kota Bandung.", "Kota Bandung = Kota Bandung; 32.73"),
            ("Ia tiba di Kab. Bandung.", "Kab. Bandung = Kabupaten Bandung; 32.04"),
            (
                "Ia tiba di Kab. Adm. Kepulauan Seribu.",
                "Kab. Adm. Kepulauan Seribu = Kabupaten Administrasi Kepulauan Seribu; 31.01"
            ),
            ("Ia tiba di Kotamadya Bandung.", "Kotamadya Bandung = Kota Bandung; 32.73"),
            ("Ia tiba di Solo.", "Solo = Kota Surakarta; 33.72"),
            ("Ia tiba di Korsel.", "Korsel = Korea Selatan; KR"),
            ("Ia tiba di Republik Indonesia.", "Republik Indonesia = Indonesia; ID"),
            ("Ia tiba di Mekah.", "Mekah = Makkah"),
            ("Ia tiba di Kabupaten Gunung Kidul.", "Kabupaten Gunung Kidul = Kabupaten Gunungkidul; 34.03"),
            ("Ia tiba di Kecamatan Merbau Mataram.", "Kecamatan Merbau Mataram = Kecamatan Merbau Mataram; 18.01.18"),
            ("saya pulang ke kota blitar.", "kota blitar = Kota Blitar; 35.72"),
            ("saya pulang ke kab blitar.", "kab blitar = Kabupaten Blitar; 35.05"),
            ("Ia tiba di Jl. Gatot Subroto.", "Jl. Gatot Subroto = Jalan Gatot Subroto"),
        ])
    func values(_ text: String, _ place: String) {
        #expect(places(text) == [place])
    }

    @Test("One place is one entity under all its names, and two places that share a name are two")
    func oneEntity() {
        let text =
            "Gubernur Jawa Barat datang. Warga Jabar dan pejabat Provinsi Jawa Barat menyambut di Kota Bandung. Bandung ramai."
        #expect(entities(text).map(\.name) == ["Jawa Barat", "Kota Bandung"])
        #expect(entities(text).first?.aliases == ["Jabar", "Provinsi Jawa Barat"])
        #expect(entities("Dari Kota Bogor ia pergi ke Kabupaten Bogor.").count == 2)
    }

    @Test("A district counts beside the region that holds it, and beside no other")
    func districts() {
        #expect(
            places("Sabu disita di Merbau Mataram, Lampung Selatan.")
                == [
                    "Merbau Mataram = Kecamatan Merbau Mataram; 18.01.18",
                    "Lampung Selatan = Kabupaten Lampung Selatan; 18.01",
                ])
        #expect(
            places("Sabu disita di Merbau Mataram, Jember.").last == "Jember = Kabupaten Jember; 35.09")
    }

    @Test("The text says which of two places a bare name means, before and after")
    func sharedNames() {
        #expect(
            places("Bogor banjir. Warga Kabupaten Bogor mengungsi. Hujan di Bogor deras.")
                == [
                    "Bogor = Kabupaten Bogor; 32.01", "Kabupaten Bogor = Kabupaten Bogor; 32.01",
                    "Bogor = Kabupaten Bogor; 32.01",
                ])
        // Both are named: the usual one is meant.
        #expect(
            places("Kota Bogor dan Kabupaten Bogor sepakat, kata orang di Bogor.").last == "Bogor = Kota Bogor; 32.71")
        // A village does not take the name of a town.
        #expect(places("Warga Desa Bandung pergi ke Bandung.").last == "Bandung = Kota Bandung; 32.73")
        #expect(
            entities("Warga Kecamatan Zorbano mengungsi. Kini di kota Zorbano sepi.").map(\.name) == [
                "Kecamatan Zorbano"
            ])
    }

    @Test("The place itself, its governor and its province settle the code")
    func context() {
        #expect(places("Bupati Kediri hadir.") == ["Kediri = Kabupaten Kediri; 35.06"])
        #expect(places("Wali Kota Kediri hadir.") == ["Kediri = Kota Kediri; 35.71"])
        #expect(
            places("Ia lahir di Banjar, Kalsel.") == [
                "Banjar = Kabupaten Banjar; 63.03", "Kalsel = Kalimantan Selatan; 63",
            ])
    }

    @Test("A body has its full name")
    func organizations() throws {
        let extraction = Self.extractor.extract(
            from: "KPK memeriksa saksi. Lembaga Bantuan Pangan Nelayan (LBPN) menolak. LBPN pergi.")
        let names = extraction.mentions.compactMap { mention -> String? in
            guard case .organization(let organization) = mention.detail else { return nil }
            return organization.canonicalName
        }
        #expect(names.first == "Komisi Pemberantasan Korupsi")
        #expect(names.last == "Lembaga Bantuan Pangan Nelayan")
    }

    @Test("A user's own places have their names, without a code")
    func ownWords() throws {
        var lexicon = Lexicon.builtIn
        try lexicon.add(
            table: "form\tclass\tvalue\nZorbania\tcountry,place.sure\tZorban Raya\n".utf8Span.span, named: "mine.tsv")
        let text = "Ia pulang ke Zorbania."
        let extraction = Extractor(lexicon: lexicon).extract(from: text)
        let detail = try #require(extraction.mentions.first?.detail)
        #expect(detail == .location(Place(canonicalName: "Zorban Raya", code: nil)))
    }

    @Test(
        "Of districts of one name that is meant whose region is named near behind it",
        arguments: [
            ("Warga Kecamatan Wonosari, Klaten mengungsi.", "Kecamatan Wonosari = Kecamatan Wonosari; 33.10.15"),
            (
                "Warga Kecamatan Wonosari yang terletak di bagian timur Klaten mengungsi.",
                "Kecamatan Wonosari = Kecamatan Wonosari; 33.10.15"
            ),
            (
                "Warga Kecamatan Wonosari yang terletak jauh di bagian timur Klaten mengungsi.",
                "Kecamatan Wonosari = Kecamatan Wonosari"
            ),
            ("Warga Kecamatan Wonosari mengungsi.", "Kecamatan Wonosari = Kecamatan Wonosari"),
        ])
    func districts(text: String, expected: String) {
        #expect(places(text).first == expected)
    }
}
