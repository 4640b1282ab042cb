import KenaliStorage

/// The distinct sets of classes that words have, by small numbers: many words, few sets.
struct ClassSets: Sendable {
    typealias ID = Int32

    /// The number of the empty set.
    static let none: ID = 0

    private(set) var sets: [WordClasses] = [.none]
    /// Filled when the first set is asked for; look-ups don't need it.
    private var ids: [WordClasses: ID] = [:]

    init() {}

    subscript(id: ID) -> WordClasses { sets[Int(id)] }

    /// The number of a set.
    mutating func intern(_ classes: WordClasses) -> ID {
        if ids.isEmpty {
            for (id, set) in sets.enumerated() { ids[set] = ID(id) }
        }
        if let id = ids[classes] { return id }
        let id = ID(sets.count)
        sets.append(classes)
        ids[classes] = id
        return id
    }

    /// The number of the union of two sets.
    mutating func union(_ left: ID, _ right: ID) -> ID {
        if left == right || right == Self.none { return left }
        if left == Self.none { return right }
        return intern(self[left].union(self[right]))
    }
}

extension ClassSets {
    /// The sets of an image: of each the number of its classes, then these.
    init(_ image: Image) {
        let table = image.table("lexicon.sets")
        var index = 0
        sets.removeAll()
        while index < table.count {
            var set = WordClasses.none
            let end = index + 1 + table[index]
            for place in index + 1..<end { set.formUnion(WordClasses(index: table[place])) }
            sets.append(set)
            index = end
        }
    }

    func write(into writer: inout ImageWriter) {
        var table: [Int] = []
        for set in sets {
            var rest = set
            var classes: [Int] = []
            while let index = rest.popFirst() { classes.append(index) }
            table.append(classes.count)
            table += classes
        }
        writer.add("lexicon.sets", table)
    }
}
