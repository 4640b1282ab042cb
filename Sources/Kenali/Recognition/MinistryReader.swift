import KenaliLexicon
import KenaliRules

/// Reads a ministry from what a rule has bound: `ministry` (a form of the registry), `known` (what stands behind
/// "Kementerian" in one) or `field` (well formed, but unknown), and `country` for those of other states.
extension Document {
    func ministry(_ match: RuleMatch) -> MinistryMention? {
        // A part of "Kementerian Dalam Negeri, Keuangan, serta PANRB", or a name with its first word misspelt.
        let fields = text.values(
            of: capture("known", of: match) ?? match.tokens, in: classes.ministryField, grammar.lexicon)
        if let id = id(among: fields), let ministry = MinistryRegistry.builtIn[id] {
            return MinistryMention(canonicalName: ministry.name, id: id, country: nil)
        }
        let country = capture("country", of: match).map { countryName($0) ?? string($0) }
        if let form = capture("ministry", of: match) {
            let ids = text.values(of: form, in: classes.ministry, grammar.lexicon)
            guard let id = id(among: ids), let ministry = MinistryRegistry.builtIn[id] else { return nil }
            return MinistryMention(canonicalName: ministry.name, id: country == nil ? id : nil, country: country)
        }
        guard let field = capture("field", of: match) else { return nil }
        return ministry(field, country)
    }

    /// The ministry of a field: "Agama" of "Kementerian Kesehatan dan Agama".
    private func ministry(_ field: Range<Int>, _ country: String? = nil) -> MinistryMention {
        let name = "Kementerian \(string(field))"
        let known = MinistryRegistry.builtIn.ministries.filter { $0.name == name || $0.forms.contains(name) }
        let id = country == nil ? self.id(among: known.map(\.id)) : nil
        return MinistryMention(
            canonicalName: id.flatMap { MinistryRegistry.builtIn[$0]?.name } ?? name, id: id, country: country)
    }

    /// The ministry that bore the form when the document was written; without a date, the one that still does.
    private func id(among ids: [String]) -> String? {
        let ministries = ids.compactMap { MinistryRegistry.builtIn[$0] }
        if let day = referenceDate?.description, let inForce = ministries.first(where: { $0.isInForce(on: day) }) {
            return inForce.id
        }
        return (ministries.first { $0.until == nil } ?? ministries.first)?.id
    }
}
