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
/// A pattern is tried only at a token that can be its first, which a look-up tells where the first part names words; so
/// patterns that don't occur cost next to nothing. Of matches that overlap the longest stands, then the first.
struct CustomMatcher: Sendable {
    private let patterns: [CustomPattern]
    /// The patterns by the words that they can begin with, in small letters.
    private var byWord: [String: [Int]] = [:]
    /// The patterns that can begin with other tokens.
    private var anywhere: [Int] = []

    init(_ patterns: [CustomPattern]) {
        self.patterns = patterns
        for (index, pattern) in patterns.enumerated() {
            if let words = Self.firstWords(of: pattern) {
                for word in words { byWord[word, default: []].append(index) }
            } else {
                anywhere.append(index)
            }
        }
    }

    /// The words that a pattern can begin with, nil when there is no list of them.
    private static func firstWords(of pattern: CustomPattern) -> Set<String>? {
        var words: Set<String> = []
        for part in pattern.parts where part.count.upperBound > 0 {
            guard !part.isNegated, let own = part.tests.lazy.compactMap(Self.words).first else { return nil }
            words.formUnion(own)
            if part.count.lowerBound > 0 { return words }
        }
        return nil
    }

    private static func words(of test: CustomPattern.Test) -> Set<String>? {
        switch test {
        case .lower(let words, isIn: true): words
        case .text(let words, isIn: true): Set(words.map { $0.lowercased() })
        default: nil
        }
    }

    /// The matches that stand, in the order of the text.
    ///
    /// - Complexity: O(*n* · *m*), *n* the number of tokens, *m* the size of the patterns that can begin at one.
    func matches(in tokens: Span<Token>, of bytes: Span<UInt8>) -> [CustomMatch] {
        guard !patterns.isEmpty else { return [] }
        var found: [CustomMatch] = []
        var words: [Int: TokenTraits] = [:]
        for start in 0..<tokens.count {
            var first = TokenTraits(String(copying: bytes.extracting(tokens[start].utf8Range)))
            let candidates = byWord.isEmpty ? nil : byWord[first.lower]
            guard candidates != nil || !anywhere.isEmpty else { continue }
            words[start] = words[start] ?? first
            for index in candidates ?? [] { add(index, at: start, tokens, bytes, &words, &found) }
            for index in anywhere { add(index, at: start, tokens, bytes, &words, &found) }
            words[start - CustomPattern.longest] = nil
            words[start] = nil
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
