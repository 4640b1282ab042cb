/// Finds names that are spelt nearly like another.
package enum NearNames {
    /// The name that is nearest, at most two letters away (one for short names); nil when none is.
    package static func nearest(to name: String, among names: [String]) -> String? {
        let wanted = Array(name.lowercased())
        let limit = wanted.count < 5 ? 1 : 2
        var best: (name: String, distance: Int)?
        for candidate in names {
            let distance = distance(wanted, Array(candidate.lowercased()))
            if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.name
    }

    /// The least number of letters to put in, leave out, change, or swap with their neighbour.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        guard abs(left.count - right.count) <= 2, !left.isEmpty, !right.isEmpty else { return .max }
        var before: [Int] = []
        var last = Array(0...right.count)
        for row in 1...left.count {
            var line = [row]
            for column in 1...right.count {
                let change = last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
                var least = min(change, last[column] + 1, line[column - 1] + 1)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    least = min(least, before[column - 2] + 1)
                }
                line.append(least)
            }
            before = last
            last = line
        }
        return last[right.count]
    }
}

extension String {
    /// The text with blanks behind it up to a width.
    package func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
