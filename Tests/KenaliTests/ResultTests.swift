import Foundation
import Testing

@testable import Kenali

/// What an extractor gives is a value: it can be stored, read back, compared, and made by hand.
@Suite("Results are values")
struct ResultTests {
    private static let folder = Project.folder.appending(path: "Fixtures/articles")

    private static let articles: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted()
    }()

    private static func extraction(of name: String) throws -> (extraction: Extraction, text: String) {
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        let date = CalendarDate(year: 2025, month: 10, day: 21)
        return (Extractor().extract(from: text, referenceDate: date), text)
    }

    @Test("An extraction stored as JSON and read back is the same", arguments: articles)
    func roundTrip(name: String) throws {
        let (extraction, _) = try Self.extraction(of: name)
        #expect(!extraction.mentions.isEmpty)
        let stored = try JSONEncoder().encode(extraction)
        let read = try JSONDecoder().decode(Extraction.self, from: stored)
        #expect(read.mentions == extraction.mentions)
        #expect(read == extraction && read.hashValue == extraction.hashValue)
    }

    @Test("A mention that ends before it starts, a value that is none and a kind without a name are not read")
    func refused() {
        let broken = [
            #"{"kind":"organization","start":9,"end":3,"rule":"r","canonical":"KPK"}"#,
            #"{"kind":"organization","start":-1,"end":3,"rule":"r","canonical":"KPK"}"#,
            #"{"kind":"date","start":0,"end":3,"rule":"r","value":"2024-13"}"#,
            #"{"kind":"","start":0,"end":3,"rule":"r","canonical":"Mars"}"#,
        ]
        for json in broken {
            #expect(throws: DecodingError.self) {
                try JSONDecoder().decode(Mention.self, from: Data(json.utf8))
            }
        }
    }

    @Test("A mention knows its words, and an extraction its persons")
    func queries() throws {
        let text = "🙂 Gus Ipul bertemu Menteri Keuangan Sri Mulyani di Kota Bandung."
        let extraction = Extractor().extract(from: text)
        let persons = extraction.mentions(of: .person)
        #expect(persons.map { String($0.text(in: text)) } == ["Gus Ipul", "Sri Mulyani"])
        #expect(extraction.persons.flatMap { extraction.mentions(of: $0) } == persons)
        #expect(extraction.locations.map(\.name) == ["Kota Bandung"])
        #expect(persons.first?.description == #"person 5..<13 "Ipul" (\#(persons.first?.rule ?? ""))"#)
    }

    @Test("A length of time and a period of any numbers that a caller may set are written, and a day is none of them")
    func anyNumbers() {
        for amount in [1e30, -1e30, .infinity, .nan, 0.1] {
            let duration = CalendarDuration(parts: [CalendarDuration.Part(amount: amount, unit: .day)])
            #expect(duration.value.hasPrefix("P") && duration.value.hasSuffix("D"))
        }
        #expect(CalendarDuration("P999999999999999999999999D")?.parts.count == 1)
        for granularity in CalendarComponents.Granularity.allCases {
            for number in [Int.min, 0, .max] {
                var components = CalendarComponents(granularity: granularity)
                (components.century, components.decade, components.year) = (number, number, number)
                (components.half, components.quarter, components.month) = (number, number, number)
                (components.week, components.day, components.hour, components.utcOffset) = (number, number, 1, number)
                #expect(components.days == nil || number == 0 && granularity == .decade)
                #expect(!components.valueWithOffset.isEmpty)
            }
        }
    }

    @Test(
        "A value that is read is the value that was written",
        arguments: [
            "2024-12-27", "2024-12", "2024", "XXXX-12-27", "XXXX-XX-XX", "2024-W52", "XXXX-WXX-5", "2025-Q3", "XXXX-Q1",
            "2025-H1", "199X", "19", "XX", "XXXX", "BC0044", "BC01", "T14:32", "T24:00", "T14:32:10", "T14:32+07:00",
            "T23:00Z", "2024-12-27T14:32", "2024-12-27T14:32+07:00", "2019/2024", "2025-10-20/2025-10-22",
            "T07:00/T09:30", "P3M", "P2.5Y", "PT1H30M", "P1Y2M3DT4H", "P2D/P3D",
        ])
    func values(value: String) throws {
        #expect(try #require(TemporalValue.Content(value)).valueWithOffset == value)
    }

    @Test(
        "What is no value is not read",
        arguments: [
            "", "2024-", "2024-13", "2024-02-30", "2024-1", "20240101", "T", "T25:00", "T24:01", "T7:00", "P", "PT",
            "P3",
            "3M", "2024/2025/2026", "2024-W54", "2024-Q5", "2024-H3", "2X24", "kemarin", "2024-12-27T", "P2D/2024",
            "19XX-",
            "T14:32+7", "T14:32+24:00", "T14:32+9223372036854775807:00", "T14:32--7:00",
        ])
    func noValues(value: String) { #expect(TemporalValue.Content(value) == nil) }
}
