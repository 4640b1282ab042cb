/// What stands after both competitions, with what was read of it, and what the document defines.
struct Settlement {
    /// The mentions of the entity layer, in order.
    var entities: [Candidate]
    /// The mentions of the acronym layer, in order.
    var acronyms: [Candidate]
    var memory: DocumentMemory
    /// What was read of candidates, by the indices in their details.
    var ministries: [MinistryMention]
    var readings: [TemporalReading]

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
        for rest in next..<acronyms.count { order.append(Int32(rest)) }
        return order
    }

    subscript(place: Int32) -> Candidate { place < 0 ? entities[Int(~place)] : acronyms[Int(place)] }

    private static func precedes(_ acronym: Range<Int>, _ entity: Range<Int>) -> Bool {
        (acronym.lowerBound, -acronym.count) < (entity.lowerBound, -entity.count)
    }
}

extension Settlement {
    /// Lets the proposals of both layers compete: entities, then the short forms that they leave room for.
    init(
        _ proposals: Proposals, _ memory: DocumentMemory, _ document: borrowing Document, _ resolver: inout Resolver
    ) {
        var entities = resolver.entities(proposals, document)
        MinistryRecognizer.nameDefined(&entities)
        let layer = EntityLayer(entities, tokenCount: document.tokenCount)
        let initials = memory.initials
        let acronyms = resolver.standing(of: proposals.candidates, tokenCount: document.tokenCount) { candidate in
            candidate.isMention(.acronym) && layer.admits(candidate.tokens)
                && (initials.isEmpty || !initials.contains(document.key(candidate.tokens)))
        }
        self.init(
            entities: entities, acronyms: acronyms, memory: memory, ministries: proposals.ministries,
            readings: proposals.readings)
    }
}

extension Resolver {
    /// Those of the proposals for entities that stand.
    mutating func entities(_ proposals: Proposals, _ document: borrowing Document) -> [Candidate] {
        standing(of: proposals.candidates, tokenCount: document.tokenCount) { !$0.isMention(.acronym) }
    }
}
