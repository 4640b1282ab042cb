/// What is known when an expression is resolved: the document's date, and what its text has named before.
struct TemporalContext: Hashable {
    /// The document's date.
    var reference: CalendarDate?
    /// The last day, ISO week, month and year that the text has named.
    var lastDay: CalendarDate?
    var lastWeek: CalendarDate?
    var lastMonth: (year: Int, month: Int)? {
        get { lastMonthNumber.map { ($0 / 12, $0 % 12 + 1) } }
        set { lastMonthNumber = newValue.map { 12 * $0.year + $0.month - 1 } }
    }
    var lastYear: Int?
    private var lastMonthNumber: Int?

    init(reference: CalendarDate?) { self.reference = reference }

    /// Notes a date of the text, for those that lean on it: "keesokan harinya", "tahun sebelumnya".
    mutating func note(_ content: TemporalValue.Content) {
        guard let point = content.endComponents, !point.isBeforeChrist else { return }
        if let year = point.year { lastYear = year }
        if let year = point.year, let month = point.month { lastMonth = (year, month) }
        if let date = point.date {
            lastDay = date
            lastWeek = date
        } else if point.granularity == .week, let monday = point.days?.lowerBound {
            lastWeek = monday
        }
    }

    /// The day that an anchor means.
    func day(_ anchor: Anchor) -> CalendarDate? { anchor == .text ? lastDay ?? reference : reference }
    func week(_ anchor: Anchor) -> CalendarDate? { anchor == .text ? lastWeek ?? reference : reference }
    func year(_ anchor: Anchor) -> Int? { anchor == .text ? lastYear ?? reference?.year : reference?.year }
    func month(_ anchor: Anchor) -> (year: Int, month: Int)? {
        let own = reference.map { ($0.year, $0.month) }
        return anchor == .text ? lastMonth ?? own : own
    }
}

/// What an offset counts from.
enum Anchor: Hashable {
    /// The document's date: "kemarin", "tahun lalu".
    case document
    /// The last date in the text: "keesokan harinya", "tahun sebelumnya".
    case text
}

/// A year, a month or a week: named, or counted from another.
enum Coordinate: Hashable {
    case known(Int)
    case shifted(Int, from: Anchor)
}

/// The parts of a date as the text gives them.
struct DateParts: Hashable {
    var year: Coordinate?
    var month: Coordinate?
    /// The week that a weekday lies in: "Senin pekan depan".
    var week: Coordinate?
    var day: Int?
    var weekday: Int?
    var isBeforeChrist = false
    /// Where the date lies as seen from the document, for one whose year or month the text leaves open: "27 Mei lalu".
    var direction: Int?
    /// What the words beside it say of that.
    var outlook: Outlook?
    /// Whether it stands in a list behind another month, without a year of its own.
    var isListed = false
    /// The month that ends what begins with this one, for both without a year: "dari Januari hingga Oktober".
    var untilMonth: Int?

    static func known(year: Int? = nil, month: Int? = nil, day: Int? = nil) -> DateParts {
        DateParts(year: year.map { .known($0) }, month: month.map { .known($0) }, day: day)
    }

    var knownMonth: Int? { if case .known(let month) = month { month } else { nil } }
}

/// A part of a year that is counted: quarters and halves.
enum YearPart: Hashable {
    case quarter, half

    var months: Int { self == .quarter ? 3 : 6 }
    var count: Int { 12 / months }
}

/// A unit that dates are counted in.
enum CalendarUnit: Hashable {
    case day, week, month, year, decade, century
}

/// What a calendar expression says, before the document's date is known to it.
///
/// Resolution is a pure function of the expression and the context, see ``content(in:)``.
enum TemporalExpression: Hashable {
    /// A year, a month, a day, or a weekday of a known week.
    case date(DateParts)
    // Behind a reference: few are intervals, and all would have the size of one.
    indirect case interval(DateParts, DateParts)
    /// A bare weekday, and how it is to be found: `nil` the nearest not after the document's date, 1 the next, -1 the
    /// one before, 0 that of the document's week.
    case weekday(Int, direction: Int?)
    /// From one weekday to another: "Senin-Rabu".
    case weekdays(Int, Int, direction: Int?)
    /// A unit of time some units away: "kemarin", "pekan lalu", "tiga tahun silam", "tahun sebelumnya".
    case shifted(CalendarUnit, Int, from: Anchor)
    /// A quarter or a half of a year, or some of them: "kuartal I-III 2025".
    case part(YearPart, ClosedRange<Int>, year: Coordinate?)
    /// A quarter or a half, counted from that of the document's date: "kuartal lalu".
    case partShifted(YearPart, Int)
    /// A week of a month or year, by number; -1 is the last one. See ``TemporalExpression/week(_:of:in:)``.
    case numberedWeek(Int, of: DateParts)
    /// Saturday and Sunday of a week.
    case weekend(Coordinate)
    /// Months of a year: "sembilan bulan pertama 2025".
    case months(ClosedRange<Int>, year: Coordinate?)
    case decade(Int, isBeforeChrist: Bool)
    case decades(Int, Int)
    case century(ClosedRange<Int>, isBeforeChrist: Bool)
    /// A date of the Islamic calendar.
    case hijri(HijriDate)

    /// What the expression names in a context; without one, what only it could tell stays open.
    func content(in context: TemporalContext) -> TemporalValue.Content {
        switch self {
        case .date(let parts): .point(Self.date(parts, context))
        case .interval(let start, let end): Self.interval(start, end, context)
        case .weekday(let day, let direction): .point(Self.weekday(day, direction, context.reference))
        case .weekdays(let first, let last, let direction): Self.weekdays(first, last, direction, context.reference)
        case .shifted(let unit, let offset, let anchor): .point(Self.shifted(unit, offset, anchor, context))
        case .part(let part, let numbers, let year): Self.parts(part, numbers, Self.year(year, context, orOwn: true))
        case .partShifted(let part, let offset): .point(Self.partShifted(part, offset, context.reference))
        case .numberedWeek(let number, let parts): .point(Self.week(number, of: parts, in: context))
        case .weekend(let week): Self.weekend(week, context)
        case .months(let months, let year): Self.months(months, Self.year(year, context, orOwn: true))
        case .decade(let year, let isBefore): .point(Self.decade(year, isBefore))
        case .decades(let first, let last): .interval(Self.decade(first, false), Self.decade(last, false))
        case .century(let numbers, let isBefore): Self.centuries(numbers, isBefore)
        case .hijri(let date): Self.hijri(date, context.reference)
        }
    }
}

// MARK: - Days, months and years

extension TemporalExpression {
    static func year(_ year: Coordinate?, _ context: TemporalContext, orOwn: Bool = false) -> Int? {
        switch year {
        case .known(let year): return year
        case .shifted(let offset, let anchor):
            return context.year(anchor).map { $0 + offset }.flatMap { (1...9999).contains($0) ? $0 : nil }
        case nil: return orOwn ? context.reference?.year : nil
        }
    }

    /// The year and month that a month some months away from another has.
    static func month(_ base: (year: Int, month: Int), _ offset: Int) -> (year: Int, month: Int)? {
        let number = 12 * base.year + base.month - 1 + offset
        return number >= 12 && number < 120_000 ? (number / 12, number % 12 + 1) : nil
    }

    static func date(_ parts: DateParts, _ context: TemporalContext) -> CalendarComponents {
        if let week = parts.week, let weekday = parts.weekday { return day(weekday, of: week, context) }
        var date = CalendarComponents(year: nil, month: parts.knownMonth, day: parts.day)
        if case .shifted(let offset, let anchor) = parts.month {
            let found = context.month(anchor).flatMap { month($0, offset) }
            date.year = found?.year
            date.month = found?.month
            if parts.day == nil { date.granularity = .month }
        } else if let year = parts.year {
            date.year = Self.year(year, context)
        } else if let reference = context.reference {
            if let month = parts.knownMonth, let last = parts.untilMonth {
                let end = Self.year(of: last, DateParts(outlook: parts.outlook ?? .near), reference)
                date.year = end.map { month > last ? $0 - 1 : $0 }
            } else if let month = parts.knownMonth {
                date.year = Self.listedYear(of: month, parts, context) ?? Self.year(of: month, parts, reference)
            } else if let day = parts.day {
                (date.year, date.month) = Self.month(of: day, parts.direction ?? parts.outlook?.direction, reference)
            }
        }
        date.isBeforeChrist = parts.isBeforeChrist
        return date.clamped
    }

    /// The weekday of a week.
    static func day(_ weekday: Int, of week: Coordinate, _ context: TemporalContext) -> CalendarComponents {
        guard case .shifted(let offset, let anchor) = week, let base = context.week(anchor),
            let day = base.adding(days: 7 * offset + weekday - base.weekday)
        else { return unknown(weekday: weekday) }
        return CalendarComponents(day)
    }

    static func unknown(weekday: Int) -> CalendarComponents {
        var day = CalendarComponents(granularity: .day)
        day.weekday = weekday
        return day
    }

    /// How many days ahead a day is still meant of which the text does not say where it lies: "digelar 2 Januari" in
    /// the last week of December.
    private static let nearDays = 14

    /// The year of a month or a day without one.
    ///
    /// It is the last one not after the document, or the next one where the text points ahead ("akan", "mendatang"). Of
    /// two years, that one is meant whose weekday the text names. Where the text says nothing, a day of the coming weeks is
    /// not that of last year. "Mei lalu" said in May is last year's; a day may be the document's own.
    static func year(of month: Int, _ parts: DateParts, _ reference: CalendarDate) -> Int? {
        if parts.direction == 0 { return reference.year }
        func distance(_ year: Int) -> Int? {
            let last = CalendarDate.days(in: month, of: year)
            // The 29th of February asks for a leap year; the 31st of June, which none has, for any.
            let isImpossible = parts.day.map { $0 > CalendarDate.days(in: month, of: 2000) } ?? false
            if let day = parts.day, day > last, !isImpossible { return nil }
            // Of a month alone it only matters on which side it lies.
            guard let day = parts.day else { return 12 * (year - reference.year) + month - reference.month }
            return CalendarDate(year: year, month: month, day: min(day, last)).map {
                $0.dayNumber - reference.dayNumber
            }
        }
        let isLeapDay = month == 2 && parts.day == 29
        var years = ((isLeapDay ? -8 : -1)...(isLeapDay ? 8 : 1)).map { reference.year + $0 }
            .filter { distance($0) != nil }
        if parts.direction != nil, parts.day == nil { years.removeAll { distance($0) == 0 } }
        let past = years.last { (distance($0) ?? 0) <= 0 }
        let future = years.first { (distance($0) ?? 0) >= 0 }
        if let weekday = parts.weekday, let day = parts.day, parts.direction == nil {
            let matching = [past, future].compactMap { $0 }.first {
                CalendarDate(year: $0, month: month, day: day)?.weekday == weekday
            }
            if let matching { return matching }
        }
        if parts.direction == nil, parts.outlook == .near, let past, let future {
            return abs(distance(past) ?? 0) <= abs(distance(future) ?? 0) ? past : future
        }
        switch parts.direction ?? parts.outlook?.direction {
        case .some(let direction) where direction > 0: return future
        case .some: return past
        case nil:
            let isNear = parts.day != nil && future.flatMap { distance($0) } ?? .max <= nearDays
            return isNear ? future : past ?? future
        }
    }

    /// The year of a month in a list: that of the month before it, or the next one for a list that goes on behind December.
    static func listedYear(of month: Int, _ parts: DateParts, _ context: TemporalContext) -> Int? {
        guard parts.isListed, let last = context.lastMonth else { return nil }
        return last.month - month > 6 ? last.year + 1 : last.year
    }

    /// The month of a day of which nothing else is known: the document's, or the next or last that fits the direction.
    static func month(of day: Int, _ direction: Int?, _ reference: CalendarDate) -> (Int?, Int?) {
        var offset = 0
        if let direction, direction < 0, day > reference.day { offset = -1 }
        if let direction, direction > 0, day < reference.day { offset = 1 }
        guard let found = month((reference.year, reference.month), offset) else { return (nil, nil) }
        return (found.year, found.month)
    }

    static func interval(
        _ first: DateParts, _ last: DateParts, _ context: TemporalContext
    ) -> TemporalValue.Content {
        var first = first
        var last = last
        // What stands at one end only holds for both.
        if first.month == nil, first.day != nil { first.month = last.month }
        if last.month == nil, last.day != nil { last.month = first.month }
        if first.year == nil, last.year == nil, last.month != nil { last.direction = last.direction ?? first.direction }
        var end = date(last, context)
        var start: CalendarComponents
        if first.year == nil, let month = first.knownMonth, case .known = last.month {
            // "30 Desember-2 Januari 2025" starts in the year before.
            let wraps = month > last.knownMonth ?? 12
            start = CalendarComponents(year: end.year.map { wraps ? $0 - 1 : $0 }, month: month, day: first.day).clamped
        } else {
            start = date(first, context)
        }
        if last.year == nil, last.knownMonth != nil, let year = start.year, first.year != nil {
            end.year = year
        }
        if last.isBeforeChrist { start.isBeforeChrist = true }
        return .interval(start, end)
    }

    static func shifted(
        _ unit: CalendarUnit, _ offset: Int, _ anchor: Anchor, _ context: TemporalContext
    ) -> CalendarComponents {
        switch unit {
        case .day:
            guard let day = context.day(anchor)?.adding(days: offset) else {
                return CalendarComponents(granularity: .day)
            }
            return CalendarComponents(day)
        case .week:
            guard let day = context.week(anchor)?.adding(days: 7 * offset) else {
                return CalendarComponents(granularity: .week)
            }
            return week(of: day)
        case .month:
            guard let found = context.month(anchor).flatMap({ month($0, offset) }) else {
                return CalendarComponents(granularity: .month)
            }
            return CalendarComponents(year: found.year, month: found.month)
        case .year:
            return CalendarComponents(year: year(.shifted(offset, from: anchor), context))
        case .decade:
            guard let year = year(.shifted(10 * offset, from: anchor), context) else {
                return CalendarComponents(granularity: .decade)
            }
            return decade(year, false)
        case .century:
            guard let year = year(.shifted(100 * offset, from: anchor), context) else {
                return CalendarComponents(granularity: .century)
            }
            return century((year + 99) / 100, false)
        }
    }
}

extension CalendarComponents {
    /// A day that its month doesn't have becomes the month's last; the leap day is kept while the year is open.
    var clamped: CalendarComponents {
        guard let month, let day, (1...12).contains(month) else { return self }
        var clamped = self
        clamped.day = min(day, CalendarDate.days(in: month, of: year ?? 2000))
        return clamped
    }
}
