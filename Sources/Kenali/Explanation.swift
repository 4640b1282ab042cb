import KenaliLexicon
import KenaliRules
import KenaliText

/// Why a text's mentions are what they are: the words with their classes, and for each stretch what competed for it.
public struct Explanation: Sendable, Hashable, Codable {
    /// A token and what the lists say of it.
    public struct Word: Sendable, Hashable, Codable {
        /// The word as it is written.
        public var text: String
        /// The classes of the word, and of phrases that start with it.
        public var classes: [String]
        /// Its place, in bytes of the text's UTF-8 form.
        public var utf8Range: Range<Int>

        /// A word with its classes.
        public init(text: String, classes: [String], utf8Range: Range<Int>) {
            self.text = text
            self.classes = classes
            self.utf8Range = utf8Range
        }
    }

    /// Something that a rule proposed.
    public struct Proposal: Sendable, Hashable, Codable {
        /// The kind of what it would have been; nil for what must not be taken for a mention.
        public var kind: MentionKind?
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

        /// Something that a rule proposed.
        public init(
            kind: MentionKind?, rule: String, utf8Range: Range<Int>, weight: Int, evidence: Int = 0, value: Int,
            stands: Bool, lostAgainst: Int? = nil
        ) {
            self.kind = kind
            self.rule = rule
            self.utf8Range = utf8Range
            self.weight = weight
            self.evidence = evidence
            self.value = value
            self.stands = stands
            self.lostAgainst = lostAgainst
        }
    }

    /// The words of the text.
    public var words: [Word]
    /// The proposals by their start.
    public var proposals: [Proposal]
    /// What was found at last.
    public var extraction: Extraction

    /// An explanation of one's own making.
    public init(words: [Word] = [], proposals: [Proposal] = [], extraction: Extraction = Extraction()) {
        self.words = words
        self.proposals = proposals
        self.extraction = extraction
    }
}

extension Extractor {
    /// Extracts from a text and says why.
    ///
    /// - Complexity: O(*n*²), *n* the number of bytes: each proposal is compared with all. It is meant for single sentences.
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
            return Explanation.Proposal(
                kind: mentionKind(candidate.kind), rule: name(of: candidate.rule),
                utf8Range: utf8Range(of: candidate.tokens),
                weight: candidate.weight, evidence: candidate.evidence, value: candidate.value,
                stands: stands[index], lostAgainst: stands[index] ? nil : winner)
        }
    }

    private func mentionKind(_ kind: CandidateKind) -> MentionKind? {
        switch kind {
        case .mention(let kind): MentionKind(kind)
        case .custom(let index): customProposals[Int(index)].kind
        case .other: nil
        }
    }
}
