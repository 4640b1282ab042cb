extension Document {
    /// The mentions of what stands, what they speak of, and the glossary.
    func extraction(of settlement: Settlement, _ kinds: WantedKinds) -> Extraction {
        var extraction = Extraction()
        extraction.referenceDate = referenceDate
        extraction.referenceDateSource = referenceDateSource
        let temporal = TemporalResolver(settlement, self, reference: referenceDate)
        let built = MentionBuilder(settlement, self, temporal, kinds)
        extraction.mentions = built.mentions
        temporal.link(&extraction, built, settlement)
        var names = NameTable()
        let roles = Linker.link(&extraction, linkItems(built, settlement, &names))
        extraction.linkOffices(roles, self, &names)
        extraction.linkAcronyms(&names)
        extraction.glossary = glossary(built, settlement)
        return extraction
    }
}
