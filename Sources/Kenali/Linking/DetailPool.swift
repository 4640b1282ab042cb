import KenaliLexicon

/// What mentions of a large text say, each once: its texts repeat their names, and what many mentions say alike they share.
///
/// Of that which comes late in a text of many names nothing is shared, so that the pool has a bound.
struct DetailPool {
    private var numbers = KeyTable()
    private var details: [Mention.Detail] = []

    private static let most = 1 << 14

    /// What says the same, and was there before; else what is given.
    mutating func shared(_ detail: Mention.Detail) -> Mention.Detail {
        guard let key = Self.key(detail) else { return detail }
        if let number = numbers[key] { return details[number] == detail ? details[number] : detail }
        guard details.count < Self.most else { return detail }
        numbers[key] = details.count
        details.append(detail)
        return detail
    }

    /// A hash of what is said; nil for what has a place of its own in each mention, and for values.
    private static func key(_ detail: Mention.Detail) -> UInt64? {
        switch detail {
        case .acronym(let acronym): hash(acronym.expansion ?? "", 1)
        case .organization(let body): hash(body.canonicalName, 2)
        case .location(let place): hash(place.canonicalName, 3)
        case .ministry(let ministry): hash(ministry.canonicalName, 4)
        case .person, .date, .time, .duration, .custom: nil
        }
    }

    private static func hash(_ text: String, _ kind: UInt64) -> UInt64 {
        FoldedBytes.hash(text.utf8Span.span) &+ kind &* 0x9E37_79B9_7F4A_7C15
    }
}
