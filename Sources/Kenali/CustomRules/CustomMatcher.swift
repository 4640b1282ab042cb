import KenaliLexicon
import KenaliText

/// What a rule of the user's own found.
struct CustomMatch: Hashable {
    var tokens: Range<Int>
    /// The index of the pattern.
    var pattern: Int
}

/// Finds the patterns of the user's own in a text.
///
/// A pattern is tried only around a word that it can't do without, which a look-up tells; so patterns that don't occur cost
/// next to nothing. Of matches that overlap the longest stands, then the first.
struct CustomMatcher: Sendable {
    /// A word by which a pattern is noticed, and how many tokens of the pattern may stand before it.
    private struct Anchor: Sendable {
        var pattern: Int
        var before: ClosedRange<Int>
    }

    private struct Try: Hashable {
        var pattern: Int
        var start: Int
    }

    private let patterns: [CustomPattern]
    /// The patterns by words that they can't do without, in small letters.
    private var byWord: [String: [Anchor]] = [:]
    /// The patterns that name no word: they are tried everywhere.
    private var anywhere: [Int] = []

    init(_ patterns: [CustomPattern]) {
        self.patterns = patterns
        let named = patterns.map(Self.namedWords)
        // A word that many patterns name is one that texts are full of ("dan"): each pattern is noticed by its rarest.
        var uses: [String: Int] = [:]
        for parts in named { for part in parts { for word in part.words { uses[word, default: 0] += 1 } } }
        for (index, parts) in named.enumerated() {
            func use(_ part: (index: Int, words: Set<String>)) -> Int { part.words.reduce(0) { $0 + (uses[$1] ?? 0) } }
            guard let rarest = parts.min(by: { use($0) < use($1) }) else {
                anywhere.append(index)
                continue
            }
            let anchor = Anchor(pattern: index, before: Self.reach(of: patterns[index].parts[..<rarest.index]))
            for word in rarest.words { byWord[word, default: []].append(anchor) }
        }
    }

    /// The parts of a pattern that must be there and be one of some words, with those.
    private static func namedWords(of pattern: CustomPattern) -> [(index: Int, words: Set<String>)] {
        pattern.parts.enumerated().compactMap { index, part in
            guard part.count.lowerBound > 0, !part.isNegated,
                let words = part.tests.lazy.compactMap(Self.words).first
            else { return nil }
            return (index, words)
        }
    }

    private static func words(of test: CustomPattern.Test) -> Set<String>? {
        switch test {
        case .lower(let words, isIn: true): words
        case .text(let words, isIn: true): Set(words.map { $0.lowercased() })
        default: nil
        }
    }

    /// How many tokens some parts can cover.
    private static func reach(of parts: ArraySlice<CustomPattern.Part>) -> ClosedRange<Int> {
        var (least, most) = (0, 0)
        for part in parts {
            least = min(least + part.count.lowerBound, CustomPattern.longest)
            most = min(most + part.count.upperBound, CustomPattern.longest)
        }
        return least...most
    }

    /// The matches that stand, in the order of the text.
    ///
    /// - Complexity: O(*n* · *m*), *n* the number of tokens, *m* the size of the patterns that are noticed at one.
    func matches(in tokens: Span<Token>, of bytes: Span<UInt8>) -> [CustomMatch] {
        guard !patterns.isEmpty else { return [] }
        var found: [CustomMatch] = []
        var words: [Int: TokenTraits] = [:]
        var tried: Set<Try> = []
        for position in 0..<tokens.count {
            if !byWord.isEmpty {
                var traits = Self.traits(of: tokens[position], bytes, known: words[position])
                for anchor in byWord[traits.lower] ?? [] {
                    for count in anchor.before where count <= position {
                        let start = position - count
                        guard tried.insert(Try(pattern: anchor.pattern, start: start)).inserted else { continue }
                        add(anchor.pattern, at: start, tokens, bytes, &words, &found)
                    }
                }
            }
            for index in anywhere { add(index, at: position, tokens, bytes, &words, &found) }
            words[position - CustomPattern.longest] = nil
        }
        return Self.standing(found)
    }

    private func add(
        _ index: Int, at start: Int, _ tokens: Span<Token>, _ bytes: Span<UInt8>, _ words: inout [Int: TokenTraits],
        _ found: inout [CustomMatch]
    ) {
        for end in ends(of: patterns[index], from: start, tokens, bytes, &words) {
            found.append(CustomMatch(tokens: start..<end, pattern: index))
        }
    }

    /// Where the matches end, the shorter ones too, since a longer one may not stand: all ways are followed at once, token
    /// by token.
    private func ends(
        of pattern: CustomPattern, from start: Int, _ tokens: Span<Token>, _ bytes: Span<UInt8>,
        _ words: inout [Int: TokenTraits]
    ) -> [Int] {
        // A state is a part and how many tokens it took.
        var states: Set<State> = []
        add(State(part: 0, count: 0), pattern, &states)
        var ends: [Int] = []
        var position = start
        while !states.isEmpty, position < min(tokens.count, start + CustomPattern.longest) {
            var traits = Self.traits(of: tokens[position], bytes, known: words[position])
            var next: Set<State> = []
            var answers: [Int: Bool] = [:]
            for state in states where state.part < pattern.parts.count {
                let part = pattern.parts[state.part]
                guard state.count < part.count.upperBound else { continue }
                var isMatch = !part.isNegated
                if let answer = answers[state.part] {
                    isMatch = answer
                } else {
                    if !traits.passes(all: part.tests) { isMatch.toggle() }
                    answers[state.part] = isMatch
                }
                guard isMatch else { continue }
                // Beyond the least number it need not be counted where there is no bound.
                let isUnbounded = part.count.upperBound >= CustomPattern.longest
                let count = isUnbounded ? min(state.count + 1, part.count.lowerBound) : state.count + 1
                add(State(part: state.part, count: count), pattern, &next)
            }
            words[position] = traits
            position += 1
            states = next
            if states.contains(State(part: pattern.parts.count, count: 0)) { ends.append(position) }
        }
        return ends
    }

    private static func traits(of token: Token, _ bytes: Span<UInt8>, known: TokenTraits?) -> TokenTraits {
        if let known { return known }
        return TokenTraits(String(copying: bytes.extracting(token.utf8Range)))
    }

    private struct State: Hashable {
        var part: Int
        var count: Int
    }

    /// Adds a state and those that it leads to without a token.
    private func add(_ state: State, _ pattern: CustomPattern, _ states: inout Set<State>) {
        var state = state
        while states.insert(state).inserted, state.part < pattern.parts.count,
            state.count >= pattern.parts[state.part].count.lowerBound
        {
            state = State(part: state.part + 1, count: 0)
        }
    }

    /// Of matches that overlap the longest, then the first, as spaCy's EntityRuler chooses.
    private static func standing(_ found: [CustomMatch]) -> [CustomMatch] {
        var taken: Set<Int> = []
        var standing: [CustomMatch] = []
        let order = found.sorted { left, right in
            (-left.tokens.count, left.tokens.lowerBound, left.pattern)
                < (-right.tokens.count, right.tokens.lowerBound, right.pattern)
        }
        for match in order where !match.tokens.contains(where: taken.contains) {
            taken.formUnion(match.tokens)
            standing.append(match)
        }
        return standing.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }
}
