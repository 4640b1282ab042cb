import KenaliLexicon
import KenaliRules
import KenaliText

/// Makes mentions and entities of the candidates that stand.
enum MentionBuilder {
    static func extraction(
        from document: borrowing Document, _ settlement: Settlement, kinds: Set<MentionKind>
    ) -> Extraction {
        var extraction = Extraction()
        extraction.referenceDate = document.referenceDate
        extraction.referenceDateSource = document.referenceDateSource
        let temporal = TemporalResolver(settlement, document, reference: extraction.referenceDate)
        var temporalMentions: [Int: Int] = [:]
        let order = settlement.order
        var items: [Linker.Item] = []
        let aliases = document.aliasMarkers()
        let senses =
            kinds.contains(.acronym)
            ? AcronymSenses(settlement.acronyms, document, settlement.memory)
            : AcronymSenses([], document, settlement.memory)
        let placeNames = PlaceNames(settlement.entities, document)
        var bodyNames = BodyNames(settlement.entities, document, settlement.memory)
        var glossary = GlossaryBuilder()
        // Made at once: growing would need as much again.
        items.reserveCapacity(settlement.entities.count)
        extraction.mentions.reserveCapacity(order.count)
        var previous: Range<Int>?
        let roles = RoleReader(persons: settlement.entities.filter { $0.kind == .mention(.person) }.map(\.tokens))
        // How many persons were met.
        var persons = 0
        // The ministry that an acronym may lie inside of.
        var ministry: (tokens: Range<Int>, name: String)?
        var ministryEnd = 0
        for place in order {
            let candidate = settlement[place]
            if case .custom(let index) = candidate.kind {
                let proposal = document.customProposals[Int(index)]
                guard kinds.contains(proposal.kind) else { continue }
                let mention = CustomMention(label: proposal.kind.rawValue, id: proposal.id)
                extraction.mentions.append(
                    Mention(
                        utf8Range: document.utf8Range(of: candidate.tokens), detail: .custom(mention),
                        rule: document.name(of: candidate.rule)))
                previous = candidate.tokens
                continue
            }
            guard case .mention(let kind) = candidate.kind, kinds.contains(MentionKind(kind)),
                let detail = detail(
                    of: candidate, kind, document, settlement, senses, ministry, temporal, placeNames,
                    role: kind == .person ? roles.role(of: persons, document) : nil)
            else { continue }
            if kind == .person { persons += 1 }
            var bytes =
                kind == .ministry ? document.nameRange(of: candidate.tokens) : document.utf8Range(of: candidate.tokens)
            if case .ministry(let found) = detail {
                ministry = (candidate.tokens, found.canonicalName)
                ministryEnd = bytes.upperBound
            } else if let ministry, ministry.tokens.contains(candidate.tokens.upperBound - 1) {
                // A short form at the end of a ministry's name is without its clitic as well.
                bytes = bytes.lowerBound..<max(bytes.lowerBound, min(bytes.upperBound, ministryEnd))
                if bytes.isEmpty { continue }
            }
            if let item = item(
                candidate, detail, document, settlement.memory, &bodyNames, mention: extraction.mentions.count,
                previous,
                aliases
            ) {
                items.append(item)
            }
            previous = candidate.tokens
            if temporal.values[candidate.tokens.lowerBound] != nil, kind != .acronym {
                temporalMentions[candidate.tokens.lowerBound] = extraction.mentions.count
            }
            if case .acronym(let acronym) = detail {
                glossary.add(document.string(candidate.tokens), acronym, mention: extraction.mentions.count)
            }
            extraction.mentions.append(
                Mention(utf8Range: bytes, detail: detail, rule: document.name(of: candidate.rule)))
        }
        temporal.link(&extraction, temporalMentions)
        Linker.link(&extraction, items)
        extraction.linkOffices(document.grammar.lexicon, document.classes)
        linkAcronyms(&extraction)
        extraction.glossary = glossary.entries.sorted(by: GlossaryEntry.precedes)
        return extraction
    }

    private static func detail(
        of candidate: Candidate, _ kind: BuiltInKind, _ document: borrowing Document, _ settlement: Settlement,
        _ senses: AcronymSenses, _ ministry: (tokens: Range<Int>, name: String)?, _ temporal: TemporalResolver,
        _ placeNames: PlaceNames, role: Range<Int>?
    ) -> Mention.Detail? {
        let memory = settlement.memory
        switch (kind, candidate.detail) {
        case (.person, .match(let match)): return .person(document.person(candidate.tokens, match, role: role))
        case (.person, _): return .person(document.person(candidate.tokens, nil, role: role))
        case (.ministry, .ministry(let index)): return .ministry(settlement.ministries[Int(index)])
        case (.ministry, .none):
            return .ministry(MinistryMention(canonicalName: document.string(candidate.tokens)))
        case (.ministry, .shortForm(let long)):
            return .ministry(MinistryMention(canonicalName: document.string(long), id: nil, country: nil))
        case (.organization, .shortForm(let long)):
            return .organization(document.organization(long, memory))
        case (.organization, _):
            return .organization(document.organization(candidate.tokens, memory))
        case (.location, _):
            return .location(placeNames.place(candidate, document, memory))
        case (.date, .temporal): return temporal.values[candidate.tokens.lowerBound].map { .date($0) }
        case (.time, .temporal): return temporal.values[candidate.tokens.lowerBound].map { .time($0) }
        case (.duration, .temporal): return temporal.values[candidate.tokens.lowerBound].map { .duration($0) }
        case (.acronym, _): return .acronym(document.acronym(candidate.tokens, memory, senses, inside: ministry))
        default: return nil
        }
    }

    /// What the linker needs to know; nil for kinds that have no entities.
    private static func item(
        _ candidate: Candidate, _ detail: Mention.Detail, _ document: borrowing Document, _ memory: DocumentMemory,
        _ bodyNames: inout BodyNames, mention: Int, _ previous: Range<Int>?, _ aliases: Set<Range<Int>>
    ) -> Linker.Item? {
        let tokens = candidate.tokens
        let text = document.string(tokens)
        switch detail {
        case .person(let person):
            let isAlias = previous.map { document.isAlias(tokens, of: $0, aliases) } ?? false
            return Linker.Item(
                mention: mention, words: document.nameKeys(tokens, person),
                knownWords: document.knownNameKeys(tokens, person), sex: document.sex(tokens, person),
                aliasOf: isAlias ? mention - 1 : nil,
                key: "", name: person.name, text: text)
        case .ministry(let ministry):
            let key = ministry.id ?? ministry.canonicalName.lowercased() + "\u{0}" + (ministry.country ?? "")
            return Linker.Item(mention: mention, words: [], key: key, name: ministry.canonicalName, text: text)
        case .organization(let organization):
            let name = organization.canonicalName
            let key = bodyNames.key(candidate, name, document)
            return Linker.Item(mention: mention, words: [], key: key, name: name, text: text)
        case .location(let place):
            let name = place.canonicalName
            return Linker.Item(
                mention: mention, words: [], key: place.code ?? name.lowercased(), name: name, text: text)
        default:
            return nil
        }
    }

    /// An acronym that is an entity at the same place, or whose expansion names one, belongs to it.
    private static func linkAcronyms(_ extraction: inout Extraction) {
        var byName: [String: Int] = [:]
        for entity in extraction.entities where byName[entity.name.lowercased()] == nil {
            byName[entity.name.lowercased()] = entity.id
        }
        for index in extraction.mentions.indices {
            guard case .acronym(let acronym) = extraction.mentions[index].detail else { continue }
            let range = extraction.mentions[index].utf8Range
            var entity = acronym.expansion.flatMap { byName[$0.lowercased()] }
            if index > 0, extraction.mentions[index - 1].utf8Range == range {
                entity = extraction.mentions[index - 1].entity
            }
            guard let entity else { continue }
            extraction.mentions[index].entity = entity
            extraction.entities[entity].mentions.append(index)
        }
        for index in extraction.entities.indices { extraction.entities[index].mentions.sort() }
    }
}
