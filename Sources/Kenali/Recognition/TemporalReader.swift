import KenaliLexicon
import KenaliRules

/// Reads the value of a date, a time or a duration from what a rule has bound.
///
/// The names that rules use: `day`, `month`, `year` and, for the end of a range, `day2`, `month2`, `year2`; `weekday`;
/// `unit`, `direction`, `count`; `part` (awal, akhir); `head` with `ordinal` (kuartal III); `decade`, `century`;
/// `relative` (kemarin); `hour`, `minute`, `clock`, `daypart`, `zone`; `duration`.
extension Document {
    /// The date that a match speaks of, nil when its parts make none.
    func date(_ match: RuleMatch) -> TemporalValue? {
        guard let expression = temporalExpression(match) else { return nil }
        let value = TemporalValue(expression.value(on: referenceDate))
        return checked(value, expression, match)
    }

    private func temporalExpression(_ match: RuleMatch) -> TemporalExpression? {
        if let relative = capture("relative", of: match) {
            return intValue(relative, in: classes.relativeDay).map { .day(offset: $0) }
        }
        if let decade = capture("decade", of: match) { return self.decade(decade) }
        if let century = capture("century", of: match) { return number(century).map { .century($0) } }
        if let head = capture("head", of: match) {
            guard let designator = value(head, in: classes.periodHead), let ordinal = capture("ordinal", of: match),
                let number = number(ordinal), (1...(designator == "Q" ? 4 : 2)).contains(number)
            else { return nil }
            return .part(year: capture("year", of: match).flatMap { year($0) }, designator: designator, number: number)
        }
        if let unit = capture("unit", of: match) {
            guard let designator = value(unit, in: classes.timeUnit), let direction = capture("direction", of: match),
                let sign = intValue(direction, in: classes.direction)
            else { return nil }
            let count = capture("count", of: match).flatMap { number($0) } ?? 1
            return designator.hasPrefix("T") ? nil : .unit(designator, offset: sign * count)
        }
        let start = partialDate(match, suffix: "")
        let end = partialDate(match, suffix: "2")
        if let end { return interval(start ?? PartialDate(), end) }
        if let weekday = capture("weekday", of: match), start == nil {
            let direction = capture("direction", of: match).flatMap { intValue($0, in: classes.direction) }
            return intValue(weekday, in: classes.weekday).map { .weekday($0, weeks: direction) }
        }
        guard let start else { return nil }
        if let month = start.month, start.day == nil, start.year == nil,
            let direction = capture("direction", of: match),
            let sign = intValue(direction, in: classes.direction)
        {
            return .month(month, direction: sign)
        }
        return .date(start)
    }

    /// The two ends of a range; what stands at one end only holds for both.
    private func interval(_ start: PartialDate, _ end: PartialDate) -> TemporalExpression {
        var start = start
        var end = end.resolved(on: end.month == nil ? nil : referenceDate)
        if start.month == nil { start.month = end.month }
        if end.month == nil { end.month = start.month }
        if start.year == nil {
            // "30 Desember-2 Januari 2025" starts in the year before.
            let wraps = (start.month ?? 0) > (end.month ?? 12)
            start.year = end.year.map { wraps ? $0 - 1 : $0 }
        }
        if end.year == nil { end.year = start.year }
        return .interval(start, end)
    }

    private func partialDate(_ match: RuleMatch, suffix: String) -> PartialDate? {
        var date = PartialDate()
        if let iso = capture("iso" + suffix, of: match) {
            let parts = string(iso).split { !$0.isNumber }.compactMap { Int($0) }
            guard parts.count == 3 else { return nil }
            date = PartialDate(year: parts[2], month: parts[1], day: parts[0])
            guard date.month.map({ (1...12).contains($0) }) == true else { return nil }
            return date
        }
        date.day = capture("day" + suffix, of: match).flatMap { number($0) }
        date.month = capture("month" + suffix, of: match).flatMap { month in
            intValue(month, in: classes.month) ?? number(month)
        }
        date.year = capture("year" + suffix, of: match).flatMap { year($0) }
        return date == PartialDate() ? nil : date
    }

    /// The value with a flag when a weekday contradicts its date, or when the calendar has no such day.
    private func checked(_ value: TemporalValue, _ expression: TemporalExpression, _ match: RuleMatch) -> TemporalValue
    {
        guard case .date(let date) = expression else { return value }
        var value = value
        if date.isImpossible { value.isInconsistent = true }
        if let weekday = capture("weekday", of: match).flatMap({ intValue($0, in: classes.weekday) }),
            let day = date.resolved(on: referenceDate).calendarDate, day.weekday != weekday
        {
            value.isInconsistent = true
        }
        return value
    }

    /// The clock time that a match speaks of.
    func time(_ match: RuleMatch) -> TemporalValue? {
        guard let clock = capture("clock", of: match) else { return nil }
        let zone = capture("zone", of: match).flatMap { value($0, in: classes.timeZone) }
        let lastMoved = capture("daypart", of: match).flatMap { intValue($0, in: classes.dayPart) } ?? 0
        guard let start = clockTime(clock, lastMoved) else { return nil }
        guard let end = capture("clock2", of: match) else { return TemporalValue("T\(start)", zone: zone) }
        guard let end = clockTime(end, lastMoved) else { return nil }
        return TemporalValue("T\(start)/T\(end)", zone: zone)
    }

    /// `14.32` as `14:32`; hours up to `lastMoved` are those of the second half of the day.
    private func clockTime(_ tokens: Range<Int>, _ lastMoved: Int) -> String? {
        let parts = string(tokens).split { $0 == "." || $0 == ":" }.compactMap { Int($0) }
        guard var hour = parts.first, parts.count <= 2 else { return nil }
        let minute = parts.count == 2 ? parts[1] : 0
        if (1...12).contains(hour), hour <= lastMoved { hour += 12 }
        guard (0...24).contains(hour), (0...59).contains(minute) else { return nil }
        return "\(hour.padded(to: 2)):\(minute.padded(to: 2))"
    }

    /// The span of time that a match speaks of.
    func duration(_ match: RuleMatch) -> TemporalValue? {
        if let whole = capture("duration", of: match) {
            return value(whole, in: classes.duration).map { TemporalValue($0) }
        }
        guard let unit = capture("unit", of: match).flatMap({ value($0, in: classes.timeUnit) }),
            let count = capture("count", of: match)
        else { return nil }
        let isClock = unit.hasPrefix("T")
        let designator = String(unit.drop { $0 == "T" || $0.isNumber })
        let factor = Int(unit.drop { $0 == "T" }.prefix { $0.isNumber }) ?? 1
        var amount: String
        if let whole = number(count) {
            amount = String(whole * factor)
            if capture("half", of: match) != nil { amount += ".5" }
        } else {
            amount = string(count).replacing(",", with: ".")
            guard factor == 1, Double(amount) != nil else { return nil }
        }
        return TemporalValue("P\(isClock ? "T" : "")\(amount)\(designator)")
    }

    // MARK: - Numbers

    /// A number in digits, words or Roman numerals.
    private func number(_ tokens: Range<Int>) -> Int? {
        if tokens.count == 1, let digits = Int(string(tokens)) { return digits }
        for `class` in [classes.number, classes.ordinal, classes.roman] {
            if let value = intValue(tokens, in: `class`) { return value }
        }
        return nil
    }

    private func intValue(_ tokens: Range<Int>, in class: WordClasses) -> Int? {
        value(tokens, in: `class`).flatMap { Int($0) }
    }

    /// A year; of two digits, the one from 1950 to 2049.
    private func year(_ tokens: Range<Int>) -> Int? {
        guard let year = Int(string(tokens)) else { return nil }
        guard string(tokens).utf8.count <= 2 else { return year }
        return year < 50 ? 2000 + year : 1900 + year
    }

    /// `1990`, and `90`, of "90-an".
    private func decade(_ tokens: Range<Int>) -> TemporalExpression? {
        guard let number = Int(string(tokens)), number % 10 == 0 else { return nil }
        if number >= 1000 { return .decade(number) }
        return number < 100 ? .decade(number < 30 ? 2000 + number : 1900 + number) : nil
    }
}
