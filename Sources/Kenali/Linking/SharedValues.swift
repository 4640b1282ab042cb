import KenaliLexicon

/// Values of which a large text has many that are equal, each kept once.
///
/// Of those that come late in a text of many nothing is shared, so that this has a bound.
struct SharedValues<Value: Equatable> {
    let isUsed: Bool
    private var numbers = KeyTable()
    private var values: [Value] = []

    /// The most values that are kept.
    private static var most: Int { 1 << 14 }

    /// - Parameter isUsed: Whether any are shared: those of a small text take less room than a look-up takes time.
    init(isUsed: Bool) { self.isUsed = isUsed }

    /// The equal one that was there before; else what is given.
    ///
    /// - Parameter key: A hash of the value; nil for one that is kept by itself.
    mutating func shared(_ value: Value, by key: (Value) -> UInt64?) -> Value {
        guard isUsed, let key = key(value) else { return value }
        if let number = numbers[key] { return values[number] == value ? values[number] : value }
        guard values.count < Self.most else { return value }
        numbers[key] = values.count
        values.append(value)
        return value
    }
}

extension SharedValues<Mention.Detail> {
    /// What mentions say: its texts repeat their names, and what many mentions say alike they share.
    mutating func shared(_ detail: Mention.Detail) -> Mention.Detail { shared(detail, by: Self.key) }

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
