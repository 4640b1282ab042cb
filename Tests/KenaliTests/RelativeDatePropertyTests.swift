import Foundation
import Testing

@testable import Kenali

/// Relative dates on every day of sixty years, against a calendar that is counted out day by day.
@Suite("Relative dates over sixty years")
struct RelativeDatePropertyTests {
    /// A day as Foundation's calendar has it.
    struct Day: Sendable, Equatable {
        var year: Int
        var month: Int
        var day: Int
        /// Monday 1 to Sunday 7.
        var weekday: Int
        var weekYear: Int
        var week: Int

        var value: String { pad(year, 4) + "-" + pad(month, 2) + "-" + pad(day, 2) }
        var monthValue: String { pad(year, 4) + "-" + pad(month, 2) }
        var weekValue: String { pad(weekYear, 4) + "-W" + pad(week, 2) }

        private func pad(_ number: Int, _ width: Int) -> String {
            String(repeating: "0", count: width - String(number).count) + String(number)
        }
    }

    /// All days from 1978 to 2043, so that sixty years have neighbours on both sides.
    static let days: [Day] = {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .current
        var days: [Day] = []
        var date = Date(timeIntervalSince1970: 252_460_800)
        while true {
            let parts = calendar.dateComponents(
                [.year, .month, .day, .weekday, .weekOfYear, .yearForWeekOfYear], from: date)
            guard let year = parts.year, let month = parts.month, let day = parts.day, let weekday = parts.weekday,
                let week = parts.weekOfYear, let weekYear = parts.yearForWeekOfYear, year < 2044
            else { return days }
            days.append(
                Day(
                    year: year, month: month, day: day, weekday: (weekday + 5) % 7 + 1, weekYear: weekYear, week: week))
            date.addTimeInterval(86_400)
        }
    }()

    /// The indices of the reference dates: 1980 to 2040.
    static let references = days.indices.filter { (1980...2040).contains(days[$0].year) }

    private func value(_ expression: TemporalExpression, on day: Day) -> String {
        let reference = CalendarDate(year: day.year, month: day.month, day: day.day)
        return expression.content(in: TemporalContext(reference: reference)).value
    }

    @Test("There are sixty years")
    func span() {
        #expect(Self.references.count == 22_281)
        #expect(Self.days.first?.value == "1978-01-01")
    }

    @Test("Days: kemarin, lusa, 45 hari lalu", arguments: [-366, -45, -2, -1, 0, 1, 2, 31, 365])
    func dayOffsets(offset: Int) {
        for index in Self.references {
            #expect(
                value(.shifted(.day, offset, from: .document), on: Self.days[index]) == Self.days[index + offset].value)
        }
    }

    @Test("Weeks: pekan lalu, dua pekan lagi", arguments: [-53, -2, -1, 0, 1, 2, 52])
    func weeks(offset: Int) {
        for index in Self.references {
            let expected = Self.days[index + 7 * offset].weekValue
            #expect(value(.shifted(.week, offset, from: .document), on: Self.days[index]) == expected)
        }
    }

    @Test("Months: bulan lalu is the month of the day before the first", arguments: [-1, 1])
    func months(direction: Int) {
        for index in Self.references {
            var other = index
            while Self.days[other].month == Self.days[index].month { other += direction }
            let expected = Self.days[other].monthValue
            #expect(value(.shifted(.month, direction, from: .document), on: Self.days[index]) == expected)
        }
    }

    @Test("Years and months far away: 25 bulan lalu, tiga tahun lagi")
    func counts() {
        for index in Self.references {
            let day = Self.days[index]
            var year = day.year
            var month = day.month
            for _ in 0..<25 {
                month -= 1
                if month == 0 { (year, month) = (year - 1, 12) }
            }
            let expected = "\(year)-\(month < 10 ? "0" : "")\(month)"
            #expect(value(.shifted(.month, -25, from: .document), on: day) == expected)
            #expect(value(.shifted(.year, 3, from: .document), on: day) == "\(day.year + 3)")
        }
    }

    @Test("Weekdays: the nearest not after, Senin lalu, Senin depan, Senin pekan depan", arguments: 1...7)
    func weekdays(weekday: Int) throws {
        for index in Self.references {
            let day = Self.days[index]
            let range = Self.days[(index - 14)...(index + 14)]
            let bare = try #require(range[...index].last { $0.weekday == weekday })
            #expect(value(.weekday(weekday, direction: nil), on: day) == bare.value)
            let last = try #require(range[..<index].last { $0.weekday == weekday })
            #expect(value(.weekday(weekday, direction: -1), on: day) == last.value)
            let next = try #require(range[(index + 1)...].first { $0.weekday == weekday })
            #expect(value(.weekday(weekday, direction: 1), on: day) == next.value)
            let following = try #require(
                Self.days[(index + 7 - 6)...(index + 7 + 6)].first {
                    $0.weekday == weekday && $0.weekValue == Self.days[index + 7].weekValue
                })
            let expression = TemporalExpression.date(DateParts(week: .shifted(1, from: .document), weekday: weekday))
            #expect(value(expression, on: day) == following.value)
        }
    }

    @Test(
        "A day without a year is the last one not after the document, or the next one where that comes soon or is meant",
        arguments: [(1, 1), (2, 28), (2, 29), (3, 1), (6, 30), (10, 31), (12, 31)])
    func dayWithoutYear(month: Int, day: Int) throws {
        let found = Self.days.indices.filter { Self.days[$0].month == month && Self.days[$0].day == day }
        for index in Self.references where (1984...2036).contains(Self.days[index].year) {
            let last = try #require(found.last { $0 <= index })
            let next = try #require(found.first { $0 >= index })
            var parts = DateParts.known(month: month, day: day)
            let expected = next - index <= 14 ? next : last
            #expect(value(.date(parts), on: Self.days[index]) == Self.days[expected].value)
            parts.outlook = .behind
            #expect(value(.date(parts), on: Self.days[index]) == Self.days[last].value)
            parts.outlook = .ahead
            #expect(value(.date(parts), on: Self.days[index]) == Self.days[next].value)
        }
    }

    @Test("Mei lalu and Mei mendatang are the nearest such months before and after the document's", arguments: 1...12)
    func directedMonths(month: Int) throws {
        for index in Self.references where Self.days[index].day == 15 {
            let own = Self.days[index].monthValue
            let before = try #require(
                Self.days[(index - 400)..<index].last { $0.month == month && $0.monthValue != own })
            let after = try #require(
                Self.days[index...(index + 400)].first { $0.month == month && $0.monthValue != own })
            let past = TemporalExpression.date(DateParts(month: .known(month), direction: -1))
            let coming = TemporalExpression.date(DateParts(month: .known(month), direction: 1))
            #expect(value(past, on: Self.days[index]) == before.monthValue)
            #expect(value(coming, on: Self.days[index]) == after.monthValue)
        }
    }

    @Test("Directed days lie on their side: 29 Desember lalu, 2 Januari mendatang")
    func directedDays() throws {
        for index in Self.references {
            for (month, day) in [(12, 29), (1, 2), (3, 1)] {
                var parts = DateParts.known(month: month, day: day)
                parts.direction = -1
                let before = try #require(
                    Self.days[(index - 366)...index].last { $0.month == month && $0.day == day })
                #expect(value(.date(parts), on: Self.days[index]) == before.value)
                parts.direction = 1
                let after = try #require(
                    Self.days[index...(index + 366)].first { $0.month == month && $0.day == day })
                #expect(value(.date(parts), on: Self.days[index]) == after.value)
            }
        }
    }

    @Test("Weekends and quarters: akhir pekan ini, kuartal lalu")
    func otherPeriods() throws {
        for index in Self.references {
            let day = Self.days[index]
            let saturday = try #require(
                Self.days[(index - 6)...(index + 6)].first { $0.weekday == 6 && $0.weekValue == day.weekValue })
            let sunday = try #require(
                Self.days[(index - 6)...(index + 6)].first { $0.weekday == 7 && $0.weekValue == day.weekValue })
            #expect(value(.weekend(.shifted(0, from: .document)), on: day) == "\(saturday.value)/\(sunday.value)")
            let number = (day.month + 2) / 3
            let expected = number == 1 ? "\(day.year - 1)-Q4" : "\(day.year)-Q\(number - 1)"
            #expect(value(.partShifted(.quarter, -1), on: day) == expected)
        }
    }

    @Test("Numbered weeks hold the Thursday that makes them the month's", arguments: 1...4)
    func numberedWeeks(number: Int) throws {
        for index in Self.references where Self.days[index].day == 1 {
            let month = Self.days[index..<(index + 28)]
            let thursdays = month.filter { $0.weekday == 4 }
            let parts = DateParts.known(year: Self.days[index].year, month: Self.days[index].month)
            #expect(
                value(.numberedWeek(number, of: parts), on: Self.days[index]) == thursdays[number - 1].weekValue)
        }
    }

    @Test("Dates of the text: keesokan harinya, bulan sebelumnya, tahun berikutnya")
    func anaphora() {
        for index in Self.references {
            let day = Self.days[index]
            var context = TemporalContext(reference: CalendarDate(year: 2000, month: 1, day: 1))
            context.note(.point(CalendarComponents(year: day.year, month: day.month, day: day.day)))
            let next = TemporalExpression.shifted(.day, 1, from: .text).content(in: context).value
            #expect(next == Self.days[index + 1].value)
            let month = TemporalExpression.shifted(.month, -1, from: .text).content(in: context).value
            #expect(
                month
                    == (day.month == 1
                        ? "\(day.year - 1)-12" : "\(day.year)-\(day.month < 11 ? "0" : "")\(day.month - 1)"))
            let year = TemporalExpression.shifted(.year, 1, from: .text).content(in: context).value
            #expect(year == "\(day.year + 1)")
        }
    }

    @Test(
        "What is written in a text is resolved by the same function",
        arguments: ["1999-12-31", "2024-02-29", "2025-03-01"])
    func inText(date: String) throws {
        let reference = try #require(CalendarDate(date))
        let extractor = Extractor(kinds: [.date])
        let texts: [(String, TemporalExpression)] = [
            ("Ia datang kemarin.", .shifted(.day, -1, from: .document)),
            ("Ia datang besok.", .shifted(.day, 1, from: .document)),
            ("Ia datang pekan depan.", .shifted(.week, 1, from: .document)),
            ("Ia datang dua bulan lalu.", .shifted(.month, -2, from: .document)),
            ("Ia datang tahun lalu.", .shifted(.year, -1, from: .document)),
            ("Ia datang Jumat lalu.", .weekday(5, direction: -1)),
        ]
        for (text, expression) in texts {
            let mention = extractor.extract(from: text, referenceDate: reference).mentions.first
            #expect(
                mention?.temporalValue?.content == expression.content(in: TemporalContext(reference: reference)),
                "\(text)")
        }
    }
}
