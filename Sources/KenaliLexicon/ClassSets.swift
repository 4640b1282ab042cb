/// The distinct sets of classes that words have, by small numbers: many words, few sets.
struct ClassSets: Sendable {
    typealias ID = UInt16

    /// The number of the empty set.
    static let none: ID = 0

    private var sets: [WordClasses] = [.none]
    private var ids: [WordClasses: ID] = [.none: 0]
    /// Sets asked for lately, each in the place that its bits name: rows that stand together have few sets.
    private var recent: [(set: WordClasses, id: ID)] = Array(repeating: (.none, none), count: 64)

    subscript(id: ID) -> WordClasses { sets[Int(id)] }

    /// The number of a set; nil when there are no numbers left.
    mutating func intern(_ classes: WordClasses) -> ID? {
        let place = Int((classes.mixed &* 0x9E37_79B9_7F4A_7C15) >> 58)
        if recent[place].set == classes { return recent[place].id }
        if let id = ids[classes] {
            recent[place] = (classes, id)
            return id
        }
        guard let id = ID(exactly: sets.count) else { return nil }
        sets.append(classes)
        ids[classes] = id
        return id
    }

    /// The number of the union of two sets; nil when there are no numbers left.
    mutating func union(_ left: ID, _ right: ID) -> ID? {
        if left == right || right == Self.none { return left }
        if left == Self.none { return right }
        return intern(self[left].union(self[right]))
    }
}
