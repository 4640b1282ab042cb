import Testing

@testable import Kenali

/// The offices of persons: what they are, of what, and how they are held.
@Suite("Offices")
struct OfficeTests {
    private static let extractor = Extractor()

    private func offices(_ text: String) -> [Office] {
        Self.extractor.extract(from: text, referenceDate: CalendarDate(year: 2025, month: 10, day: 21)).entities
            .filter { $0.kind == .person }.flatMap(\.offices)
    }

    @Test(
        "An office says what it is, of what, and how it is held",
        arguments: [
            ("Gubernur Bali Wayan Koster hadir.", "Gubernur | - | Bali 51"),
            ("Wagub Jatim Rahmat Hidayat hadir.", "Wakil Gubernur | - | Jawa Timur 35"),
            ("Mantan Wakil Gubernur Jawa Barat Rahmat Hidayat hadir.", "Wakil Gubernur | - | Jawa Barat 32 former"),
            ("Calon Wali Kota Solo Rahmat Hidayat hadir.", "Wali Kota | - | Kota Surakarta 33.72 coming"),
            (
                "Plt. Kepala Dinas Sosial Kota Bandung Rahmat Hidayat hadir.",
                "Kepala | Dinas Sosial Kota Bandung | - acting"
            ),
            ("Kapolres Demak AKBP Rahmat Hidayat hadir.", "Kepala Kepolisian Resor | - | Kabupaten Demak 33.21"),
            ("Ketua Komisi III DPR RI Rahmat Hidayat hadir.", "Ketua | Komisi III DPR RI | -"),
            ("Presiden Prancis Emmanuel Macron hadir.", "Presiden | - | Prancis FR"),
            ("Sekjen PBB Antonio Guterres hadir.", "Sekretaris Jenderal | Perserikatan Bangsa-Bangsa | -"),
            ("Petani Rahmat Hidayat hadir.", ""),
        ])
    func office(_ text: String, _ expected: String) {
        let found = offices(text).map { office in
            let place = [office.place, office.placeCode].compactMap(\.self).joined(separator: " ")
            let states = [(office.isFormer, " former"), (office.isActing, " acting"), (office.isComing, " coming")]
            return "\(office.position.rawValue) | \(office.body ?? "-") | \(place.isEmpty ? "-" : place)"
                + states.filter(\.0).map(\.1).joined()
        }
        #expect(found == (expected.isEmpty ? [] : [expected]))
    }

    @Test(
        "What says how an office is held is said of the one that it stands at",
        arguments: [
            ("Menko Perekonomian sekaligus Menteri ESDM ad interim Airlangga Hartarto hadir.", [false, true]),
            ("Budi Santoso, Menteri Sosial Staf Ahli ad interim, hadir.", [false]),
            ("Budi Santoso, Menteri Sosial ad interim, hadir.", [true]),
            ("Budi Santoso, Menteri Sosial Wakil Ketua Plt. Menteri Pertahanan, hadir.", [false, true]),
        ])
    func acting(text: String, expected: [Bool]) {
        #expect(offices(text).map(\.isActing) == expected)
    }

    @Test("Names of one office are one, and what it is of is tied to its entity")
    func oneOffice() throws {
        let text =
            "Presiden RI Prabowo Subianto hadir. Presiden Prabowo pulang. Presiden Republik Indonesia Prabowo pamit."
        let extraction = Self.extractor.extract(from: text)
        let offices = try #require(extraction.entities.first { $0.kind == .person }?.offices)
        #expect(offices.count == 1)
        #expect(offices.first?.position.rawValue == "Presiden" && offices.first?.place == "Indonesia")
        let body = try #require(self.offices("Ketua KPK Rahmat Hidayat hadir. KPK bekerja.").first)
        #expect(body.body == "Komisi Pemberantasan Korupsi" && body.bodyEntity != nil)
    }

    @Test("Two offices in one role are two")
    func joined() {
        let found = offices("Ketua Umum PSSI sekaligus Menteri BUMN Erick Thohir hadir.")
        #expect(found.map(\.position.rawValue) == ["Ketua Umum", "minister"])
    }
}
