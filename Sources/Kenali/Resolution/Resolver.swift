/// Settles which of several overlapping spans stand.
///
/// The policy: of all sets of spans that do not overlap, the one whose tokens count most, each token counting the
/// weight of its span. So a longer span beats shorter ones of the same weight, and a strong rule beats a weak one
/// over the same tokens. An office in front counts as a token more, so that a name behind it ("Menteri Perumahan
/// Suharso") is not swallowed by a longer guess. Between equal sums the longer last span wins, then the one that comes first in the list.
///
/// A resolver keeps the memory that it works in.
struct Resolver: Sendable {
    /// The first candidate that ends at each token; those behind it are linked by ``links``. Between two competitions -1
    /// everywhere.
    private var ending: [Int32] = []
    /// For each candidate the next one with the same end, and once one of these takes part, for that one the one that takes part
    /// before it; -1 behind the last.
    private var links: [Int32] = []
    /// The ends of candidates.
    private var ends = TokenSet()
    /// See ``choose(_:_:_:_:_:_:)``.
    private var sums: [Int] = []

    /// Those of the candidates that stand when some of them compete, in the order of the text.
    ///
    /// Weighted interval scheduling over token positions. Of the sums, which are wide, only those are kept that the
    /// longest span can reach back to.
    ///
    /// - Complexity: O(*n* + *m*), *n* the number of tokens, *m* of candidates.
    @inline(__always)
    mutating func standing(
        of candidates: [Candidate], tokenCount: Int, where competes: (Candidate) -> Bool
    ) -> [Candidate] {
        Self.extend(&ending, to: tokenCount + 1)
        Self.extend(&links, to: candidates.count)
        ends.removeAll(tokenCount: tokenCount + 1)
        let candidates = candidates.span
        let longest = Self.gather(candidates, competes, &ending, &links, &ends)
        return Self.choose(longest, candidates, ends, &ending, &links, &sums)
    }

    private static func extend(_ list: inout [Int32], to count: Int) {
        if list.count < count { list.append(contentsOf: repeatElement(-1, count: count - list.count)) }
    }

    /// Lists those that compete by their ends, and gives the length of the longest.
    @inline(__always)
    private static func gather(
        _ candidates: Span<Candidate>, _ competes: (Candidate) -> Bool, _ ending: inout [Int32],
        _ links: inout [Int32], _ ends: inout TokenSet
    ) -> Int {
        var ending = ending.mutableSpan
        var links = links.mutableSpan
        var longest: Int32 = 1
        // From the last one, so that the first comes first.
        var index = candidates.count
        while index > 0 {
            index -= 1
            guard competes(candidates[index]) else { continue }
            let end = candidates[index].end
            links[index] = ending[Int(end)]
            ending[Int(end)] = Int32(index)
            ends.insert(Int(end))
            longest = max(longest, end - candidates[index].start)
        }
        return Int(longest)
    }

    /// Finds for each end the candidate that takes part there, if one does, and forgets the lists; then gives those that stand.
    private static func choose(
        _ longest: Int, _ candidates: Span<Candidate>, _ ends: TokenSet, _ ending: inout [Int32],
        _ links: inout [Int32], _ sums: inout [Int]
    ) -> [Candidate] {
        // before[end]: the greatest sum over the tokens in front of one that ends at `end`, back to the end before, where
        // alone sums change. Its length is a power of two, so that a place is found by a mask.
        let mask = (1 << (Int.bitWidth - longest.leadingZeroBitCount)) - 1
        sums.removeAll(keepingCapacity: true)
        sums.append(contentsOf: repeatElement(0, count: mask + 1))
        var before = sums.mutableSpan
        var ending = ending.mutableSpan
        var links = links.mutableSpan
        var most = 0
        var settled = 0
        var last: Int32 = -1
        var count = 0
        while let end = ends.first(from: settled + 1) {
            before[end & mask] = most
            var earliest = Int32.max
            var winner: Int32 = -1
            var index = ending[end]
            ending[end] = -1
            while index >= 0 {
                let start = candidates[Int(index)].start
                // Most begin behind what ended before.
                let next = Int(start) >= settled ? end : ends.first(from: Int(start) + 1) ?? end
                let sum = before[next & mask] + candidates[Int(index)].value
                if sum > most || sum == most && start < earliest {
                    most = sum
                    earliest = start
                    winner = index
                }
                index = links[Int(index)]
            }
            if winner >= 0 {
                links[Int(winner)] = last
                last = winner
                count += 1
            }
            settled = end
        }
        var standing: [Candidate] = []
        standing.reserveCapacity(count)
        var start = Int32.max
        while last >= 0 {
            let candidate = candidates[Int(last)]
            if candidate.end <= start {
                standing.append(candidate)
                start = candidate.start
            }
            last = links[Int(last)]
        }
        standing.reverse()
        return standing
    }
}
