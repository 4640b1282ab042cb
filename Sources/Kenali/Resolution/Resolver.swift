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
    /// The contenders of this competition, as indices into the candidates.
    private var competing: [Int32] = []
    /// Contenders by their end, as linked lists: the last added comes first. Once an end is settled, the one that takes part.
    /// Between two competitions -1 everywhere.
    private var ending: [Int32] = []
    /// The ends of contenders.
    private var ends = TokenSet()
    private var previous: [Int32] = []
    /// See ``choose(_:_:_:_:_:_:_:)``.
    private var sums: [Int] = []
    /// Those of the contenders that stand, from the last of the text to the first.
    private var standing: [Int32] = []

    /// The indices of the spans that stand, in the order of the text.
    static func resolve(_ contenders: [Contender], tokenCount: Int) -> [Int] {
        var resolver = Resolver()
        resolver.competing = contenders.indices.map { Int32($0) }
        resolver.resolve(tokenCount: tokenCount) { contenders[$0] }
        return resolver.standing.reversed().map { Int($0) }
    }

    /// Those of the candidates that stand when some of them compete, in the order of the text.
    mutating func standing(
        of candidates: [Candidate], tokenCount: Int, where competes: (Candidate) -> Bool
    ) -> [Candidate] {
        competing.removeAll(keepingCapacity: true)
        for index in candidates.indices where competes(candidates[index]) { competing.append(Int32(index)) }
        resolve(tokenCount: tokenCount) { candidates[$0].contender }
        return standing.reversed().map { candidates[Int($0)] }
    }

    /// Weighted interval scheduling over token positions. Of the sums, which are wide, only those are kept that the
    /// longest span can reach back to.
    ///
    /// - Complexity: O(*n* + *m*), *n* the number of tokens, *m* of contenders.
    private mutating func resolve(tokenCount: Int, contender: (Int) -> Contender) {
        standing.removeAll(keepingCapacity: true)
        guard !competing.isEmpty else { return }
        Self.extend(&ending, to: tokenCount + 1)
        Self.extend(&previous, to: competing.count)
        ends.removeAll(tokenCount: tokenCount + 1)
        let longest = Self.gather(competing, &ending, &previous, &ends, contender)
        Self.choose(longest, competing, ends, &ending, previous, &sums, contender)
        var end = tokenCount
        while let place = ends.last(upTo: end) {
            let last = ending[place]
            if last >= 0 {
                standing.append(competing[Int(last)])
                end = contender(Int(competing[Int(last)])).tokens.lowerBound
            } else {
                end = place - 1
            }
        }
        for index in competing { ending[contender(Int(index)).tokens.upperBound] = -1 }
    }

    private static func extend(_ numbers: inout [Int32], to count: Int) {
        if numbers.count < count { numbers.append(contentsOf: repeatElement(-1, count: count - numbers.count)) }
    }

    /// Lists the contenders by their ends, and gives the length of the longest.
    private static func gather(
        _ competing: [Int32], _ ending: inout [Int32], _ previous: inout [Int32], _ ends: inout TokenSet,
        _ contender: (Int) -> Contender
    ) -> Int {
        var ending = ending.mutableSpan
        var previous = previous.mutableSpan
        var longest = 1
        var index = competing.count - 1
        while index >= 0 {
            let tokens = contender(Int(competing[index])).tokens
            previous[index] = ending[tokens.upperBound]
            ending[tokens.upperBound] = Int32(index)
            ends.insert(tokens.upperBound)
            longest = max(longest, tokens.count)
            index -= 1
        }
        return longest
    }

    /// Leaves at each end the contender that takes part, -1 where none does.
    private static func choose(
        _ longest: Int, _ competing: [Int32], _ ends: TokenSet, _ ending: inout [Int32], _ previous: [Int32],
        _ sums: inout [Int], _ contender: (Int) -> Contender
    ) {
        // best[i]: the greatest sum over the first i tokens. Its length is a power of two, so that i is found by a mask.
        let mask = (1 << (Int.bitWidth - longest.leadingZeroBitCount)) - 1
        sums.removeAll(keepingCapacity: true)
        sums.append(contentsOf: repeatElement(0, count: mask + 1))
        var best = sums.mutableSpan
        var ending = ending.mutableSpan
        var most = 0
        var settled = 0
        while let end = ends.first(from: settled + 1) {
            // Where no contender ends nothing is gained.
            for place in max(settled + 1, end - mask)..<end { best[place & mask] = most }
            var length = 0
            var chosen: Int32 = -1
            var index = ending[end]
            while index >= 0 {
                let span = contender(Int(competing[Int(index)]))
                let sum = best[span.tokens.lowerBound & mask] + span.value
                if sum > most || sum == most && span.tokens.count > length {
                    most = sum
                    length = span.tokens.count
                    chosen = index
                }
                index = previous[Int(index)]
            }
            ending[end] = chosen
            best[end & mask] = most
            settled = end
        }
    }
}
