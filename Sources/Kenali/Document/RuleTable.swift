import KenaliRules

/// The names that the rules of a grammar have for what they find and bind, as numbers: looked up once, when an extractor is made.
struct RuleMeanings: Sendable {
    let rules: RuleList
    private let kinds: [RuleKind]
    private let captures: [Capture]

    init(_ grammar: Grammar) {
        rules = grammar.rules
        kinds = rules.kinds.map { name in
            if let kind = RuleKind.allCases.first(where: { $0.name == name }) { return kind }
            assertionFailure("there is no kind '\(name)' of rules")
            return .other
        }
        captures = rules.captureNames.map { name in
            // Every test reads the rules; who adds a name adds what reads it.
            assert(Capture(stringValue: name) != nil, "a rule binds '\(name)', which nothing reads")
            return Capture(stringValue: name) ?? .unread
        }
    }

    func kind(of rule: Int) -> RuleKind { kinds[rules.kind(of: rule)] }

    /// What a rule binds, in the order of its slots.
    func captures(of rule: Int) -> [Capture] {
        (0..<rules.captureCount(of: rule)).map { captures[rules.capture($0, of: rule)] }
    }
}

/// What rules find and bind. A worker keeps one, which learns a rule when it first matches.
struct RuleTable: Sendable {
    /// What each rule finds.
    private(set) var kinds: [RuleKind]
    /// How much each token of its matches counts.
    private(set) var weights: [Int32]
    /// Which names each rule binds, a bit each: most are asked in vain.
    private var bound: [(UInt64, UInt64)]
    /// Where in ``captures`` its names begin, in the order of their slots; 0 where it was not learnt.
    private var firstCaptures: [Int32]
    private var captures: [Capture] = [.unread]

    init(ruleCount: Int) {
        kinds = Array(repeating: .other, count: ruleCount)
        weights = Array(repeating: 0, count: ruleCount)
        bound = Array(repeating: (0, 0), count: ruleCount)
        firstCaptures = Array(repeating: 0, count: ruleCount)
    }

    /// Makes ready for matches.
    mutating func learn(_ matches: Matches, _ meanings: RuleMeanings) {
        for match in matches.matches where firstCaptures[Int(match.rule)] == 0 { learn(Int(match.rule), meanings) }
    }

    /// Learns a rule.
    mutating func learn(_ rule: Int, _ meanings: RuleMeanings) {
        kinds[rule] = meanings.kind(of: rule)
        weights[rule] = Int32(clamping: meanings.rules.weight(of: rule))
        firstCaptures[rule] = Int32(captures.count)
        for capture in meanings.captures(of: rule) {
            captures.append(capture)
            let number = capture.number
            if number < 64 { bound[rule].0 |= 1 << number } else { bound[rule].1 |= 1 << (number - 64) }
        }
    }

    /// The place of a name among the captures of a rule; nil when the rule does not bind it.
    @inline(__always)
    func slot(of capture: Capture, in rule: Int32) -> Int? {
        let names = bound[Int(rule)]
        let number = capture.number
        guard (number < 64 ? names.0 >> number : names.1 >> (number &- 64)) & 1 != 0 else { return nil }
        return boundSlot(of: capture, in: rule)
    }

    /// Whether the rule may bind one of some names.
    @inline(__always)
    func binds(oneOf captures: CaptureSet, in rule: Int32) -> Bool {
        let names = bound[Int(rule)]
        return names.0 & captures.low | names.1 & captures.high != 0
    }

    private func boundSlot(of capture: Capture, in rule: Int32) -> Int {
        let first = Int(firstCaptures[Int(rule)])
        // It is one of the rule's.
        var place = first
        while captures[place] != capture { place &+= 1 }
        return place &- first
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

/// The names that rules bind to what they match; `stringValue` is how rules write them.
enum Capture: Int, CaseIterable, CodingKey {
    // Persons, ministries, places, definitions.
    case name, name2, name3, role
    case ministry, known, country
    case district, region, regency, city, quarter, town, province
    case short
    // Dates; what they are bound to says DateReader.swift.
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

/// Some names that rules bind, to be asked for at once.
struct CaptureSet: Sendable {
    fileprivate var low: UInt64 = 0
    fileprivate var high: UInt64 = 0

    init(_ captures: Capture...) {
        for capture in captures {
            if capture.number < 64 { low |= 1 << capture.number } else { high |= 1 << (capture.number - 64) }
        }
    }
}
