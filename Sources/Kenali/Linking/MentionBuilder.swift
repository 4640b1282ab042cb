import KenaliRules

/// The mentions of a document, and what they were made of.
struct BuiltMentions {
    var mentions: [Mention] = []
    /// The tokens of each mention.
    fileprivate(set) var tokens: [Range<Int32>] = []
    /// The tokens of the role of each person who is mentioned, in order.
    fileprivate(set) var roles: [Range<Int32>?] = []
    /// The form of each acronym that is mentioned, in order, by its number among the short forms of the document.
    fileprivate(set) var forms: [Int32] = []
    /// The long names that the mentions of bodies stand for which are short forms of one, by the index of the mention.
    fileprivate(set) var longNames: [Int: Range<Int>] = [:]

    /// The tokens of a mention.
    func tokens(of mention: Int) -> Range<Int> {
        Int(tokens[mention].lowerBound)..<Int(tokens[mention].upperBound)
    }
}

/// Makes mentions of the candidates that stand.
struct MentionBuilder {
    private var built = BuiltMentions()

    private var temporal: TemporalResolver
    /// The value that the next date, time or duration has, or one behind it.
    private var nextValue = 0
    private let placeNames: PlaceNames
    private let roleReader: RoleReader
    /// Only for a large text, whose memory counts.
    private var details: SharedValues<Mention.Detail>
    /// The ministry that an acronym may lie inside of, and where its name ends in the text.
    private var ministry: (tokens: Range<Int>, name: String)?
    private var ministryEnd = 0

    /// The mentions of these kinds.
    ///
    /// Nothing is left of what they are made with: of a large text there is not room for all at once.
    static func mentions(
        of settlement: Settlement, _ document: borrowing Document, _ temporal: TemporalResolver, _ kinds: WantedKinds,
        _ names: inout RuleNames, _ memory: inout LinkMemory
    ) -> BuiltMentions {
        memory.senses.read(
            kinds.contains(BuiltInKind.acronym) ? settlement.acronyms : [], document, settlement.memory,
            &memory.search)
        defer { memory.senses.removeAll() }
        var builder = MentionBuilder(settlement, document, temporal)
        for place in settlement.order { builder.append(place, settlement, document, kinds, &names, &memory) }
        return builder.built
    }

    private init(
        _ settlement: borrowing Settlement, _ document: borrowing Document, _ temporal: TemporalResolver
    ) {
        self.temporal = temporal
        details = SharedValues(isUsed: document.isLarge)
        placeNames = PlaceNames(settlement.entities, document)
        var persons: [Range<Int>] = []
        persons.reserveCapacity(settlement.entities.count { $0.isMention(.person) })
        for entity in settlement.entities where entity.isMention(.person) { persons.append(entity.tokens) }
        roleReader = RoleReader(persons: persons)
        // Made at once: growing would need as much again.
        let count = settlement.entities.count + settlement.acronyms.count
        built.mentions.reserveCapacity(count)
        built.tokens.reserveCapacity(count)
    }

    /// Appends what the candidate at a place mentions, if it is wanted.
    private mutating func append(
        _ place: Int32, _ settlement: Settlement, _ document: borrowing Document, _ kinds: WantedKinds,
        _ names: inout RuleNames, _ memory: inout LinkMemory
    ) {
        let candidate = settlement[place]
        let tokens = candidate.tokens
        switch candidate.kind {
        case .other: return
        case .custom(let index):
            let proposal = document.customProposals[Int(index)]
            guard kinds.contains(proposal.kind) else { return }
            let detail = Mention.Detail.custom(CustomMention(label: proposal.kind.rawValue, id: proposal.id))
            append(detail, tokens, document.utf8Range(of: tokens), names.name(of: candidate.rule, in: document))
        case .mention(let kind):
            guard kinds.contains(kind),
                let detail = self.detail(of: candidate, at: place, kind, settlement, document, &memory)
            else { return }
            let bytes = utf8Range(of: tokens, detail, document)
            guard !bytes.isEmpty else { return }
            if kind == .organization, case .shortForm(let long) = candidate.detail {
                built.longNames[built.mentions.count] = long
            }
            if kind == .acronym { built.forms.append(memory.senses.form(of: Int(place))) }
            append(detail, tokens, bytes, names.name(of: candidate.rule, in: document))
        }
    }

    private mutating func append(
        _ detail: consuming Mention.Detail, _ tokens: Range<Int>, _ bytes: Range<Int>, _ rule: RuleName
    ) {
        if details.isUsed { detail = details.shared(detail) }
        built.tokens.append(Int32(tokens.lowerBound)..<Int32(tokens.upperBound))
        built.mentions.append(Mention(utf8Range: bytes, detail: detail, rule: rule))
    }

    /// The bytes of a mention: a ministry's are without its clitic, and so are those of a short form at the end of its name.
    private mutating func utf8Range(
        of tokens: Range<Int>, _ detail: Mention.Detail, _ document: borrowing Document
    ) -> Range<Int> {
        if case .ministry(let found) = detail {
            let bytes = document.nameRange(of: tokens)
            ministry = (tokens, found.canonicalName)
            ministryEnd = bytes.upperBound
            return bytes
        }
        let bytes = document.utf8Range(of: tokens)
        guard let ministry, ministry.tokens.contains(tokens.upperBound - 1) else { return bytes }
        return bytes.lowerBound..<max(bytes.lowerBound, min(bytes.upperBound, ministryEnd))
    }

    private mutating func detail(
        of candidate: Candidate, at place: Int32, _ kind: BuiltInKind, _ settlement: Settlement,
        _ document: borrowing Document, _ memory: inout LinkMemory
    ) -> Mention.Detail? {
        let tokens = candidate.tokens
        switch (kind, candidate.detail) {
        case (.person, let detail):
            let role = roleReader.role(of: built.roles.count, document)
            built.roles.append(role.map { Int32($0.lowerBound)..<Int32($0.upperBound) })
            if case .match(let match) = detail { return .person(document.person(tokens, match, role: role)) }
            return .person(document.person(tokens, nil, role: role))
        case (.ministry, .ministry(let index)): return .ministry(settlement.ministries[Int(index)])
        case (.ministry, .none): return .ministry(MinistryMention(canonicalName: document.string(tokens)))
        case (.ministry, .shortForm(let long)):
            return .ministry(MinistryMention(canonicalName: document.string(long)))
        case (.organization, .shortForm(let long)): return body(long, settlement, document, &memory)
        case (.organization, _): return body(tokens, settlement, document, &memory)
        case (.location, _): return placeNames.detail(candidate, document, settlement.memory, &memory.listed)
        case (.date, .temporal): return value(at: tokens.lowerBound).map { .date($0) }
        case (.time, .temporal): return value(at: tokens.lowerBound).map { .time($0) }
        case (.duration, .temporal): return value(at: tokens.lowerBound).map { .duration($0) }
        case (.acronym, _): return acronym(tokens, use: Int(place), settlement, document, &memory)
        default: return nil
        }
    }

    /// The body that a mention names: by what the text says of a short form, else by the lists.
    private func body(
        _ tokens: Range<Int>, _ settlement: Settlement, _ document: borrowing Document, _ memory: inout LinkMemory
    ) -> Mention.Detail? {
        if let name = settlement.memory.expansion(tokens, document) {
            return .organization(Organization(canonicalName: name))
        }
        return memory.listed.body(tokens, document)
    }

    /// What a short form stands for: what the text says, else the ministry in whose name it stands, else what the words around
    /// its uses say, else the lists.
    private func acronym(
        _ tokens: Range<Int>, use: Int, _ settlement: Settlement, _ document: borrowing Document,
        _ memory: inout LinkMemory
    ) -> Mention.Detail? {
        if let expansion = settlement.memory.expansion(tokens, document) {
            return memory.senses.defined(use, as: expansion)
        }
        if let ministry, let reading = document.reading(of: tokens, inside: ministry) {
            return .acronym(Acronym(expansion: reading, source: .lexicon))
        }
        return memory.senses.sense(of: use) ?? memory.listed.acronym(tokens, document)
    }

    /// The value of a date, time or duration that starts at a token; they are asked for in order.
    private mutating func value(at token: Int) -> TemporalValue? {
        while nextValue < temporal.starts.count, temporal.starts[nextValue] < token { nextValue += 1 }
        guard nextValue < temporal.starts.count, temporal.starts[nextValue] == token else { return nil }
        return temporal.values[nextValue]
    }
}
