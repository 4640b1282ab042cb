/// Candidates in the order in which they are proposed, without those that can't stand.
///
/// Many rules find the same name. Of candidates of one kind over the same tokens only the strongest can ever stand, the
/// first of equals; the others are left out when they come close by, which keeps a list of names small.
struct CandidateList {
    private(set) var all: [Candidate] = []

    /// How many candidates back a rival is looked for: the rules that start at a token propose one after the other.
    private static let reach = 24

    mutating func append(_ candidate: Candidate) {
        if candidate.kind.isDecidedByWeight, let rival = rival(of: candidate) {
            guard all[rival].contender.value < candidate.contender.value else { return }
            // Its place is its own: of equals of other kinds the first stands.
            all.remove(at: rival)
        }
        all.append(candidate)
    }

    private func rival(of candidate: Candidate) -> Int? {
        all.indices.suffix(Self.reach).last { all[$0].kind == candidate.kind && all[$0].tokens == candidate.tokens }
    }
}

extension CandidateKind {
    /// Whether candidates of this kind for the same tokens differ by nothing that is asked before they compete.
    fileprivate var isDecidedByWeight: Bool {
        switch self {
        case .mention(.person), .mention(.organization), .mention(.location), .mention(.acronym), .other: true
        case .mention(.ministry), .mention(.date), .mention(.time), .mention(.duration), .custom: false
        }
    }
}
