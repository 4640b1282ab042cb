import KenaliLexicon
import KenaliText

/// What a document establishes once and then uses again, before and after: names of persons, short forms.
struct DocumentMemory {
    /// The persons whose names hold a word, by the word's key.
    private var persons: [UInt64: [Int]] = [:]
    /// The keys of the names of each person.
    private var names: [[UInt64]] = []
    /// The expansion of a short form, by its key.
    private(set) var expansions: [UInt64: String] = [:]
    /// The short forms that stand for an entity, with its kind and place.
    private var entities: [UInt64: (kind: MentionKind, tokens: Range<Int>)] = [:]

    /// The persons that stand already, and need no memory.
    private var known = Set<Range<Int>>()

    /// The weight of a remembered name: above that of a bare guess, below that of a name with a title.
    private static let nameWeight = 58
    private static let shortFormWeight = 70

    /// Learns from what stands after the first pass.
    init(_ document: borrowing Document, standing: [Candidate], definitions: [Definition]) {
        for candidate in standing where candidate.kind == .mention(.person) {
            guard case .match(let match) = candidate.detail else { continue }
            known.insert(candidate.tokens)
            remember(document.nameTokens(candidate.tokens, match), document)
        }
        let byEnd = Dictionary(standing.map { ($0.tokens.upperBound, $0) }) { first, _ in first }
        for definition in definitions {
            let key = document.key(definition.short)
            guard expansions[key] == nil else { continue }
            expansions[key] = document.string(definition.long)
            let named = byEnd[definition.long.upperBound].flatMap { $0.tokens.overlaps(definition.long) ? $0 : nil }
            if let named, case .mention(let kind) = named.kind,
                kind == .organization || kind == .ministry || kind == .person
            {
                entities[key] = (kind, named.tokens)
            }
        }
    }

    private mutating func remember(_ name: Range<Int>, _ document: borrowing Document) {
        let keys = name.filter { document.isNameWord($0) }.map { document.key($0..<$0 + 1) }
        guard !keys.isEmpty else { return }
        for key in keys { persons[key, default: []].append(names.count) }
        names.append(keys)
    }

    /// Proposals for places where something remembered is named again.
    ///
    /// - Complexity: O(*n*), *n* the number of tokens.
    func candidates(_ document: borrowing Document) -> [Candidate] {
        var candidates: [Candidate] = []
        var index = 0
        while index < document.tokenCount {
            let shape = document.shape(index)
            guard shape.contains(.word) else {
                index += 1
                continue
            }
            let key = document.key(index..<index + 1)
            if let entity = entities[key], expansions[key] != nil {
                candidates.append(
                    Candidate(
                        kind: .mention(entity.kind), tokens: index..<index + 1, weight: Self.shortFormWeight,
                        rule: "\(entity.kind.rawValue).defined", detail: .shortForm(of: entity.tokens)))
            }
            if expansions[key] != nil {
                candidates.append(
                    Candidate(
                        kind: .mention(.acronym), tokens: index..<index + 1, weight: Self.shortFormWeight,
                        rule: "acronym.defined", detail: .none))
            }
            let length = nameLength(at: index, key, document)
            if length > 0, !known.contains(index..<index + length) {
                candidates.append(
                    Candidate(
                        kind: .mention(.person), tokens: index..<index + length, weight: Self.nameWeight,
                        rule: "person.remembered", detail: .none))
            }
            index += max(1, length)
        }
        return candidates
    }

    /// How many tokens from here on are words of one remembered name.
    private func nameLength(at start: Int, _ key: UInt64, _ document: borrowing Document) -> Int {
        guard document.shape(start).contains(.initialUpper), let known = persons[key], let person = known.first else {
            return 0
        }
        // A word that is also a common one needs more than the capital that every sentence starts with.
        if document.has(start, document.classes.common), document.shape(start).contains(.sentenceStart),
            !document.has(start, document.classes.given)
        {
            return 0
        }
        var end = start + 1
        while end < document.tokenCount, document.shape(end).contains(.initialUpper),
            names[person].contains(document.key(end..<end + 1))
        {
            end += 1
        }
        return end - start
    }
}

extension Document {
    /// What tells words apart without regard to case.
    func key(_ tokens: Range<Int>) -> UInt64 { FoldedBytes.hash(bytes.extracting(utf8Range(of: tokens))) }

    /// Whether a word of a name is worth remembering: not an initial, a title or a particle.
    func isNameWord(_ token: Int) -> Bool {
        let shape = shape(token)
        return shape.contains(.word) && shape.contains(.initialUpper) && text.tokens[token].utf8Range.count >= 3
            && !has(token, classes.pureHonorific)
    }
}
