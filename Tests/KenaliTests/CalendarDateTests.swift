import Foundation
import Testing

@testable import Kenali

@Suite("Calendar")
struct CalendarDateTests {
    @Test("Day numbers, weekdays and ISO weeks agree with Foundation's calendar over 60 years")
    func agreesWithFoundation() throws {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        var day = try #require(CalendarDate(year: 1979, month: 12, day: 25))
        var date = try #require(calendar.date(from: DateComponents(year: 1979, month: 12, day: 25)))
        while day.year < 2040 {
            let parts = calendar.dateComponents(
                [.year, .month, .day, .weekday, .weekOfYear, .yearForWeekOfYear], from: date)
            #expect(parts.year == day.year && parts.month == day.month && parts.day == day.day)
            #expect(parts.weekday.map { ($0 + 5) % 7 + 1 } == day.weekday)
            #expect(parts.weekOfYear == day.isoWeek.week && parts.yearForWeekOfYear == day.isoWeek.year)
            day = try #require(day.adding(days: 1))
            date = try #require(calendar.date(byAdding: .day, value: 1, to: date))
        }
    }

    @Test(
        "Only days that exist, written in full",
        arguments: [
            ("2024-02-29", true), ("2023-02-29", false), ("2024-13-01", false), ("2024-1-01", false),
            ("0000-01-01", false),
            ("2024-04-31", false), ("", false), ("2024-12-27T00", false), ("+024-12-27", false),
        ])
    func parsing(text: String, exists: Bool) {
        #expect(CalendarDate(text)?.description == (exists ? text : nil))
    }
}
