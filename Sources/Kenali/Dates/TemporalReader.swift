import KenaliLexicon
import KenaliRules

/// Reads what a date, a time or a duration says from what a rule has bound. The names that rules use:
///
/// | name | is bound to |
/// |---|---|
/// | `day`, `month`, `year`, `weekday`; with `2` behind for the end of a range | the parts of a date |
/// | `yearshift`, `monthshift`, `weekshift` | the direction of "tahun lalu", "bulan depan", "pekan lalu" in a date |
/// | `until` | the month of the later date that the year is read from |
/// | `iso` | a date in one token: 21.10.2025 |
/// | `order` | a date whose month and day have changed places |
/// | `era` | SM, Masehi |
/// | `direction` | lalu, depan ... behind a date or a unit |
/// | `unit`, `count`, `span` | bulan (lalu), dua (hari lalu), setahun (lalu) |
/// | `relative`, `ontext` | kemarin; keesokan harinya |
/// | `ahead` | a word that says that a weekday is the next one |
/// | `eve` | a word that says that the evening before a weekday is meant |
/// | `term` | ganjil, genap: the half of a school year |
/// | `listed` | what joins a month of a list to the one before it |
/// | `since` | a word that says that a month is not after the document's |
/// | `part` | awal, pertengahan, akhir |
/// | `head` with `ordinal`, `ordinal2`; `quarter`, `quarter2` | kuartal I-III; Q1-Q3 |
/// | `nth`, `last`; `weekend` | pekan ketiga, pekan terakhir; akhir pekan (ini) |
/// | `first` with `count` | sembilan bulan pertama |
/// | `decade`, `decade2`; `century`, `century2` | 1980-an; abad ke-19 |
/// | `hijri` with `day`, `hyear` | Ramadan |
/// | `holiday` | Hari Pahlawan |
/// | `clock`, `clock2`, `half`, `past`, `to`, `minutes`, `daypart`, `daypart2`, `zone`, `shift`, `noon` | the parts of a time |
/// | `duration`, `count`, `unit`, `half`, and with 2 and 3 behind; `range`, `times`, `nights` | a length of time |
extension Document {
    /// What a match says of a date, nil when its parts make none.
    func date(_ match: RuleMatch) -> TemporalReading? {
        var issues: Set<TemporalValue.Issue> = []
        guard let expression = expression(match, &issues) else { return nil }
        var reading = TemporalReading(expression)
        reading.issues = issues
        reading.modifier = capture(.part, of: match).flatMap { value($0, in: classes.periodPart) }
            .flatMap(TemporalValue.Modifier.init(rawValue:))
        return reading
    }

    private func expression(
        _ match: RuleMatch, _ issues: inout Set<TemporalValue.Issue>
    ) -> TemporalExpression? {
        if let month = capture(.hijri, of: match) { return hijri(month, match) }
        if let year = capture(.hyear, of: match) { return .hijri(HijriDate(year: leadingNumber(year))) }
        if let head = capture(.head, of: match) { return yearPart(head, match) }
        if let term = capture(.term, of: match) { return schoolTerm(term, match) }
        if let quarter = capture(.quarter, of: match) { return shortYearPart(quarter, match) }
        if has(.nth, match) || has(.last, match) { return numberedWeek(match, &issues) }
        if let decade = capture(.decade, of: match) { return self.decade(decade, match) }
        if let century = capture(.century, of: match) { return self.century(century, match) }
        if let weekend = capture(.weekend, of: match) {
            return .weekend(coordinate(weekend) ?? .shifted(0, from: .document))
        }
        if has(.first, match), let count = capture(.count, of: match).flatMap({ number($0) }) {
            return (1...12).contains(count) ? .months(1...count, year: year(match, .first)) : nil
        }
        if let holiday = capture(.holiday, of: match) { return self.holiday(holiday, match) }
        if let text = capture(.ontext, of: match) {
            return intValue(text, in: classes.relativeText).map { .shifted(.day, $0, from: .text) }
        }
        if let span = capture(.span, of: match) { return shifted(span: span, match) }
        if let unit = capture(.unit, of: match) { return shifted(unit: unit, match) }
        let first = parts(match, .first, &issues)
        let last = parts(match, .last, &issues)
        if let relative = capture(.relative, of: match), first?.day == nil {
            return intValue(relative, in: classes.relativeDay).map { .shifted(.day, $0, from: .document) }
        }
        if let last {
            // "21-10" without a month is no range of days.
            if let from = first?.day, let to = last.day, first?.month == nil, from >= to { return nil }
            if let from = first?.day, let to = last.day, last.month == nil, from >= to { return nil }
            return interval(first, last, match)
        }
        guard let first else { return nil }
        if let weekday = first.weekday, first.day == nil, first.month == nil, first.year == nil, first.week == nil {
            let ahead = has(.ahead, match) ? 1 : nil
            let day = has(.eve, match) ? (weekday + 5) % 7 + 1 : weekday
            return .weekday(day, direction: first.direction ?? ahead)
        }
        return .date(begun(first, match))
    }

    /// The start of what ends in a month that the text names later.
    private func begun(_ first: DateParts, _ match: RuleMatch) -> DateParts {
        guard let until = capture(.until, of: match), let last = intValue(until, in: classes.month),
            case .known(let month) = first.month
        else { return first }
        var first = first
        if case .known(let year) = first.year, month > last {
            // "30 Desember hingga 2 Januari 2025" starts in the year before.
            first.year = .known(year - 1)
        } else if first.year == nil {
            first.untilMonth = last
        }
        return first
    }

    func has(_ name: Capture, _ match: RuleMatch) -> Bool { capture(name, of: match) != nil }

    private func interval(_ first: DateParts?, _ last: DateParts, _ match: RuleMatch) -> TemporalExpression {
        if let from = first?.weekday, let to = last.weekday, first?.day == nil, last.day == nil {
            return .weekdays(from, to, direction: first?.direction)
        }
        var first = first ?? DateParts()
        first.isBeforeChrist = first.isBeforeChrist || last.isBeforeChrist
        var last = last
        if first.isBeforeChrist { last.isBeforeChrist = true }
        // "2023/24"
        if case .known(let start) = first.year, case .known(let end) = last.year, last.month == nil, end < 100,
            !first.isBeforeChrist
        {
            last.year = .known(start / 100 * 100 + end)
        }
        return .interval(first, last)
    }

    /// The parts of a date, of a range those of one end; nil when the rule has bound none.
    private func parts(
        _ match: RuleMatch, _ end: RangeEnd, _ issues: inout Set<TemporalValue.Issue>
    ) -> DateParts? {
        var parts = DateParts()
        if let iso = capture(end.capture(.iso), of: match) {
            let numbers = string(iso).split { !$0.isNumber }.compactMap { Int($0) }
            guard numbers.count == 3, (1...12).contains(numbers[1]), (1...31).contains(numbers[0]) else { return nil }
            parts = .known(year: numbers[2], month: numbers[1], day: numbers[0])
        } else {
            parts.day = capture(end.capture(.day), of: match).flatMap { number($0) }
            // A day that no month has is a slip (32 Oktober); its rule says how far that goes.
            if let day = parts.day, !(1...39).contains(day) { return nil }
            if let month = capture(end.capture(.month), of: match) {
                guard let number = intValue(month, in: classes.month) ?? number(month), (1...12).contains(number) else {
                    return nil
                }
                parts.month = .known(number)
            } else {
                parts.month = capture(end.capture(.monthshift), of: match).flatMap { coordinate($0) }
            }
            parts.year = year(match, end)
        }
        if parts.day != nil, case .known(let year) = parts.year, !has(.era, match), !(1000...2200).contains(year) {
            parts.year = nil
            issues.insert(.year)
        }
        if has(.order, match) { issues.insert(.order) }
        parts.weekday = capture(end.capture(.weekday), of: match).flatMap { intValue($0, in: classes.weekday) }
        parts.week = capture(end.capture(.weekshift), of: match).flatMap { coordinate($0) }
        guard parts != DateParts() else { return nil }
        if let era = capture(.era, of: match).flatMap({ value($0, in: classes.era) }) {
            parts.isBeforeChrist = era == "BC"
            if era == "SAKA", case .known(let year) = parts.year { parts.year = .known(year + 78) }
        }
        if parts.year == nil {
            parts.direction = capture(.direction, of: match).flatMap { intValue($0, in: classes.direction) }
            if parts.direction == nil, parts.month != nil || parts.day != nil {
                parts.outlook = has(.since, match) ? .behind : outlook(of: match.tokens)
                parts.isListed = has(.listed, match)
            }
        }
        return parts
    }

    private func year(_ match: RuleMatch, _ end: RangeEnd) -> Coordinate? {
        if let shift = capture(end.capture(.yearshift), of: match) { return coordinate(shift) }
        guard let tokens = capture(end.capture(.year), of: match), let year = number(tokens) else { return nil }
        guard year < 100, utf8Range(of: tokens).count <= 2, !has(.era, match) else { return .known(year) }
        // The short end of "2024/25" takes its century from the start.
        return .known(end == .last && has(.year, match) && !has(.day2, match) ? year : Self.fullYear(year))
    }

    /// A year of two digits is the one from 1945 to 2044.
    private static func fullYear(_ year: Int) -> Int { year < 45 ? 2000 + year : 1900 + year }

    /// Where a direction points, and from what.
    private func coordinate(_ tokens: Range<Int>) -> Coordinate? {
        if let offset = intValue(tokens, in: classes.direction) { return .shifted(offset, from: .document) }
        return intValue(tokens, in: classes.directionText).map { .shifted($0, from: .text) }
    }
}

// MARK: - Units and periods

extension Document {
    private func shifted(unit: Range<Int>, _ match: RuleMatch) -> TemporalExpression? {
        guard let designator = value(unit, in: classes.timeUnit), let (unit, factor) = Self.calendarUnit(designator)
        else { return nil }
        guard let direction = capture(.direction, of: match) else {
            // "akhir tahun" is that of the document.
            return has(.part, match) ? .shifted(unit, 0, from: .document) : nil
        }
        guard case .shifted(let sign, let anchor) = coordinate(direction) else { return nil }
        var count = factor
        if let tokens = capture(.count, of: match) {
            // "empat tahun ini" is a length of time.
            guard let number = number(tokens), sign != 0 || anchor == .text else { return nil }
            count *= number
        }
        if has(.half, match) {
            // "satu setengah tahun lalu" is a month, not a year.
            guard unit == .year else { return nil }
            return .shifted(.month, sign * (12 * count + 6 * factor), from: anchor)
        }
        return .shifted(unit, sign * count, from: anchor)
    }

    private func shifted(span: Range<Int>, _ match: RuleMatch) -> TemporalExpression? {
        guard let text = value(span, in: classes.duration), text.hasPrefix("P"), !text.hasPrefix("PT"),
            let count = Int(text.dropFirst().dropLast()), let (unit, _) = Self.calendarUnit(String(text.suffix(1))),
            let direction = capture(.direction, of: match),
            case .shifted(let sign, let anchor) = coordinate(direction)
        else { return nil }
        return .shifted(unit, sign * count, from: anchor)
    }

    /// The unit of a designator like `10Y`, and how many of it that is; nil for units of the clock.
    private static func calendarUnit(_ designator: String) -> (CalendarUnit, Int)? {
        switch designator {
        case "D": (.day, 1)
        case "W": (.week, 1)
        case "M": (.month, 1)
        case "Y": (.year, 1)
        case "10Y": (.decade, 1)
        case "100Y": (.century, 1)
        default: designator.hasSuffix("Y") ? Int(designator.dropLast()).map { (.year, $0) } : nil
        }
    }

    private func yearPart(_ head: Range<Int>, _ match: RuleMatch) -> TemporalExpression? {
        guard let designator = value(head, in: classes.periodHead) else { return nil }
        guard let ordinal = capture(.ordinal, of: match) else {
            guard let part = Self.yearPart(designator), let direction = capture(.direction, of: match),
                case .shifted(let offset, _) = coordinate(direction)
            else { return nil }
            return .partShifted(part, offset)
        }
        guard let first = number(ordinal) else { return nil }
        let last = capture(.ordinal2, of: match).flatMap { number($0) } ?? first
        guard 1 <= first, first <= last else { return nil }
        var year = year(match, .first)
        if year == nil, let direction = capture(.direction, of: match) { year = coordinate(direction) }
        guard let part = Self.yearPart(designator) else {
            return last <= 3 ? .months(4 * first - 3...4 * last, year: year) : nil
        }
        return last <= part.count ? .part(part, first...last, year: year) : nil
    }

    /// "semester genap 2024/2025": a half of one of the two years.
    private func schoolTerm(_ term: Range<Int>, _ match: RuleMatch) -> TemporalExpression? {
        guard let half = intValue(term, in: classes.periodTerm),
            let first = capture(.year, of: match).flatMap({ number($0) })
        else { return nil }
        return .part(.half, half...half, year: .known(half == 2 ? first : first + 1))
    }

    private static func yearPart(_ designator: String) -> YearPart? {
        switch designator {
        case "Q": .quarter
        case "H": .half
        default: nil
        }
    }

    /// `Q3 2025`, and `3Q25` in one token.
    private func shortYearPart(_ tokens: Range<Int>, _ match: RuleMatch) -> TemporalExpression? {
        if let numbered = value(tokens, in: classes.periodNumbered) {
            guard let part = Self.yearPart(String(numbered.prefix(1))), let first = Int(numbered.dropFirst()) else {
                return nil
            }
            let last = capture(.quarter2, of: match).flatMap { value($0, in: classes.periodNumbered) }
            guard last == nil || last?.prefix(1) == numbered.prefix(1) else { return nil }
            let number = last.flatMap { Int($0.dropFirst()) } ?? first
            return first <= number ? .part(part, first...number, year: year(match, .first)) : nil
        }
        let text = string(tokens)
        if text.dropFirst().hasPrefix("M"), let count = Int(text.prefix(1)), count > 0,
            let year = Int(text.dropFirst(2))
        {
            // "9M25": the first nine months.
            return .months(1...count, year: .known(year < 100 ? Self.fullYear(year) : year))
        }
        guard let part = Self.yearPart(String(text.dropFirst().prefix(1))), let number = Int(text.prefix(1)),
            (1...part.count).contains(number), let year = Int(text.dropFirst(2))
        else { return nil }
        return .part(part, number...number, year: .known(year < 100 ? Self.fullYear(year) : year))
    }

    private func numberedWeek(_ match: RuleMatch, _ issues: inout Set<TemporalValue.Issue>) -> TemporalExpression? {
        let number = has(.last, match) ? -1 : capture(.nth, of: match).flatMap { self.number($0) }
        guard let number else { return nil }
        let parts = parts(match, .first, &issues) ?? DateParts(month: .shifted(0, from: .document))
        let most = parts.month == nil ? 53 : 5
        return number <= most && number != 0 ? .numberedWeek(number, of: parts) : nil
    }

    /// `1990`, and `90` of "90-an".
    private func decade(_ tokens: Range<Int>, _ match: RuleMatch) -> TemporalExpression? {
        let number = leadingNumber(tokens) ?? intValue(tokens, in: classes.decadeWord)
        // "1000an" counts things.
        guard let number, number < 100 || number >= 1500 || !string(tokens).hasSuffix("n"),
            let first = Self.decade(number)
        else { return nil }
        let isBefore = capture(.era, of: match).flatMap { value($0, in: classes.era) } == "BC"
        guard let tokens = capture(.decade2, of: match) else { return .decade(first, isBeforeChrist: isBefore) }
        guard let last = leadingNumber(tokens).flatMap({ Self.decade($0) }), last > first else { return nil }
        return .decades(first, last)
    }

    private static func decade(_ number: Int) -> Int? {
        guard number % 10 == 0 else { return nil }
        return number >= 100 ? number : number < 30 ? 2000 + number : 1900 + number
    }

    private func century(_ tokens: Range<Int>, _ match: RuleMatch) -> TemporalExpression? {
        guard let first = number(tokens) else { return nil }
        let last = capture(.century2, of: match).flatMap { number($0) } ?? first
        let isBefore = capture(.era, of: match).flatMap { value($0, in: classes.era) } == "BC"
        guard first > 0, isBefore || first <= last else { return nil }
        // Centuries before Christ count down: from the fifth to the fourth.
        return .century(min(first, last)...max(first, last), isBeforeChrist: isBefore)
    }

    private func hijri(_ month: Range<Int>, _ match: RuleMatch) -> TemporalExpression? {
        guard let number = intValue(month, in: classes.hijriMonth) else { return nil }
        let day = capture(.day, of: match).flatMap { self.number($0) }
        if let day, !(1...30).contains(day) { return nil }
        let year = capture(.hyear, of: match).flatMap { leadingNumber($0) }
        return .hijri(HijriDate(year: year, month: number, day: day))
    }

    /// A national day: its value in the list is month and day.
    private func holiday(_ tokens: Range<Int>, _ match: RuleMatch) -> TemporalExpression? {
        let numbers = value(tokens, in: classes.holiday)?.split(separator: "-").compactMap { Int($0) } ?? []
        guard numbers.count == 2 else { return nil }
        var parts = DateParts.known(month: numbers[0], day: numbers[1])
        parts.year = year(match, .first)
        parts.direction = capture(.direction, of: match).flatMap { intValue($0, in: classes.direction) }
        return .date(parts)
    }
}

/// An end of a range, or the one date that there is.
private enum RangeEnd {
    case first, last

    /// The name that rules bind at this end to what they bind to a name else.
    func capture(_ name: Capture) -> Capture {
        guard self == .last else { return name }
        return switch name {
        case .day: .day2
        case .month: .month2
        case .year: .year2
        case .weekday: .weekday2
        case .yearshift: .yearshift2
        case .monthshift: .monthshift2
        default: .unread
        }
    }
}
