extension Extraction {
    /// Gives an acronym that is an entity at the same place, or whose expansion names one, to that entity.
    mutating func linkAcronyms(_ names: EntityNames) {
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
            entities[entity].mentions.append(index)
        }
        for index in entities.indices where entities[index].mentions.count > 1 { entities[index].mentions.sort() }
    }
}
