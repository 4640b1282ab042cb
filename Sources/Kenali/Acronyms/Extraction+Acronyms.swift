extension Extraction {
    /// Gives an acronym that is an entity at the same place, or whose expansion names one, to that entity.
    mutating func linkAcronyms(_ names: EntityNames) {
        var linked: [Int] = []
        for index in mentions.indices {
            guard case .acronym(let acronym) = mentions[index].detail else { continue }
            var entity: Int?
            if index > 0, mentions[index - 1].utf8Range == mentions[index].utf8Range {
                entity = mentions[index - 1].entity
            } else if let expansion = acronym.expansion {
                entity = names.entity(named: expansion.utf8Span.span, in: entities)
            }
            guard let entity else { continue }
            mentions[index].entity = entity
            // Nearly always they stay in order.
            if let last = entities[entity].mentions.last, last > index { linked.append(entity) }
            entities[entity].mentions.append(index)
        }
        for entity in linked { entities[entity].mentions.sort() }
    }
}
