import Kenali
import Testing

/// Dates, times and durations at the edges of what there is.
@Suite("Edges of dates and times")
struct TemporalEdgeTests {
    private static let extractor = Extractor()

    private func found(_ text: String, on day: CalendarDate? = nil) -> [String] {
        Self.extractor.extract(from: text, referenceDate: day).mentions.compactMap { mention in
            mention.temporalValue.map { "\(mention.text(in: text)) = \($0.value)" }
        }
    }

    @Test(
        "A clock ends at 24.00",
        arguments: [
            ("Rapat mulai pukul 23.59 WIB.", ["pukul 23.59 WIB = T23:59"]),
            ("Rapat mulai pukul 24.00 WIB.", ["pukul 24.00 WIB = T24:00"]),
            ("Rapat mulai pukul 24.30 WIB.", []), ("Rapat mulai pukul 12.60 WIB.", []),
            ("Rapat mulai pukul 25.00 WIB.", []),
        ])
    func clock(text: String, expected: [String]) {
        #expect(found(text) == expected)
    }

    @Test(
        "A day that no month has is a slip up to 39, a number of something else above",
        arguments: [
            ("Rapat 31 Oktober 2024.", ["31 Oktober 2024 = 2024-10-31"]),
            ("Rapat 32 Oktober 2024.", ["32 Oktober 2024 = 2024-10-31"]),
            ("Rapat 39 Oktober 2024.", ["39 Oktober 2024 = 2024-10-31"]),
            ("Rapat 40 Oktober 2024.", ["Oktober 2024 = 2024-10"]),
        ])
    func days(text: String, expected: [String]) {
        #expect(found(text) == expected)
    }

    @Test(
        "From one length of time to a longer one",
        arguments: [
            ("Ia pergi selama 2-3 jam.", ["2-3 jam = PT2H/PT3H"]), ("Ia pergi selama 3-3 jam.", ["3 jam = PT3H"]),
            ("Ia pergi selama dua sampai tiga hari.", ["dua sampai tiga hari = P2D/P3D"]),
            ("Ia pergi selama tiga sampai dua hari.", ["dua hari = P2D"]),
        ])
    func lengths(text: String, expected: [String]) {
        #expect(found(text) == expected)
    }

    @Test(
        "A list of months goes on into the next year where it falls by more than half a year",
        arguments: [
            ("Rapat digelar pada September dan Februari.", ["September = 2024-09", "Februari = 2025-02"]),
            ("Rapat digelar pada Agustus dan Februari.", ["Agustus = 2024-08", "Februari = 2024-02"]),
        ])
    func months(text: String, expected: [String]) {
        #expect(found(text, on: CalendarDate(year: 2025, month: 1, day: 15)) == expected)
    }
}
