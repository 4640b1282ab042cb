import Kenali

/// What the formats say of a mention, whatever its kind.
extension Mention {
    /// The layer it belongs to.
    var layer: FormatOptions.Layer { kind == .acronym ? .acronym : .entity }

    /// The kind as corpora write labels: `PERSON`.
    var label: String {
        if case .custom(let label) = kind { return label }
        return kind.rawValue.uppercased()
    }

    /// The bare, official or full name; nil for dates, times, durations and unknown short forms.
    var normalizedName: String? {
        switch detail {
        case .person(let person): person.name
        case .ministry(let ministry): ministry.canonicalName
        case .organization(let organization): organization.canonicalName
        case .location(let place): place.canonicalName
        case .acronym(let acronym): acronym.expansion
        case .date, .time, .duration, .custom: nil
        }
    }

    /// The code or id in a registry, with the registry's name.
    var code: (registry: String, id: String)? {
        switch detail {
        case .ministry(let ministry): ministry.id.map { ("kenali", $0) }
        case .location(let place): place.code.map { ($0.utf8.first ?? 0x30 < 0x40 ? "kemendagri" : "iso3166", $0) }
        case .custom(let mention): mention.id.map { ("own", $0) }
        default: nil
        }
    }

    /// The value of a date, a time or a duration, else the name: what a mention means in one string.
    var meaning: String? { temporalValue?.value ?? normalizedName }
}

extension ExtractedDocument {
    /// The mentions of a layer, in the order of the text; none overlaps the one before.
    func mentions(in layer: FormatOptions.Layer) -> [Mention] {
        mentionIndices(in: layer).map { extraction.mentions[$0] }
    }

    /// Their places among all mentions.
    func mentionIndices(in layer: FormatOptions.Layer) -> [Int] {
        var end = 0
        return extraction.mentions.indices.filter { index in
            let mention = extraction.mentions[index]
            guard mention.layer == layer, mention.utf8Range.lowerBound >= end, !mention.utf8Range.isEmpty else {
                return false
            }
            end = mention.utf8Range.upperBound
            return true
        }
    }

    /// The date of the document.
    var date: String? { extraction.referenceDate?.description }
}
