extension TemporalExpression {
    static func part(_ part: YearPart, _ number: Int, _ year: Int?) -> CalendarComponents {
        var components = CalendarComponents(granularity: part == .quarter ? .quarter : .half)
        components.year = year
        if part == .quarter { components.quarter = number } else { components.half = number }
        return components
    }

    static func parts(_ part: YearPart, _ numbers: ClosedRange<Int>, _ year: Int?) -> TemporalValue.Content {
        let start = Self.part(part, numbers.lowerBound, year)
        return numbers.count == 1 ? .point(start) : .interval(start, Self.part(part, numbers.upperBound, year))
    }

    static func partShifted(_ part: YearPart, _ offset: Int, _ reference: CalendarDate?) -> CalendarComponents {
        guard let reference else { return CalendarComponents(granularity: part == .quarter ? .quarter : .half) }
        let number = part.count * reference.year + (reference.month - 1) / part.months + offset
        return Self.part(part, number % part.count + 1, number / part.count)
    }

    static func months(_ months: ClosedRange<Int>, _ year: Int?) -> TemporalValue.Content {
        .interval(
            CalendarComponents(year: year, month: months.lowerBound),
            CalendarComponents(year: year, month: months.upperBound))
    }

    static func decade(_ year: Int, _ isBeforeChrist: Bool) -> CalendarComponents {
        var decade = CalendarComponents(granularity: .decade)
        decade.decade = year / 10 * 10
        decade.isBeforeChrist = isBeforeChrist
        return decade
    }

    static func century(_ number: Int, _ isBeforeChrist: Bool) -> CalendarComponents {
        var century = CalendarComponents(granularity: .century)
        century.century = number
        century.isBeforeChrist = isBeforeChrist
        return century
    }

    static func centuries(_ numbers: ClosedRange<Int>, _ isBeforeChrist: Bool) -> TemporalValue.Content {
        let start = century(numbers.lowerBound, isBeforeChrist)
        return numbers.count == 1 ? .point(start) : .interval(start, century(numbers.upperBound, isBeforeChrist))
    }

    /// A day, a month or a year of the Islamic calendar in civil terms; a day without a year is the nearest one.
    static func hijri(_ date: HijriDate, _ reference: CalendarDate?) -> TemporalValue.Content {
        var date = date
        if date.year == nil, let reference {
            let own = HijriCalendar.year(of: reference) ?? 1
            date.year = (own - 1...own + 1).min { left, right in
                func distance(_ year: Int) -> Int {
                    HijriCalendar.civil(year: year, month: date.month ?? 1, day: date.day ?? 15)
                        .map { abs($0.dayNumber - reference.dayNumber) } ?? .max
                }
                return distance(left) < distance(right)
            }
        }
        let open = CalendarComponents(granularity: date.day != nil ? .day : date.month != nil ? .month : .year)
        guard let year = date.year else { return .point(open) }
        let first = HijriCalendar.civil(year: year, month: date.month ?? 1, day: date.day ?? 1)
        guard let first else { return .point(open) }
        if date.day != nil { return .point(CalendarComponents(first)) }
        let month = date.month ?? 12
        let next = HijriCalendar.civil(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 1)
        guard let last = next?.adding(days: -1) else { return .point(open) }
        return .interval(CalendarComponents(first), CalendarComponents(last))
    }
}
