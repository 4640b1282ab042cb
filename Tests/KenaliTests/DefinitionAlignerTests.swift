import Testing

@testable import Kenali

@Suite("Definitions of short forms")
struct DefinitionAlignerTests {
    @Test(
        "The long form begins where the bar stands",
        arguments: [
            ("usulan | Dana Alokasi Khusus", "DAK"),
            ("bagi | keluarga penerima manfaat", "KPM"),
            ("kebijakan | Kementerian Sosial", "Kemensos"),
            ("anggota | Dewan Perwakilan Rakyat", "DPR"),
            ("oleh | Badan Penyelenggara Jaminan Sosial", "BPJS"),
            ("perkara | tindak pidana korupsi", "tipikor"),
            ("penyaluran | bantuan sosial", "bansos"),
            ("Wakil | Kementerian Pemberdayaan Perempuan dan Perlindungan Anak", "KemenPPPA"),
            ("kantor | Kepolisian Negara Republik Indonesia", "Polri"),
            ("data | Gross Domestic Product", "GDP"),
            ("lewat | Data Tunggal Sosial dan Ekonomi Nasional", "DTSEN"),
            ("di | Pemerintah Provinsi", "Pemprov"),
            ("lewat | Musyawarah Perencanaan Pembangunan", "Musrenbang"),
        ])
    func extent(marked: String, short: String) {
        let words = marked.lowercased().split(separator: " ").map(String.init)
        let expected = words.count - 1 - (words.firstIndex(of: "|") ?? 0)
        let found = DefinitionAligner.alignSuffix(of: words.filter { $0 != "|" }, to: short.lowercased())
        #expect(found == expected)
    }

    @Test(
        "No definition",
        arguments: [
            ("Menteri Sosial Saifullah Yusuf", "ipul"), ("seorang politikus senior", "pdip"),
            ("harga turun menjadi", "rp"),
            ("warga Jakarta", "32"), ("satu dua", "xyz"), ("", "dak"),
        ])
    func none(words: String, short: String) {
        #expect(
            DefinitionAligner.alignSuffix(of: words.lowercased().split(separator: " ").map(String.init), to: short)
                == nil)
    }
}
