import KenaliText
import Testing

/// Expected boundaries are written into the texts with `|`.
@Suite("Sentences")
struct SentenceTests {
    /// The texts of a topic.
    struct Topic: CustomTestStringConvertible, Sendable {
        var name: String
        var texts: [String]

        var testDescription: String { name }

        init(_ name: String, _ texts: [String]) {
            self.name = name
            self.texts = texts
        }
    }

    static let topics = [
        Topic(
            "Titles, ranks and offices lead to a name",
            [
                "Kombes Pol. Ratna Wiguna hadir.| Ia membuka acara.",
                "Ia bertemu Prof. Dr. H. Mahmud Salim di Jl. Kenanga.| Mereka berbincang.",
                "Rapat dipimpin Drs. Sutarno dan Dra. Lilis.| Semua setuju.",
                "Pasien dirujuk ke dr. Wahyu atau drg. Mira.| Keduanya bertugas malam.",
                "Sdr. Gunawan dan Sdri. Tuti dipanggil.| Surat dikirim kemarin.",
                "Bpk. Rahmat menyambut Ny. Lestari dan Tn. Hasan.| Acara dimulai.",
                "Jenazah Alm. Karim dimakamkan.| Keluarga hadir.",
                "Plt. Bupati Sukma melantik Pj. Sekda Anton.| Pelantikan berlangsung cepat.",
                "Letjen (Purn.) Darmawan menulis buku.| Buku itu laris.",
                "Pelaksana Tugas (Plt.) Direktur Hasan mundur.| Penggantinya belum ada.",
                "Mayjen. Surya dan Kapt. Bagus gugur.| Mereka dikenang.",
                "KH. Abdullah Faqih wafat.| Beliau berusia 80 tahun.",
                "Hj. Siti Rohmah berdagang.| Suaminya petani.",
                "Mr. Brown tiba bersama Mrs. Brown.| Mereka menginap.",
                "Yth. Kepala Dinas.| Dengan hormat kami sampaikan undangan.",
                "Surat itu a.n. Budi Waluyo.| Alamatnya lengkap.",
                "PROF. DR. SUPARMAN MEMBUKA SEMINAR.| HADIRIN BERTEPUK TANGAN.",
                "Paus mengangkat Mgr. Yohanes Kurnia.| Upacara berlangsung khidmat.",
                "Moh. Yasin menang atas Muh. Fikri.| Skornya tipis.",
                "Tokoh itu, Ir. Juanda Wibawa, lahir di Garut.| Ia insinyur.",
            ]),
        Topic(
            "Words that only look like abbreviations end sentences",
            [
                "Ia membahas beberapa hal.| Pertama, anggaran.",
                "Petani menanam kol.| Harga naik.",
                "Petani menanam kol.| Tengkulak datang.",
                "Tersangka berinisial DD dan SR.| Penetapan itu sah.",
                "Buku itu terdiri atas lima bab.| Setiap bab pendek.",
                "Anak itu menjawab no.| Ibunya tertawa.",
                "Ia lulus dari ITB dan meraih gelar ST.| Perusahaan menerimanya.",
                "Data setiap RT.| Kemudian dikirim ke kelurahan.",
                "Jalan itu sepanjang 5 km.| Di ujungnya ada pasar.",
                "Beratnya 12 kg.| Harganya murah.",
                "Luasnya 40 ha.| Sebagian berupa sawah.",
                "Air dipanaskan pada suhu 90 derajat.| Garam lalu dimasukkan.",
                "Ia berasal dari RI.| Orang tuanya dari AS.",
                "Kerajaan itu berdiri pada abad ke-3 SM.| Ibu kotanya hilang.",
            ]),
        Topic(
            "A number follows",
            [
                "Surat No. 12 terbit.| Rp. 5.000 dibayar.",
                "Menurut UU No. 8 Tahun 2010, hal itu dilarang.| Hakim setuju.",
                "Lihat hlm. 45 dan hal. 46.| Gambarnya jelas.",
                "Kantor di Lt. 4 Menara Hijau tutup.| Karyawan pulang.",
                "Rapat tgl. 5 Mei ditunda.| Alasannya hujan.",
                "Hubungi Telp. (021) 555123.| Petugas siap membantu.",
                "Tulisan itu ada di Vol. XII majalah.| Isinya padat.",
                "Ia lahir pada 12 Des. 1940 di Blitar.| Ayahnya guru.",
                "Pasal 3 jo. Pasal 5 diterapkan.| Terdakwa menerima.",
                "Warga RT. 05 RW. 02 bergotong royong.| Selokan bersih.",
                "Jumlahnya Rp. 1.250.000.| Uang itu lunas.",
                "Peraturan Menteri No. KM. 2 Tahun 2005 berlaku.| Aturan lama dicabut.",
                "Aset (SHM No. 10) disita.| Penyidik menyegelnya.",
            ]),
        Topic(
            "Companies, streets, places",
            [
                "PT. Sinar Abadi naik.| Perusahaan itu untung.",
                "PT. Dua Saudara Tbk.| Perusahaan itu merugi.",
                "CV. Kita Maju menang tender.| Nilainya besar.",
                "PT Bank Laras (Persero) Tbk. (LARS) menerbitkan obligasi.| Bunganya 7 persen.",
                "Kantornya di Jl. Dalam Kaum 3.| Letaknya strategis.",
                "Desa itu di Kec. Sukamaju, Kab. Lestari, Prov. Banten.| Penduduknya ramah.",
                "Ia bekerja di Smith Inc. dan Brown Co. selama setahun.| Gajinya kecil.",
                "Saham dibeli oleh Hudson Corp.| Harga tidak disebutkan.",
                "Temasya Holdings Pte. Ltd. membeli saham.| Transaksi selesai.",
                "Temasya Co. Ltd. membeli saham.| Transaksi selesai.",
                "Gunung itu dekat St. Helena.| Letusannya besar.",
                "Univ. Nusantara dan Fak. Hukum berdiri.| Rektornya baru.",
                "Pertandingan Persela vs. Arema seri.| Penonton kecewa.",
                "Ia menonton film Warner Bros. Pictures.| Filmnya panjang.",
                "Film Monsters, Inc. (2001) laris.| Sekuelnya menyusul.",
            ]),
        Topic(
            "Abbreviations behind what they belong to",
            [
                "Ia membeli apel, jeruk, dll. di pasar.| Semuanya segar.",
                "Ia membeli apel, jeruk, dll.| Mereka lalu pulang.",
                "Ahmad dkk. kalah.| Pelatih kecewa.",
                "Martin King Jr. berpidato.| Massa bersorak.",
                "Hadir Budi dkk.| Rapat ditutup pukul dua.",
            ]),
        Topic(
            "Initials",
            [
                "B.J. Habibie dan A. Yani dikenang.| Jasa mereka besar.",
                "Ceramah disampaikan Tuan Guru H. Lalu Wiradi.| Jemaah terharu.",
                "H. M. Suharja lahir di Kemusuk.| Ia petani.",
                "Lagu itu karya W.R. Supratman.| Lagu lain karya H.O.S. Wicaksono.",
                "George W. Bush dan Samuel L. Jackson hadir.| Mereka berfoto.",
                "Novel J.K. Rowling terjual habis.| Penggemar antre.",
                "A.M. Hanafiah menulis sejarah.| Bukunya tebal.",
                "Ketua majelis itu M. Fanani.| Anggotanya tiga orang.",
                "Pulau itu dipimpin Gubernur I. B. Mantra.| Ia seniman.",
                "Buku itu terbit pada 1920, h. 12.| Isinya sejarah.",
                "Umar b. Khattab memimpin.| Ia adil.",
                "Ia anak R.Ng. Prawira.| Keluarganya terpandang.",
                "Bukunya ditulis oleh S. Takdir Alamsyah.| Penerbitnya kecil.",
                "Jl. M.H. Thamrin macet.| Pengendara mengeluh.",
                "Pemain itu bernama Yohanes F.X. Suseno.| Posisinya bek.",
                "Hal itu dikatakan saksi, ujar Guy L.| Apapun hasilnya ia terima.",
            ]),
        Topic(
            "A letter that is no initial",
            [
                "Jeruk mengandung vitamin C.| Kandungannya tinggi.",
                "Golongan darahnya A.| Ia sering menjadi donor.",
                "Jepang masuk Grup B.| Brasil masuk Grup C.",
                "Polda itu tipe B.| Anggarannya terbatas.",
                "Perang Dunia I.| Jerman kalah.",
                "Armada itu menyerang Elizabeth I.| Spanyol kalah.",
                "Ia hidup pada masa Hamengkubuwono X.| Yogyakarta tenang.",
                "Kabar itu diunggah di media sosial X.| Trump membagikannya.",
                "Ia kader PDI-P.| Saya mendukungnya.",
                "Mobil itu bertransmisi A/T.| Tunggakannya besar.",
                "Kerajaan itu berdiri pada 570 M.| Rajanya bijak.",
                "Ia wafat pada 1300 H.| Makamnya di Demak.",
                "Kuat arusnya 5 A.| Hambatannya 2 ohm.",
                "Sidang membahas Pasal 27 B.| Hakim menundanya.",
                "Hal itu diatur huruf b.| Isinya jelas.",
                "Simbolnya ialah b.| Rumus lain menyusul.",
                "Obat itu untuk hepatitis B.| Virusnya menular.",
                "Tim itu turun ke Liga C.| Pelatih dipecat.",
                "Ia bermain di Serie A.| Juventus tertarik.",
            ]),
        Topic(
            "Degrees",
            [
                "Wali kota Rudi Hartanto, S.H., hadir.| Ia berpidato.",
                "Ujian dipimpin Andi Wijaya, S.H., M.H.| Ia dosen.",
                "Ia diperiksa Nina, S.H.| Polisi menahannya.",
                "Ia diperiksa Nina, S.H.| Hartono menyusul.",
                "Seminar diisi Budi, S.E. M.M. dari Malang.| Peserta puas.",
                "Ia meraih Ph.D. dari Leiden.| Disertasinya tentang gempa.",
                "Ketua panitia adalah Tono, M.Si.| Wakilnya Tini, S.Pd.",
            ]),
        Topic(
            "Sentences that begin with a number, a small letter or a brand",
            [
                "Kebakaran terjadi semalam.| 12 orang tewas.",
                "Harga turun.| 80 persen warga senang.",
                "Rumah itu kosong.| 3 orang menyewanya.",
                "Perusahaan merilis ponsel.| iPhone terbaru mahal.",
                "Ia pulang ke rumahnya.| kemudian ia tidur.",
                "Kondisi sudah membaik.| namun warga waspada.",
                "Jadi bagaimana solusinya?| turun lagi atau naik.",
                "Ia datang, kata dia.| Tamu pulang.",
                "Saya sudah siap. kata dia singkat.",
                "Pemerintah akan hadir. ujarnya.",
                "Ini contoh spesies Escherichia, yaitu E. coli.| Bakteri itu umum.",
                "Ia ketua dept. keuangan.| Kantornya luas.",
            ]),
        Topic(
            "Question and exclamation marks",
            [
                "Apa benar?| Ya!| Benar.",
                #""Apa benar?" tanya dia."#,
                #""Kurang apa lagi? "tukas direktur itu."#,
                #""Pergi!" teriak massa.| Polisi mundur."#,
                #""Siapa itu?" Tanya Budi heran."#,
                #""Siapa itu?" Ayah bertanya.| Tidak ada jawaban."#,
                #""Siapa itu?"| Ayah lalu keluar."#,
                "Yahoo! Inc. merugi.| Yahoo! Indonesia tutup.",
                "Penyanyi itu anggota Wham! dan menulis lagu.| Lagunya terkenal.",
                "Kuis Jeopardy! adalah acara lama.| Penontonnya setia.",
                "Siapa Berani? adalah kuis.| Acara itu tamat.",
                "Sungguh?!| Benar sekali.",
                "Ia bertanya mengapa (?) lalu pergi.| Kami diam.",
            ]),
        Topic(
            "Quotations",
            [
                #""Kami siap.| Kami berangkat," katanya.| Mereka pergi."#,
                #"Ia berkata, "Kami siap."| Mereka berangkat."#,
                "“Kami siap.”| “Kami juga.”",
                "“Kami siap,” kata Rina.| “Ayo berangkat.”",
                #""Hujan turun." kata petani itu.| Ia gembira."#,
                #""Hujan turun." Kata petani itu.| Ia gembira."#,
                #"Judulnya "Menuju Terang."| Buku itu laris."#,
                "Ia bilang 'belum!'| Masih ada harapan.",
                "‘Tunggu.’| Ia tertawa.",
            ]),
        Topic(
            "Brackets",
            [
                "(Ia menolak.)| Kami menerima.",
                "Raja itu (lahir di Demak. Wafat di Pajang) disegani.| Rakyat patuh.",
                "Ketentuan itu (lihat Pasal 5. Bagian kedua) berlaku.| Hakim setuju.",
                "Ia hadir.| (Foto: Antara)",
                "Ia lahir di Bogor (5 Mei 1920).| Ayahnya guru.",
                "Penduduknya 1.200 jiwa.[1]| Desa itu luas.",
                "Kota itu tua.[12][13]| Bentengnya utuh.",
                "Ia berkata (sambil tertawa.| Semua diam.",
            ]),
        Topic(
            "Numbers and ellipses",
            [
                "Suhu 31.5 derajat.| Besok turun.",
                "Inflasi 2,5 persen.| Rupiah menguat.",
                "Ia lahir pada tahun 1945.| Ayahnya tentara.",
                "Pukul 14.32 WIB.| Massa bubar.",
                "Ia pergi...| Lalu kembali.",
                "Ia pergi... lalu kembali.",
                "Ia pergi…| Lalu kembali.",
                "Skornya 2-1.| Persija menang.",
                "Tim U-20 kalah dari tim U-23.| Pelatih mundur.",
                "Diabetes tipe 2.| Kopi baik untuknya.",
            ]),
        Topic(
            "Items",
            [
                "1945.| Indonesia merdeka.",
                "145. Indonesia merdeka.| Kata orang.",
                "1. Pendahuluan",
                "1. Pendahuluan singkat.| 2. Isi buku.",
                "Syaratnya: 1. Warga negara Indonesia.| 2. Sehat.",
                "a. Pihak pertama setuju.| b. Pihak kedua menolak.",
                "Ayat itu berbunyi: a. Pihak yang sah; b. Pihak lain.",
                "IV. Penutup",
                "A. Dalam Negeri",
                "Pihak pertama setuju.| b. pihak kedua menolak.",
            ]),
        Topic(
            "Marks that carry on",
            [
                "JAKARTA, WARTA.com - Presiden tiba.| Ia lelah.",
                "Bandung. - Hujan turun deras.",
                "Ia datang. , lalu pergi.",
                "Situs warta.co.id rusak.| Teknisi memperbaikinya.",
                "Ia membuka warta.go.id.| Caranya mudah.",
                "Ia pergi ; lalu kembali.",
            ]),
        Topic(
            "A blank too many or too few",
            [
                "Ia pergi .| Kami tinggal.",
                "Rapat digelar Selasa (21/10/2025).|Ia hadir.",
                "Capaiannya 50%.|Kelima, indeks naik.",
                "Program berjalan hingga 2025.|Sejak itu berhenti.",
                #"Ia puas.|"Kami senang," katanya."#,
                #"Ia berkata, "Kami senang."|Kami pulang."#,
                "“Kami senang.”|Kami pulang.",
                "Apa lagi yang kita tunggu?|Semua siap.",
                "Alamatnya warta.id/daftar?Id=5 saja.",
                "Kode barang 7308.XX diperiksa.",
                "他走了。|我们也走了。",
            ]),
        Topic(
            "Lines",
            [
                #"Judul Tanpa Titik|\#nParagraf pertama dimulai.|\#nKedua."#,
                #"Kalimat yang dipatah\#ndi tengah baris tetap satu."#,
                #"Ia berkata "ya|\#nIa puas.|"Kami senang," katanya."#,
                #"1. Pendahuluan|\#n2. Isi"#,
                #"Daftar belanja:|\#n- beras|\#n- gula"#,
                #"Ia membeli beras,\#ngula, dan teh."#,
                #"Prof.|\#nJudul baru"#,
            ]),
        Topic(
            "Nothing and almost nothing",
            [
                "satu",
                ".",
                "...",
                #""?""#,
            ]),
        Topic(
            "More starts, headings, measures",
            [
                "Ia menolak tuduhan itu.| dr. Tirta marah.",
                "Peluncuran berlangsung pada 2011.| e-KTP lalu berlaku.",
                "Bab II. Ketentuan umum.| Bagian A. Pengertian.",
                "Tabel 2. Penduduk menurut umur.| Sumbernya sensus.",
                "Prosesornya 2,4 Gb.| Layarnya besar.",
                "Prosesornya 2,4 GHz.| Layarnya besar.",
                "Rapat berlangsung di Gedung A.| Pasukan berjaga.",
                "Ia naik KA. Sembrani.| Kereta tepat waktu.",
                "Sri Sultan HB. IX wafat.| Rakyat berduka.",
                "Bouchard S.A. mencatat laba.| Analis memujinya.",
                "Ia menggantikan W. D. Hilman Jr. yang pensiun.| Rapat menyetujuinya.",
                "Washington, D.C. adalah ibu kota.| Penduduknya padat.",
                "Ia pindah ke Washington D.C.| Istrinya ikut.",
                "Rumusnya F = m.a.| Satuannya newton.",
                "Bdg. Barat dan Tn. Joko disebut.| Semua tahu.",
                "Bntl. Timur dan Tn. Joko disebut.| Semua tahu.",
            ]),
    ]

    /// The sentences of a text.
    static func sentences(of text: String) -> [String] {
        var tokenizer = Tokenizer()
        var tokens = tokenizer.tokens(of: text)
        let sentences = SentenceSplitter().sentences(of: &tokens, in: text.utf8Span.span)
        let bytes = Array(text.utf8)
        return sentences.map { String(decoding: bytes[$0.utf8Range], as: UTF8.self) }
    }

    @Test("Indonesian sentences", arguments: topics)
    func boundaries(topic: Topic) {
        for marked in topic.texts {
            let expected = marked.split(separator: "|").map { part in
                String(part.drop(while: \.isWhitespace))
            }
            #expect(Self.sentences(of: marked.replacing("|", with: "")) == expected, "\(marked)")
        }
    }

    @Test("Every rule decides somewhere in these texts")
    func rules() {
        var unused = Set(SentenceRule.allCases)
        var tokenizer = Tokenizer()
        for marked in Self.topics.flatMap(\.texts) {
            let text = marked.replacing("|", with: "")
            let tokens = tokenizer.tokens(of: text)
            for decision in SentenceSplitter().decisions(on: tokens, in: text.utf8Span.span) {
                unused.remove(decision.rule)
            }
        }
        #expect(unused.isEmpty)
    }

    @Test("The decisions say where sentences begin, and why")
    func decisions() {
        let text = "Vitamin C. Dr. Sukma hadir. Ia senang."
        var tokenizer = Tokenizer()
        var tokens = tokenizer.tokens(of: text)
        let splitter = SentenceSplitter()
        let decisions = splitter.decisions(on: tokens, in: text.utf8Span.span)
        #expect(decisions.map(\.rule) == [.label, .abbreviation, .terminator])
        #expect(decisions.map(\.splits) == [true, false, true])
        let sentences = splitter.sentences(of: &tokens, in: text.utf8Span.span)
        #expect(decisions.filter(\.splits).map(\.token) == sentences.dropFirst().map(\.tokens.lowerBound))
    }

    @Test("Every token belongs to exactly one sentence, whose first token says so, whatever the text")
    func partition() {
        let parts = [
            "Satu", "dua", "A", "x", "S.H", "12", "1.000", "Dr", "No", "Tbk", "Ia", "Yahoo", "IX", "kata", ".", "...",
            "…", "!", "?", ",", ":", "-", "(", ")", "[", "]", "\"", "“", "”", "'", " ", " ", " ", "  ", "\n", "\u{A0}",
            "。", "é", "🙂",
        ]
        var random = RandomNumbers(state: 5)
        var tokenizer = Tokenizer()
        let splitter = SentenceSplitter()
        for _ in 0..<20_000 {
            var text = ""
            for _ in 0..<Int.random(in: 0...24, using: &random) { text += parts.randomElement(using: &random) ?? "" }
            var tokens = tokenizer.tokens(of: text)
            let sentences = splitter.sentences(of: &tokens, in: text.utf8Span.span)
            guard sentences.flatMap({ Array($0.tokens) }) == Array(tokens.indices),
                sentences.map(\.tokens.lowerBound)
                    == tokens.indices.filter({ tokens[$0].shape.contains(.sentenceStart) }),
                sentences.allSatisfy({ sentence in
                    sentence.utf8Range.lowerBound == Int(tokens[sentence.tokens.lowerBound].start)
                        && sentence.utf8Range.upperBound == Int(tokens[sentence.tokens.upperBound - 1].end)
                })
            else {
                Issue.record("\(text.debugDescription): \(sentences)")
                return
            }
        }
    }

    /// Many candidates behind an open bracket, quotation marks without an end: the time stays linear, no index is missed.
    @Test(
        "Hostile repetitions",
        arguments: ["(", ")", "\"", "\" ", "A. ", "(A. ", ". ", "[1]", "1. ", "Dr. ", "!\"", "…) "])
    func hostile(part: String) {
        let sentences = Self.sentences(of: String(repeating: part, count: 20_000))
        #expect(!sentences.isEmpty)
    }
}

/// Numbers that are the same in every run (SplitMix64).
private struct RandomNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}
