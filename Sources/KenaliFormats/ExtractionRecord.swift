public import Kenali
public import KenaliText

/// An extraction in the form of Kenali's JSON contract, version 1.
///
/// Encode it with any encoder. Positions are counted in the unit given, end exclusive. Keys are `snake_case`; keys may
/// be added within a version, never changed or removed.
public struct ExtractionRecord: Encodable, Sendable {
    public var id: DocumentIdentifier?
    /// The document's date, `YYYY-MM-DD`.
    public var date: String?
    /// Who says the document's date: `given` or `dateline`.
    public var dateSource: String?
    public var mentions: [MentionRecord]
    public var entities: [EntityRecord]

    private enum CodingKeys: String, CodingKey {
        case id, date, mentions, entities
        case dateSource = "date_source"
    }

    /// The record of an extraction from `text`.
    ///
    /// - Complexity: O(*n* + *m*), *n* the number of bytes of the text, *m* of mentions.
    public init(_ extraction: Extraction, of text: String, id: DocumentIdentifier?, unit: OffsetUnit = .codepoint) {
        self.id = id
        date = extraction.referenceDate?.description
        dateSource = extraction.referenceDateSource?.rawValue
        let bytes = text.utf8Span.span
        let offsets = OffsetIndex(bytes, unit: unit)
        mentions = []
        mentions.reserveCapacity(extraction.mentions.count)
        for mention in extraction.mentions {
            mentions.append(
                MentionRecord(mention, text: text.substring(mention.utf8Range)) {
                    offsets.offset(ofUTF8: $0, in: text.utf8Span.span)
                })
        }
        entities = extraction.entities.map(EntityRecord.init)
    }
}

/// A mention in JSON. Which keys it has depends on its kind.
public struct MentionRecord: Encodable, Sendable {
    private let mention: Mention
    private let text: String
    private let start: Int
    private let end: Int
    private let nameStart: Int?
    private let nameEnd: Int?

    init(_ mention: Mention, text: String, _ offset: (Int) -> Int) {
        self.mention = mention
        self.text = text
        start = offset(mention.utf8Range.lowerBound)
        end = offset(mention.utf8Range.upperBound)
        if case .person(let person) = mention.detail {
            nameStart = offset(person.nameUTF8Range.lowerBound)
            nameEnd = offset(person.nameUTF8Range.upperBound)
        } else {
            nameStart = nil
            nameEnd = nil
        }
    }

    private enum CodingKeys: String, CodingKey {
        case kind, start, end, text, entity, rule
        case name, honorifics, role
        case nameStart = "name_start"
        case nameEnd = "name_end"
        case canonical, country, code
        case ministryID = "ministry_id"
        case isInForce = "in_force"
        case value, zone, inconsistent, issues, modifier, hijri, companion, moment
        case expansion, source, ambiguous, alternatives
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(mention.kind.rawValue, forKey: .kind)
        try container.encode(start, forKey: .start)
        try container.encode(end, forKey: .end)
        try container.encode(text, forKey: .text)
        try container.encode(mention.rule, forKey: .rule)
        try container.encodeIfPresent(mention.entity, forKey: .entity)
        switch mention.detail {
        case .person(let person):
            try container.encode(person.name, forKey: .name)
            try container.encode(nameStart, forKey: .nameStart)
            try container.encode(nameEnd, forKey: .nameEnd)
            try container.encode(person.honorifics, forKey: .honorifics)
            try container.encode(person.role, forKey: .role)
        case .ministry(let ministry):
            try container.encode(ministry.canonicalName, forKey: .canonical)
            try container.encodeIfPresent(ministry.id, forKey: .ministryID)
            try container.encodeIfPresent(ministry.country, forKey: .country)
            try container.encodeIfPresent(ministry.isInForce, forKey: .isInForce)
        case .date(let value), .time(let value), .duration(let value):
            try container.encode(value.value, forKey: .value)
            try container.encodeIfPresent(value.zone, forKey: .zone)
            try container.encodeIfPresent(value.modifier?.rawValue, forKey: .modifier)
            try container.encodeIfPresent(value.hijri?.description, forKey: .hijri)
            try container.encodeIfPresent(value.moment?.valueWithOffset, forKey: .moment)
            try container.encodeIfPresent(value.companion, forKey: .companion)
            if value.isInconsistent {
                try container.encode(true, forKey: .inconsistent)
                try container.encode(value.issues.map(\.rawValue), forKey: .issues)
            }
        case .acronym(let acronym):
            try container.encode(acronym.expansion, forKey: .expansion)
            try container.encode(acronym.source?.rawValue, forKey: .source)
            if acronym.isAmbiguous { try container.encode(true, forKey: .ambiguous) }
            if !acronym.alternatives.isEmpty { try container.encode(acronym.alternatives, forKey: .alternatives) }
        case .organization(let organization):
            try container.encode(organization.canonicalName, forKey: .canonical)
        case .location(let place):
            try container.encode(place.canonicalName, forKey: .canonical)
            try container.encodeIfPresent(place.code, forKey: .code)
        }
    }
}

/// An entity in JSON.
public struct EntityRecord: Encodable, Sendable {
    public var id: Int
    public var kind: String
    public var name: String
    public var aliases: [String]
    public var roles: [String]?
    /// What the roles say of ministries.
    public var offices: [OfficeRecord]?
    /// A ministry's id in the registry.
    public var ministryID: String?
    /// Indices into the document's mentions.
    public var mentions: [Int]

    private enum CodingKeys: String, CodingKey {
        case id, kind, name, aliases, roles, offices, mentions
        case ministryID = "ministry_id"
    }

    init(_ entity: Entity) {
        id = entity.id
        kind = entity.kind.rawValue
        name = entity.name
        aliases = entity.aliases
        roles = entity.roles.isEmpty ? nil : entity.roles
        offices = entity.offices.isEmpty ? nil : entity.offices.map(OfficeRecord.init)
        ministryID = entity.ministryID
        mentions = entity.mentions
    }
}
