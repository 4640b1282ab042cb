import KenaliRules
import KenaliText

/// What stands after both passes, and what the document defines.
struct Settlement {
    /// The mentions of the entity layer, in order.
    var entities: [Candidate]
    /// The mentions of the acronym layer, in order.
    var acronyms: [Candidate]
    var memory: DocumentMemory
}

extension Document {
    /// Lets the candidates compete, learns what the document establishes, and lets all compete again.
    func settle() -> Settlement {
        let things = namesOfThings()
        let candidates = candidates(without: things)
        let isAcronym = CandidateKind.mention(.acronym)
        let first = standing(candidates.filter { $0.kind != isAcronym })
        let memory = DocumentMemory(self, standing: first, definitions: definitions())
        var all = withoutFalseMinistries(candidates + memory.candidates(self, without: things), memory) + blends()
        if !memory.initials.isEmpty {
            var kept: [Candidate] = []
            for candidate in all where candidate.kind != isAcronym || !memory.initials.contains(key(candidate.tokens)) {
                kept.append(candidate)
            }
            all = kept
        }
        let entities = standing(all.filter { $0.kind != isAcronym })
        let layer = EntityLayer(entities)
        return Settlement(
            entities: entities,
            acronyms: standing(all.filter { $0.kind == isAcronym && layer.admits($0.tokens) }),
            memory: memory)
    }

    private func standing(_ candidates: [Candidate]) -> [Candidate] {
        Resolver.resolve(candidates.map(\.contender), tokenCount: tokenCount).map { candidates[$0] }
    }
}
