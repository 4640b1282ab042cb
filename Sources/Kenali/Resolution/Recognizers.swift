import KenaliRules

/// The recognizers of all rooms, and what reads definitions: one set for each worker.
struct Recognizers: Sendable {
    private(set) var persons = PersonRecognizer()
    private let ministries = MinistryRecognizer()
    private let places = PlaceRecognizer()
    private let dates = TemporalRecognizer(kind: .date)
    private let times = TemporalRecognizer(kind: .time)
    private let durations = TemporalRecognizer(kind: .duration)
    private var acronyms = AcronymRecognizer()
    private let organizations = NamedRecognizer(kind: .mention(.organization))
    /// What must not be taken for a mention competes with those that would take it for one.
    private let others = NamedRecognizer(kind: .other)
    private var blends = BlendRecognizer()
    private var definitions = DefinitionReader()

    /// Proposes what the rules match, in the order of the matches, then what rules of the user's own do.
    mutating func propose(_ document: borrowing Document, _ proposals: inout Proposals) {
        // What is remembered comes behind: growing would need as much again.
        proposals.removeAll(reserving: document.matches.matches.count + document.tokenCount / 2)
        persons.begin(document)
        acronyms.begin(document)
        for match in document.matches.matches {
            switch document.rules.kinds[Int(match.rule)] {
            case .person: persons.propose(match, in: document, to: &proposals)
            case .ministry: ministries.propose(match, in: document, to: &proposals)
            case .organization: organizations.propose(match, in: document, to: &proposals)
            case .location: places.propose(match, in: document, to: &proposals)
            case .date: dates.propose(match, in: document, to: &proposals)
            case .time: times.propose(match, in: document, to: &proposals)
            case .duration: durations.propose(match, in: document, to: &proposals)
            case .acronym: acronyms.propose(match, in: document, to: &proposals)
            case .other: others.propose(match, in: document, to: &proposals)
            case .notPerson, .initials, .alias, .dateline, .definition, .looseDefinition, .definitionAfter,
                .capitalDefinition:
                break
            }
        }
        for candidate in document.custom { proposals.append(candidate) }
    }

    /// Remembers what stands after the first competition, and what the text defines.
    mutating func remember(
        _ standing: [Candidate], _ document: borrowing Document, _ memory: inout DocumentMemory
    ) {
        memory.learn(standing, definitions.definitions(of: document), document)
    }

    /// Proposes what the document itself has taught, and takes back what it has shown to be wrong.
    mutating func propose(
        remembering memory: inout DocumentMemory, _ document: borrowing Document, _ search: inout LongFormSearch,
        _ proposals: inout Proposals
    ) {
        memory.propose(in: document, without: persons.things, to: &proposals)
        takeBack(memory, document, &proposals)
        blends.propose(in: document, &search, to: &proposals)
    }

    /// Takes back what the document has shown to be no ministry.
    private func takeBack(
        _ memory: DocumentMemory, _ document: borrowing Document, _ proposals: inout Proposals
    ) {
        proposals.removeAll { $0.isMention(.ministry) && ministries.isFalse($0, document, memory) }
    }
}

/// Proposes the names that rules find, of kinds that ask for nothing more.
struct NamedRecognizer: Recognizer, Sendable {
    let kind: CandidateKind

    func propose(_ match: RuleMatch, in document: borrowing Document, to proposals: inout Proposals) {
        proposals.append(kind, match, .match(match), in: document)
    }
}
