import KenaliRules
import KenaliText

/// What stands after both passes, and what the document defines.
struct Settlement {
    /// The mentions of the entity layer, in order.
    var entities: [Candidate]
    /// The mentions of the acronym layer, in order.
    var acronyms: [Candidate]
    var memory: DocumentMemory

    /// The candidates of both layers by start, at the same start the longer one first, entities before acronyms: those
    /// of the acronym layer by their index, those of the entity layer by its complement.
    var order: [Int32] {
        var order: [Int32] = []
        order.reserveCapacity(entities.count + acronyms.count)
        var next = 0
        for (index, entity) in entities.enumerated() {
            while next < acronyms.count, Self.precedes(acronyms[next].tokens, entity.tokens) {
                order.append(Int32(next))
                next += 1
            }
            order.append(~Int32(index))
        }
        return order + (next..<acronyms.count).map { Int32($0) }
    }

    subscript(place: Int32) -> Candidate { place < 0 ? entities[Int(~place)] : acronyms[Int(place)] }

    private static func precedes(_ acronym: Range<Int>, _ entity: Range<Int>) -> Bool {
        (acronym.lowerBound, -acronym.count) < (entity.lowerBound, -entity.count)
    }
}

extension Document {
    /// Lets the candidates compete, learns what the document establishes, and lets all compete again.
    func settle() -> Settlement {
        let things = namesOfThings()
        var candidates = candidates(without: things).all
        let isAcronym = CandidateKind.mention(.acronym)
        let first = standing(candidates) { $0.kind != isAcronym }
        let memory = DocumentMemory(self, standing: first, definitions: definitions())
        candidates += memory.candidates(self, without: things)
        candidates.removeAll { isFalseMinistry($0, memory) }
        candidates += blends()
        let initials = memory.initials
        var entities = standing(candidates) { $0.kind != isAcronym }
        Self.nameDefinedMinistries(&entities)
        let layer = EntityLayer(entities)
        let acronyms = standing(candidates) { candidate in
            candidate.kind == isAcronym && layer.admits(candidate.tokens)
                && (initials.isEmpty || !initials.contains(key(candidate.tokens)))
        }
        return Settlement(entities: entities, acronyms: acronyms, memory: memory)
    }

    /// Those of the candidates that stand when some of them compete.
    private func standing(_ candidates: [Candidate], where competes: (Candidate) -> Bool) -> [Candidate] {
        let competing = candidates.indices.reduce(into: [Int32]()) { competing, index in
            if competes(candidates[index]) { competing.append(Int32(index)) }
        }
        return Resolver.resolve(competing.count, tokenCount: tokenCount) { candidates[Int(competing[$0])].contender }
            .map { candidates[Int(competing[$0])] }
    }
}
