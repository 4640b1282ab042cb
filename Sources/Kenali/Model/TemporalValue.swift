/// The meaning of a date, a time or a duration.
public struct TemporalValue: Sendable, Hashable {
    /// What an expression names.
    // Behind a reference: most values need only one of its numbers.
    public indirect enum Content: Sendable, Hashable {
        /// A day, a period of the calendar (a year, a week ...), a time of day, or a day and a time.
        case point(CalendarComponents)
        /// From one to another, both included.
        case interval(CalendarComponents, CalendarComponents)
        /// A length of time.
        case duration(CalendarDuration)
        /// A length of time between two: "dua atau tiga hari".
        case durationRange(CalendarDuration, CalendarDuration)
    }

    /// The part of a period that is meant: TIMEX3's `mod`.
    public enum Modifier: String, Sendable, Hashable, Codable, CaseIterable {
        /// "awal"
        case start = "START"
        /// "pertengahan"
        case middle = "MID"
        /// "akhir"
        case end = "END"
    }

    /// What contradicts itself in an expression. The mention stands all the same, with the most plausible value.
    public enum Issue: String, Sendable, Hashable, Codable, CaseIterable {
        /// The weekday is not that of the date; the date stands.
        case weekday
        /// The month has no such day; the value is its last one.
        case day
        /// Month and day can only have changed places; the value has them in order.
        case order
        /// The year cannot be meant; the value is that of a date without a year.
        case year
    }

    /// What the expression names, as numbers.
    public var content: Content
    /// The part of the period that is meant; ``content`` is the whole period.
    public var modifier: Modifier?
    /// The offset from UTC that the text gives for a time: `+07:00`.
    public var zone: String?
    /// What is wrong with the expression, in the order of ``Issue``'s cases.
    public var issues: [Issue] = []
    /// The date as the Islamic calendar has it, for expressions of that calendar.
    public var hijri: HijriDate?
    /// For a date with a time next to it, or a time with its date: the other mention, as an index into
    /// ``Extraction/mentions``; nil when there is none or its kind was not asked for.
    public var companion: Int?
    /// For a date with a time next to it, or a time with its date: both in one.
    public var moment: Content?

    /// A value of one's own making.
    public init(
        _ content: Content, modifier: Modifier? = nil, zone: String? = nil, issues: [Issue] = [],
        hijri: HijriDate? = nil, companion: Int? = nil, moment: Content? = nil
    ) {
        self.content = content
        self.modifier = modifier
        self.zone = zone
        self.issues = issues
        self.hijri = hijri
        self.companion = companion
        self.moment = moment
    }

    /// The value by ISO 8601 and TIMEX3: `2024-12-27`, `2024-W52`, `XXXX-12-27`, `T14:32`, `P3M`, `2019/2024`.
    public var value: String { content.value }

    /// Whether parts of the expression contradict each other, as a weekday and its date can.
    public var isInconsistent: Bool { !issues.isEmpty }

    /// The parts of the value as numbers: those of a point, or of the start of an interval; nil for lengths of time.
    ///
    /// - Complexity: O(1).
    public var components: CalendarComponents? { content.components }

    /// The first and the last day that the value covers; nil for times of day, for lengths of time, and when the
    /// document's date would be needed and is not known.
    ///
    /// - Complexity: O(1).
    public var days: ClosedRange<CalendarDate>? { content.days }
}

extension TemporalValue.Content {
    /// The value by ISO 8601 and TIMEX3.
    public var value: String {
        switch self {
        case .point(let point): point.value
        case .interval(let start, let end): "\(start.value)/\(end.value)"
        case .duration(let duration): duration.value
        case .durationRange(let least, let most): "\(least.value)/\(most.value)"
        }
    }

    /// ``value`` with offsets from UTC where they are known: `2024-12-27T14:32+07:00`.
    public var valueWithOffset: String {
        switch self {
        case .point(let point): point.valueWithOffset
        case .interval(let start, let end): "\(start.valueWithOffset)/\(end.valueWithOffset)"
        case .duration, .durationRange: value
        }
    }

    /// The parts of a point, or of the start of an interval.
    public var components: CalendarComponents? {
        switch self {
        case .point(let point): point
        case .interval(let start, _): start
        case .duration, .durationRange: nil
        }
    }

    /// The parts of a point, or of the end of an interval.
    public var endComponents: CalendarComponents? {
        switch self {
        case .point(let point): point
        case .interval(_, let end): end
        case .duration, .durationRange: nil
        }
    }

    /// The first and the last day that it covers.
    public var days: ClosedRange<CalendarDate>? {
        guard let first = components?.days, let last = endComponents?.days, first.lowerBound <= last.upperBound else {
            return nil
        }
        return first.lowerBound...last.upperBound
    }
}

extension Mention {
    /// The value of a date, a time or a duration; nil for other kinds.
    public var temporalValue: TemporalValue? {
        switch detail {
        case .date(let value), .time(let value), .duration(let value): value
        default: nil
        }
    }
}
