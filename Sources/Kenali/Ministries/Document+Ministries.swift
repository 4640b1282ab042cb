import KenaliLexicon
import KenaliRules
import KenaliText

/// Reads a ministry from what a rule has bound: `ministry` (a form of the registry), `known` (what stands behind
/// "Kementerian" in one) or `name` (well formed, but unknown), and `country` for those of other states.
extension Document {
    func ministry(_ match: RuleMatch) -> MinistryMention? {
        let country = capture(.country, of: match).map { PlaceReader.countryName($0, self) ?? string($0) }
        if let form = capture(.ministry, of: match), form.lowerBound >= match.tokens.lowerBound,
            form.upperBound <= match.tokens.upperBound
        {
            return known(text.values(of: form, in: classes.ministry, grammar.lexicon), form, country)
        }
        if let name = capture(.name, of: match) {
            return MinistryMention(canonicalName: titled(name), id: nil, country: country, isInForce: nil)
        }
        // A part of "Kementerian Dalam Negeri, Keuangan, serta PANRB", or a name with its first word misspelt.
        let field = capture(.known, of: match) ?? match.tokens
        return known(text.values(of: field, in: classes.ministryField, grammar.lexicon), field, country)
    }

    /// The ministry that bore a form when the document was written. Abroad only its name is known.
    private func known(_ ids: [String], _ form: Range<Int>, _ country: String?) -> MinistryMention? {
        guard let ministry = MinistryRegistry.builtIn.entry(meantAmong: ids, on: day) else { return nil }
        if let country {
            // A name that is spelled out is theirs, a short form is ours.
            let isShort = form.count == 1 || form.dropFirst().contains { isAcronym($0) }
            let name = string(form).lowercased()
            let spelled = isShort ? ministry.name : ministry.forms.first { $0.lowercased() == name } ?? ministry.name
            return MinistryMention(canonicalName: spelled, id: nil, country: country, isInForce: nil)
        }
        var name = ministry.name
        if let body = ministry.attachedBody, form.contains(where: { isMark($0, "/") || isMark($0, "-") }) {
            name += "/\(body)"
        }
        return MinistryMention(
            canonicalName: name, id: ministry.id, country: nil, isInForce: day.map(ministry.isInForce))
    }

    private func isAcronym(_ token: Int) -> Bool {
        shape(token).contains(.allUpper) && has(token, classes.acronym) && !isShouted(token)
    }

    /// A name in the letters of names: that of a headline in capitals has one at the start of each word.
    private func titled(_ tokens: Range<Int>) -> String {
        guard tokens.allSatisfy({ !shape($0).contains(.word) || shape($0).contains(.allUpper) }) else {
            return string(tokens)
        }
        return string(tokens).split(separator: " ").map { word in
            word == "DAN" ? "dan" : word.prefix(1) + word.dropFirst().lowercased()
        }.joined(separator: " ")
    }

    /// The bytes of a ministry's name: without the clitic of "Kementerian Sosialnya", which is in the last token. "Kenya" has
    /// none.
    func nameRange(of tokens: Range<Int>) -> Range<Int> {
        let range = utf8Range(of: tokens)
        let last = tokens.upperBound - 1
        guard range.count > 3, has(last, classes.ministry) || tokens.count > 1, !has(last, classes.country),
            bytes.extracting(range).ends(withLowercased: "nya")
        else { return range }
        return range.lowerBound..<range.upperBound - 3
    }
}
