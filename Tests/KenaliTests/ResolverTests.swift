import Testing

@testable import Kenali

@Suite("Resolver")
struct ResolverTests {
    @Test("A longer span beats its part, a strong one a weak one")
    func policy() {
        let place = Contender(tokens: 0..<3, weight: 76)
        let person = Contender(tokens: 1..<3, weight: 90)
        #expect(Resolver.resolve([place, person], tokenCount: 3) == [0])
        #expect(Resolver.resolve([Contender(tokens: 0..<2, weight: 10), person], tokenCount: 3) == [1])
        #expect(Resolver.resolve([person, person], tokenCount: 3) == [0])
        #expect(Resolver.resolve([], tokenCount: 0) == [])
        // Of equal sums the longer last span stands, wherever it is in the list.
        let short = Contender(tokens: 0..<1, weight: 20)
        let long = Contender(tokens: 0..<2, weight: 10)
        #expect(Resolver.resolve([short, long], tokenCount: 2) == [1])
        #expect(Resolver.resolve([long, short], tokenCount: 2) == [0])
    }

    @Test("The sum is that of an exhaustive search, and the spans do not overlap")
    func agreesWithExhaustiveSearch() {
        var random = SplitMix(seed: 7)
        for _ in 0..<300 {
            let contenders = (0..<Int.random(in: 1...9, using: &random)).map { _ in
                let start = Int.random(in: 0..<10, using: &random)
                return Contender(
                    tokens: start..<start + Int.random(in: 1...(10 - start), using: &random),
                    weight: Int.random(in: 1...5, using: &random))
            }
            let chosen = Resolver.resolve(contenders, tokenCount: 10).map { contenders[$0] }
            for (left, right) in zip(chosen, chosen.dropFirst()) {
                #expect(left.tokens.upperBound <= right.tokens.lowerBound)
            }
            #expect(sum(chosen) == best(contenders[...], from: []))
        }
    }

    private func sum(_ contenders: [Contender]) -> Int { contenders.reduce(0) { $0 + $1.weight * $1.tokens.count } }

    private func best(_ rest: ArraySlice<Contender>, from chosen: [Contender]) -> Int {
        guard let first = rest.first else { return sum(chosen) }
        let without = best(rest.dropFirst(), from: chosen)
        guard chosen.allSatisfy({ !$0.tokens.overlaps(first.tokens) }) else { return without }
        return max(without, best(rest.dropFirst(), from: chosen + [first]))
    }
}

/// A span that competes with others.
private struct Contender {
    var tokens: Range<Int>
    var weight: Int
}

extension Resolver {
    /// The indices of the spans that stand, in the order of the text.
    fileprivate static func resolve(_ contenders: [Contender], tokenCount: Int) -> [Int] {
        var resolver = Resolver()
        let candidates = contenders.enumerated().map {
            Candidate(kind: .other, tokens: $1.tokens, weight: $1.weight, rule: .rule(Int32($0)))
        }
        return resolver.standing(of: candidates, tokenCount: tokenCount) { _ in true }.map {
            if case .rule(let index) = $0.rule { Int(index) } else { -1 }
        }
    }
}

/// A small generator with a seed, so that a failure can be repeated. (Steele, Lea and Flood, "Fast splittable
/// pseudorandom number generators", 2014.)
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}
