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
    static func resolve(_ contenders: [Contender], tokenCount: Int) -> [Int] {
        resolve(contenders.count, tokenCount: tokenCount) { contenders[$0] }
    }

    /// The numbers of the spans that stand, of so many, in the order of the text.
    ///
    /// Weighted interval scheduling over token positions. Of the sums, which are wide, only those are kept that the
    /// longest span can reach back to.
    /// - Complexity: O(*n* + *m*), *n* the number of tokens, *m* of contenders.
    static func resolve(_ count: Int, tokenCount: Int, contender: (Int) -> Contender) -> [Int] {
        guard count > 0 else { return [] }
        // Contenders by their end, as linked lists: the last added comes first.
        var lastEnding = [Int32](repeating: -1, count: tokenCount + 1)
        var previous = [Int32](repeating: -1, count: count)
        var longest = 1
        for index in (0..<count).reversed() {
            let tokens = contender(index).tokens
            previous[index] = lastEnding[tokens.upperBound]
            lastEnding[tokens.upperBound] = Int32(index)
            longest = max(longest, tokens.count)
        }
        // best[i]: the greatest sum over the first i tokens; chosen[i]: the span that ends there, if it takes part.
        var best = [Int](repeating: 0, count: longest + 1)
        var chosen = [Int32](repeating: -1, count: tokenCount + 1)
        for end in 1..<tokenCount + 1 {
            var most = best[(end - 1) % best.count]
            var length = 0
            var index = lastEnding[end]
            while index >= 0 {
                let span = contender(Int(index))
                let sum = best[span.tokens.lowerBound % best.count] + span.value
                if sum > most || sum == most && span.tokens.count > length {
                    most = sum
                    length = span.tokens.count
                    chosen[end] = index
                }
                index = previous[Int(index)]
            }
            best[end % best.count] = most
        }
        var standing: [Int] = []
        var end = tokenCount
        while end > 0 {
            if chosen[end] >= 0 {
                standing.append(Int(chosen[end]))
                end = contender(Int(chosen[end])).tokens.lowerBound
            } else {
                end -= 1
            }
        }
        return standing.reversed()
    }
}
