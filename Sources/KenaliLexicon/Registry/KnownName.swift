import KenaliText

/// What the word lists know under a name, other than ministries and persons.
public struct KnownName: Sendable, Hashable {
    /// What it names.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A province of Indonesia.
        case province
        /// A regency of Indonesia.
        case regency
        /// A city of Indonesia.
        case city
        /// A country.
        case country
        /// A body.
        case organization
        /// An abbreviation.
        case abbreviation
    }

    /// What kind of thing it is.
    public var kind: Kind
    /// The official name of a region, the usual one of a country, the full name of a body, what an abbreviation stands for.
    public var name: String
    /// The code of a region or a country: `32.73`, `JP`.
    public var code: String?
}

extension Lexicon {
    /// The regions, countries, bodies and abbreviations of a name, as the lists have it; if they have none in these
    /// capitals, in capitals throughout or at the start of words.
    public func entries(named name: String) -> [KnownName] {
        let titled = name.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(
            separator: " ")
        for spelling in [name, name.uppercased(), titled] {
            let found = entries(writtenAs: spelling)
            if !found.isEmpty { return found }
        }
        return []
    }

    private func entries(writtenAs name: String) -> [KnownName] {
        var tokenizer = Tokenizer()
        var text = AnnotatedTokens()
        _ = text.read(name.utf8Span.span, &tokenizer, SentenceSplitter(), self)
        let whole = 0..<text.tokens.count
        guard !whole.isEmpty else { return [] }
        var found: [KnownName] = []
        for (kind, className) in Self.classes {
            guard let `class` = classes(named: className), text.isEntry(whole, in: `class`) else { continue }
            let values = text.values(of: whole, in: `class`, self)
            // A body whose name is a full one has no value; so has a capital, which is no region.
            if values.isEmpty, kind == .organization { found.append(KnownName(kind: kind, name: name)) }
            for value in values {
                let fields = value.split(separator: "\t", omittingEmptySubsequences: false)
                let code = fields.count == 2 && !fields[0].isEmpty ? String(fields[0]) : nil
                guard code != nil || kind == .organization || kind == .abbreviation else { continue }
                let entry = KnownName(kind: kind, name: fields.last.map(String.init) ?? value, code: code)
                // "KPK" is an abbreviation of the body that it names.
                if !found.contains(where: { $0.name.lowercased() == entry.name.lowercased() }) { found.append(entry) }
            }
        }
        return found
    }

    /// What a short form, written in its capitals, stands for, the most usual first: "Pemprov"; nothing for other words.
    package func expansions(ofShortForm name: String) -> [String] {
        guard let acronym = classes(named: "acronym") else { return [] }
        var tokenizer = Tokenizer()
        var text = AnnotatedTokens()
        _ = text.read(name.utf8Span.span, &tokenizer, SentenceSplitter(), self)
        return text.tokens.isEmpty ? [] : text.values(of: 0..<text.tokens.count, in: acronym, self)
    }

    private static let classes: [(KnownName.Kind, String)] = [
        (.province, "province"), (.regency, "regency"), (.city, "city"), (.country, "country"),
        (.organization, "organization"), (.abbreviation, "acronym"),
    ]
}
