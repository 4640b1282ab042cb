import KenaliLexicon

/// Who and what a corpus speaks of, across its documents: how often, when, in which offices, beside whom.
///
/// ```swift
/// var index = EntityIndex()
/// for text in texts { index.add(extractor.extract(from: text)) }
/// for entity in index.entities(of: .person).prefix(50) { print(entity.name, entity.count, entity.offices.first?.title ?? "-") }
/// ```
///
/// Extractions are taken one by one; memory depends on the number of entities, not on that of their mentions. The order of the
/// documents does not matter, and a corpus can be indexed in parts that ``merge(_:)`` joins: the entities are the same.
/// Which names are one person is only decided when the entities are asked for, and each join says why: by the built-in
/// lists and registries, whatever words an extractor has besides.
public struct EntityIndex: Sendable {
    private(set) var store = IndexStore()
    private var forms = ShortForms()

    /// An index of no documents.
    public init() {}

    init(_ store: IndexStore) { self.store = store }

    /// How many documents were added.
    public var documentCount: Int { store.documents }

    /// How many of a document's things count as company of the others.
    private static let companyLimit = 48

    /// Adds what a document speaks of, under its date.
    ///
    /// - Complexity: O(*n* log *m*), *n* the number of mentions, *m* that of what is known of an entity.
    public mutating func add(_ extraction: Extraction) {
        store.documents += 1
        var things: [(entity: Entity, key: String, count: Int)] = []
        for entity in extraction.entities {
            let count = entity.mentions.count { extraction.mentions[$0].kind == entity.kind }
            guard count > 0, let key = Self.key(of: entity, extraction, &forms) else { continue }
            things.append((entity, key, count))
        }
        let company = things.filter { Self.isCompany($0.key) }
            .sorted { ($1.count, $0.key) < ($0.count, $1.key) }.prefix(Self.companyLimit)
        let own = Self.fingerprint(of: extraction)
        let shared = Self.context(of: company.map(\.key)) ?? own
        for index in things.indices where things[index].key.hasPrefix("short:") {
            // Of whom nobody has heard is nobody's namesake in another document.
            let isEveryday = things[index].entity.roles.contains {
                PersonRegistry.builtIn.isEveryday($0, isShort: false)
            }
            let context = isEveryday ? own : shared
            things[index].key = IndexKey.shortName(String(IndexKey.value(of: things[index].key)), beside: context)
        }
        let nodes = things.map { store.node($0.key) }
        let companions = company.map { store.node($0.key) }
        for (index, thing) in things.enumerated() {
            store.count(nodes[index], mentions: thing.count, documents: 1)
            addNames(of: thing.entity, thing.count, extraction, to: nodes[index])
            addTime(of: thing.entity, thing.count, extraction.referenceDate, to: nodes[index])
            for companion in companions where companion != nodes[index] {
                store.add(.company, companion, 1, to: nodes[index])
            }
        }
    }

    /// Adds all that another index knows: the index of both parts of a corpus.
    public mutating func merge(_ other: EntityIndex) { store.merge(other.store) }

    /// What the documents speak of, the most named first, then by key.
    ///
    /// - Parameters:
    ///   - kind: A kind of things, all kinds when nil.
    ///   - companions: How many of the others that are named with it are given.
    /// - Complexity: O(*n* log *n*), *n* the number of facts that the index keeps.
    public func entities(of kind: MentionKind? = nil, companions: Int = 10) -> IndexedEntities {
        IndexedEntities(store.pruned(), kind, companions: companions)
    }

    // MARK: - What a document says

    /// Nil for kinds that are not indexed. Of short names without their context.
    private static func key(of entity: Entity, _ extraction: Extraction, _ forms: inout ShortForms) -> String? {
        switch entity.kind {
        case .person:
            if let person = entity.person { return IndexKey.person(person.id) }
            let name = IndexKey.plain(entity.name)
            return name.contains(" ") ? IndexKey.fullName(name) : "short:\(name)"
        case .ministry:
            if let id = entity.ministryID { return "=ministry:\(id)" }
            return "ministry:\(name(of: entity, extraction).lowercased())"
        case .organization: return "organization:\(IndexKey.body(entity.name, &forms))"
        case .location:
            for mention in entity.mentions {
                if case .location(let place) = extraction.mentions[mention].detail, let code = place.code {
                    return "=location:\(code)"
                }
            }
            return "location:\(entity.name.lowercased())"
        default: return nil
        }
    }

    /// The name, of a foreign ministry with its country: "Kementerian Luar Negeri Jepang".
    private static func name(of entity: Entity, _ extraction: Extraction) -> String {
        guard entity.kind == .ministry, entity.ministryID == nil else { return entity.name }
        for mention in entity.mentions {
            if case .ministry(let ministry) = extraction.mentions[mention].detail, let country = ministry.country {
                return "\(entity.name) \(country)"
            }
        }
        return entity.name
    }

    /// Persons with their full names, ministries and bodies are company; places are not.
    private static func isCompany(_ key: String) -> Bool {
        !key.hasPrefix("short:") && IndexKey.kind(of: key) != .location
    }

    /// Which company tells short names of one spelling apart: the most named person of no registry, else the two most named.
    private static func context(of company: [String]) -> String? {
        if let person = company.first(where: { $0.hasPrefix("person:") }) { return person }
        return company.isEmpty ? nil : company.prefix(2).joined(separator: "+")
    }

    /// Another one for any document, where a short name stands alone.
    private static func fingerprint(of extraction: Extraction) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for range in extraction.mentions.map(\.utf8Range) + extraction.sentences {
            for value in [range.lowerBound, range.upperBound] {
                hash = (hash ^ UInt64(value)) &* 0x0000_0100_0000_01B3
            }
        }
        for entity in extraction.entities { hash = (hash ^ TextPool.hash(entity.name)) &* 0x0000_0100_0000_01B3 }
        return "#" + String(hash, radix: 36)
    }

    private mutating func addNames(of entity: Entity, _ count: Int, _ extraction: Extraction, to node: Int) {
        guard entity.kind == .person else {
            store.add(.name, store.text(Self.name(of: entity, extraction)), UInt32(clamping: count), to: node)
            return
        }
        for mention in entity.mentions {
            if case .person(let person) = extraction.mentions[mention].detail {
                store.add(.name, store.text(person.name), 1, to: node)
            }
        }
    }

    private mutating func addTime(of entity: Entity, _ count: Int, _ date: CalendarDate?, to node: Int) {
        if let date { store.add(.month, date.year * 12 + date.month - 1, UInt32(clamping: count), to: node) }
        guard entity.kind == .person else { return }
        for role in entity.roles {
            let text = store.text(PersonRegistry.builtIn.indexTitle(of: role, held: entity.person?.id))
            store.add(.role, text, 1, to: node)
            guard let date else { continue }
            let day = UInt32(clamping: date.year * 10000 + date.month * 100 + date.day)
            store.add(.firstDay, text, day, to: node)
            store.add(.lastDay, text, day, to: node)
        }
    }
}

extension PersonRegistry {
    /// The usual title of an office with the mark of what registries know, else the role as it is written.
    fileprivate func indexTitle(of role: String, held person: String?) -> String {
        guard let reading = titles.readings(of: role).first, !reading.isFormer, !reading.isComing,
            let office = reading.offices.first, let title = title(ofOffice: office)
        else { return role }
        // "Presiden" beside "Trump" is not Indonesia's.
        if !reading.kinds.isEmpty,
            !(person.flatMap { self[$0] }?.terms ?? []).contains(where: { reading.offices.contains($0.office) })
        {
            return role
        }
        return IndexKey.knownMark + title
    }
}
