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
        var candidates = candidates(without: things)
        let isAcronym = CandidateKind.mention(.acronym)
        let first = standing(candidates) { $0.kind != isAcronym }
        let memory = DocumentMemory(self, standing: first, definitions: definitions())
        candidates += memory.candidates(self, without: things)
        candidates.removeAll { isFalseMinistry($0, memory) }
        candidates += blends()
        let initials = memory.initials
        let entities = standing(candidates) { $0.kind != isAcronym }
        let layer = EntityLayer(entities)
        let acronyms = standing(candidates) { candidate in
            candidate.kind == isAcronym && layer.admits(candidate.tokens)
                && (initials.isEmpty || !initials.contains(key(candidate.tokens)))
        }
        return Settlement(entities: entities, acronyms: acronyms, memory: memory)
    }

    /// Those of the candidates that stand when some of them compete.
    private func standing(_ candidates: [Candidate], where competes: (Candidate) -> Bool) -> [Candidate] {
        let competing = candidates.indices.filter { competes(candidates[$0]) }
        return Resolver.resolve(competing.map { candidates[$0].contender }, tokenCount: tokenCount).map {
            candidates[competing[$0]]
        }
    }
}
