import KenaliRules

/// Candidates in the order in which they are proposed, with what was read of them.
///
/// Many rules find the same name. Of candidates of one kind over the same tokens only the strongest can ever stand, the
/// first of equals; the others are left out when they come close by, which keeps the proposals for a list of names few.
/// The memory is kept from document to document.
struct Proposals {
    private(set) var candidates: [Candidate] = []
    /// What was read of candidates whose detail is an index.
    private(set) var ministries: [MinistryMention] = []
    private(set) var readings: [TemporalReading] = []

    /// How many candidates back a rival is looked for: the rules that start at a token propose one after the other.
    private static let reach = 24

    /// Empties the list, and makes room for what so many matches propose.
    mutating func removeAll(reserving count: Int) {
        candidates.removeAll(keepingCapacity: true)
        candidates.reserveCapacity(count)
        ministries.removeAll(keepingCapacity: true)
        readings.removeAll(keepingCapacity: true)
    }

    /// Appends a candidate unless a rival is as strong, or a look at the text tells that it is none, which is asked last.
    @inline(__always)
    mutating func append(_ candidate: Candidate, unless isFalse: () -> Bool) {
        let rival = candidate.isDecidedByWeight ? rival(of: candidate) : nil
        if let rival, candidates[rival].value >= candidate.value { return }
        guard !isFalse() else { return }
        if let rival {
            // Its place is its own: of equals of other kinds the first stands.
            candidates.remove(at: rival)
            chain(from: rival)
        }
        add(candidate)
    }

    mutating func append(_ candidate: Candidate) { append(candidate) { false } }

    /// Appends what the document has taught, whose rivals stand far back if there are any.
    mutating func add(_ candidate: Candidate) {
        var candidate = candidate
        candidate.follow(latestStart: candidates.isEmpty ? 0 : candidates[candidates.count - 1].latestStart)
        candidates.append(candidate)
    }

    /// Makes right again what candidates from one on know of those before them.
    private mutating func chain(from first: Int) {
        var latest = first > 0 ? candidates[first - 1].latestStart : 0
        for index in first..<candidates.count {
            candidates[index].follow(latestStart: latest)
            latest = candidates[index].latestStart
        }
    }

    /// Proposes what a rule has matched.
    mutating func append(
        _ kind: CandidateKind, _ match: RuleMatch, _ detail: CandidateDetail, in document: borrowing Document
    ) {
        append(Candidate(kind, match, detail, in: document))
    }

    mutating func append(_ ministry: MinistryMention, _ match: RuleMatch, in document: borrowing Document) {
        append(.mention(.ministry), match, .ministry(Int32(ministries.count)), in: document)
        ministries.append(ministry)
    }

    mutating func append(
        _ kind: BuiltInKind, _ reading: consuming TemporalReading, _ match: RuleMatch, in document: borrowing Document
    ) {
        append(.mention(kind), match, .temporal(Int32(readings.count)), in: document)
        readings.append(reading)
    }

    /// Takes proposals back.
    mutating func removeAll(where isFalse: (Candidate) -> Bool) {
        let count = candidates.count
        candidates.removeAll(where: isFalse)
        guard candidates.count < count else { return }
        chain(from: 0)
    }

    @inline(__always)
    private func rival(of candidate: Candidate) -> Int? {
        let candidates = candidates.span
        var index = candidates.count
        let last = max(0, index - Self.reach)
        while index > last {
            index -= 1
            if candidates[index].rivals(candidate) { return index }
            if candidates[index].allStartBefore(candidate) { return nil }
        }
        return nil
    }
}

extension Candidate {
    /// What a rule has matched.
    init(_ kind: CandidateKind, _ match: RuleMatch, _ detail: CandidateDetail, in document: borrowing Document) {
        self.init(
            kind: kind, tokens: match.tokens, weight: document.weight(of: match), rule: .rule(match.rule),
            detail: detail, evidence: document.capture(.role, of: match) == nil ? 0 : 1)
    }
}
