import Foundation
import KenaliText
import Testing

@testable import Kenali
@testable import KenaliFormats

@Suite("Text report")
struct TextReportTests {
    private static let text = "Gedung KPK dikunjungi Gus Ipul, Jumat, 27 Desember 2024."

    @Test("Without colours the text stands as it came, then the table")
    func plain() {
        let report = TextReport(style: .plain).report(Extractor().extract(from: Self.text), of: Self.text)
        #expect(report.hasPrefix(Self.text + "\n\n"))
        #expect(report.contains("person        Ipul"))
        #expect(report.contains("2024-12-27"))
        #expect(!report.contains("\u{1B}"))
    }

    @Test("With colours, the text is whole once they are taken away")
    func colored() {
        let report = TextReport(style: .colored).report(Extractor().extract(from: Self.text), of: Self.text)
        #expect(report.contains("\u{1B}[1;38;5;32mGus Ipul\u{1B}[22;39m"))
        let plain = report.replacing(/\x1B\[[0-9;]*m/, with: "")
        #expect(plain.hasPrefix("person  location  date  acronym\n\n" + Self.text + "\n\n"), "\(plain)")
    }

    @Test("Mentions that cross, lie nowhere, or are empty cost nothing of the text")
    func crossing() {
        let text = "Ketum PP Muhammadiyah é"
        func mention(_ range: Range<Int>, _ isAcronym: Bool = false) -> Mention {
            let detail: Mention.Detail =
                isAcronym
                ? .acronym(Acronym(expansion: nil, source: nil))
                : .organization(Organization(canonicalName: "PP Muhammadiyah"))
            return Mention(utf8Range: range, detail: detail, rule: "")
        }
        var extraction = Extraction()
        extraction.mentions = [
            mention(0..<8, true), mention(3..<3), mention(6..<21), mention(7..<9, true), mention(23..<24),
            mention(90..<95),
        ]
        let colored = TextReport(style: .colored).report(extraction, of: text)
        #expect(
            colored.contains(
                "\n\n\u{1B}[4mKetum \u{1B}[38;5;161mP\u{1B}[4mP\u{1B}[24m \u{1B}[24mMuhammadiyah\u{1B}[22;39m"))
        #expect(colored.replacing(/\x1B\[[0-9;]*m/, with: "").contains("\n\n" + text + "\n\n"))
        #expect(TextReport(style: .plain).report(extraction, of: text).hasPrefix(text + "\n\n"))
        let data = try? JSONEncoder().encode(ExtractionRecord(extraction, of: "é", id: nil))
        #expect(data != nil)
        _ = TextReport(style: .colored).report(extraction, of: "")
    }
}
