import KenaliText
import Testing

@Suite("Sentences")
struct SentenceTests {
    /// A text with `|` where sentences part.
    private func check(_ marked: String, _ location: SourceLocation = #_sourceLocation) {
        let expected = marked.split(separator: "|").map { $0.drop(while: \.isWhitespace) }.map(String.init)
        let text = marked.replacing("|", with: "")
        var tokenizer = Tokenizer()
        var tokens = tokenizer.tokens(of: text)
        let sentences = SentenceSplitter().sentences(of: &tokens, in: text.utf8Span.span)
        let bytes = Array(text.utf8)
        let found = sentences.map { String(decoding: bytes[$0.utf8Range], as: UTF8.self) }
        #expect(found == expected, sourceLocation: location)
    }

    @Test(
        "Terminators",
        arguments: [
            "", "satu", "Satu kalimat.", "Satu.| Dua.| Tiga.",
            "Apa benar?| Ya!| Benar.",
            "Benarkah?!| Tentu.",
            "Ia pergi...| Lalu kembali.",
            "Ia pergi…| Lalu kembali.",
            "Ia ragu ... lalu pulang.",
            "Suhu 31.5 derajat.| Besok turun.",
            "Harganya Rp1.500.000.| Mahal sekali.",
            "Pukul 14.32 WIB.| Rapat dimulai.",
            "Naik 5,5 persen.| Turun 2,1 persen.",
            "Ia lahir pada 1920.| Ayahnya petani.",
            "Baca juga: satu hal; dua hal: tiga hal.",
            "Lihat KOMPAS.com dan detik.com.| Keduanya media.",
            "Berkasnya laporan.pdf sudah ada.| Buka saja.",
            "Kata siapa? katanya.",
            "Ia (yang sakit.) pulang.",
        ])
    func terminators(marked: String) { check(marked) }

    @Test(
        "Abbreviations that lead on",
        arguments: [
            "Kombes Pol. Ade Ary hadir.| Ia membuka acara.",
            "Surat No. 12 terbit.| Rp. 5.000 dibayar.",
            "PT. Telkom naik.| Perusahaan itu untung.",
            "CV. Dua Saudara menang.",
            "Ia bertemu Prof. Dr. H. Ahmad di Jl. Sudirman.| Mereka berbincang.",
            "Drs. Budi dan Dra. Siti datang.| Ir. Wayan tidak.",
            "Yth. Bapak Gubernur hadir.",
            "Kab. Bogor dan Kec. Ciawi terendam.",
            "Lihat hlm. 27 dan tgl. 5 Mei.",
            "Disampaikan a.n. Direktur oleh Budi.",
            "St. Petersburg dan Mt. Everest indah.",
            "Persib vs. Persija berakhir seri.",
            "Mr. Smith dan Mrs. Jones datang.",
            "Apple Inc. naik.| Saham lain turun.",
            "Letjen TNI (Purn.) Suharto hadir.",
            "Sdr. Andi dan Tn. Budi bersaksi.",
            "Moh. Hatta dan Abd. Rahman dikenang.",
            "Telp. (021) 555 aktif.",
            "Mobil itu bertorsi 44,3 Nm.| Esemka membuatnya.",
            "Usaha kecil bebas PPh.| Lalu usaha besar?",
            "Tuan Guru H. Lalu Mansur hadir.",
        ])
    func leading(marked: String) { check(marked) }

    @Test(
        "Abbreviations that a sentence may end with",
        arguments: [
            "Saham PT Sinar Tbk. naik.",
            "Ia membeli saham PT Sinar Tbk.| Perusahaan itu untung.",
            "Beras, gula, dll. dibagikan.",
            "Mereka menjual beras, gula, dll.| Mereka untung.",
            "Buku, pena, dsb.| Semua ada.",
            "Budi dkk. berangkat.| Mereka senang.",
            "Ahmad, S.H., M.Si., hadir.| Ia bicara.",
            "Ia bergelar S.H.| Kini ia hakim.",
            "Gugatan Siti, M.Kn. ditolak.",
        ])
    func either(marked: String) { check(marked) }

    @Test(
        "Initials, and letters that are none",
        arguments: [
            "B.J. Habibie dan A. Yani dikenang.",
            "H. M. Soeharto lahir di Kemusuk.| Ia petani.",
            "W.R. Supratman mencipta lagu.",
            "Ia cemas.|\nA.M. Hendropriyono hadir.",
            "Umar b. Khattab memimpin.",
            "Ia kekurangan vitamin C.| Ia sakit.",
            "Golongan darahnya golongan A.| Ia sehat.",
            "Timnas masuk Grup B.| Lawannya berat.",
            "Raja Charles I.| Ia dipenggal.",
            "Pada abad ke-5 M.| Kota itu runtuh.",
            "Dijerat Pasal 27 B.| Ia dihukum.",
            "Ia kader PDI-P.| Ia menang.",
        ])
    func letters(marked: String) { check(marked) }

    @Test(
        "Quotations and brackets",
        arguments: [
            "\"Kami siap.| Kami berangkat,\" katanya.| Mereka pergi.",
            "“Kami siap.| Kami berangkat,” katanya.| Mereka pergi.",
            "\"Apa benar?\" tanya dia.",
            "“Merdeka!” teriak mereka.| Lalu sunyi.",
            "\"Siapa itu?\" Tanya Budi.",
            "“Siapa itu?” Budi bertanya.",
            "“Saya tidak tahu.”| Ia lalu pergi.",
            "Ia menjawab, “Tidak.”| “Mengapa?” tanya saya.",
            "(Ia menolak.)| Kami menerima.",
            "Undang-undang itu (lihat hlm. 5. Bagian kedua) berlaku.",
            "Ia pulang (sakit).| Kami menunggu.",
            "‘Ya.’| Begitu katanya.",
            "Ia lahir di Solo.[1]| Ayahnya petani.",
        ])
    func quotations(marked: String) { check(marked) }

    @Test(
        "Lines, headlines, lists and datelines",
        arguments: [
            "Judul Tanpa Titik|\nParagraf pertama dimulai.|\nKedua.",
            "Kalimat yang dipatah\ndi tengah baris tetap satu.",
            "Kalimat yang selesai.|\ndi baris lain.",
            "1. Pendahuluan|\n2. Isi",
            "Syaratnya: 1. Sehat. 2. Kuat.".replacing("Sehat. 2", with: "Sehat.| 2"),
            "a. Pihak pertama setuju.|\nb. Pihak kedua menolak.",
            "IV. Penutup|\nDemikian.",
            "JAKARTA, KOMPAS.com - Presiden tiba.| Ia disambut.",
            "Jakarta, CNN Indonesia -- Harga naik.| Warga resah.",
            "Satu.|\r\nDua.|\r\n\r\nTiga",
            "- beras|\n- gula",
        ])
    func lines(marked: String) { check(marked) }

    @Test(
        "Print without care",
        arguments: [
            "Acara digelar Selasa (21/10/2025).|Ia hadir.",
            "Nilainya naik 5%.|Mereka senang.",
            "ia pulang. dia menangis.".replacing("pulang. ", with: "pulang.| "),
            "Ia pergi .| Ia kembali .",
            "Yahoo! Indonesia tutup.| Sayang sekali.",
            "こんにちは、皆さん。|世界。",
        ])
    func careless(marked: String) { check(marked) }

    @Test("Every token belongs to exactly one sentence, whose first token says so")
    func partition() {
        var random = 88_172_645_463_325_252 as UInt64
        let parts = [
            "Ia", "pergi", ".", " ", "\n", "“", "”", "\"", "(", ")", "Dr", "A", "1", "!", "…", "dll", ",", "[", "]",
        ]
        for _ in 0..<300 {
            var text = ""
            for _ in 0..<60 {
                random ^= random &<< 13
                random ^= random &>> 7
                random ^= random &<< 17
                text += parts[Int(random % UInt64(parts.count))]
            }
            var tokenizer = Tokenizer()
            var tokens = tokenizer.tokens(of: text)
            let sentences = SentenceSplitter().sentences(of: &tokens, in: text.utf8Span.span)
            #expect(sentences.flatMap { Array($0.tokens) } == Array(tokens.indices))
            let starts = tokens.indices.filter { tokens[$0].shape.contains(.sentenceStart) }
            #expect(starts == sentences.map(\.tokens.lowerBound))
        }
    }

    @Test("A decision names its rule")
    func decisions() {
        let text = "Dr. Budi pergi. Ia A. Yani."
        var tokenizer = Tokenizer()
        let tokens = tokenizer.tokens(of: text)
        let decisions = SentenceSplitter().decisions(on: tokens, in: text.utf8Span.span)
        #expect(decisions.map(\.rule) == [.abbreviation, .terminator, .initial])
        #expect(decisions.map(\.splits) == [false, true, false])
        #expect(decisions.map(\.token) == [2, 5, 8])
    }
}
