import KenaliLexicon
import KenaliRules
import KenaliText

/// Reads the clock time that a match speaks of; the names that its rule has bound are described in DateReader.swift.
struct TimeReader {
    private let match: RuleMatch

    init(_ match: RuleMatch) { self.match = match }

    /// The clock time that a match speaks of.
    func reading(_ document: borrowing Document) -> TemporalReading? {
        if let noon = document.capture(.noon, of: match) {
            let isNoon = document.string(noon).lowercased().hasSuffix("hari")
            return TemporalReading(.fixed(.point(CalendarComponents(hour: isNoon ? 12 : 0, minute: 0))))
        }
        guard let clock = document.capture(.clock, of: match) else { return nil }
        let zone = zone(document)
        let offset = zone.flatMap { UTCOffset.minutes($0) }
        let firstPart = document.capture(.daypart, of: match).flatMap { dayPart($0, document) }
        let lastPart = document.capture(.daypart2, of: match).flatMap { dayPart($0, document) }
        let daypart = firstPart ?? lastPart
        guard var start = clockTime(clock, daypart, offset, document) else { return nil }
        if document.binds(.half, match) {
            // "setengah delapan" is half an hour before eight.
            guard let hour = start.hour, start.minute == 0 else { return nil }
            start.hour = (hour + 23) % 24
            start.minute = 30
        } else if let minutes = document.capture(.minutes, of: match).flatMap({ self.minutes($0, document) }),
            let hour = start.hour
        {
            let total = 60 * hour + (start.minute ?? 0) + (document.binds(.to, match) ? -minutes : minutes)
            start.hour = (total + 1440) % 1440 / 60
            start.minute = (total + 1440) % 60
        }
        var reading: TemporalReading
        if let end = document.capture(.clock2, of: match) {
            guard let end = clockTime(end, lastPart ?? daypart, offset, document) else { return nil }
            reading = TemporalReading(.fixed(.interval(start, end)))
        } else {
            reading = TemporalReading(.fixed(.point(start)))
        }
        reading.zone = zone
        return reading
    }

    private func zone(_ document: borrowing Document) -> String? {
        guard let tokens = document.capture(.zone, of: match),
            let zone = document.value(tokens, in: document.classes.timeZone)
        else {
            return nil
        }
        guard let shift = document.capture(.shift, of: match).flatMap({ NumberReader.number($0, document) }) else {
            return zone
        }
        return UTCOffset.text(60 * shift)
    }

    /// The hours of the first half of the day that a part of the day moves to the second.
    private func dayPart(_ tokens: Range<Int>, _ document: borrowing Document) -> ClosedRange<Int>? {
        let values = document.text.values(of: tokens, in: document.classes.dayPart, document.grammar.lexicon)
        let hours = values.first?.split(separator: "-").compactMap { Int($0) } ?? []
        return hours.count == 2 && hours[0] <= hours[1] ? hours[0]...hours[1] : 13...13
    }

    private func minutes(_ tokens: Range<Int>, _ document: borrowing Document) -> Int? {
        if let part = document.value(tokens, in: document.classes.fraction).flatMap({ Double($0) }) {
            return Int(60 * part)
        }
        return NumberReader.number(tokens, document)
    }

    /// `14.32` as 14:32; with a part of the day, hours up to 12 are those that it means.
    private func clockTime(
        _ tokens: Range<Int>, _ moved: ClosedRange<Int>?, _ offset: Int?, _ document: borrowing Document
    ) -> CalendarComponents? {
        var parts = Self.numbers(tokens, document)
        if parts.count == 4 { parts.removeLast() }
        if parts.isEmpty { parts = NumberReader.number(tokens, document).map { [$0] } ?? [] }
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

    /// The numbers between full stops, colons and blanks; what stands behind a comma are parts of a second.
    private static func numbers(_ tokens: Range<Int>, _ document: borrowing Document) -> [Int] {
        var numbers: [Int] = []
        var start = document.utf8Range(of: tokens).lowerBound
        func end(at index: Int, _ bytes: Span<UInt8>) {
            if let number = Int(bytes: bytes.extracting(start..<index)) { numbers.append(number) }
        }
        for token in tokens {
            let range = document.text.tokens[token].utf8Range
            if document.shape(token).contains(.spaceBefore), token > tokens.lowerBound {
                end(at: document.text.tokens[token - 1].utf8Range.upperBound, document.bytes)
                start = range.lowerBound
            }
            for index in range {
                switch document.bytes[index] {
                case UInt8(ascii: ","):
                    end(at: index, document.bytes)
                    return numbers
                case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: " "):
                    end(at: index, document.bytes)
                    start = index + 1
                default: break
                }
            }
        }
        end(at: document.utf8Range(of: tokens).upperBound, document.bytes)
        return numbers
    }
}
