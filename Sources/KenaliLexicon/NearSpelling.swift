/// Names that are spelt nearly like one that nobody knows.
package enum NearSpelling {
    /// Nearest first: those that at most a third of the letters, and no more than three, change into, in any letter case.
    ///
    /// - Complexity: O(*n* × *m*), *n* the length of all names and *m* that of `name`, of which 64 characters are looked at.
    static func nearest(to name: String, among names: some Sequence<String>, limit: Int) -> [String] {
        let wanted = Array(name.lowercased().unicodeScalars.prefix(64))
        let most = min(3, wanted.count / 3)
        guard most > 0 else { return [] }
        var found: [(name: String, distance: Int)] = []
        var seen: Set<String> = []
        for name in names where seen.insert(name.lowercased()).inserted {
            let scalars = Array(name.lowercased().unicodeScalars)
            guard abs(scalars.count - wanted.count) <= most else { continue }
            let distance = Self.distance(wanted, scalars)
            if distance <= most { found.append((name, distance)) }
        }
        return found.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
            .prefix(max(0, limit)).map(\.name)
    }

    /// How many characters must be put in, left out, exchanged, or swapped with their neighbour (Damerau, Levenshtein).
    ///
    /// - Complexity: O(*n* × *m*), *n* and *m* the lengths.
    package static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
        var before: [Int] = []
        var last = Array(0...other.count)
        for row in one.indices {
            var line = [row + 1]
            for column in other.indices {
                let exchanged = last[column] + (one[row] == other[column] ? 0 : 1)
                var least = min(exchanged, last[column + 1] + 1, line[column] + 1)
                if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
                    least = min(least, before[column - 1] + 1)
                }
                line.append(least)
            }
            (before, last) = (last, line)
        }
        return last[other.count]
    }
}
