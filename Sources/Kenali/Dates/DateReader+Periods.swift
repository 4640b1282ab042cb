import KenaliLexicon
import KenaliRules

// What is counted: units, quarters, weeks, decades, centuries, and days that have a name.
extension DateReader {
    func shifted(unit: Range<Int>, _ document: borrowing Document) -> TemporalExpression? {
        guard let designator = document.value(unit, in: document.classes.timeUnit),
            let (unit, factor) = Self.calendarUnit(designator)
        else { return nil }
        guard let direction = document.capture(.direction, of: match) else {
            // "akhir tahun" is that of the document.
            return document.binds(.part, match) ? .shifted(unit, 0, from: .document) : nil
        }
        guard case .shifted(let sign, let anchor) = coordinate(direction, document) else { return nil }
        var count = factor
        if let tokens = document.capture(.count, of: match) {
            // "empat tahun ini" is a length of time.
            guard let number = NumberReader.number(tokens, document), sign != 0 || anchor == .text else { return nil }
            count *= number
        }
        if document.binds(.half, match) {
            // "satu setengah tahun lalu" is a month, not a year.
            guard unit == .year else { return nil }
            return .shifted(.month, sign * (12 * count + 6 * factor), from: anchor)
        }
        return .shifted(unit, sign * count, from: anchor)
    }

    func shifted(span: Range<Int>, _ document: borrowing Document) -> TemporalExpression? {
        guard let text = document.value(span, in: document.classes.duration), text.hasPrefix("P"),
            !text.hasPrefix("PT"),
            let count = Int(text.dropFirst().dropLast()), let (unit, _) = Self.calendarUnit(String(text.suffix(1))),
            let direction = document.capture(.direction, of: match),
            case .shifted(let sign, let anchor) = coordinate(direction, document)
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

    func yearPart(_ head: Range<Int>, _ document: borrowing Document) -> TemporalExpression? {
        guard let designator = document.value(head, in: document.classes.periodHead) else { return nil }
        guard let ordinal = document.capture(.ordinal, of: match) else {
            guard let part = Self.yearPart(designator), let direction = document.capture(.direction, of: match),
                case .shifted(let offset, _) = coordinate(direction, document)
            else { return nil }
            return .partShifted(part, offset)
        }
        guard let first = NumberReader.number(ordinal, document) else { return nil }
        let last = document.capture(.ordinal2, of: match).flatMap { NumberReader.number($0, document) } ?? first
        guard 1 <= first, first <= last else { return nil }
        var year = year(document, .first)
        if year == nil, let direction = document.capture(.direction, of: match) {
            year = coordinate(direction, document)
        }
        guard let part = Self.yearPart(designator) else {
            return last <= 3 ? .months(4 * first - 3...4 * last, year: year) : nil
        }
        return last <= part.count ? .part(part, first...last, year: year) : nil
    }

    /// "semester genap 2024/2025": a half of one of the two years.
    func schoolTerm(_ term: Range<Int>, _ document: borrowing Document) -> TemporalExpression? {
        guard let half = document.intValue(term, in: document.classes.periodTerm),
            let first = document.capture(.year, of: match).flatMap({ NumberReader.number($0, document) })
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
    func shortYearPart(_ tokens: Range<Int>, _ document: borrowing Document) -> TemporalExpression? {
        if let numbered = document.value(tokens, in: document.classes.periodNumbered) {
            guard let part = Self.yearPart(String(numbered.prefix(1))), let first = Int(numbered.dropFirst()) else {
                return nil
            }
            let last = document.capture(.quarter2, of: match).flatMap {
                document.value($0, in: document.classes.periodNumbered)
            }
            guard last == nil || last?.prefix(1) == numbered.prefix(1) else { return nil }
            let number = last.flatMap { Int($0.dropFirst()) } ?? first
            return first <= number ? .part(part, first...number, year: year(document, .first)) : nil
        }
        let text = document.string(tokens)
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

    func numberedWeek(_ document: borrowing Document, _ issues: inout Set<TemporalValue.Issue>)
        -> TemporalExpression?
    {
        let number =
            document.binds(.last, match)
            ? -1 : document.capture(.nth, of: match).flatMap { NumberReader.number($0, document) }
        guard let number else { return nil }
        let parts = parts(document, .first, &issues) ?? DateParts(month: .shifted(0, from: .document))
        let most = parts.month == nil ? 53 : 5
        return number <= most && number != 0 ? .numberedWeek(number, of: parts) : nil
    }

    /// `1990`, and `90` of "90-an".
    func decade(_ tokens: Range<Int>, _ document: borrowing Document) -> TemporalExpression? {
        let number =
            NumberReader.leadingNumber(tokens, document) ?? document.intValue(tokens, in: document.classes.decadeWord)
        // "1000an" counts things.
        guard let number, number < 100 || number >= 1500 || !document.string(tokens).hasSuffix("n"),
            let first = Self.decade(number)
        else { return nil }
        let isBefore =
            document.capture(.era, of: match).flatMap { document.value($0, in: document.classes.era) } == "BC"
        guard let tokens = document.capture(.decade2, of: match) else {
            return .decade(first, isBeforeChrist: isBefore)
        }
        guard let last = NumberReader.leadingNumber(tokens, document).flatMap({ Self.decade($0) }), last > first else {
            return nil
        }
        return .decades(first, last)
    }

    private static func decade(_ number: Int) -> Int? {
        guard number % 10 == 0 else { return nil }
        return number >= 100 ? number : number < 30 ? 2000 + number : 1900 + number
    }

    func century(_ tokens: Range<Int>, _ document: borrowing Document) -> TemporalExpression? {
        guard let first = NumberReader.number(tokens, document) else { return nil }
        let last = document.capture(.century2, of: match).flatMap { NumberReader.number($0, document) } ?? first
        let isBefore =
            document.capture(.era, of: match).flatMap { document.value($0, in: document.classes.era) } == "BC"
        guard first > 0, isBefore || first <= last else { return nil }
        // Centuries before Christ count down: from the fifth to the fourth.
        return .century(min(first, last)...max(first, last), isBeforeChrist: isBefore)
    }

    func hijri(_ month: Range<Int>, _ document: borrowing Document) -> TemporalExpression? {
        guard let number = document.intValue(month, in: document.classes.hijriMonth) else { return nil }
        let day = document.capture(.day, of: match).flatMap { NumberReader.number($0, document) }
        if let day, !(1...30).contains(day) { return nil }
        let year = document.capture(.hyear, of: match).flatMap { NumberReader.leadingNumber($0, document) }
        return .hijri(HijriDate(year: year, month: number, day: day))
    }

    /// A national day: its value in the list is month and day.
    func holiday(_ tokens: Range<Int>, _ document: borrowing Document) -> TemporalExpression? {
        let numbers =
            document.value(tokens, in: document.classes.holiday)?.split(separator: "-").compactMap { Int($0) } ?? []
        guard numbers.count == 2 else { return nil }
        var parts = DateParts.known(month: numbers[0], day: numbers[1])
        parts.year = year(document, .first)
        parts.direction = document.capture(.direction, of: match).flatMap {
            document.intValue($0, in: document.classes.direction)
        }
        return .date(parts)
    }
}
