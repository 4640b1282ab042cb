/// Names that are spelt nearly like one that nobody knows.
enum NearSpelling {
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

    /// Levenshtein's distance: how many characters must be put in, left out or exchanged.
    private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
        var row = Array(0...other.count)
        for (index, scalar) in one.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for place in other.indices {
                let exchanged = diagonal + (other[place] == scalar ? 0 : 1)
                diagonal = row[place + 1]
                row[place + 1] = min(exchanged, diagonal + 1, row[place] + 1)
            }
        }
        return row[other.count]
    }
}
