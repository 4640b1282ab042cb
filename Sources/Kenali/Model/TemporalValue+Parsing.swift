extension TemporalValue.Content {
    /// Reads a value as ``value`` or ``valueWithOffset`` write it: ISO 8601 and TIMEX3, unknown parts as `X`.
    ///
    /// - Returns: nil for what is written otherwise, or names no part of the calendar (a month 13).
    /// - Complexity: O(*n*), *n* the length of the text.
    public init?(_ value: some StringProtocol) {
        let parts = value.split(separator: "/", omittingEmptySubsequences: false)
        switch parts.count {
        case 1:
            if let duration = CalendarDuration(value) {
                self = .duration(duration)
            } else if let point = CalendarComponents(value) {
                self = .point(point)
            } else {
                return nil
            }
        case 2:
            let (first, last) = (parts[0], parts[1])
            if let least = CalendarDuration(first), let most = CalendarDuration(last) {
                self = .durationRange(least, most)
            } else if let start = CalendarComponents(first), let end = CalendarComponents(last) {
                self = .interval(start, end)
            } else {
                return nil
            }
        default: return nil
        }
    }
}

extension CalendarComponents {
    /// Reads what ``value`` or ``valueWithOffset`` write: `2024-12-27`, `2024-W52`, `XXXX-12-27`, `199X`, `BC0044`,
    /// `T14:32`, `2024-12-27T14:32+07:00`.
    ///
    /// - Returns: nil for what is written otherwise, or names no part of the calendar.
    /// - Complexity: O(*n*), *n* the length of the text.
    public init?(_ value: some StringProtocol) {
        var reader = ValueReader(value)
        let isBeforeChrist = reader.take("BC")
        if !isBeforeChrist, reader.take("T") {
            guard let clock = CalendarComponents(clock: &reader), reader.isAtEnd else { return nil }
            self = clock
            return
        }
        guard let period = CalendarComponents(period: &reader) else { return nil }
        self = period
        if reader.take("T") {
            guard granularity == .day, let clock = CalendarComponents(clock: &reader) else { return nil }
            (hour, minute, second, utcOffset) = (clock.hour, clock.minute, clock.second, clock.utcOffset)
            granularity = clock.granularity
        }
        guard reader.isAtEnd else { return nil }
        self.isBeforeChrist = isBeforeChrist
    }

    /// Reads `14:32`, `14:32:10`, with an offset from UTC behind it or not.
    private init?(clock reader: inout ValueReader) {
        guard let hour = reader.number(of: 2, in: 0...24), reader.take(":"),
            let minute = reader.number(of: 2, in: 0...59)
        else { return nil }
        var second: Int?
        if reader.take(":") {
            guard let found = reader.number(of: 2, in: 0...59) else { return nil }
            second = found
        }
        guard hour < 24 || minute == 0 && second ?? 0 == 0 else { return nil }
        var offset: Int?
        if !reader.isAtEnd {
            guard let minutes = UTCOffset.minutes(String(reader.rest)) else { return nil }
            reader.skipToEnd()
            offset = minutes
        }
        self.init(hour: hour, minute: minute, second: second, utcOffset: offset)
    }

    /// Reads a century, a decade, a year, a part of one, or a day.
    private init?(period reader: inout ValueReader) {
        guard let year = reader.digits(atMost: 4) else { return nil }
        switch (year.count, year.unknown) {
        case (2, 0), (2, 2):
            self.init(granularity: .century)
            century = year.value.map { $0 + 1 }
            return
        // A year that nobody knows is written as a decade that nobody knows.
        case (4, 1):
            self.init(granularity: .decade)
            decade = 10 * (year.leading ?? 0)
            return
        case (4, 0), (4, 4): self.init(year: year.value)
        default: return nil
        }
        guard reader.take("-") else { return }
        if reader.take("H") {
            granularity = .half
            guard reader.part(of: 1, in: 1...2, &half) else { return nil }
        } else if reader.take("Q") {
            granularity = .quarter
            guard reader.part(of: 1, in: 1...4, &quarter) else { return nil }
        } else if reader.take("W") {
            granularity = .week
            guard reader.part(of: 2, in: 1...53, &week) else { return nil }
            guard reader.take("-") else { return }
            granularity = .day
            guard reader.part(of: 1, in: 1...7, &weekday), weekday != nil else { return nil }
        } else {
            granularity = .month
            guard reader.part(of: 2, in: 1...12, &month) else { return nil }
            guard reader.take("-") else { return }
            granularity = .day
            guard reader.part(of: 2, in: 1...31, &day) else { return nil }
            if let day, let month, day > CalendarDate.days(in: month, of: self.year ?? 2000) { return nil }
        }
    }
}

extension CalendarDuration {
    /// Reads what ``value`` writes: `P3M`, `P2.5Y`, `PT1H30M`.
    ///
    /// - Returns: nil for what is written otherwise.
    /// - Complexity: O(*n*), *n* the length of the text.
    public init?(_ value: some StringProtocol) {
        var reader = ValueReader(value)
        guard reader.take("P") else { return nil }
        var parts: [Part] = []
        var clock = ""
        while !reader.isAtEnd {
            if clock.isEmpty, reader.take("T") { clock = "T" }
            guard let amount = reader.amount(), let letter = reader.next(), let unit = Unit(rawValue: clock + letter)
            else { return nil }
            parts.append(Part(amount: amount, unit: unit))
        }
        guard !parts.isEmpty else { return nil }
        self.init(parts: parts)
    }
}

/// Takes a value apart from left to right.
private struct ValueReader {
    private(set) var rest: Substring

    init(_ text: some StringProtocol) { rest = Substring(text) }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func skipToEnd() { rest = "" }

    /// Takes a text when it comes next.
    mutating func take(_ text: String) -> Bool {
        guard rest.hasPrefix(text) else { return false }
        rest.removeFirst(text.count)
        return true
    }

    /// Takes the next character.
    mutating func next() -> String? { rest.popFirst().map(String.init) }

    /// Takes a number of exactly so many digits.
    mutating func number(of count: Int, in range: ClosedRange<Int>) -> Int? {
        guard let found = digits(atMost: count), found.count == count, let value = found.value, range.contains(value)
        else { return nil }
        return value
    }

    /// Takes a number of exactly so many digits, or as many `X` for one that is not known.
    mutating func part(of count: Int, in range: ClosedRange<Int>, _ part: inout Int?) -> Bool {
        guard let found = digits(atMost: count), found.count == count, found.unknown == 0 || found.unknown == count
        else { return false }
        part = found.value
        return part.map(range.contains) ?? true
    }

    /// Takes digits, the last of which may be unknown.
    mutating func digits(atMost most: Int) -> (count: Int, unknown: Int, value: Int?, leading: Int?)? {
        var (count, unknown, value) = (0, 0, 0)
        while count < most, let character = rest.utf8.first {
            if character == UInt8(ascii: "X") {
                unknown += 1
            } else if unknown == 0, character &- 0x30 < 10 {
                value = 10 * value + Int(character &- 0x30)
            } else {
                break
            }
            rest.unicodeScalars.removeFirst()
            count += 1
        }
        guard count > 0 else { return nil }
        return (count, unknown, unknown == 0 ? value : nil, unknown < count ? value : nil)
    }

    /// Takes a decimal number.
    mutating func amount() -> Double? {
        let digits = rest.utf8.prefix { $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") }
        guard digits.first.map({ $0 != UInt8(ascii: ".") }) ?? false, let amount = Double(Substring(digits)) else {
            return nil
        }
        rest.removeFirst(digits.count)
        return amount
    }
}
