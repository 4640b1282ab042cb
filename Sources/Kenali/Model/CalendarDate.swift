import KenaliLexicon

/// A day of the Gregorian calendar.
public struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The year, 1 to 9999.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// The day, nil when the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year)
        else {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day written as `YYYY-MM-DD`, nil when it is written otherwise or does not exist.
    public init?(_ text: String) {
        var numbers = [0, 0, 0]
        var number = 0
        // By bytes: all of them are ASCII's.
        guard text.utf8.count == 10 else { return nil }
        for (index, byte) in text.utf8.enumerated() {
            if index == 4 || index == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
                number += 1
            } else {
                guard byte &- 0x30 < 10 else { return nil }
                numbers[number] = 10 * numbers[number] + Int(byte - 0x30)
            }
        }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    /// The day that is this many days after the first of March of year 0; years start in March here, so that the leap
    /// day is their last. (Howard Hinnant, "chrono-compatible low-level date algorithms".)
    init?(dayNumber: Int) {
        // The years 0 to 9999 and some more, so that nothing below overflows.
        guard (0..<3_660_000).contains(dayNumber) else { return nil }
        let era = dayNumber / 146_097
        let dayOfEra = dayNumber - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    /// Days since the first of March of year 0.
    var dayNumber: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    }

    /// The day of the week, Monday 1 to Sunday 7.
    public var weekday: Int {
        // The first of March of year 0 was a Wednesday.
        (dayNumber + 2) % 7 + 1
    }

    /// The day this many days later; nil beyond the years 1 to 9999.
    public func adding(days: Int) -> CalendarDate? {
        let (number, isTooFar) = dayNumber.addingReportingOverflow(days)
        return isTooFar ? nil : CalendarDate(dayNumber: number)
    }

    /// The ISO 8601 year and week that the day lies in.
    public var isoWeek: (year: Int, week: Int) {
        // A week belongs to the year of its Thursday.
        guard let thursday = adding(days: 4 - weekday), let first = CalendarDate(year: thursday.year, month: 1, day: 1)
        else { return (year, 1) }
        return (thursday.year, (thursday.dayNumber - first.dayNumber) / 7 + 1)
    }

    /// The Monday of an ISO 8601 week; nil when the year has no such week.
    static func monday(ofWeek week: Int, year: Int) -> CalendarDate? {
        // The fourth of January is always in the first week.
        guard (1...53).contains(week), let fourth = CalendarDate(year: year, month: 1, day: 4),
            let monday = fourth.adding(days: 1 - fourth.weekday + 7 * (week - 1))
        else { return nil }
        let found = monday.isoWeek
        return found.year == year && found.week == week ? monday : nil
    }

    static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// `YYYY-MM-DD`.
    public var description: String {
        var text = InlineArray<10, UInt8>(repeating: UInt8(ascii: "-"))
        func write(_ number: Int, upTo end: Int, width: Int) {
            var rest = number
            for place in 1...width {
                text[end - place] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            }
        }
        write(year, upTo: 4, width: 4)
        write(month, upTo: 7, width: 2)
        write(day, upTo: 10, width: 2)
        return String(copying: text.span)
    }

    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension Int {
    /// The number in decimal, with zeros in front up to a width.
    func padded(to width: Int) -> String {
        let digits = String(self)
        switch width - digits.utf8.count {
        case ..<1: return digits
        case 1: return "0" + digits
        case let missing: return String(repeating: "0", count: missing) + digits
        }
    }
}
