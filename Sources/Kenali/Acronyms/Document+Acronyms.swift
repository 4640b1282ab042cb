import KenaliLexicon
import KenaliRules
import KenaliText

extension Document {
    /// What a short form stands for: what the text says, else what the senses of the document's forms say.
    ///
    /// Inside a ministry's name ("Kemenko PMK") the reading is the one that its full name holds.
    func acronym(
        _ tokens: Range<Int>, _ memory: DocumentMemory, _ senses: AcronymSenses,
        inside ministry: (tokens: Range<Int>, name: String)?
    ) -> Acronym {
        if let expansion = memory.expansion(tokens, self) { return Acronym(expansion: expansion, source: .text) }
        if let ministry, ministry.tokens.contains(tokens.lowerBound), ministry.tokens != tokens,
            let reading = readings(of: tokens).first(where: { ministry.name.holds($0.value) })
        {
            return Acronym(expansion: reading.value, source: .lexicon)
        }
        if let sense = senses.acronym(key(tokens)) { return sense }
        let expansion = value(tokens, in: classes.acronym)
        return Acronym(expansion: expansion, source: expansion == nil ? nil : .lexicon)
    }

    /// What the lists say that a short form of a body or place stands for.
    func expansion(_ tokens: Range<Int>) -> String? {
        text.isEntry(tokens, in: classes.acronym) ? value(tokens, in: classes.acronym) : nil
    }

    /// Whether a short form is a few capitals: SBY.
    func isInitialism(_ tokens: Range<Int>) -> Bool {
        tokens.count == 1 && shape(tokens.lowerBound).contains(.allUpper)
            && 2...4 ~= text.tokens[tokens.lowerBound].utf8Range.count
    }
}
