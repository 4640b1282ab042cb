import Testing

@testable import Kenali

@Suite("Forms of short forms, and glossaries")
struct AcronymFormTests {
    @Test(
        "Capitals with small letters or digits between, by their letters",
        arguments: [
            ("APBDesa", "Desa"), ("RKPDesa", "Desa"), ("BUMDes", "Des"), ("BaKTI", ""), ("DP2KBMD", ""),
            ("YouTube", "-"), ("McDonald", "-"), ("Jakarta", "-"), ("BiologiIPB", "-"), ("WebRTC", "-"),
            ("PRODUKSIDan", "-"), ("COVID19", "-"), ("B1234XYZ", "-"), ("DPRD", "-"), ("BI4D4B", "-"),
        ])
    func mixedForms(form: String, tail: String) {
        let found = MixedForm(form.utf8Span.span)
        #expect((found.map { String(form.suffix($0.tail ?? 0)) } ?? "-") == tail)
    }

    @Test("Expansions that are nearly one have one entry of the glossary")
    func nearExpansions() {
        var glossary = GlossaryBuilder()
        for (index, expansion) in [
            "Badan Meteorologi, Klimatologi, dan Geofisika", "Badan Meteorologi Klimatologi dan Geofisika",
            "Badan Meteorologi Klimatalogi dan Geofisika", "Badan Meteorologi, Klimatologi, dan Geofisika Indonesia",
            "Balai Mesin Kapal Gresik",
        ].enumerated() {
            glossary.add(mention: index, of: 0, expansion)
        }
        #expect((0..<glossary.count).map { glossary.mentions(of: $0) } == [[0, 1, 2, 3], [4]])
    }
}
