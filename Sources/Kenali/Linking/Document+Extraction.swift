extension Document {
    /// The mentions of what stands, what they speak of, and the glossary. Afterwards the document has no matches any more, and
    /// the settlement nothing that stands.
    mutating func extraction(
        of settlement: inout Settlement, _ kinds: WantedKinds, _ ruleNames: inout RuleNames,
        _ memory: inout LinkMemory
    ) -> Extraction {
        var extraction = Extraction()
        extraction.referenceDate = referenceDate
        extraction.referenceDateSource = referenceDateSource
        var temporal = TemporalResolver(settlement, self, reference: referenceDate)
        settlement.readings = []
        let aliases = aliasMarkers()
        if isLarge { keepCaptures(of: &settlement.entities) }
        memory.removeAll()
        var built = MentionBuilder.mentions(of: settlement, self, temporal, kinds, &ruleNames, &memory)
        removeMatches()
        (settlement.entities, settlement.acronyms, settlement.ministries) = ([], [], [])
        temporal.removeValues()
        // Moved: of a large text there is not room for two.
        swap(&extraction.mentions, &built.mentions)
        temporal.link(&extraction, built)
        let roles = Linker.link(&extraction, linkItems(extraction.mentions, built, aliases, &memory), &memory)
        extraction.linkOffices(roles, self, &memory.names)
        extraction.linkAcronyms(&memory.names)
        extraction.glossary = glossary(extraction.mentions, built, &memory.glossary)
        return extraction
    }
}
