import KenaliRules
import KenaliText

/// Reads the length of time that a match speaks of; the names that its rule has bound are described in DateReader.swift.
struct DurationReader {
    private let match: RuleMatch

    init(_ match: RuleMatch) { self.match = match }

    /// The span of time that a match speaks of.
    func reading(_ document: borrowing Document) -> TemporalReading? {
        if let whole = document.capture(.duration, of: match) {
            guard let duration = document.value(whole, in: document.classes.duration).flatMap({ CalendarDuration($0) })
            else {
                return nil
            }
            return TemporalReading(.fixed(.duration(duration)))
        }
        if let nights = document.capture(.nights, of: match) {
            // "semalam" counts itself.
            guard let count = document.capture(.count, of: match).map({ NumberReader.number($0, document) }) ?? 1,
                !nights.isEmpty
            else { return nil }
            let part = CalendarDuration.Part(amount: Double(count), unit: .day)
            return TemporalReading(.fixed(.duration(CalendarDuration(parts: [part]))))
        }
        if let unit = document.capture(.range, of: match) {
            guard let least = part(.count, unit, document), let most = part(.count2, unit, document),
                least.amount < most.amount
            else { return nil }
            return TemporalReading(
                .fixed(.durationRange(CalendarDuration(parts: [least]), CalendarDuration(parts: [most]))))
        }
        guard let unit = document.capture(.unit, of: match) else { return nil }
        if let times = document.capture(.times, of: match) { return repeated(times, unit, document) }
        var parts: [CalendarDuration.Part] = []
        let names: [(count: Capture, unit: Capture)] = [(.count, .unit), (.count2, .unit2), (.count3, .unit3)]
        for name in names {
            guard let unit = document.capture(name.unit, of: match) else { break }
            guard var part = part(name.count, unit, document) else { return nil }
            if parts.isEmpty, document.binds(.half, match) {
                part.amount += 0.5 * (self.unit(unit, document)?.size ?? 1)
            }
            parts.append(part)
        }
        return parts.isEmpty ? nil : TemporalReading(.fixed(.duration(CalendarDuration(parts: parts))))
    }

    /// "3x24 jam"
    private func repeated(_ times: Range<Int>, _ unit: Range<Int>, _ document: borrowing Document) -> TemporalReading? {
        var factors =
            NumberReader.number(times, document).map { [$0] }
            ?? document.string(times).lowercased().split(separator: "x").compactMap { Int($0) }
        if let count = document.capture(.count, of: match).flatMap({ NumberReader.number($0, document) }) {
            factors.append(count)
        }
        guard factors.count == 2 else { return nil }
        guard let designator = document.value(unit, in: document.classes.timeUnit),
            let unit = CalendarDuration.Unit(rawValue: designator)
        else { return nil }
        let part = CalendarDuration.Part(amount: Double(factors[0] * factors[1]), unit: unit)
        return TemporalReading(.fixed(.duration(CalendarDuration(parts: [part]))))
    }

    /// An amount of a unit.
    private func part(_ count: Capture, _ unit: Range<Int>, _ document: borrowing Document) -> CalendarDuration.Part? {
        guard let tokens = document.capture(count, of: match), let amount = amount(tokens, document),
            let (size, unit) = self.unit(unit, document), let unit
        else { return nil }
        return CalendarDuration.Part(amount: amount * size, unit: unit)
    }

    /// What the lists say of a unit: of `10Y` ten years.
    private func unit(
        _ tokens: Range<Int>, _ document: borrowing Document
    ) -> (size: Double, unit: CalendarDuration.Unit?)? {
        document.text.withValue(of: tokens, in: document.classes.timeUnit, document.grammar.lexicon) { value in
            var digits = 0
            while digits < value.count, value[digits] &- 0x30 < 10 { digits += 1 }
            return (
                Int(bytes: value.extracting(first: digits)).map { Double($0) } ?? 1,
                CalendarDuration.Unit(rawValue: String(copying: value.extracting(digits..<value.count)))
            )
        }
    }

    private func amount(_ tokens: Range<Int>, _ document: borrowing Document) -> Double? {
        if let whole = NumberReader.number(tokens, document) { return Double(whole) }
        if let part = document.value(tokens, in: document.classes.fraction) { return Double(part) }
        let text = document.string(tokens)
        if text == "½" { return 0.5 }
        // "1.000" is a thousand, "1.5" one and a half.
        let separator = text.firstIndex { $0 == "." || $0 == "," }
        if let separator, text[separator] == ".", text[separator...].utf8.count == 4 {
            return Double(text.filter { $0 != "." })
        }
        return Double(text.replacing(byte: ",", with: "."))
    }
}
