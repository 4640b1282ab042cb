import KenaliRules

/// What the rules of a grammar find and bind, as numbers: the names are looked up once, when an extractor is made.
struct RuleTable: Sendable {
    /// What each rule finds.
    let kinds: [RuleKind]
    /// How much each token of its matches counts.
    let weights: [Int32]
    /// Which names each rule binds, a bit each: most are asked in vain.
    private let bound: [(UInt64, UInt64)]
    /// The names that the rules bind, rule by rule in the order of their slots; and where those of each begin.
    private let captures: [Capture]
    private let firstCaptures: [Int32]

    init(_ grammar: Grammar) {
        var named: [String: RuleKind] = [:]
        for kind in RuleKind.allCases { named[kind.name] = kind }
        var captureNames: [String: Capture] = [:]
        for capture in Capture.allCases { captureNames[String(describing: capture)] = capture }
        let labels = grammar.captureNames.map { name in
            guard let capture = captureNames[name] else {
                // Every test reads the rules; who adds a name adds what reads it.
                assertionFailure("a rule binds '\(name)', which nothing reads")
                return Capture.unread
            }
            return capture
        }
        var kinds: [RuleKind] = []
        var weights: [Int32] = []
        var captures: [Capture] = []
        var firstCaptures: [Int32] = [0]
        var bound: [(UInt64, UInt64)] = []
        kinds.reserveCapacity(grammar.rules.count)
        weights.reserveCapacity(grammar.rules.count)
        for (index, rule) in grammar.rules.enumerated() {
            if named[rule.kind] == nil { assertionFailure("rule \(rule.name): there is no kind '\(rule.kind)'") }
            kinds.append(named[rule.kind] ?? .other)
            weights.append(Int32(clamping: rule.weight))
            var names: (UInt64, UInt64) = (0, 0)
            for label in grammar.captures(of: index) {
                captures.append(labels[label])
                let number = labels[label].number
                if number < 64 { names.0 |= 1 << UInt64(number) } else { names.1 |= 1 << UInt64(number - 64) }
            }
            bound.append(names)
            firstCaptures.append(Int32(captures.count))
        }
        (self.kinds, self.weights, self.bound) = (kinds, weights, bound)
        (self.captures, self.firstCaptures) = (captures, firstCaptures)
    }

    /// The place of a name among the captures of a rule; nil when the rule does not bind it.
    @inline(__always)
    func slot(of capture: Capture, in rule: Int32) -> Int? {
        let names = bound[Int(rule)]
        let number = capture.number
        guard (number < 64 ? names.0 >> number : names.1 >> (number &- 64)) & 1 != 0 else { return nil }
        return boundSlot(of: capture, in: rule)
    }

    private func boundSlot(of capture: Capture, in rule: Int32) -> Int? {
        let first = Int(firstCaptures[Int(rule)])
        for index in first..<Int(firstCaptures[Int(rule) + 1]) where captures[index] == capture {
            return index - first
        }
        return nil
    }
}

/// What the rules of the built-in files find.
enum RuleKind: UInt8, CaseIterable {
    // Mentions.
    case person, ministry, organization, location, date, time, duration, acronym
    /// What must not be taken for a mention.
    case other
    /// What must not be taken for a mention of a person, and may be anything else.
    case notPerson
    /// Initials that stand for a suspect or a victim.
    case initials
    /// Words that introduce another name of the same person.
    case alias
    /// A line that gives the document's own date.
    case dateline
    /// The long form of a definition ends where the match starts.
    case definition
    /// The same, without a bracket, so that the letters must say more.
    case looseDefinition
    /// The long form starts where the match ends; the short form ends where it starts, unless the rule captures it.
    case definitionAfter
    /// The same for short forms in capitals only.
    case capitalDefinition

    /// Whether a recognizer proposes what such a rule finds.
    var isProposed: Bool { rawValue <= RuleKind.other.rawValue }

    /// The name that rules have it by.
    var name: String {
        switch self {
        case .person: "person"
        case .ministry: "ministry"
        case .organization: "organization"
        case .location: "location"
        case .date: "date"
        case .time: "time"
        case .duration: "duration"
        case .acronym: "acronym"
        case .other: "other"
        case .notPerson: "not-person"
        case .initials: "initials"
        case .alias: "alias"
        case .dateline: "dateline"
        case .definition: "definition"
        case .looseDefinition: "definition.loose"
        case .definitionAfter: "definition.after"
        case .capitalDefinition: "definition.capital"
        }
    }
}

/// The names that rules bind to what they match.
enum Capture: UInt8, CaseIterable {
    // Persons, ministries, places, definitions.
    case name, name2, name3, role
    case ministry, known, country
    case district, region, regency, city, quarter, town, province
    case short
    // Dates; what they are bound to says TemporalReader.swift.
    case day, month, year, weekday, yearshift, monthshift, weekshift
    case day2, month2, year2, weekday2, yearshift2, monthshift2
    case until, iso, order, era, direction, unit, count, span, relative, ontext, ahead, eve, term, listed, since, part
    case head, ordinal, ordinal2, quarter2, nth, last, weekend, first
    case decade, decade2, century, century2, hijri, hyear, holiday, closed
    // Times and durations.
    case clock, clock2, half, past, to, minutes, daypart, daypart2, zone, shift, noon
    case duration, range, times, nights, unit2, unit3, count2, count3
    /// What nothing reads.
    case unread

    var number: UInt64 { UInt64(rawValue) }
}
