/// A date of which parts may be unknown.
struct PartialDate: Hashable {
    var year: Int?
    var month: Int?
    var day: Int?

    /// The date by ISO 8601, down to the finest part that is known; unknown parts above it as `X`.
    var value: String {
        let year = year.map { $0.padded(to: 4) } ?? "XXXX"
        if let day { return "\(year)-\(month?.padded(to: 2) ?? "XX")-\(day.padded(to: 2))" }
        return month.map { "\(year)-\($0.padded(to: 2))" } ?? year
    }

    /// The day, when all parts are known and the calendar has it.
    var calendarDate: CalendarDate? {
        guard let year, let month, let day else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    /// Whether the calendar has no such day, whatever the unknown parts are.
    var isImpossible: Bool {
        guard let month, let day else { return false }
        return day > CalendarDate.days(in: month, of: year ?? 2000)
    }
}

/// What a calendar expression says, before the document's date is known to it.
///
/// Resolution is a pure function of the expression and that date, see ``value(on:)``.
enum TemporalExpression: Hashable {
    case date(PartialDate)
    case interval(PartialDate, PartialDate)
    /// A weekday, and how it is to be found: `nil` the nearest not after the document's date, else a number of weeks.
    case weekday(Int, weeks: Int?)
    /// A month in the year before (-1), this (0) or the next (1), as seen from the document.
    case month(Int, direction: Int)
    /// A quarter or a half: `Q` or `H` and its number.
    case part(year: Int?, designator: String, number: Int)
    case decade(Int)
    case century(Int)
    /// Days from the document's date.
    case day(offset: Int)
    /// Weeks (W), months (M), years (Y) or decades (10Y) from that of the document's date.
    case unit(String, offset: Int)

    /// The value by TIMEX3 on a document's date; without one, what only it could tell stays `X`.
    func value(on reference: CalendarDate?) -> String {
        switch self {
        case .date(let date): return date.resolved(on: reference).value
        case .interval(let start, let end):
            return "\(start.value)/\(end.value)"
        case .weekday(let day, let weeks): return Self.weekday(day, weeks, reference)
        case .month(let month, let direction):
            guard let reference else { return PartialDate(month: month).value }
            return PartialDate(year: reference.year(ofMonth: month, direction), month: month).value
        case .part(let year, let designator, let number):
            return "\((year ?? reference?.year).map { $0.padded(to: 4) } ?? "XXXX")-\(designator)\(number)"
        case .decade(let year): return "\((year / 10).padded(to: 3))X"
        case .century(let number): return (number - 1).padded(to: 2)
        case .day(let offset): return reference?.adding(days: offset)?.description ?? "XXXX-XX-XX"
        case .unit(let unit, let offset): return Self.unit(unit, offset, reference)
        }
    }

    private static func weekday(_ day: Int, _ weeks: Int?, _ reference: CalendarDate?) -> String {
        guard let reference else { return "XXXX-WXX-\(day)" }
        let back = (reference.weekday - day + 7) % 7
        let offset =
            switch weeks {
            case nil: -back
            // "lalu" is never the document's own day, "depan" is the next one after it.
            case .some(let weeks) where weeks < 0: back == 0 ? -7 : -back
            case .some(let weeks) where weeks > 0: 7 - back
            default: day - reference.weekday
            }
        return reference.adding(days: offset)?.description ?? "XXXX-WXX-\(day)"
    }

    private static func unit(_ unit: String, _ offset: Int, _ reference: CalendarDate?) -> String {
        switch unit {
        case "D": return TemporalExpression.day(offset: offset).value(on: reference)
        case "W":
            guard let week = reference?.adding(days: 7 * offset)?.isoWeek else { return "XXXX-WXX" }
            return "\(week.year.padded(to: 4))-W\(week.week.padded(to: 2))"
        case "M":
            guard let reference else { return "XXXX-XX" }
            let months = reference.year * 12 + reference.month - 1 + offset
            guard months >= 12 else { return "XXXX-XX" }
            return PartialDate(year: months / 12, month: months % 12 + 1).value
        default:
            guard let reference, let years = Int(unit.dropLast()).map({ $0 * offset }) ?? (unit == "Y" ? offset : nil)
            else { return "XXXX" }
            let year = reference.year + years
            guard (1...9999).contains(year) else { return "XXXX" }
            return unit == "10Y" ? "\((year / 10).padded(to: 3))X" : year.padded(to: 4)
        }
    }
}

extension PartialDate {
    /// The date with its year taken from the document's date: the one that brings it nearest.
    func resolved(on reference: CalendarDate?) -> PartialDate {
        guard year == nil, let reference else { return self }
        guard let month else {
            // "tanggal 5": of the document's month.
            return PartialDate(year: reference.year, month: reference.month, day: day)
        }
        let candidates = [reference.year - 1, reference.year, reference.year + 1]
        let nearest = candidates.min { left, right in
            distance(in: left, from: reference) < distance(in: right, from: reference)
        }
        return PartialDate(year: nearest, month: month, day: day)
    }

    private func distance(in year: Int, from reference: CalendarDate) -> Int {
        // A month alone counts from its middle; a year without the day (29 February) is out of the question.
        guard let month, let date = CalendarDate(year: year, month: month, day: day ?? 15) else { return .max }
        return abs(date.dayNumber - reference.dayNumber)
    }
}

extension CalendarDate {
    /// The year of the last (-1), this year's (0) or the next (1) such month.
    func year(ofMonth other: Int, _ direction: Int) -> Int {
        switch direction {
        case ..<0: other < month ? year : year - 1
        case 0: year
        default: other > month ? year : year + 1
        }
    }
}
