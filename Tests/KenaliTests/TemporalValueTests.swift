import Testing

@testable import Kenali

@Suite("Values as numbers")
struct TemporalValueTests {
    private static let extractor = Extractor()
    private static let day = CalendarDate(year: 2025, month: 10, day: 21)

    private func value(_ text: String) throws -> TemporalValue {
        try #require(
            Self.extractor.extract(from: text, referenceDate: Self.day).mentions.compactMap(\.temporalValue).first)
    }

    @Test(
        "A value gives its first and last day",
        arguments: [
            ("Rapat digelar 27 Desember 2024.", "2024-12-27", "2024-12-27"),
            ("Rapat digelar Februari 2024.", "2024-02-01", "2024-02-29"),
            ("Rapat digelar pekan lalu.", "2025-10-13", "2025-10-19"),
            ("Laba kuartal I-2024 naik.", "2024-01-01", "2024-03-31"),
            ("Laba semester II 2024 naik.", "2024-07-01", "2024-12-31"),
            ("Lagu tahun 1990-an diputar.", "1990-01-01", "1999-12-31"),
            ("Benteng abad ke-19 itu megah.", "1801-01-01", "1900-12-31"),
            ("Pameran 20-22 Oktober 2025 ramai.", "2025-10-20", "2025-10-22"),
            ("Gubernur 2019-2024 hadir.", "2019-01-01", "2024-12-31"),
            ("Pasar ramai pada Ramadan 1446 H.", "2025-03-01", "2025-03-30"),
        ])
    func days(text: String, first: String, last: String) throws {
        let days = try #require(try value(text).days)
        #expect("\(days.lowerBound)" == first && "\(days.upperBound)" == last)
    }

    @Test(
        "Offsets from UTC are read as ISO 8601 writes them, and nothing else is one",
        arguments: [
            ("Z", 0), ("+07:00", 420), ("-03:30", -210), ("+00:45", 45), ("07:00", nil), ("+7", nil), ("+24:00", nil),
            ("+07:60", nil), ("+07:00:", nil), ("+:", nil), ("", nil),
        ] as [(String, Int?)])
    func offsets(text: String, minutes: Int?) {
        #expect(UTCOffset.minutes(text) == minutes)
    }

    @Test("Components are numbers; what is open is nil")
    func components() throws {
        let day = try #require(try value("Rapat digelar 27 Desember 2024.").components)
        #expect(day.year == 2024 && day.month == 12 && day.day == 27 && day.granularity == .day)
        let open = try #require(
            Self.extractor.extract(from: "Rapat digelar 27 Desember.").mentions.first?.temporalValue?.components)
        #expect(open.year == nil && open.month == 12 && open.day == 27 && open.date == nil && open.days == nil)
        let time = try #require(try value("Rapat dimulai pukul 14.32 WITA.").components)
        #expect(time.hour == 14 && time.minute == 32 && time.utcOffset == 480 && time.days == nil)
        guard case .duration(let duration) = try value("Ia dihukum 2 tahun 6 bulan.").content else {
            Issue.record("no duration")
            return
        }
        #expect(duration[.year] == 2 && duration[.month] == 6 && duration[.day] == 0)
    }

    @Test("A date and its time know each other, and make one moment")
    func moment() throws {
        let mentions = Self.extractor.extract(
            from: "Rapat dimulai Selasa (21/10/2025) pukul 19.00-21.00 WITA di aula."
        ).mentions.filter { $0.temporalValue != nil }
        #expect(mentions.count == 2)
        let date = try #require(mentions.first?.temporalValue)
        let time = try #require(mentions.last?.temporalValue)
        #expect(date.moment?.valueWithOffset == "2025-10-21T19:00+08:00/2025-10-21T21:00+08:00")
        #expect(date.moment == time.moment && date.companion != nil && time.companion != date.companion)
        #expect(date.value == "2025-10-21" && time.value == "T19:00/T21:00")
        // Asked for dates alone, the moment is still there.
        let alone = try #require(
            Extractor(kinds: [.date]).extract(from: "Rapat Selasa (21/10/2025) pukul 19.00.").mentions.first?
                .temporalValue)
        #expect(alone.moment?.value == "2025-10-21T19:00" && alone.companion == nil)
        let apart = Self.extractor.extract(from: "Rapat Selasa (21/10/2025). Ia tidur pukul 19.00.").mentions
        #expect(apart.compactMap(\.temporalValue).allSatisfy { $0.moment == nil })
    }

    @Test("Modifiers, contradictions and the Islamic date are fields")
    func fields() throws {
        #expect(try value("Proyek selesai akhir 2025.").modifier == .end)
        #expect(try value("Proyek selesai awal tahun depan.").modifier == .start)
        #expect(try value("Rapat Senin (21/10/2025).").issues == [.weekday])
        #expect(try value("Rapat 31 April 2025.").issues == [.day])
        #expect(try value("Rapat 12/25/2025.").issues == [.order])
        #expect(try value("Rapat 21 Oktober 20255.").issues == [.year])
        #expect(try value("Rapat Selasa (21/10/2025).").isInconsistent == false)
        #expect(try value("Puasa 1 Ramadan 1446 H.").hijri?.description == "1446-09-01")
    }

    @Test(
        "The dateline is the document's date when none is given, and the extraction says so",
        arguments: [
            "JAKARTA, 27 Desember 2024 - Menteri tiba kemarin.",
            "Menteri Tiba di Palu\nJAKARTA (27/12/2024) – Menteri tiba kemarin.",
            "Menteri tiba kemarin.\nJakarta, 27 Desember 2024\nKepala Biro Humas",
        ])
    func dateline(text: String) {
        let extraction = Self.extractor.extract(from: text)
        #expect(extraction.referenceDate?.description == "2024-12-27")
        #expect(extraction.referenceDateSource == .dateline)
        #expect(extraction.mentions.contains { $0.temporalValue?.value == "2024-12-26" })
        let given = Self.extractor.extract(from: text, referenceDate: Self.day)
        #expect(given.referenceDate == Self.day && given.referenceDateSource == .given)
    }

    @Test(
        "A date in running text is no dateline",
        arguments: [
            "Pada 27 Desember 2024 menteri tiba - kata dia.", "Budi lahir di Jakarta, 27 Desember 1974 - seorang guru.",
            "Palu - Menteri tiba. Ia lahir pada 5 Mei 1980.",
        ])
    func noDateline(text: String) {
        let extraction = Self.extractor.extract(from: text)
        #expect(extraction.referenceDate == nil && extraction.referenceDateSource == nil)
    }

    @Test("Weeks have their Monday, and years no week that they lack")
    func mondays() {
        #expect(CalendarDate.monday(ofWeek: 1, year: 2025)?.description == "2024-12-30")
        #expect(CalendarDate.monday(ofWeek: 53, year: 2020)?.description == "2020-12-28")
        #expect(CalendarDate.monday(ofWeek: 53, year: 2025) == nil)
    }
}
