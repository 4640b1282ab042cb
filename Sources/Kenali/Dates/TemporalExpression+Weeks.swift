extension TemporalExpression {
    static func weekday(_ weekday: Int, _ direction: Int?, _ reference: CalendarDate?) -> CalendarComponents {
        guard let reference, let day = reference.adding(days: offset(of: weekday, direction, reference)) else {
            return unknown(weekday: weekday)
        }
        return CalendarComponents(day)
    }

    /// The days from the document's date to a weekday.
    static func offset(of weekday: Int, _ direction: Int?, _ reference: CalendarDate) -> Int {
        let back = (reference.weekday - weekday + 7) % 7
        return switch direction {
        case nil: -back
        // "lalu" is never the document's own day, "depan" is the next one after it.
        case .some(let direction) where direction < 0: back == 0 ? -7 : -back
        case .some(let direction) where direction > 0: 7 - back
        default: weekday - reference.weekday
        }
    }

    static func weekdays(
        _ first: Int, _ last: Int, _ direction: Int?, _ reference: CalendarDate?
    ) -> TemporalValue.Content {
        guard let reference,
            let start = reference.adding(days: offset(of: first, direction, reference)),
            let end = start.adding(days: (last - first + 7) % 7)
        else { return .interval(unknown(weekday: first), unknown(weekday: last)) }
        return .interval(CalendarComponents(start), CalendarComponents(end))
    }

    static func week(of day: CalendarDate) -> CalendarComponents {
        var week = CalendarComponents(granularity: .week)
        let found = day.isoWeek
        week.year = found.year
        week.week = found.week
        return week
    }

    /// A week by its number. A week belongs to the month, as to the year, that its Thursday lies in.
    static func week(
        _ number: Int, of parts: DateParts, in context: TemporalContext
    ) -> CalendarComponents {
        let unknown = CalendarComponents(granularity: .week)
        var period = date(parts, context)
        if parts.month == nil, parts.year == nil { period = CalendarComponents(year: context.reference?.year) }
        guard let days = period.days else {
            guard parts.month == nil, number > 0 else { return unknown }
            var week = unknown
            week.year = period.year
            week.week = number
            return week
        }
        let thursday = 4
        if number > 0 {
            let first = (thursday - days.lowerBound.weekday + 7) % 7
            guard let day = days.lowerBound.adding(days: first + 7 * (number - 1)) else { return unknown }
            return week(of: day)
        }
        let last = (days.upperBound.weekday - thursday + 7) % 7
        guard let day = days.upperBound.adding(days: -last) else { return unknown }
        return week(of: day)
    }

    static func weekend(_ week: Coordinate, _ context: TemporalContext) -> TemporalValue.Content {
        .interval(day(6, of: week, context), day(7, of: week, context))
    }
}
