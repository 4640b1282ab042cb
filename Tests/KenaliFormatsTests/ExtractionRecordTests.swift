import Foundation
import KenaliText
import Testing

@testable import Kenali
@testable import KenaliFormats

@Suite("JSON")
struct ExtractionRecordTests {
    private static let text =
        "🙂 Menteri Sosial Saifullah Yusuf (Gus Ipul) memimpin Kementerian Sosial (Kemensos) sejak Jumat, 27 Desember 2024."

    private func object(_ unit: OffsetUnit = .codepoint, id: DocumentIdentifier? = .string("berita-1")) throws
        -> [String: Any]
    {
        let extraction = Extractor().extract(
            from: Self.text, referenceDate: CalendarDate(year: 2024, month: 12, day: 27))
        let data = try JSONEncoder().encode(ExtractionRecord(extraction, of: Self.text, id: id, unit: unit))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test("The contract's keys are there, and its values")
    func contract() throws {
        let object = try object()
        #expect(object["id"] as? String == "berita-1" && object["date"] as? String == "2024-12-27")
        let mentions = try #require(object["mentions"] as? [[String: Any]])
        func first(_ kind: String) throws -> [String: Any] {
            try #require(mentions.first { $0["kind"] as? String == kind })
        }
        let person = try first("person")
        #expect(
            Set(person.keys).isSuperset(of: [
                "kind", "start", "end", "text", "name", "name_start", "name_end", "honorifics", "role", "entity",
                "rule",
            ]))
        #expect(person["text"] as? String == "Saifullah Yusuf" && person["role"] as? String == "Menteri Sosial")
        #expect(
            mentions.contains {
                $0["text"] as? String == "Gus Ipul" && $0["role"] is NSNull && $0["honorifics"] as? [String] == ["Gus"]
            })
        let ministry = try first("ministry")
        #expect(
            ministry["canonical"] as? String == "Kementerian Sosial" && ministry["ministry_id"] as? String == "kemensos"
        )
        let acronym = try first("acronym")
        #expect(acronym["expansion"] as? String == "Kementerian Sosial" && acronym["source"] as? String == "text")
        #expect(try first("date")["value"] as? String == "2024-12-27")
        let entities = try #require(object["entities"] as? [[String: Any]])
        for key in ["id", "kind", "name", "aliases", "mentions"] {
            #expect(entities.allSatisfy { $0[key] != nil }, "\(key)")
        }
    }

    @Test("Positions count in the unit asked for", arguments: OffsetUnit.allCases)
    func offsets(unit: OffsetUnit) throws {
        let mentions = try #require(try object(unit)["mentions"] as? [[String: Any]])
        #expect(!mentions.isEmpty)
        for mention in mentions {
            let start = try #require(mention["start"] as? Int)
            let end = try #require(mention["end"] as? Int)
            let slice =
                switch unit {
                case .codepoint: String(String.UnicodeScalarView(Array(Self.text.unicodeScalars)[start..<end]))
                case .utf8: String(decoding: Array(Self.text.utf8)[start..<end], as: UTF8.self)
                case .utf16: String(decoding: Array(Self.text.utf16)[start..<end], as: UTF16.self)
                }
            #expect(slice == mention["text"] as? String)
        }
    }

    @Test("Dates carry what is known of them besides their value")
    func dates() throws {
        let text =
            "JAKARTA, 21 Oktober 2025 - Rapat Senin (21/10/2025) pukul 19.00 WIB. Puasa 1 Ramadan 1446 H, akhir 2025."
        let data = try JSONEncoder().encode(ExtractionRecord(Extractor().extract(from: text), of: text, id: nil))
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(object["date"] as? String == "2025-10-21" && object["date_source"] as? String == "dateline")
        let mentions = try #require(object["mentions"] as? [[String: Any]])
        let date = try #require(mentions.first { $0["text"] as? String == "Senin (21/10/2025)" })
        #expect(date["value"] as? String == "2025-10-21" && date["moment"] as? String == "2025-10-21T19:00+07:00")
        #expect(date["inconsistent"] as? Bool == true && date["issues"] as? [String] == ["weekday"])
        let companion = try #require(date["companion"] as? Int)
        #expect(mentions[companion]["kind"] as? String == "time" && mentions[companion]["zone"] as? String == "+07:00")
        let hijri = try #require(mentions.first { $0["hijri"] != nil })
        #expect(hijri["hijri"] as? String == "1446-09-01" && hijri["value"] as? String == "2025-03-01")
        #expect(mentions.contains { $0["modifier"] as? String == "END" && $0["value"] as? String == "2025" })
    }

    @Test("A document's id comes back as it came, or not at all")
    func identifiers() throws {
        #expect(try object(id: .number(7))["id"] as? Int == 7)
        #expect(try object(id: nil)["id"] == nil)
        let decoded = try JSONDecoder().decode([DocumentIdentifier].self, from: Data("[7, \"7\"]".utf8))
        #expect(decoded == [.number(7), .string("7")])
    }
}
