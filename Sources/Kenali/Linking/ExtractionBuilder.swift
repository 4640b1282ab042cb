extension Document {
    /// The mentions of what stands, what they speak of, and the glossary. Afterwards the document has no matches any more.
    mutating func extraction(
        of settlement: inout Settlement, _ kinds: WantedKinds, _ ruleNames: inout RuleNames
    ) -> Extraction {
        var extraction = Extraction()
        extraction.referenceDate = referenceDate
        extraction.referenceDateSource = referenceDateSource
        var temporal = TemporalResolver(settlement, self, reference: referenceDate)
        settlement.readings = []
        let aliases = aliasMarkers()
        if isLarge { reduceMatches(for: &settlement.entities) }
        var built = MentionBuilder(settlement, self, temporal, kinds, &ruleNames)
        removeMatches()
        temporal.removeValues()
        // Moved: of a large text there is not room for two.
        extraction.mentions = built.takeMentions()
        temporal.link(&extraction, built, settlement)
        var names = NameTable()
        let roles = Linker.link(&extraction, linkItems(extraction.mentions, built, settlement, aliases, &names))
        extraction.linkOffices(roles, self, &names)
        extraction.linkAcronyms(&names)
        extraction.glossary = glossary(extraction.mentions, built, settlement)
        return extraction
    }
}
