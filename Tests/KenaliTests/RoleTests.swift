import Kenali
import Testing

@Suite("Roles")
struct RoleTests {
    private static let extractor = Extractor()

    @Test(
        "The office next to a name, verbatim",
        arguments: [
            ("Kepala Dinas Sosial Kota Bandung Rahmat Hidayat hadir.", "Kepala Dinas Sosial Kota Bandung"),
            ("Ketua BEM Unpad, Rahmat Hidayat, hadir.", "Ketua BEM Unpad"),
            ("Menurut Rahmat Hidayat, Kepala Dinas Sosial, dana cukup.", "Kepala Dinas Sosial"),
            ("Korban adalah Rahmat Hidayat (35), warga Desa Sukamaju.", "warga Desa Sukamaju"),
            (
                "Sekjen Partai Golkar sekaligus Ketua Fraksi Golkar DPR Rahmat Hidayat hadir.",
                "Sekjen Partai Golkar sekaligus Ketua Fraksi Golkar DPR"
            ),
            (
                "Kepala Pusat Data, Informasi, dan Komunikasi BNPB Rahmat Hidayat hadir.",
                "Kepala Pusat Data, Informasi, dan Komunikasi BNPB"
            ),
            ("Mantan Wakil Ketua KPK Rahmat Hidayat hadir.", "Mantan Wakil Ketua KPK"),
            ("Presiden ke-5 RI Megawati Soekarnoputri hadir.", "Presiden ke-5 RI"),
            ("Gubernur Jawa Tengah Rahmat Hidayat hadir.", "Gubernur Jawa Tengah"),
            // Offices of others, and verbs between.
            ("Gubernur menemui Rahmat Hidayat kemarin.", nil), ("Rahmat Hidayat menemui gubernur kemarin.", nil),
            ("Menteri itu datang bersama Rahmat Hidayat.", nil), ("Wali Kota\nRahmat Hidayat hadir di sana.", nil),
            ("Presiden, gubernur, dan Rahmat Hidayat hadir.", nil),
        ] as [(String, String?)])
    func role(text: String, expected: String?) {
        let roles = Self.extractor.extract(from: text).mentions.compactMap { mention -> String?? in
            if case .person(let person) = mention.detail { person.role } else { nil }
        }
        #expect(roles == [expected])
    }
}
