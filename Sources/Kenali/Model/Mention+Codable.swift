/// A mention is stored with the keys of the JSON contract; its positions count UTF-8 bytes, since it does not hold the text.
extension Mention: Codable {
    private enum CodingKeys: String, CodingKey {
        case kind, start, end, rule, entity
        case name, honorifics, role
        case nameStart = "name_start"
        case nameEnd = "name_end"
        case canonical, country, code
        case ministryID = "ministry_id"
        case isInForce = "in_force"
        case value
        case expansion, source, ambiguous, alternatives
    }

    private typealias Container = KeyedDecodingContainer<CodingKeys>

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kind, forKey: .kind)
        try container.encode(utf8Range.lowerBound, forKey: .start)
        try container.encode(utf8Range.upperBound, forKey: .end)
        try container.encode(rule, forKey: .rule)
        try container.encodeIfPresent(entity, forKey: .entity)
        switch detail {
        case .person(let person):
            try container.encode(person.name, forKey: .name)
            try container.encode(person.nameUTF8Range.lowerBound, forKey: .nameStart)
            try container.encode(person.nameUTF8Range.upperBound, forKey: .nameEnd)
            try container.encode(person.honorifics, forKey: .honorifics)
            try container.encodeIfPresent(person.role, forKey: .role)
        case .ministry(let ministry):
            try container.encode(ministry.canonicalName, forKey: .canonical)
            try container.encodeIfPresent(ministry.id, forKey: .ministryID)
            try container.encodeIfPresent(ministry.country, forKey: .country)
            try container.encodeIfPresent(ministry.isInForce, forKey: .isInForce)
        case .organization(let organization):
            try container.encode(organization.canonicalName, forKey: .canonical)
        case .location(let place):
            try container.encode(place.canonicalName, forKey: .canonical)
            try container.encodeIfPresent(place.code, forKey: .code)
        case .acronym(let acronym):
            try container.encodeIfPresent(acronym.expansion, forKey: .expansion)
            try container.encodeIfPresent(acronym.source, forKey: .source)
            if acronym.isAmbiguous { try container.encode(true, forKey: .ambiguous) }
            if !acronym.alternatives.isEmpty { try container.encode(acronym.alternatives, forKey: .alternatives) }
        case .date(let value), .time(let value), .duration(let value):
            try value.encode(to: encoder)
        case .custom(let mention):
            try container.encodeIfPresent(mention.id, forKey: .code)
        }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let kind = try container.decode(MentionKind.self, forKey: .kind)
        self.init(
            utf8Range: try Self.range(container, .start, .end),
            detail: try Self.detail(kind, container, decoder),
            rule: try container.decode(String.self, forKey: .rule),
            entity: try container.decodeIfPresent(Int.self, forKey: .entity))
    }

    private static func range(_ container: Container, _ first: CodingKeys, _ last: CodingKeys) throws -> Range<Int> {
        let start = try container.decode(Int.self, forKey: first)
        let end = try container.decode(Int.self, forKey: last)
        guard 0...end ~= start else {
            throw DecodingError.dataCorruptedError(
                forKey: last, in: container, debugDescription: "ends before its start")
        }
        return start..<end
    }

    private static func detail(_ kind: MentionKind, _ container: Container, _ decoder: any Decoder) throws -> Detail {
        switch kind {
        case .person:
            .person(
                Person(
                    name: try container.decode(String.self, forKey: .name),
                    nameUTF8Range: try range(container, .nameStart, .nameEnd),
                    honorifics: try container.decode([String].self, forKey: .honorifics),
                    role: try container.decodeIfPresent(String.self, forKey: .role)))
        case .ministry:
            .ministry(
                MinistryMention(
                    canonicalName: try container.decode(String.self, forKey: .canonical),
                    id: try container.decodeIfPresent(String.self, forKey: .ministryID),
                    country: try container.decodeIfPresent(String.self, forKey: .country),
                    isInForce: try container.decodeIfPresent(Bool.self, forKey: .isInForce)))
        case .organization:
            .organization(Organization(canonicalName: try container.decode(String.self, forKey: .canonical)))
        case .location:
            .location(
                Place(
                    canonicalName: try container.decode(String.self, forKey: .canonical),
                    code: try container.decodeIfPresent(String.self, forKey: .code)))
        case .acronym:
            .acronym(
                Acronym(
                    expansion: try container.decodeIfPresent(String.self, forKey: .expansion),
                    source: try container.decodeIfPresent(Acronym.Source.self, forKey: .source),
                    alternatives: try container.decodeIfPresent([String].self, forKey: .alternatives) ?? [],
                    isAmbiguous: try container.decodeIfPresent(Bool.self, forKey: .ambiguous) ?? false))
        case .date: .date(try TemporalValue(from: decoder))
        case .time: .time(try TemporalValue(from: decoder))
        case .duration: .duration(try TemporalValue(from: decoder))
        case .custom(let label):
            .custom(CustomMention(label: label, id: try container.decodeIfPresent(String.self, forKey: .code)))
        }
    }
}
