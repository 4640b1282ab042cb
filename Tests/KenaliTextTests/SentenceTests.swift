import KenaliText
import Testing

@Suite("Sentences")
struct SentenceTests {
    /// Expected boundaries are written into the text with `|`.
    @Test(
        "Indonesian sentences",
        arguments: [
            "Kombes Pol. Ade Ary hadir.| Ia membuka acara.",
            "Surat No. 12 terbit.| Rp. 5.000 dibayar.",
            "PT. Telkom naik.| Perusahaan itu untung.",
            "Ia bertemu Prof. Dr. H. Ahmad di Jl. Sudirman.| Mereka berbincang.",
            "\"Kami siap. Kami berangkat,\" katanya.| Mereka pergi.".replacing("siap. ", with: "siap.| "),
            "Apa benar?| Ya!| Benar.",
            "\"Apa benar?\" tanya dia.",
            "Judul Tanpa Titik|\nParagraf pertama dimulai.|\nKedua.",
            "Kalimat yang dipatah\ndi tengah baris tetap satu.",
            "Suhu 31.5 derajat.| Besok turun.",
            "B.J. Habibie dan A. Yani dikenang.",
            "1. Pendahuluan|\n2. Isi",
            "Ia pergi... Lalu kembali.".replacing("... ", with: "...| "),
            "(Ia menolak.)| Kami menerima.",
            "satu",
            "",
        ])
    func boundaries(marked: String) {
        let expected = marked.split(separator: "|").map { $0.drop(while: \.isWhitespace) }.map(String.init)
        let text = marked.replacing("|", with: "")
        var tokenizer = Tokenizer()
        var tokens = tokenizer.tokens(of: text)
        let sentences = SentenceSplitter().sentences(of: &tokens, in: text.utf8Span.span)
        let bytes = Array(text.utf8)
        #expect(sentences.map { String(decoding: bytes[$0.utf8Range], as: UTF8.self) } == expected)
    }

    @Test("Every token belongs to exactly one sentence, whose first token says so")
    func partition() {
        let text = "Satu. Dua!\nTiga “empat.” Lima… (enam) 7. Delapan"
        var tokenizer = Tokenizer()
        var tokens = tokenizer.tokens(of: text)
        let sentences = SentenceSplitter().sentences(of: &tokens, in: text.utf8Span.span)
        #expect(sentences.flatMap { Array($0.tokens) } == Array(tokens.indices))
        let starts = tokens.indices.filter { tokens[$0].shape.contains(.sentenceStart) }
        #expect(starts == sentences.map(\.tokens.lowerBound))
    }
}
