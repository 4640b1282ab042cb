import KenaliLexicon

/// Groups mentions by what they speak of: persons as ``PersonClusters`` does, ministries by their canonical name and country,
/// bodies and places by their name or its expansion.
struct Linker {
    /// A mention as the linker sees it.
    struct Item {
        /// How the mention names the thing: the bare name of persons, the canonical name of ministries.
        let name: String
        /// How it is written.
        let text: String
        /// The keys of the words of a person's name.
        let words: [UInt64]
        /// Those of the full name of a well-known person whom the mention calls by a nickname or initials; else empty.
        let knownWords: [UInt64]
        // A text may have many items, so that their numbers are small; -1 where there is none.
        private let mentionNumber: Int32
        private let aliasNumber: Int32
        private let firstOfRole: Int32
        private let endOfRole: Int32
        /// What names the thing, for kinds other than persons.
        let key: NameTable.Number
        /// How the text introduces a person.
        let introduction: PersonIntroduction
        let kind: BuiltInKind
        /// What its honorifics, or else its given names, say of the person's sex.
        let sex: PublicPerson.Sex?

        init(
            mention: Int, kind: BuiltInKind, words: [UInt64] = [], knownWords: [UInt64] = [],
            sex: PublicPerson.Sex? = nil, aliasOf: Int? = nil, role: Range<Int32>? = nil,
            introduction: PersonIntroduction = PersonIntroduction(),
            key: NameTable.Number = 0, name: String, text: String
        ) {
            self.name = name
            self.text = text
            self.words = words
            self.knownWords = knownWords
            mentionNumber = Int32(mention)
            aliasNumber = aliasOf.map { Int32($0) } ?? -1
            (firstOfRole, endOfRole) = (role?.lowerBound ?? -1, role?.upperBound ?? -1)
            self.key = key
            self.introduction = introduction
            self.kind = kind
            self.sex = sex
        }

        var mention: Int { Int(mentionNumber) }
        /// Another mention that this one is introduced as an alias of.
        var aliasOf: Int? { aliasNumber < 0 ? nil : Int(aliasNumber) }
        /// The office that the text gives a person, as tokens.
        var role: Range<Int>? { firstOfRole < 0 ? nil : Int(firstOfRole)..<Int(endOfRole) }
    }

    /// A role that a person has, and the entity of the person.
    struct Role {
        var entity: Int
        var tokens: Range<Int>
    }

    /// Gives entities to the mentions of an extraction, items in the order of the text; answers the distinct roles of persons.
    static func link(_ extraction: inout Extraction, _ items: [Item]) -> [Role] {
        let persons = items.indices.filter { items[$0].kind == .person }
        let known = PersonIdentifier(items, extraction).identify(PersonClusters(items, persons).groups)
        var groups = known.groups
        // By the kind and the number of the name.
        var byKey: [Int: Int] = [:]
        byKey.reserveCapacity(items.count - persons.count)
        for index in items.indices where items[index].kind != .person {
            let key = Int(items[index].key) << 8 | Int(items[index].kind.number)
            if let group = byKey[key] {
                groups[group].append(index)
            } else {
                byKey[key] = groups.count
                groups.append([index])
            }
        }
        groups.sort { ($0.first ?? 0) < ($1.first ?? 0) }
        extraction.entities.reserveCapacity(groups.count)
        var roles: [Role] = []
        for group in groups {
            guard let first = group.first else { continue }
            let id = extraction.entities.count
            for index in group { extraction.mentions[items[index].mention].entity = id }
            extraction.entities.append(entity(of: group, items, extraction, id: id, &roles))
            extraction.entities[id].person = known.identities[first]
        }
        return roles
    }

    private static func entity(
        of group: [Int], _ items: [Item], _ extraction: Extraction, id: Int, _ found: inout [Role]
    ) -> Entity {
        var fullest = group[0]
        for index in group where items[index].words.count > items[fullest].words.count { fullest = index }
        let name = items[fullest].name
        var aliases = DistinctTexts()
        var roles = DistinctTexts()
        var mentions: [Int] = []
        mentions.reserveCapacity(group.count)
        for index in group {
            mentions.append(items[index].mention)
            let text = items[index].text
            if text != name, items[index].name != name || items[index].words.isEmpty { _ = aliases.add(text) }
            guard let tokens = items[index].role,
                case .person(let person) = extraction.mentions[items[index].mention].detail, let role = person.role,
                roles.add(role)
            else { continue }
            found.append(Role(entity: id, tokens: tokens))
        }
        return Entity(
            id: id, kind: MentionKind(items[group[0]].kind), name: name, aliases: aliases.all, roles: roles.all,
            mentions: mentions)
    }
}
