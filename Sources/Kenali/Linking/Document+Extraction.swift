extension Document {
    /// The mentions of what stands, what they speak of, and the glossary if it is wanted. Afterwards the document has no
    /// matches any more, and the settlement nothing that stands.
    // Inlined, it would copy the document.
    @inline(never)
    mutating func extraction(
        of settlement: inout Settlement, _ kinds: WantedKinds, _ ruleNames: inout RuleNames,
        _ memory: inout LinkMemory, makesGlossary: Bool
    ) -> Extraction {
        let aliases = aliasMarkers()
        if isLarge { keepCaptures(of: &settlement.entities) }
        memory.removeAll()
        var temporal = TemporalResolver()
        var built = mentions(of: &settlement, kinds, &temporal, &ruleNames, &memory)
        removeMatches()
        return linked(&built, temporal, aliases, &memory, makesGlossary: makesGlossary)
    }

    // Apart from what changes the document, which would be copied for each call.

    /// The mentions of what stands.
    private func mentions(
        of settlement: inout Settlement, _ kinds: WantedKinds, _ temporal: inout TemporalResolver,
        _ ruleNames: inout RuleNames, _ memory: inout LinkMemory
    ) -> BuiltMentions {
        temporal.read(settlement, self)
        settlement.readings = []
        let built = MentionBuilder.mentions(of: settlement, self, temporal, kinds, &ruleNames, &memory)
        (settlement.entities, settlement.acronyms, settlement.ministries) = ([], [], [])
        temporal.removeValues()
        return built
    }

    /// An extraction of mentions, with what they speak of.
    private func linked(
        _ built: inout BuiltMentions, _ temporal: TemporalResolver, _ aliases: Set<Range<Int>>,
        _ memory: inout LinkMemory, makesGlossary: Bool
    ) -> Extraction {
        var extraction = Extraction()
        extraction.referenceDate = referenceDate
        extraction.referenceDateSource = referenceDateSource
        // Moved: of a large text there is not room for two.
        swap(&extraction.mentions, &built.mentions)
        temporal.link(&extraction, built)
        let items = linkItems(extraction.mentions, built, aliases, &memory)
        memory.releaseNames(of: items.count)
        let roles = Linker.link(&extraction, items, on: day, &memory)
        memory.entities.read(extraction.entities, withThings: !roles.isEmpty)
        extraction.linkOffices(roles, self, memory.entities)
        extraction.linkAcronyms(memory.entities)
        if makesGlossary { extraction.glossary = glossary(extraction.mentions, built, &memory.glossary) }
        return extraction
    }
}
