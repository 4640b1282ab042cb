extension Extraction {
    /// The mentions of a kind, in the order of the text.
    ///
    /// - Complexity: O(*n*), *n* the number of mentions.
    public func mentions(of kind: MentionKind) -> [Mention] { mentions.filter { $0.kind == kind } }

    /// The mentions of an entity, in the order of the text.
    ///
    /// - Complexity: O(*n*), *n* the number of the entity's mentions.
    public func mentions(of entity: Entity) -> [Mention] {
        entity.mentions.filter(mentions.indices.contains).map { mentions[$0] }
    }

    /// The entities of a kind, by their first mention.
    ///
    /// - Complexity: O(*n*), *n* the number of entities.
    public func entities(of kind: MentionKind) -> [Entity] { entities.filter { $0.kind == kind } }

    /// The persons that the document names, by their first mention.
    public var persons: [Entity] { entities(of: .person) }

    /// The ministries that the document names, by their first mention.
    public var ministries: [Entity] { entities(of: .ministry) }

    /// The other bodies that the document names, by their first mention.
    public var organizations: [Entity] { entities(of: .organization) }

    /// The places that the document names, by their first mention.
    public var locations: [Entity] { entities(of: .location) }
}

extension Extraction: CustomStringConvertible {
    /// How much was found, in a line: `12 mentions of 5 entities, 2024-12-27`.
    public var description: String {
        let date = referenceDate.map { ", \($0)" } ?? ""
        return "\(Self.count(mentions.count, "mention")) of \(Self.count(entities.count, "entity", "entities"))\(date)"
    }

    private static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
        "\(number) \(number == 1 ? one : many ?? one + "s")"
    }
}

extension Mention: CustomStringConvertible {
    /// Kind, place, meaning and rule in a line: `person 16..<24 "Ipul" (person.titled)`.
    public var description: String {
        "\(kind.rawValue) \(utf8Range.lowerBound)..<\(utf8Range.upperBound) \"\(meaning)\" (\(rule))"
    }

    /// What it stands for: a name, a value, an expansion.
    private var meaning: String {
        switch detail {
        case .person(let person): person.name
        case .ministry(let ministry): ministry.canonicalName
        case .organization(let organization): organization.canonicalName
        case .location(let place): place.canonicalName
        case .date(let value), .time(let value), .duration(let value): value.value
        case .acronym(let acronym): acronym.expansion ?? "?"
        case .custom(let mention): mention.id ?? mention.label
        }
    }
}

extension Entity: CustomStringConvertible {
    /// Kind, name and other names in a line: `person Saifullah Yusuf = Gus Ipul`.
    public var description: String {
        "\(kind.rawValue) \(name)" + (aliases.isEmpty ? "" : " = " + aliases.joined(separator: ", "))
    }
}
