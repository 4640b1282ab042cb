import KenaliLexicon
import KenaliRules

/// Reads what a date says from what its rule has bound. The names that rules use, those of times and durations included:
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
struct DateReader {
    let match: RuleMatch

    init(_ match: RuleMatch) { self.match = match }

    /// What a match says of a date, nil when its parts make none.
    func reading(_ document: borrowing Document) -> TemporalReading? {
        var issues: Set<TemporalValue.Issue> = []
        guard let expression = expression(document, &issues) else { return nil }
        var reading = TemporalReading(consume expression)
        reading.issues = issues
        reading.modifier = document.capture(.part, of: match).flatMap {
            document.value($0, in: document.classes.periodPart)
        }
        .flatMap(TemporalValue.Modifier.init(rawValue:))
        return reading
    }

    private func expression(
        _ document: borrowing Document, _ issues: inout Set<TemporalValue.Issue>
    ) -> TemporalExpression? {
        if document.mayBind(Self.special, match), let found = special(document, &issues) { return found }
        let first = parts(document, .first, &issues)
        let last = parts(document, .last, &issues)
        if let relative = document.capture(.relative, of: match), first?.day == nil {
            return document.intValue(relative, in: document.classes.relativeDay).map {
                .shifted(.day, $0, from: .document)
            }
        }
        if let last {
            // "21-10" without a month is no range of days.
            if let from = first?.day, let to = last.day, first?.month == nil, from >= to { return nil }
            if let from = first?.day, let to = last.day, last.month == nil, from >= to { return nil }
            return interval(first, last, document)
        }
        guard let first else { return nil }
        if let weekday = first.weekday, first.day == nil, first.month == nil, first.year == nil, first.week == nil {
            let ahead = document.binds(.ahead, match) ? 1 : nil
            let day = document.binds(.eve, match) ? (weekday + 5) % 7 + 1 : weekday
            return .weekday(day, direction: first.direction ?? ahead)
        }
        return .date(begun(first, document))
    }

    /// What a rule binds of dates that are not written with a day, a month, a weekday or a year.
    private static let special = CaptureSet(
        .hijri, .hyear, .head, .term, .quarter, .nth, .last, .decade, .century, .weekend, .first, .holiday, .ontext,
        .span, .unit)

    /// What these say, which may be nothing; nil when the match binds none of them.
    private func special(
        _ document: borrowing Document, _ issues: inout Set<TemporalValue.Issue>
    ) -> TemporalExpression?? {
        if let month = document.capture(.hijri, of: match) { return hijri(month, document) }
        if let year = document.capture(.hyear, of: match) {
            return .hijri(HijriDate(year: NumberReader.leadingNumber(year, document)))
        }
        if let head = document.capture(.head, of: match) { return yearPart(head, document) }
        if let term = document.capture(.term, of: match) { return schoolTerm(term, document) }
        if let quarter = document.capture(.quarter, of: match) { return shortYearPart(quarter, document) }
        if document.binds(.nth, match) || document.binds(.last, match) { return numberedWeek(document, &issues) }
        if let decade = document.capture(.decade, of: match) { return self.decade(decade, document) }
        if let century = document.capture(.century, of: match) { return self.century(century, document) }
        if let weekend = document.capture(.weekend, of: match) {
            return .weekend(coordinate(weekend, document) ?? .shifted(0, from: .document))
        }
        if document.binds(.first, match),
            let count = document.capture(.count, of: match).flatMap({ NumberReader.number($0, document) })
        {
            return .some((1...12).contains(count) ? .months(1...count, year: year(document, .first)) : nil)
        }
        if let holiday = document.capture(.holiday, of: match) { return self.holiday(holiday, document) }
        if let text = document.capture(.ontext, of: match) {
            return document.intValue(text, in: document.classes.relativeText).map { .shifted(.day, $0, from: .text) }
        }
        if let span = document.capture(.span, of: match) { return shifted(span: span, document) }
        if let unit = document.capture(.unit, of: match) { return shifted(unit: unit, document) }
        return nil
    }

    /// The start of what ends in a month that the text names later.
    private func begun(_ first: DateParts, _ document: borrowing Document) -> DateParts {
        guard let until = document.capture(.until, of: match),
            let last = document.intValue(until, in: document.classes.month),
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

    private func interval(_ first: DateParts?, _ last: DateParts, _ document: borrowing Document) -> TemporalExpression
    {
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

    /// What a rule binds of the end of a range.
    private static let lastEnd = CaptureSet(.day2, .month2, .year2, .weekday2, .yearshift2, .monthshift2)

    /// The parts of a date, of a range those of one end; nil when the rule has bound none.
    func parts(
        _ document: borrowing Document, _ end: RangeEnd, _ issues: inout Set<TemporalValue.Issue>
    ) -> DateParts? {
        if end == .last, !document.mayBind(Self.lastEnd, match) { return nil }
        var parts = DateParts()
        if let iso = document.capture(end.capture(.iso), of: match) {
            let numbers = document.string(iso).split { !$0.isNumber }.compactMap { Int($0) }
            guard numbers.count == 3, (1...12).contains(numbers[1]), (1...31).contains(numbers[0]) else { return nil }
            parts = .known(year: numbers[2], month: numbers[1], day: numbers[0])
        } else {
            parts.day = document.capture(end.capture(.day), of: match).flatMap { NumberReader.number($0, document) }
            // A day that no month has is a slip (32 Oktober); its rule says how far that goes.
            if let day = parts.day, !(1...39).contains(day) { return nil }
            if let month = document.capture(end.capture(.month), of: match) {
                guard
                    let number = document.intValue(month, in: document.classes.month)
                        ?? NumberReader.number(month, document), (1...12).contains(number)
                else {
                    return nil
                }
                parts.month = .known(number)
            } else {
                parts.month = document.capture(end.capture(.monthshift), of: match).flatMap { coordinate($0, document) }
            }
            parts.year = year(document, end)
        }
        if parts.day != nil, case .known(let year) = parts.year, !document.binds(.era, match),
            !(1000...2200).contains(year)
        {
            parts.year = nil
            issues.insert(.year)
        }
        if document.binds(.order, match) { issues.insert(.order) }
        parts.weekday = document.capture(end.capture(.weekday), of: match).flatMap {
            document.intValue($0, in: document.classes.weekday)
        }
        parts.week = document.capture(end.capture(.weekshift), of: match).flatMap { coordinate($0, document) }
        guard parts != DateParts() else { return nil }
        if let era = document.capture(.era, of: match).flatMap({ document.value($0, in: document.classes.era) }) {
            parts.isBeforeChrist = era == "BC"
            if era == "SAKA", case .known(let year) = parts.year { parts.year = .known(year + 78) }
        }
        if parts.year == nil {
            parts.direction = document.capture(.direction, of: match).flatMap {
                document.intValue($0, in: document.classes.direction)
            }
            if parts.direction == nil, parts.month != nil || parts.day != nil {
                parts.outlook = document.binds(.since, match) ? .behind : Outlook.of(match.tokens, document)
                parts.isListed = document.binds(.listed, match)
            }
        }
        return parts
    }

    func year(_ document: borrowing Document, _ end: RangeEnd) -> Coordinate? {
        if let shift = document.capture(end.capture(.yearshift), of: match) { return coordinate(shift, document) }
        guard let tokens = document.capture(end.capture(.year), of: match),
            let year = NumberReader.number(tokens, document)
        else { return nil }
        guard year < 100, document.utf8Range(of: tokens).count <= 2, !document.binds(.era, match) else {
            return .known(year)
        }
        // The short end of "2024/25" takes its century from the start.
        return .known(
            end == .last && document.binds(.year, match) && !document.binds(.day2, match) ? year : Self.fullYear(year))
    }

    /// A year of two digits is the one from 1945 to 2044.
    static func fullYear(_ year: Int) -> Int { year < 45 ? 2000 + year : 1900 + year }

    /// Where a direction points, and from what.
    func coordinate(_ tokens: Range<Int>, _ document: borrowing Document) -> Coordinate? {
        if let offset = document.intValue(tokens, in: document.classes.direction) {
            return .shifted(offset, from: .document)
        }
        return document.intValue(tokens, in: document.classes.directionText).map { .shifted($0, from: .text) }
    }
}

/// An end of a range, or the one date that there is.
enum RangeEnd {
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
