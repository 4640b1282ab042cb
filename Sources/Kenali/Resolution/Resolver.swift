/// A span that competes with others.
struct Contender: Sendable, Hashable {
    /// The tokens it covers, at least one.
    var tokens: Range<Int>
    /// How much each of its tokens counts, from 1.
    var weight: Int
    /// How many tokens of context speak for it, that count as if it covered them.
    var evidence = 0

    /// What it is worth.
    var value: Int { weight * (tokens.count + evidence) }
}

/// Settles which of several overlapping spans stand.
///
/// The policy: of all sets of spans that do not overlap, the one whose tokens count most, each token counting the
/// weight of its span. So a longer span beats shorter ones of the same weight, and a strong rule beats a weak one
/// over the same tokens. An office in front counts as a token more, so that a name behind it ("Menteri Perumahan
/// Suharso") is not swallowed by a longer guess. Between equal sums the longer last span wins, then the one that comes first in the list.
enum Resolver {
    /// The indices of the spans that stand, in the order of the text.
    ///
    /// Weighted interval scheduling over token positions.
    /// - Complexity: O(*n* + *m*), *n* the number of tokens, *m* of contenders.
    static func resolve(_ contenders: [Contender], tokenCount: Int) -> [Int] {
        guard !contenders.isEmpty else { return [] }
        // Contenders by their end, as linked lists: the last added comes first.
        var lastEnding = [Int32](repeating: -1, count: tokenCount + 1)
        var previous = [Int32](repeating: -1, count: contenders.count)
        for index in contenders.indices.reversed() {
            let end = contenders[index].tokens.upperBound
            previous[index] = lastEnding[end]
            lastEnding[end] = Int32(index)
        }
        // best[i]: the greatest sum over the first i tokens; chosen[i]: the span that ends there, if it takes part.
        var best = [Int](repeating: 0, count: tokenCount + 1)
        var chosen = [Int32](repeating: -1, count: tokenCount + 1)
        for end in 1..<tokenCount + 1 {
            best[end] = best[end - 1]
            var index = lastEnding[end]
            while index >= 0 {
                let contender = contenders[Int(index)]
                let sum = best[contender.tokens.lowerBound] + contender.value
                let length = chosen[end] < 0 ? 0 : contenders[Int(chosen[end])].tokens.count
                if sum > best[end] || sum == best[end] && contender.tokens.count > length {
                    best[end] = sum
                    chosen[end] = index
                }
                index = previous[Int(index)]
            }
        }
        var standing: [Int] = []
        var end = tokenCount
        while end > 0 {
            if chosen[end] >= 0 {
                standing.append(Int(chosen[end]))
                end = contenders[Int(chosen[end])].tokens.lowerBound
            } else {
                end -= 1
            }
        }
        return standing.reversed()
    }
}
