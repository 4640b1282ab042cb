import Testing

@testable import Kenali

@Suite("Dates, their times, and the document's own date")
struct TemporalLinkTests {
    private static let extractor = Extractor()

    private func pairs(_ text: String) -> [String] {
        let extraction = Self.extractor.extract(from: text)
        return extraction.mentions.indices.compactMap { index in
            guard let companion = extraction.mentions[index].temporalValue?.companion, companion > index else {
                return nil
            }
            return extraction.mentions[index].text(in: text) + " + " + extraction.mentions[companion].text(in: text)
        }
    }

    @Test(
        "A time belongs to the date next to it, and to one only",
        arguments: [
            ("Rapat Rabu (10/9/2025) pukul 11.30 WIB.", ["Rabu (10/9/2025) + pukul 11.30 WIB"]),
            ("Pukul 11.30 WIB, 10 September 2025.", ["Pukul 11.30 WIB + 10 September 2025"]),
            ("Rapat 10 September 2025. Pukul 11.30 WIB ia tiba.", []),
            ("Rapat 10 September 2025 yang dihadiri banyak orang dari desa dimulai pukul 11.30 WIB.", []),
            ("Pada 2025 pukul 11.30 WIB.", []),
            // Four tokens may stand between, and no fifth.
            ("Rapat 10 September 2025 (mulai tepat pada pukul 11.30 WIB).", ["10 September 2025 + pukul 11.30 WIB"]),
            ("Rapat 10 September 2025 (mulai hari tepat pada pukul 11.30 WIB).", []),
        ])
    func pairing(text: String, expected: [String]) { #expect(pairs(text) == expected) }

    @Test("A dateline in front of text counts at the top of a document only")
    func datelineLimit() throws {
        let dateline = "JAKARTA, 27 Desember 2024 - Menteri tiba kemarin."
        let top = Self.extractor.extract(from: "Judul berita\n\n" + dateline)
        #expect(top.referenceDate?.description == "2024-12-27" && top.referenceDateSource == .dateline)
        let filler = String(repeating: "Warga desa pergi ke pasar itu. ", count: 30)
        let late = Self.extractor.extract(from: filler + "\n\n" + dateline)
        #expect(late.referenceDate == nil && late.referenceDateSource == nil)
        // Behind 119 tokens it counts, behind 120 no more.
        for (words, isIn) in [(119, true), (120, false)] {
            let text = Array(repeating: "warga", count: words).joined(separator: " ") + "\n\n" + dateline
            #expect((Self.extractor.extract(from: text).referenceDate != nil) == isIn, "\(words)")
        }
        let given = Self.extractor.extract(from: dateline, referenceDate: CalendarDate(year: 2020, month: 1, day: 1))
        #expect(given.referenceDate?.year == 2020 && given.referenceDateSource == .given)
    }
}
