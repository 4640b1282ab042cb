import KenaliLexicon
import KenaliRules
import KenaliText

/// Why a text's mentions are what they are: the words with their classes, and for each stretch what competed for it.
public struct Explanation: Sendable {
    /// A token and what the lists say of it.
    public struct Word: Sendable, Hashable {
        /// The word as it is written.
        public var text: String
        /// The classes of the word, and of phrases that start with it.
        public var classes: [String]
        /// Its place, in bytes of the text's UTF-8 form.
        public var utf8Range: Range<Int>
    }

    /// Something that a rule proposed.
    public struct Proposal: Sendable, Hashable {
        /// The kind of what it would have been; `other` for what must not be taken for a mention.
        public var kind: String
        /// The rule that proposed it.
        public var rule: String
        /// Its place, in bytes of the text's UTF-8 form.
        public var utf8Range: Range<Int>
        /// How much each token counts, and how many tokens of context speak for it.
        public var weight: Int
        /// What weighs beside the tokens: how many of those around the span speak for it.
        public var evidence: Int
        /// The weight of all its tokens, by which proposals are compared.
        public var value: Int
        /// Whether it stands.
        public var stands: Bool
        /// What it lost against, as an index into the proposals; nil for what stands, or for what lost against none.
        public var lostAgainst: Int?
    }

    /// The words of the mention.
    public var words: [Word] = []
    /// The proposals by their start.
    public var proposals: [Proposal] = []
    /// What was found at last.
    public var extraction = Extraction()
}

extension Extractor {
    /// Extracts from a text and says why.
    ///
    /// - Complexity: O(*n* log *n*), *n* the number of bytes; it is meant for single sentences.
    public func explain(_ text: String, referenceDate: CalendarDate? = nil) -> Explanation {
        var worker = ExtractionWorker(self)
        return worker.explain(text, referenceDate: referenceDate)
    }
}

extension Document {
    /// The words with their classes.
    func explainedWords() -> [Explanation.Word] {
        let names = grammar.lexicon.classNames
        return (0..<tokenCount).map { token in
            var classes = text.annotations.startClasses(at: token)
            var own: [String] = []
            while let index = classes.popFirst() { if index < names.count { own.append(names[index]) } }
            return Explanation.Word(
                text: string(token..<token + 1), classes: own.sorted(), utf8Range: utf8Range(of: token..<token + 1))
        }
    }

    /// What the rules propose, and what of it stands.
    func explainedProposals(_ proposed: [Candidate], _ settlement: Settlement) -> [Explanation.Proposal] {
        var all = proposed
        let standing = settlement.entities + settlement.acronyms
        func isSame(_ left: Candidate, _ right: Candidate) -> Bool {
            left.tokens == right.tokens && left.kind == right.kind && left.rule == right.rule
        }
        // What the document itself taught is proposed by no rule.
        all += standing.filter { own in !all.contains { isSame($0, own) } }
        all.sort { ($0.tokens.lowerBound, -$0.tokens.count) < ($1.tokens.lowerBound, -$1.tokens.count) }
        let stands = all.map { own in standing.contains { isSame($0, own) } }
        return all.enumerated().map { index, candidate in
            let isAcronym = candidate.kind == .mention(.acronym)
            let winner = all.indices.first { other in
                stands[other] && (all[other].kind == .mention(.acronym)) == isAcronym
                    && all[other].tokens.overlaps(candidate.tokens)
            }
            let contender = candidate.contender
            return Explanation.Proposal(
                kind: kindName(candidate.kind), rule: name(of: candidate.rule),
                utf8Range: utf8Range(of: candidate.tokens),
                weight: contender.weight, evidence: contender.evidence, value: contender.value,
                stands: stands[index], lostAgainst: stands[index] ? nil : winner)
        }
    }

    private func kindName(_ kind: CandidateKind) -> String {
        switch kind {
        case .mention(let kind): kind.rawValue
        case .custom(let index): customProposals[Int(index)].kind.rawValue
        case .other: "other"
        }
    }
}
