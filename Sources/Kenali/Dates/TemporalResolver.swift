import KenaliRules

/// Gives the dates, times and durations of a document their values, in the order of the text, and finds which time
/// belongs to which date.
struct TemporalResolver {
    /// The values in the order of the text, and the first token of the mention of each.
    private(set) var values: [TemporalValue] = []
    private(set) var starts: [Int32] = []
    /// The first tokens of a date and of the time that belongs to it.
    private var pairs: [(date: Int, time: Int)] = []

    /// The most tokens that may stand between a date and its time: "Rabu (10/9) malam sekitar pukul 11.30".
    private static let longestLink = 4

    /// Reads what stands.
    ///
    /// - Complexity: O(*n*), *n* the number of candidates.
    mutating func read(_ settlement: Settlement, _ document: borrowing Document) {
        values.reserveCapacity(settlement.readings.count)
        starts.reserveCapacity(settlement.readings.count)
        var context = TemporalContext(reference: document.referenceDate)
        var previous: Candidate?
        for candidate in settlement.entities {
            guard candidate.isTemporal, case .temporal(let index) = candidate.detail else {
                previous = nil
                continue
            }
            values.append(settlement.readings[Int(index)].value(in: context))
            starts.append(Int32(candidate.tokens.lowerBound))
            if candidate.isMention(.date) { context.note(values[values.count - 1].content) }
            if let previous { pair(previous, candidate, document) }
            previous = candidate
        }
    }

    /// Pairs a date and a time that stand side by side, whose values are the last two.
    private mutating func pair(_ left: Candidate, _ right: Candidate, _ document: borrowing Document) {
        let isDateFirst = left.kind == .mention(.date) && right.kind == .mention(.time)
        guard isDateFirst || left.kind == .mention(.time) && right.kind == .mention(.date) else { return }
        let gap = left.tokens.upperBound..<right.tokens.lowerBound
        guard gap.count <= Self.longestLink,
            document.sentence(of: left.tokens.lowerBound)
                == document.sentence(of: right.tokens.lowerBound),
            gap.allSatisfy({ document.has($0, document.classes.dateLink) || document.isMark($0, ")") })
        else { return }
        let (first, second) = (values.count - 2, values.count - 1)
        let (date, time) = isDateFirst ? (first, second) : (second, first)
        // A date between two times has the one behind it only when none stands before.
        guard values[date].moment == nil, values[time].moment == nil,
            let moment = Self.moment(values[date].content, values[time].content)
        else { return }
        values[date].moment = moment
        values[time].moment = moment
        pairs.append((Int(starts[date]), Int(starts[time])))
    }

    /// A day and a time of day in one.
    private static func moment(
        _ date: TemporalValue.Content?, _ time: TemporalValue.Content?
    ) -> TemporalValue.Content? {
        guard case .point(let day) = date, day.granularity == .day, let time else { return nil }
        func joined(_ clock: CalendarComponents) -> CalendarComponents {
            var moment = day
            moment.granularity = clock.granularity
            moment.hour = clock.hour
            moment.minute = clock.minute
            moment.second = clock.second
            moment.utcOffset = clock.utcOffset
            return moment
        }
        switch time {
        case .point(let clock): return .point(joined(clock))
        case .interval(let start, let end): return .interval(joined(start), joined(end))
        case .duration, .durationRange: return nil
        }
    }

    /// Drops the values, once the mentions have them.
    mutating func removeValues() {
        values = []
        starts = []
    }

    /// Lets the mentions of a date and its time name each other, given what each mention was made of.
    func link(_ extraction: inout Extraction, _ built: BuiltMentions) {
        guard !pairs.isEmpty else { return }
        var mentions: [Int: Int] = [:]
        for index in extraction.mentions.indices {
            switch extraction.mentions[index].detail {
            case .date, .time: mentions[built.tokens(of: index).lowerBound] = index
            default: break
            }
        }
        for pair in pairs {
            guard let date = mentions[pair.date], let time = mentions[pair.time] else { continue }
            if case .date(var value) = extraction.mentions[date].detail {
                value.companion = time
                extraction.mentions[date].detail = .date(value)
            }
            if case .time(var value) = extraction.mentions[time].detail {
                value.companion = date
                extraction.mentions[time].detail = .time(value)
            }
        }
    }
}
