import Foundation
import Kenali
import KenaliFormats
import KenaliText
import Testing

/// Values of the contract and of reports that would be missed by few and wrong for all.
@Suite("Contract, value by value")
struct ContractTests {
    private static let extractor = Extractor()

    private func mentions(_ text: String, _ unit: OffsetUnit = .codepoint) throws -> [[String: Any]] {
        var options = FormatOptions()
        options.unit = unit
        let document = ExtractedDocument(id: nil, text: text, extraction: Self.extractor.extract(from: text))
        let line = JSONLinesFormat.text(of: [document], options)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        return try #require(object["mentions"] as? [[String: Any]])
    }

    @Test("A person's bare name lies between name_start and name_end", arguments: OffsetUnit.allCases)
    func names(unit: OffsetUnit) throws {
        let text = "🙂 Rapat dipimpin Prof. Dr. Andi Saputra, S.H., é. Kemudian Gus Ipul tiba."
        let persons = try mentions(text, unit).filter { $0["kind"] as? String == "person" }
        #expect(persons.map { $0["name"] as? String } == ["Andi Saputra", "Ipul"])
        for person in persons {
            let start = try #require(person["name_start"] as? Int)
            let end = try #require(person["name_end"] as? Int)
            let name =
                switch unit {
                case .codepoint: String(String.UnicodeScalarView(Array(text.unicodeScalars)[start..<end]))
                case .utf8: String(decoding: Array(text.utf8)[start..<end], as: UTF8.self)
                case .utf16: String(decoding: Array(text.utf16)[start..<end], as: UTF16.self)
                }
            #expect(name == person["name"] as? String)
        }
    }

    @Test("A foreign ministry has its country, a place its code, each of its own")
    func countriesAndCodes() throws {
        let found = try mentions(
            "Kementerian Luar Negeri Jepang dan Kementerian Sosial rapat di Kota Bandung dan Malaysia.")
        let ministries = found.filter { $0["kind"] as? String == "ministry" }
        #expect(ministries.map { $0["canonical"] as? String } == ["Kementerian Luar Negeri", "Kementerian Sosial"])
        #expect(ministries.map { $0["country"] as? String } == ["Jepang", nil])
        #expect(ministries.last?["ministry_id"] as? String == "kemensos")
        let places = found.filter { $0["kind"] as? String == "location" }
        #expect(places.map { $0["code"] as? String } == ["32.73", "MY"])
    }

    @Test("A glossary counts places in the unit asked for, by line, and stays ambiguous until a document decides")
    func glossary() throws {
        let undecided = "Baris é 🙂 satu.\nSoal PPS itu."
        for unit in OffsetUnit.allCases {
            var glossary = Glossary()
            glossary.add(Self.extractor.extract(from: undecided), of: undecided, id: .number(4), unit: unit)
            let entry = try #require(glossary.entries.first { $0.form == "PPS" })
            let slice =
                switch unit {
                case .codepoint:
                    Array(undecided.unicodeScalars)[entry.first.start..<entry.first.end].map(String.init).joined()
                case .utf8: String(decoding: Array(undecided.utf8)[entry.first.start..<entry.first.end], as: UTF8.self)
                case .utf16:
                    String(decoding: Array(undecided.utf16)[entry.first.start..<entry.first.end], as: UTF16.self)
                }
            #expect(slice == "PPS" && entry.first.line == 2 && entry.first.document == .number(4))
        }
        let ambiguous = Self.extractor.extract(from: undecided)
        let mention = try #require(ambiguous.glossary.first { $0.form == "PPS" })
        #expect(mention.acronym.isAmbiguous && !mention.acronym.alternatives.isEmpty)
        let expansion = try #require(mention.acronym.expansion)
        var glossary = Glossary()
        glossary.add(ambiguous, of: undecided, id: nil)
        #expect(glossary.entries.first?.ambiguous == true && glossary.report.contains("  or: "))
        let record = String(decoding: try JSONEncoder().encode(glossary.entries), as: UTF8.self)
        #expect(record.contains("\"ambiguous\":true") && record.contains("\"line\":2"))
        let decided = "Warga memilih \(expansion) (PPS) di kota."
        glossary.add(Self.extractor.extract(from: decided), of: decided, id: nil)
        let entry = try #require(glossary.entries.first { $0.expansion == expansion })
        #expect(!entry.ambiguous && entry.source == .text && entry.documents == 2 && entry.count == 2)
    }

    @Test("Each kind has its colour, and the acronym inside another only its underline")
    func colours() {
        let text =
            "Gus Ipul, Kementerian Sosial, Polres Demak, Kota Bandung, 27 Desember 2024, pukul 10.30 WIB, DAK, Kemensos."
        var options = FormatOptions()
        options.style = .colored
        options.isSingleDocument = true
        let document = ExtractedDocument(id: nil, text: text, extraction: Self.extractor.extract(from: text))
        let report = TextReport.text(of: [document], options)
        for (code, part) in [
            ("1;38;5;32", "Gus Ipul"), ("1;38;5;133", "Kementerian Sosial"),
            ("38;5;161", "\u{1B}[4mPolres\u{1B}[24m Demak"),
            ("38;5;28", "Kota Bandung"),
            ("38;5;136", "27 Desember 2024"), ("38;5;136", "pukul 10.30 WIB"),
        ] {
            #expect(report.contains("\u{1B}[\(code)m\(part)\u{1B}[22;39m"), "\(part)")
        }
        #expect(report.contains("\u{1B}[4mDAK\u{1B}[24m"))
        #expect(report.contains("\u{1B}[1;38;5;133m\u{1B}[4mKemensos\u{1B}[24m\u{1B}[22;39m"))
    }
}
