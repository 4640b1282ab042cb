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
        /// The words of a person's name.
        let words: NameWords.Number
        /// Those of the full name of a well-known person whom the mention calls by a nickname or initials; else none.
        let knownWords: NameWords.Number
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
        private let smallWordCount: UInt16

        init(
            mention: Int, kind: BuiltInKind, words: NameWords.Number = -1, wordCount: Int = 0,
            knownWords: NameWords.Number = -1,
            sex: PublicPerson.Sex? = nil, aliasOf: Int? = nil, role: Range<Int32>? = nil,
            introduction: PersonIntroduction = PersonIntroduction(),
            key: NameTable.Number = 0, name: String, text: String
        ) {
            self.name = name
            self.text = text
            self.words = words
            smallWordCount = UInt16(clamping: wordCount)
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
        /// How many words a person's name has.
        var wordCount: Int { Int(smallWordCount) }
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

    /// Which of the items speak of one thing, in memory that is used again for the next document.
    struct Groups: Sendable {
        /// The groups of things that are known by the numbers of their names, by these and their kinds.
        private var byName = KeyTable()
        /// The group of each item.
        private var groups: [Int32] = []
        /// The entity that each group is, by the order of their first items; -1 before the first.
        private var entities: [Int32] = []
        /// The items of each entity as linked lists, in order: the first, the last and how many, and the one behind each; -1 for none.
        private(set) var chains: [(first: Int32, last: Int32, count: Int32)] = []
        private var next: [Int32] = []

        /// Puts items into groups, given those that are persons.
        ///
        /// - Complexity: O(*n*), *n* the number of items.
        fileprivate mutating func read(_ items: [Item], _ persons: [PersonIdentifier.Identified]) {
            byName.removeAll()
            groups.removeAll(keepingCapacity: true)
            groups.append(contentsOf: repeatElement(-1, count: items.count))
            for (group, person) in persons.enumerated() {
                for item in person.items { groups[item] = Int32(group) }
            }
            var count = persons.count
            for index in items.indices where groups[index] < 0 {
                let name = UInt64(UInt32(items[index].key)) << 8 | UInt64(items[index].kind.number)
                let key = name &* 0x9E37_79B9_7F4A_7C15
                if let group = byName[key] {
                    groups[index] = Int32(group)
                } else {
                    byName[key] = count
                    groups[index] = Int32(count)
                    count += 1
                }
            }
            chain(count)
        }

        private mutating func chain(_ count: Int) {
            entities.removeAll(keepingCapacity: true)
            entities.append(contentsOf: repeatElement(-1, count: count))
            next.removeAll(keepingCapacity: true)
            next.append(contentsOf: repeatElement(-1, count: groups.count))
            chains.removeAll(keepingCapacity: true)
            for item in groups.indices {
                let group = Int(groups[item])
                let entity = Int(entities[group])
                if entity < 0 {
                    entities[group] = Int32(chains.count)
                    chains.append((Int32(item), Int32(item), 1))
                } else {
                    next[Int(chains[entity].last)] = Int32(item)
                    chains[entity].last = Int32(item)
                    chains[entity].count += 1
                }
            }
        }

        /// The item behind another one of the same entity; negative behind the last.
        fileprivate func item(behind item: Int) -> Int { Int(next[item]) }
    }

    /// Gives entities to the mentions of an extraction, items in the order of the text; answers the distinct roles of persons.
    ///
    /// - Parameter day: The document's date, `YYYY-MM-DD`.
    static func link(
        _ extraction: inout Extraction, _ items: [Item], on day: String?, _ memory: inout LinkMemory
    ) -> [Role] {
        memory.persons.read(items, memory.words)
        let persons = memory.identifier.identify(memory.persons.groups, of: items, extraction.mentions, on: day)
        memory.releasePersons(of: items.count)
        memory.groups.read(items, persons)
        extraction.entities.reserveCapacity(memory.groups.chains.count)
        var roles: [Role] = []
        for id in memory.groups.chains.indices {
            append(id, items, memory.groups, to: &extraction, &roles)
        }
        for person in persons {
            guard let identity = person.identity, let first = person.items.first,
                let entity = extraction.mentions[items[first].mention].entity
            else { continue }
            extraction.entities[entity].person = identity
        }
        return roles
    }

    /// Appends an entity, given the items of each.
    private static func append(
        _ id: Int, _ items: [Item], _ groups: borrowing Groups, to extraction: inout Extraction, _ found: inout [Role]
    ) {
        let first = Int(groups.chains[id].first)
        var fullest = first
        var index = first
        while index >= 0 {
            if items[index].wordCount > items[fullest].wordCount { fullest = index }
            index = groups.item(behind: index)
        }
        let name = items[fullest].name
        var aliases = DistinctTexts()
        var roles = DistinctTexts()
        var all: [Int] = []
        all.reserveCapacity(Int(groups.chains[id].count))
        index = first
        while index >= 0 {
            let mention = items[index].mention
            extraction.mentions[mention].entity = id
            all.append(mention)
            if items[index].text != name, items[index].kind != .person || items[index].name != name {
                _ = aliases.add(items[index].text)
            }
            if let tokens = items[index].role, case .person(let person) = extraction.mentions[mention].detail,
                let role = person.role, roles.add(role)
            {
                found.append(Role(entity: id, tokens: tokens))
            }
            index = groups.item(behind: index)
        }
        extraction.entities.append(
            Entity(
                id: id, kind: MentionKind(items[first].kind), name: name, aliases: aliases.all, roles: roles.all,
                mentions: all))
    }
}
