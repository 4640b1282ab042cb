import Testing

@testable import Kenali

@Suite("Temporal values")
struct TemporalExpressionTests {
    private static let friday = CalendarDate(year: 2024, month: 12, day: 27)

    @Test(
        "Values with and without the document's date",
        arguments: [
            (TemporalExpression.shifted(.day, 0, from: .document), "2024-12-27", "XXXX-XX-XX"),
            (.shifted(.day, 6, from: .document), "2025-01-02", "XXXX-XX-XX"),
            (.shifted(.week, 1, from: .document), "2025-W01", "XXXX-WXX"),
            (.shifted(.month, 1, from: .document), "2025-01", "XXXX-XX"),
            (.shifted(.month, -12, from: .document), "2023-12", "XXXX-XX"),
            (.shifted(.year, -3, from: .document), "2021", "XXXX"),
            (.shifted(.decade, -1, from: .document), "201X", "XXXX"),
            (.shifted(.century, -1, from: .document), "19", "XX"),
            (.weekday(5, direction: nil), "2024-12-27", "XXXX-WXX-5"),
            (.weekday(6, direction: nil), "2024-12-21", "XXXX-WXX-6"),
            (.weekday(5, direction: -1), "2024-12-20", "XXXX-WXX-5"),
            (.weekday(5, direction: 1), "2025-01-03", "XXXX-WXX-5"),
            (.weekday(3, direction: 0), "2024-12-25", "XXXX-WXX-3"),
            (.weekdays(1, 3, direction: nil), "2024-12-23/2024-12-25", "XXXX-WXX-1/XXXX-WXX-3"),
            (.date(DateParts(month: .known(5), direction: -1)), "2024-05", "XXXX-05"),
            (.date(DateParts(month: .known(12), direction: -1)), "2023-12", "XXXX-12"),
            (.date(DateParts(month: .known(2), direction: 1)), "2025-02", "XXXX-02"),
            (.date(.known(month: 12, day: 25)), "2024-12-25", "XXXX-12-25"),
            (.date(.known(month: 1, day: 2)), "2025-01-02", "XXXX-01-02"),
            (.date(.known(year: 2025, month: 10)), "2025-10", "2025-10"),
            (.date(.known(month: 2, day: 29)), "2024-02-29", "XXXX-02-29"),
            (.date(.known(day: 5)), "2024-12-05", "XXXX-XX-05"),
            (.date(DateParts(month: .shifted(1, from: .document), day: 5)), "2025-01-05", "XXXX-XX-05"),
            (.date(DateParts(year: .shifted(-1, from: .document), month: .known(3))), "2023-03", "XXXX-03"),
            (.date(DateParts(week: .shifted(1, from: .document), weekday: 1)), "2024-12-30", "XXXX-WXX-1"),
            (.part(.quarter, 3...3, year: .known(2025)), "2025-Q3", "2025-Q3"),
            (.part(.half, 1...1, year: nil), "2024-H1", "XXXX-H1"),
            (.partShifted(.quarter, 1), "2025-Q1", "XXXX-QX"),
            (.numberedWeek(3, of: .known(year: 2025, month: 10)), "2025-W42", "2025-W42"),
            (.numberedWeek(-1, of: .known(year: 2020)), "2020-W53", "2020-W53"),
            (.weekend(.shifted(0, from: .document)), "2024-12-28/2024-12-29", "XXXX-WXX-6/XXXX-WXX-7"),
            (.months(1...9, year: .known(2024)), "2024-01/2024-09", "2024-01/2024-09"),
            (.decade(1990, isBeforeChrist: false), "199X", "199X"),
            (.century(20...20, isBeforeChrist: false), "19", "19"),
            (.hijri(HijriDate(year: 1446, month: 9, day: 1)), "2025-03-01", "2025-03-01"),
            (.hijri(HijriDate(month: 9, day: 1)), "2025-03-01", "XXXX-XX-XX"),
        ])
    func values(expression: TemporalExpression, dated: String, undated: String) {
        #expect(expression.content(in: TemporalContext(reference: Self.friday)).value == dated)
        #expect(expression.content(in: TemporalContext(reference: nil)).value == undated)
    }

    @Test("A weekday is the nearest one not after the document's date; 'depan' lies after it, 'lalu' before")
    func weekdays() throws {
        for offset in 0..<800 {
            let day = try #require(Self.friday?.adding(days: offset))
            for weekday in 1...7 {
                let bare = try #require(Self.day(.weekday(weekday, direction: nil), day))
                #expect(bare.weekday == weekday && bare <= day && day.dayNumber - bare.dayNumber < 7)
                let next = try #require(Self.day(.weekday(weekday, direction: 1), day))
                #expect(next.weekday == weekday && next > day && next.dayNumber - day.dayNumber <= 7)
                let last = try #require(Self.day(.weekday(weekday, direction: -1), day))
                #expect(last.weekday == weekday && last < day && day.dayNumber - last.dayNumber <= 7)
            }
        }
    }

    private static func day(_ expression: TemporalExpression, _ reference: CalendarDate) -> CalendarDate? {
        expression.content(in: TemporalContext(reference: reference)).components?.date
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
