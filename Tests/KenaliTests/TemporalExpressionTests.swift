import Testing

@testable import Kenali

@Suite("Temporal values")
struct TemporalExpressionTests {
    private static let friday = CalendarDate(year: 2024, month: 12, day: 27)

    @Test(
        "Values with and without the document's date",
        arguments: [
            (TemporalExpression.day(offset: 0), "2024-12-27", "XXXX-XX-XX"),
            (.day(offset: 6), "2025-01-02", "XXXX-XX-XX"),
            (.unit("W", offset: 1), "2025-W01", "XXXX-WXX"),
            (.unit("M", offset: 1), "2025-01", "XXXX-XX"),
            (.unit("M", offset: -12), "2023-12", "XXXX-XX"),
            (.unit("Y", offset: -3), "2021", "XXXX"),
            (.unit("10Y", offset: -1), "201X", "XXXX"),
            (.weekday(5, weeks: nil), "2024-12-27", "XXXX-WXX-5"),
            (.weekday(6, weeks: nil), "2024-12-21", "XXXX-WXX-6"),
            (.weekday(5, weeks: -1), "2024-12-20", "XXXX-WXX-5"),
            (.weekday(5, weeks: 1), "2025-01-03", "XXXX-WXX-5"),
            (.month(5, direction: -1), "2024-05", "XXXX-05"),
            (.month(12, direction: -1), "2023-12", "XXXX-12"),
            (.month(2, direction: 1), "2025-02", "XXXX-02"),
            (.date(PartialDate(month: 12, day: 25)), "2024-12-25", "XXXX-12-25"),
            (.date(PartialDate(month: 1, day: 2)), "2025-01-02", "XXXX-01-02"),
            (.date(PartialDate(year: 2025, month: 10)), "2025-10", "2025-10"),
            (.date(PartialDate(month: 2, day: 29)), "2024-02-29", "XXXX-02-29"),
            (.part(year: 2025, designator: "Q", number: 3), "2025-Q3", "2025-Q3"),
            (.part(year: nil, designator: "H", number: 1), "2024-H1", "XXXX-H1"),
            (.decade(1990), "199X", "199X"),
            (.century(20), "19", "19"),
        ])
    func values(expression: TemporalExpression, dated: String, undated: String) {
        #expect(expression.value(on: Self.friday) == dated)
        #expect(expression.value(on: nil) == undated)
    }

    @Test("A weekday is the nearest one not after the document's date; 'depan' lies after it, 'lalu' before")
    func weekdays() throws {
        for offset in 0..<800 {
            let day = try #require(Self.friday?.adding(days: offset))
            for weekday in 1...7 {
                let bare = try #require(CalendarDate(TemporalExpression.weekday(weekday, weeks: nil).value(on: day)))
                #expect(bare.weekday == weekday && bare <= day && day.dayNumber - bare.dayNumber < 7)
                let next = try #require(CalendarDate(TemporalExpression.weekday(weekday, weeks: 1).value(on: day)))
                #expect(next.weekday == weekday && next > day && next.dayNumber - day.dayNumber <= 7)
                let last = try #require(CalendarDate(TemporalExpression.weekday(weekday, weeks: -1).value(on: day)))
                #expect(last.weekday == weekday && last < day && day.dayNumber - last.dayNumber <= 7)
            }
        }
    }

    @Test("A contradiction is flagged, and the numeric date stands")
    func inconsistent() throws {
        let extraction = Extractor(kinds: [.date]).extract(
            from: "Rapat digelar Senin, 27 Desember 2024, lalu Jumat, 27 Desember 2024.")
        let values = extraction.mentions.compactMap { mention -> TemporalValue? in
            if case .date(let value) = mention.detail { value } else { nil }
        }
        #expect(values.map(\.value) == ["2024-12-27", "2024-12-27"])
        #expect(values.map(\.isInconsistent) == [true, false])
    }
}
