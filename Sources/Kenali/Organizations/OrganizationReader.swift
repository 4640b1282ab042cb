import KenaliLexicon
import KenaliRules
import KenaliText

extension Document {
    /// The body that a mention names: by what the text says of a short form, else by the lists.
    func organization(_ tokens: Range<Int>, _ memory: DocumentMemory) -> Organization {
        let name =
            memory.expansion(tokens, self) ?? value(tokens, in: classes.organization) ?? expansion(tokens)
            ?? string(tokens)
        return Organization(canonicalName: name)
    }

    /// Whether a definition gives a form that the lists have as a body another sense: "senyawa organik volatil (VOC)".
    func isNoBody(_ definition: Definition) -> Bool {
        let first = definition.short.lowerBound
        guard definition.short.count == 1, has(first, classes.organization),
            !definition.long.contains(where: { starts($0, classes.body) })
        else { return false }
        // Bodies whose names have no word for it: "Wahana Lingkungan Hidup Indonesia (Walhi)".
        let usual = readings(of: definition.short).first?.value.lowercased()
        return usual != definition.expansion.lowercased() || has(first, classes.ambiguous)
    }
}
