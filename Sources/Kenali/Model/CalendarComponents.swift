/// A number that may be missing, in four bytes; one that has no room is the nearest that has.
private struct SmallNumber: Sendable, Hashable {
    private var number = Int32.min

    init() {}

    init(_ value: Int?) { number = value.map { max(Int32(clamping: $0), .min + 1) } ?? .min }

    var value: Int? { number == .min ? nil : Int(number) }
}

/// What a text says of a day, a period or a moment, as numbers: the parts of its ISO 8601 value.
///
/// What the text leaves open, and the document's date doesn't tell, is nil. ``granularity`` says how fine the
/// expression is: "Oktober 2025" is a month, whatever day is meant in it.
///
/// ```swift
/// if case .point(let point) = mention.temporalValue?.content {
///     let components = DateComponents(year: point.year, month: point.month, day: point.day)
/// }
/// ```
public struct CalendarComponents: Sendable, Hashable {
    /// How fine an expression is, from the coarsest to the finest.
    public enum Granularity: Int, Sendable, Hashable, Comparable, CaseIterable {
        /// A hundred years.
        case century
        /// Ten years.
        case decade
        /// A year.
        case year
        /// Half a year.
        case half
        /// A quarter of a year.
        case quarter
        /// A month.
        case month
        /// A week of ISO 8601.
        case week
        /// A day.
        case day
        /// A minute of a day.
        case minute
        /// A second of a day.
        case second

        public static func < (left: Granularity, right: Granularity) -> Bool { left.rawValue < right.rawValue }
    }

    /// How fine the expression is.
    public var granularity: Granularity
    /// Whether years, decades and centuries count backwards from the birth of Christ ("SM").
    public var isBeforeChrist = false
    /// The number of the century: 20 for the years 1901 to 2000.
    public var century: Int? {
        get { centuryNumber.value }
        set { centuryNumber = SmallNumber(newValue) }
    }
    /// The first year of the decade: 1990.
    public var decade: Int? {
        get { decadeNumber.value }
        set { decadeNumber = SmallNumber(newValue) }
    }
    /// The year from 1; of a week its ISO 8601 year.
    public var year: Int? {
        get { yearNumber.value }
        set { yearNumber = SmallNumber(newValue) }
    }
    /// The half of the year, 1 or 2.
    public var half: Int? {
        get { halfNumber.value }
        set { halfNumber = SmallNumber(newValue) }
    }
    /// The quarter of the year, 1 to 4.
    public var quarter: Int? {
        get { quarterNumber.value }
        set { quarterNumber = SmallNumber(newValue) }
    }
    /// The month, 1 to 12.
    public var month: Int? {
        get { monthNumber.value }
        set { monthNumber = SmallNumber(newValue) }
    }
    /// The ISO 8601 week, 1 to 53.
    public var week: Int? {
        get { weekNumber.value }
        set { weekNumber = SmallNumber(newValue) }
    }
    /// The day of the month, from 1.
    public var day: Int? {
        get { dayNumber.value }
        set { dayNumber = SmallNumber(newValue) }
    }
    /// The day of the week, Monday 1 to Sunday 7, when the expression names nothing but it.
    public var weekday: Int? {
        get { weekdayNumber.value }
        set { weekdayNumber = SmallNumber(newValue) }
    }
    /// The hour, 0 to 24; 24 with minute 0 is the end of the day.
    public var hour: Int? {
        get { hourNumber.value }
        set { hourNumber = SmallNumber(newValue) }
    }
    /// The minute, 0 to 59.
    public var minute: Int? {
        get { minuteNumber.value }
        set { minuteNumber = SmallNumber(newValue) }
    }
    /// The second, 0 to 59.
    public var second: Int? {
        get { secondNumber.value }
        set { secondNumber = SmallNumber(newValue) }
    }
    /// The distance from UTC in minutes, east positive.
    public var utcOffset: Int? {
        get { utcOffsetNumber.value }
        set { utcOffsetNumber = SmallNumber(newValue) }
    }

    // Small, since a text may have many dates and most of them leave most of this open.
    private var centuryNumber = SmallNumber()
    private var decadeNumber = SmallNumber()
    private var yearNumber = SmallNumber()
    private var halfNumber = SmallNumber()
    private var quarterNumber = SmallNumber()
    private var monthNumber = SmallNumber()
    private var weekNumber = SmallNumber()
    private var dayNumber = SmallNumber()
    private var weekdayNumber = SmallNumber()
    private var hourNumber = SmallNumber()
    private var minuteNumber = SmallNumber()
    private var secondNumber = SmallNumber()
    private var utcOffsetNumber = SmallNumber()

    /// An expression of which nothing is known yet but how fine it is.
    public init(granularity: Granularity) { self.granularity = granularity }
}

extension CalendarComponents {
    /// A day.
    public init(_ date: CalendarDate) {
        self.init(granularity: .day)
        year = date.year
        month = date.month
        day = date.day
    }

    /// A year, month or day of which parts may be unknown.
    init(year: Int?, month: Int? = nil, day: Int? = nil) {
        self.init(granularity: day != nil ? .day : month != nil ? .month : .year)
        self.year = year
        self.month = month
        self.day = day
    }

    /// A time of day.
    init(hour: Int, minute: Int, second: Int? = nil, utcOffset: Int? = nil) {
        self.init(granularity: second == nil ? .minute : .second)
        self.hour = hour
        self.minute = minute
        self.second = second
        self.utcOffset = utcOffset
    }

    /// The day, when the expression names one and all its parts are known.
    ///
    /// - Complexity: O(1).
    public var date: CalendarDate? {
        guard granularity >= .day, !isBeforeChrist, let year, let month, let day else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    /// The first and the last day of the period, nil when parts are unknown or it lies before Christ.
    ///
    /// - Complexity: O(1).
    public var days: ClosedRange<CalendarDate>? {
        guard !isBeforeChrist else { return nil }
        switch granularity {
        case .century: return Self.known(century, in: 1...99).flatMap { Self.years(100 * $0 - 99, 100 * $0) }
        case .decade: return Self.known(decade, in: 0...9990).flatMap { Self.years(max($0, 1), $0 + 9) }
        case .year: return year.flatMap { Self.years($0, $0) }
        case .half: return Self.known(half, in: 1...2).flatMap { months(6 * $0 - 5, 6 * $0) }
        case .quarter: return Self.known(quarter, in: 1...4).flatMap { months(3 * $0 - 2, 3 * $0) }
        case .month: return month.flatMap { months($0, $0) }
        case .week:
            guard let year, let week, let monday = CalendarDate.monday(ofWeek: week, year: year),
                let sunday = monday.adding(days: 6)
            else { return nil }
            return monday...sunday
        case .day, .minute, .second: return date.map { $0...$0 }
        }
    }

    /// A number that the calendar has: a caller may have set any.
    private static func known(_ number: Int?, in range: ClosedRange<Int>) -> Int? {
        number.flatMap { range.contains($0) ? $0 : nil }
    }

    private static func years(_ first: Int, _ last: Int) -> ClosedRange<CalendarDate>? {
        guard let start = CalendarDate(year: first, month: 1, day: 1),
            let end = CalendarDate(year: last, month: 12, day: 31)
        else { return nil }
        return start...end
    }

    private func months(_ first: Int, _ last: Int) -> ClosedRange<CalendarDate>? {
        guard let year, let start = CalendarDate(year: year, month: first, day: 1),
            let end = CalendarDate(year: year, month: last, day: CalendarDate.days(in: last, of: year))
        else { return nil }
        return start...end
    }

    /// The value by ISO 8601 and TIMEX3: `2024-12-27`, `2024-W52`, `2025-Q3`, `199X`, `T14:32`; unknown parts are `X`,
    /// years before Christ have `BC` in front.
    public var value: String {
        let clock = clockValue
        switch granularity {
        case .century: return era + (century.map { ($0 &- 1).padded(to: 2) } ?? "XX")
        case .decade: return era + (decade.map { ($0 / 10).padded(to: 3) } ?? "XXX") + "X"
        case .year: return yearValue
        case .half: return "\(yearValue)-H\(half.map(String.init) ?? "X")"
        case .quarter: return "\(yearValue)-Q\(quarter.map(String.init) ?? "X")"
        case .month: return "\(yearValue)-\(month?.padded(to: 2) ?? "XX")"
        case .week: return "\(yearValue)-W\(week?.padded(to: 2) ?? "XX")"
        case .day: return dayValue
        case .minute, .second: return isClockOnly ? clock : dayValue + clock
        }
    }

    private var isClockOnly: Bool { year == nil && month == nil && day == nil && weekday == nil }
    private var era: String { isBeforeChrist ? "BC" : "" }
    private var yearValue: String { era + (year?.padded(to: 4) ?? "XXXX") }

    private var dayValue: String {
        if month == nil, day == nil, let weekday { return "\(yearValue)-W\(week?.padded(to: 2) ?? "XX")-\(weekday)" }
        return "\(yearValue)-\(month?.padded(to: 2) ?? "XX")-\(day?.padded(to: 2) ?? "XX")"
    }

    private var clockValue: String {
        guard let hour else { return "" }
        let start = "T\(hour.padded(to: 2)):\((minute ?? 0).padded(to: 2))"
        return granularity == .second ? "\(start):\((second ?? 0).padded(to: 2))" : start
    }

    /// ``value`` with the offset from UTC behind it: `2024-12-27T14:32+07:00`.
    public var valueWithOffset: String {
        guard let utcOffset else { return value }
        return value + UTCOffset.text(utcOffset)
    }
}

/// Offsets from UTC as ISO 8601 writes them.
enum UTCOffset {
    /// The minutes of `+07:00` or `Z`.
    static func minutes(_ text: String) -> Int? {
        if text == "Z" { return 0 }
        let rest = text.utf8.dropFirst()
        guard let sign = text.utf8.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            let colon = rest.firstIndex(of: UInt8(ascii: ":")), let hours = Int(text[rest.startIndex..<colon]),
            let minutes = Int(text[rest.index(after: colon)...]), 0..<24 ~= hours, 0..<60 ~= minutes
        else { return nil }
        return (sign == UInt8(ascii: "-") ? -1 : 1) * (60 * hours + minutes)
    }

    static func text(_ minutes: Int) -> String {
        guard minutes != 0 else { return "Z" }
        let (hours, rest) = (Int(minutes.magnitude / 60), Int(minutes.magnitude % 60))
        return "\(minutes < 0 ? "-" : "+")\(hours.padded(to: 2)):\(rest.padded(to: 2))"
    }
}

/// A length of time, by ISO 8601: `P3M`, `PT1H30M`.
public struct CalendarDuration: Sendable, Hashable {
    /// A unit that lengths of time are counted in.
    public enum Unit: String, Sendable, Hashable, CaseIterable {
        /// Years.
        case year = "Y"
        /// Months.
        case month = "M"
        /// Weeks.
        case week = "W"
        /// Days.
        case day = "D"
        /// Hours.
        case hour = "TH"
        /// Minutes.
        case minute = "TM"
        /// Seconds.
        case second = "TS"
    }

    /// An amount of one unit.
    public struct Part: Sendable, Hashable {
        /// How many; halves and the like are fractions.
        public var amount: Double
        /// Of what.
        public var unit: Unit

        /// An amount of a unit.
        public init(amount: Double, unit: Unit) {
            self.amount = amount
            self.unit = unit
        }
    }

    /// The amounts, from the largest unit to the smallest, in the units of the text.
    public var parts: [Part]

    /// A length of time, from its largest unit to its smallest.
    public init(parts: [Part]) { self.parts = parts }

    /// The amount of a unit; 0 when the expression doesn't name it.
    public subscript(unit: Unit) -> Double { parts.first { $0.unit == unit }?.amount ?? 0 }

    /// The duration by ISO 8601; parts of a unit are decimal fractions: `P2.5Y`.
    public var value: String {
        var text = "P"
        for part in parts {
            let isClock = part.unit.rawValue.hasPrefix("T")
            if isClock, !text.contains("T") { text += "T" }
            // `Int(exactly:)` would need the C library of mathematics; what is larger, or no number, is no whole one.
            let whole = part.amount.magnitude < 1e15 ? Int(part.amount) : 0
            text += (Double(whole) == part.amount ? String(whole) : String(part.amount)) + part.unit.rawValue.suffix(1)
        }
        return text
    }
}

/// A date of the Islamic calendar as the text writes it.
public struct HijriDate: Sendable, Hashable, CustomStringConvertible {
    /// The year after the Hijra, nil when the text leaves it open.
    public var year: Int?
    /// The month, Muharam 1 to Zulhijah 12; nil for a year alone.
    public var month: Int?
    /// The day of the month, nil for a month alone.
    public var day: Int?

    /// A date of which parts may be open.
    public init(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// `1446-09-01`, unknown parts above the finest as `X`.
    public var description: String { CalendarComponents(year: year, month: month, day: day).value }
}
