import KenaliLexicon
import KenaliRules
import KenaliText

/// The rules of the user's own, ready to run beside the built-in ones.
struct CustomRecognizer: Sendable {
    /// What a rule proposes.
    struct Proposal: Sendable {
        var kind: MentionKind
        var id: String?
        var rule: String
        var weight: Int
    }

    /// More than a long name of the built-in rules can be worth: who adds a pattern means it.
    private static let patternWeight = 1000

    /// What each rule proposes: those in Kenali's notation first, then the patterns.
    let proposals: [Proposal]
    /// The rules in Kenali's notation; nil when there are none.
    let grammar: Grammar?
    let matcher: CustomMatcher

    /// The rules compiled for a lexicon, which gets the words that they name.
    init(_ rules: CustomRules, _ lexicon: inout Lexicon) throws(RuleError) {
        if rules.definitions.isEmpty {
            grammar = nil
        } else {
            let grammar = try Grammar(rules: rules.definitions, lexicon: lexicon)
            lexicon = grammar.lexicon
            self.grammar = grammar
        }
        proposals =
            rules.definitions.map {
                Proposal(kind: MentionKind(label: $0.kind), id: nil, rule: $0.name, weight: $0.weight)
            }
            + rules.patterns.map {
                Proposal(
                    kind: MentionKind(label: $0.label), id: $0.id, rule: "custom." + ($0.id ?? $0.label),
                    weight: Self.patternWeight)
            }
        matcher = CustomMatcher(rules.patterns)
    }

    /// The candidates of a document.
    func candidates(
        _ bytes: Span<UInt8>, _ text: AnnotatedTokens, _ sentences: [Sentence], _ memory: inout CustomMemory
    ) -> [Candidate] {
        var candidates: [Candidate] = []
        if grammar != nil {
            memory.match(text, sentences, bytes)
            for match in memory.matches.matches { candidates.append(candidate(Int(match.rule), match.tokens)) }
        }
        let first = grammar?.rules.count ?? 0
        for match in matcher.matches(in: text.tokens.span, of: bytes) {
            candidates.append(candidate(first + match.pattern, match.tokens))
        }
        return candidates
    }

    private func candidate(_ index: Int, _ tokens: Range<Int>) -> Candidate {
        let proposal = proposals[index]
        let kind: CandidateKind = proposal.kind.builtIn.map { .mention($0) } ?? .custom(Int32(index))
        return Candidate(kind: kind, tokens: tokens, weight: proposal.weight, rule: .custom(Int32(index)))
    }
}

/// What a worker keeps for the rules of the user's own.
struct CustomMemory: Sendable {
    /// That of the rules in Kenali's notation, if there are any: what it learns is about their grammar.
    private(set) var matcher: Matcher?
    var matches = Matches()

    init(_ recognizer: CustomRecognizer?) { matcher = recognizer?.grammar.map { Matcher($0) } }

    mutating func match(_ text: AnnotatedTokens, _ sentences: [Sentence], _ bytes: Span<UInt8>) {
        matcher?.match(text, sentences, bytes, into: &matches)
    }
}
