import Testing

@testable import Kenali

@Suite("Layers of mentions")
struct LayerTests {
    private static let extractor = Extractor()

    /// The acronyms of a text, whose extraction is sound.
    private func checkedAcronyms(_ text: String) -> [String] {
        let extraction = Self.extractor.extract(from: text)
        #expect(extraction.brokenInvariant(in: text) == nil)
        return extraction.mentions.filter { $0.kind == .acronym }.map { String($0.text(in: text)) }
    }

    @Test("A defined short form does not reach across the start of a body")
    func acrossStart() {
        let found = checkedAcronyms("Ketua Umum Pengurus Pusat (Ketum PP). Ketum PP Muhammadiyah.")
        // A mention for each word, and none that reaches from the office into the body.
        #expect(found == ["Ketum", "PP", "Ketum", "PP"])
    }

    @Test(
        "Nothing crosses the end of an entity, or holds one",
        arguments: [
            "Jong-un Ki-un J-K)", "Pasien dirawat di Rumah Sakit Rujukan Covid-19 Kota Bandung.",
            "Jaksa Agung Muda Intelijen (JAM Intel) hadir. JAM Intel Kejagung.",
            "Kementerian (PANYA) dan KEMENTERIAN SOSIALNYA.",
            "Presiden Turki (Presiden Turki) Recep Tayyip Erdogan tiba di Turki.",
        ])
    func nested(text: String) {
        _ = checkedAcronyms(text)
    }

    @Test("Which tokens the entity layer admits")
    func admission() {
        func candidate(_ tokens: Range<Int>, _ kind: CandidateKind = .mention(.organization)) -> Candidate {
            Candidate(kind: kind, tokens: tokens, weight: 1, rule: .rule(0))
        }
        let layer = EntityLayer([candidate(2..<5), candidate(6..<9, .other), candidate(9..<10)], tokenCount: 10)
        for tokens in [0..<2, 2..<5, 3..<4, 5..<6, 5..<8, 8..<9, 9..<10, 10..<12] { #expect(layer.admits(tokens)) }
        for tokens in [1..<3, 4..<6, 1..<6, 8..<10, 9..<11, 0..<12] { #expect(!layer.admits(tokens)) }
        // No word of a person's name, no title and no degree is an acronym.
        let named = EntityLayer(
            [candidate(2..<5, .mention(.person)), candidate(7..<8, .mention(.person))], tokenCount: 10)
        for tokens in [0..<2, 5..<7, 7..<8] { #expect(named.admits(tokens)) }
        for tokens in [2..<5, 3..<4, 4..<6] { #expect(!named.admits(tokens)) }
    }
}
