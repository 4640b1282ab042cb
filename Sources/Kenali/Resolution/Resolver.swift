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
///
/// A resolver keeps the memory that it works in.
struct Resolver: Sendable {
    /// The contenders of this competition.
    private var competitors: [Competitor] = []
    /// The first contender that ends at each token, and those behind it as linked lists. Between two competitions -1
    /// everywhere.
    private var ending: [Int32] = []
    /// The ends of contenders.
    private var ends = TokenSet()
    /// See ``choose(_:_:_:_:_:_:)``.
    private var sums: [Int] = []
    /// The contenders that take part, one for each end at which one does, in the order of the text.
    private var chosen: [Int32] = []
    /// Those of them that stand, from the last of the text to the first.
    private var standing: [Int32] = []

    /// A contender as it competes.
    private struct Competitor {
        var start: Int32
        var end: Int32
        var value: Int
        /// Its index in the list.
        var number: Int32
        /// The next one with the same end; -1 behind the last.
        var next: Int32 = -1

        init(_ contender: Contender, _ number: Int) {
            start = Int32(contender.tokens.lowerBound)
            end = Int32(contender.tokens.upperBound)
            value = contender.value
            self.number = Int32(number)
        }
    }

    /// The indices of the spans that stand, in the order of the text.
    static func resolve(_ contenders: [Contender], tokenCount: Int) -> [Int] {
        var resolver = Resolver()
        resolver.competitors = contenders.enumerated().map { Competitor($1, $0) }
        resolver.resolve(tokenCount: tokenCount)
        return resolver.standing.reversed().map { Int($0) }
    }

    /// Those of the candidates that stand when some of them compete, in the order of the text.
    mutating func standing(
        of candidates: [Candidate], tokenCount: Int, where competes: (Candidate) -> Bool
    ) -> [Candidate] {
        competitors.removeAll(keepingCapacity: true)
        competitors.reserveCapacity(candidates.count)
        let span = candidates.span
        for index in span.indices where competes(span[index]) {
            competitors.append(Competitor(span[index].contender, index))
        }
        resolve(tokenCount: tokenCount)
        var stand: [Candidate] = []
        stand.reserveCapacity(standing.count)
        for index in standing.reversed() { stand.append(span[Int(index)]) }
        return stand
    }

    /// Weighted interval scheduling over token positions. Of the sums, which are wide, only those are kept that the
    /// longest span can reach back to.
    ///
    /// - Complexity: O(*n* + *m*), *n* the number of tokens, *m* of contenders.
    private mutating func resolve(tokenCount: Int) {
        standing.removeAll(keepingCapacity: true)
        guard !competitors.isEmpty else { return }
        if ending.count <= tokenCount {
            ending.append(contentsOf: repeatElement(-1, count: tokenCount + 1 - ending.count))
        }
        ends.removeAll(tokenCount: tokenCount + 1)
        let longest = Self.gather(&competitors, &ending, &ends)
        Self.choose(longest, competitors, ends, &ending, &sums, &chosen)
        var start = Int32.max
        for index in chosen.reversed() where competitors[Int(index)].end <= start {
            standing.append(competitors[Int(index)].number)
            start = competitors[Int(index)].start
        }
    }

    /// Lists the contenders by their ends, and gives the length of the longest.
    private static func gather(
        _ competitors: inout [Competitor], _ ending: inout [Int32], _ ends: inout TokenSet
    ) -> Int {
        var competitors = competitors.mutableSpan
        var ending = ending.mutableSpan
        var longest: Int32 = 1
        // From the last one, so that the first comes first.
        var index = competitors.count
        while index > 0 {
            index -= 1
            let end = Int(competitors[index].end)
            competitors[index].next = ending[end]
            ending[end] = Int32(index)
            ends.insert(end)
            longest = max(longest, competitors[index].end - competitors[index].start)
        }
        return Int(longest)
    }

    /// Finds for each end the contender that takes part there, if one does, and forgets the lists.
    private static func choose(
        _ longest: Int, _ competitors: [Competitor], _ ends: TokenSet, _ ending: inout [Int32], _ sums: inout [Int],
        _ chosen: inout [Int32]
    ) {
        // before[end]: the greatest sum over the tokens in front of one that ends at `end`, back to the end before, where
        // alone sums change. Its length is a power of two, so that a place is found by a mask.
        let mask = (1 << (Int.bitWidth - longest.leadingZeroBitCount)) - 1
        sums.removeAll(keepingCapacity: true)
        sums.append(contentsOf: repeatElement(0, count: mask + 1))
        chosen.removeAll(keepingCapacity: true)
        var before = sums.mutableSpan
        var ending = ending.mutableSpan
        let competitors = competitors.span
        var most = 0
        var settled = 0
        while let end = ends.first(from: settled + 1) {
            before[end & mask] = most
            var earliest = Int32.max
            var winner: Int32 = -1
            var index = ending[end]
            ending[end] = -1
            while index >= 0 {
                let start = competitors[Int(index)].start
                // Most begin behind what ended before.
                let next = Int(start) >= settled ? end : ends.first(from: Int(start) + 1) ?? end
                let sum = before[next & mask] + competitors[Int(index)].value
                if sum > most || sum == most && start < earliest {
                    most = sum
                    earliest = start
                    winner = index
                }
                index = competitors[Int(index)].next
            }
            if winner >= 0 { chosen.append(winner) }
            settled = end
        }
    }
}
