import KenaliLexicon
import KenaliRules
import KenaliText

// The names that rules use are described in TemporalReader.swift.
extension Document {
    /// The clock time that a match speaks of.
    func time(_ match: RuleMatch) -> TemporalReading? {
        if let noon = capture(.noon, of: match) {
            let isNoon = string(noon).lowercased().hasSuffix("hari")
            return TemporalReading(.fixed(.point(CalendarComponents(hour: isNoon ? 12 : 0, minute: 0))))
        }
        guard let clock = capture(.clock, of: match) else { return nil }
        let zone = zone(match)
        let offset = zone.flatMap { UTCOffset.minutes($0) }
        let firstPart = capture(.daypart, of: match).flatMap { dayPart($0) }
        let lastPart = capture(.daypart2, of: match).flatMap { dayPart($0) }
        let daypart = firstPart ?? lastPart
        guard var start = clockTime(clock, daypart, offset) else { return nil }
        if has(.half, match) {
            // "setengah delapan" is half an hour before eight.
            guard let hour = start.hour, start.minute == 0 else { return nil }
            start.hour = (hour + 23) % 24
            start.minute = 30
        } else if let minutes = capture(.minutes, of: match).flatMap({ self.minutes($0) }), let hour = start.hour {
            let total = 60 * hour + (start.minute ?? 0) + (has(.to, match) ? -minutes : minutes)
            start.hour = (total + 1440) % 1440 / 60
            start.minute = (total + 1440) % 60
        }
        var reading: TemporalReading
        if let end = capture(.clock2, of: match) {
            guard let end = clockTime(end, lastPart ?? daypart, offset) else { return nil }
            reading = TemporalReading(.fixed(.interval(start, end)))
        } else {
            reading = TemporalReading(.fixed(.point(start)))
        }
        reading.zone = zone
        return reading
    }

    private func zone(_ match: RuleMatch) -> String? {
        guard let tokens = capture(.zone, of: match), let zone = value(tokens, in: classes.timeZone) else {
            return nil
        }
        guard let shift = capture(.shift, of: match).flatMap({ number($0) }) else { return zone }
        return UTCOffset.text(60 * shift)
    }

    /// The hours of the first half of the day that a part of the day moves to the second.
    private func dayPart(_ tokens: Range<Int>) -> ClosedRange<Int>? {
        let values = text.values(of: tokens, in: classes.dayPart, grammar.lexicon)
        let hours = values.first?.split(separator: "-").compactMap { Int($0) } ?? []
        return hours.count == 2 && hours[0] <= hours[1] ? hours[0]...hours[1] : 13...13
    }

    private func minutes(_ tokens: Range<Int>) -> Int? {
        if let part = value(tokens, in: classes.fraction).flatMap({ Double($0) }) { return Int(60 * part) }
        return number(tokens)
    }

    /// `14.32` as 14:32; with a part of the day, hours up to 12 are those that it means.
    private func clockTime(_ tokens: Range<Int>, _ moved: ClosedRange<Int>?, _ offset: Int?) -> CalendarComponents? {
        // What stands behind a comma are parts of a second.
        let text = string(tokens).prefix { $0 != "," }
        var parts = text.split { $0 == "." || $0 == ":" || $0 == " " }.compactMap { Int($0) }
        if parts.count == 4 { parts.removeLast() }
        if parts.isEmpty { parts = number(tokens).map { [$0] } ?? [] }
        guard var hour = parts.first, parts.count <= 3 else { return nil }
        if let moved {
            if hour < 12, moved.contains(hour) { hour += 12 } else if hour == 12, !moved.contains(1) { hour = 0 }
        }
        let minute = parts.count > 1 ? parts[1] : 0
        let second = parts.count > 2 ? parts[2] : nil
        guard (0...24).contains(hour), (0...59).contains(minute), (0...59).contains(second ?? 0),
            hour < 24 || minute == 0
        else { return nil }
        return CalendarComponents(hour: hour, minute: minute, second: second, utcOffset: offset)
    }

    /// The span of time that a match speaks of.
    func duration(_ match: RuleMatch) -> TemporalReading? {
        if let whole = capture(.duration, of: match) {
            guard let duration = value(whole, in: classes.duration).flatMap({ CalendarDuration($0) }) else {
                return nil
            }
            return TemporalReading(.fixed(.duration(duration)))
        }
        if let nights = capture(.nights, of: match) {
            // "semalam" counts itself.
            guard let count = capture(.count, of: match).map({ number($0) }) ?? 1, !nights.isEmpty else { return nil }
            let part = CalendarDuration.Part(amount: Double(count), unit: .day)
            return TemporalReading(.fixed(.duration(CalendarDuration(parts: [part]))))
        }
        if let unit = capture(.range, of: match) {
            guard let least = part(.count, unit, match), let most = part(.count2, unit, match),
                least.amount < most.amount
            else { return nil }
            return TemporalReading(
                .fixed(.durationRange(CalendarDuration(parts: [least]), CalendarDuration(parts: [most]))))
        }
        guard let unit = capture(.unit, of: match) else { return nil }
        if let times = capture(.times, of: match) { return repeated(times, unit, match) }
        var parts: [CalendarDuration.Part] = []
        let names: [(count: Capture, unit: Capture)] = [(.count, .unit), (.count2, .unit2), (.count3, .unit3)]
        for name in names {
            guard let unit = capture(name.unit, of: match) else { break }
            guard var part = part(name.count, unit, match) else { return nil }
            if parts.isEmpty, has(.half, match) {
                part.amount += 0.5 * Self.size(of: value(unit, in: classes.timeUnit))
            }
            parts.append(part)
        }
        return parts.isEmpty ? nil : TemporalReading(.fixed(.duration(CalendarDuration(parts: parts))))
    }

    /// "3x24 jam"
    private func repeated(_ times: Range<Int>, _ unit: Range<Int>, _ match: RuleMatch) -> TemporalReading? {
        var factors =
            number(times).map { [$0] } ?? string(times).lowercased().split(separator: "x").compactMap { Int($0) }
        if let count = capture(.count, of: match).flatMap({ number($0) }) { factors.append(count) }
        guard factors.count == 2 else { return nil }
        guard let designator = value(unit, in: classes.timeUnit), let unit = CalendarDuration.Unit(rawValue: designator)
        else { return nil }
        let part = CalendarDuration.Part(amount: Double(factors[0] * factors[1]), unit: unit)
        return TemporalReading(.fixed(.duration(CalendarDuration(parts: [part]))))
    }

    /// An amount of a unit.
    private func part(_ count: Capture, _ unit: Range<Int>, _ match: RuleMatch) -> CalendarDuration.Part? {
        guard let tokens = capture(count, of: match), let amount = amount(tokens),
            let designator = value(unit, in: classes.timeUnit),
            let unit = CalendarDuration.Unit(rawValue: String(designator.drop { $0.isNumber }))
        else { return nil }
        return CalendarDuration.Part(amount: amount * Self.size(of: designator), unit: unit)
    }

    /// The 10 of `10Y`.
    private static func size(of designator: String?) -> Double {
        designator.flatMap { Double($0.prefix { $0.isNumber }) } ?? 1
    }

    private func amount(_ tokens: Range<Int>) -> Double? {
        if let whole = number(tokens) { return Double(whole) }
        if let part = value(tokens, in: classes.fraction) { return Double(part) }
        let text = string(tokens)
        if text == "½" { return 0.5 }
        // "1.000" is a thousand, "1.5" one and a half.
        let separator = text.firstIndex { $0 == "." || $0 == "," }
        if let separator, text[separator] == ".", text[separator...].utf8.count == 4 {
            return Double(text.filter { $0 != "." })
        }
        return Double(text.replacing(byte: ",", with: "."))
    }
}

extension CalendarDuration {
    /// The duration of a list's value: `P1D`, `PT30M`.
    fileprivate init?(_ text: String) {
        let isClock = text.hasPrefix("PT")
        guard text.hasPrefix("P"), let amount = Double(text.dropFirst(isClock ? 2 : 1).dropLast()),
            let unit = Unit(rawValue: (isClock ? "T" : "") + text.suffix(1))
        else { return nil }
        self.init(parts: [Part(amount: amount, unit: unit)])
    }
}
