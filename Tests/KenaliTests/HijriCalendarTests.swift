import Foundation
import Testing

@testable import Kenali

@Suite("Islamic calendar")
struct HijriCalendarTests {
    @Test("Agrees with ICU's civil calendar, which Foundation uses, on every day of two centuries")
    func agreesWithICU() throws {
        var calendar = Calendar(identifier: .islamicCivil)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        var day = try #require(CalendarDate(year: 1880, month: 1, day: 1))
        var civil = Calendar(identifier: .gregorian)
        civil.timeZone = calendar.timeZone
        var date = try #require(civil.date(from: DateComponents(year: 1880, month: 1, day: 1)))
        while day.year < 2080 {
            let parts = calendar.dateComponents([.year, .month, .day], from: date)
            let year = try #require(parts.year)
            let month = try #require(parts.month)
            let number = try #require(parts.day)
            #expect(HijriCalendar.civil(year: year, month: month, day: number) == day)
            #expect(HijriCalendar.year(of: day) == year)
            day = try #require(day.adding(days: 1))
            date = try #require(calendar.date(byAdding: .day, value: 1, to: date))
        }
    }

    @Test("No day outside of the calendar")
    func outside() {
        #expect(HijriCalendar.civil(year: 1446, month: 13, day: 1) == nil)
        #expect(HijriCalendar.civil(year: 1446, month: 1, day: 31) == nil)
        #expect(HijriCalendar.civil(year: 0, month: 1, day: 1) == nil)
        #expect(CalendarDate(year: 500, month: 1, day: 1).flatMap { HijriCalendar.year(of: $0) } == nil)
    }
}
