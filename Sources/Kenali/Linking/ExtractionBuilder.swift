extension Document {
    /// The mentions of what stands, what they speak of, and the glossary.
    func extraction(of settlement: inout Settlement, _ kinds: WantedKinds) -> Extraction {
        var extraction = Extraction()
        extraction.referenceDate = referenceDate
        extraction.referenceDateSource = referenceDateSource
        var temporal = TemporalResolver(settlement, self, reference: referenceDate)
        settlement.readings = []
        var built = MentionBuilder(settlement, self, temporal, kinds)
        temporal.removeValues()
        // Moved: of a large text there is not room for two.
        extraction.mentions = built.takeMentions()
        temporal.link(&extraction, built, settlement)
        var names = NameTable()
        let roles = Linker.link(&extraction, linkItems(extraction.mentions, built, settlement, &names))
        extraction.linkOffices(roles, self, &names)
        extraction.linkAcronyms(&names)
        extraction.glossary = glossary(extraction.mentions, built, settlement)
        return extraction
    }
}
