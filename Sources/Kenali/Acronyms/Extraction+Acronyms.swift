extension Extraction {
    /// Gives an acronym that is an entity at the same place, or whose expansion names one, to that entity.
    mutating func linkAcronyms(_ memory: inout LinkMemory) {
        // By the number of the name, one more than the entity; 0 where there is none.
        var entityOf = [Int32](repeating: 0, count: memory.names.count)
        for index in entities.indices {
            let name = Int(memory.entityNames[index])
            if entityOf[name] == 0 { entityOf[name] = Int32(index + 1) }
        }
        for index in mentions.indices {
            guard case .acronym(let acronym) = mentions[index].detail else { continue }
            var entity: Int?
            if index > 0, mentions[index - 1].utf8Range == mentions[index].utf8Range {
                entity = mentions[index - 1].entity
            } else if let expansion = acronym.expansion {
                if let name = memory.names.find(lowercased: expansion.utf8Span.span), entityOf[Int(name)] > 0 {
                    entity = Int(entityOf[Int(name)]) - 1
                }
            }
            guard let entity else { continue }
            mentions[index].entity = entity
            entities[entity].mentions.append(index)
        }
        for index in entities.indices where entities[index].mentions.count > 1 { entities[index].mentions.sort() }
    }
}
