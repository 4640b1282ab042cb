/// Groups mentions by what they speak of: persons as ``PersonClusters`` does, ministries by their canonical name and country,
/// bodies and places by their name or its expansion.
struct Linker {
    private var entities: [Entity] = []

    /// A mention as the linker sees it.
    struct Item {
        var mention: Int
        /// The keys of the words of a person's name.
        var words: [UInt64]
        /// Those of the full name of a well-known person whom the mention calls by a nickname or initials; else empty.
        var knownWords: [UInt64] = []
        /// What its honorifics, or else its given names, say of the person's sex.
        var sex: Sex?
        /// Another mention that this one is introduced as an alias of.
        var aliasOf: Int?
        /// What names the thing, for kinds other than persons.
        var key: String
        /// How the mention names the thing: the bare name of persons, the canonical name of ministries.
        var name: String
        /// How it is written.
        var text: String
    }

    /// What mentions of one thing that is no person have in common.
    private struct Key: Hashable {
        var kind: MentionKind
        var name: String
    }

    /// Gives entities to the mentions of an extraction, items in the order of the text.
    static func link(_ extraction: inout Extraction, _ items: [Item]) {
        let persons = items.indices.filter { extraction.mentions[items[$0].mention].kind == .person }
        let known = PersonIdentifier(items, extraction).identify(PersonClusters(items, persons).groups)
        var groups = known.groups
        var byKey: [Key: Int] = [:]
        for index in items.indices where extraction.mentions[items[index].mention].kind != .person {
            let key = Key(kind: extraction.mentions[items[index].mention].kind, name: items[index].key)
            if let group = byKey[key] {
                groups[group].append(index)
            } else {
                byKey[key] = groups.count
                groups.append([index])
            }
        }
        groups.sort { ($0.first ?? 0) < ($1.first ?? 0) }
        for group in groups {
            guard var entity = entity(of: group, items, extraction, id: extraction.entities.count) else { continue }
            entity.person = group.first.flatMap { known.identities[$0] }
            for index in group { extraction.mentions[items[index].mention].entity = entity.id }
            extraction.entities.append(entity)
        }
    }

    private static func entity(of group: [Int], _ items: [Item], _ extraction: Extraction, id: Int) -> Entity? {
        guard let first = group.first else { return nil }
        let fullest = group.reduce(first) { best, index in
            items[index].words.count > items[best].words.count ? index : best
        }
        let name = items[fullest].name
        var aliases: [String] = []
        var roles: [String] = []
        var seen: Set<String> = []
        for index in group {
            let text = items[index].text
            if text != name, items[index].name != name || items[index].words.isEmpty, seen.insert(text).inserted {
                aliases.append(text)
            }
            if case .person(let person) = extraction.mentions[items[index].mention].detail, let role = person.role,
                seen.insert("\u{0}\(role)").inserted
            {
                roles.append(role)
            }
        }
        return Entity(
            id: id, kind: extraction.mentions[items[first].mention].kind, name: name, aliases: aliases, roles: roles,
            mentions: group.map { items[$0].mention })
    }
}
