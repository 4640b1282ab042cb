import Testing

@testable import Kenali

@Suite("Forms of short forms, and glossaries")
struct AcronymFormTests {
    @Test(
        "Capitals with small letters or digits between, by their letters",
        arguments: [
            ("APBDesa", true), ("RKPDesa", true), ("BUMDes", true), ("BaKTI", true), ("KemenPPPA", true),
            ("DP2KBMD", true), ("YouTube", false), ("McDonald", false), ("Jakarta", false), ("BiologiIPB", false),
            ("PRODUKSIDan", false), ("COVID19", false), ("B1234XYZ", false), ("DPRD", false),
        ])
    func mixedForms(form: String, isOne: Bool) {
        #expect(MixedForm.isOne(form.utf8Span.span) == isOne)
    }

    @Test("Expansions that are nearly one have one entry of the glossary")
    func nearExpansions() {
        var glossary = GlossaryBuilder()
        for (index, expansion) in [
            "Badan Meteorologi, Klimatologi, dan Geofisika", "Badan Meteorologi Klimatologi dan Geofisika",
            "Badan Meteorologi Klimatalogi dan Geofisika", "Badan Meteorologi, Klimatologi, dan Geofisika Indonesia",
            "Balai Mesin Kapal Gresik",
        ].enumerated() {
            glossary.add("BMKG", Acronym(expansion: expansion, source: .text), mention: index)
        }
        #expect(glossary.entries.map(\.mentions) == [[0, 1, 2, 3], [4]])
        #expect(glossary.entries.first?.acronym.expansion == "Badan Meteorologi, Klimatologi, dan Geofisika")
    }
}
