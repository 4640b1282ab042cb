import KenaliLexicon
import KenaliText

/// What a document establishes once and then uses again, before and after: names of persons, short forms.
struct DocumentMemory {
    /// The persons whose names hold a word, by the word's key.
    private var persons: [UInt64: [Int]] = [:]
    /// The keys of the names of each person.
    private var names: [[UInt64]] = []
    /// The short forms that the document defines, by their keys.
    private var shortForms: [UInt64: DefinedForm] = [:]
    /// The numbers of tokens, more than one, of the short forms that start with a word, by the word's key.
    private var lengths: [UInt64: [Int]] = [:]

    /// The long forms that no rule took for the bodies that their definitions make them.
    private var definedBodies: [Range<Int>] = []
    /// The bodies, ministries and places that stand.
    private let entities: EntityMemory

    /// The persons that stand already, and need no memory.
    private var known = Set<Range<Int>>()

    /// The weight of a remembered name: above that of a bare guess, below that of a name with a title.
    private static let nameWeight = 58
    private static let shortFormWeight = 70
    /// Above that of a body known by one word, so that a short form speaks of the body that it is defined for.
    private static let bodyWeight = 75
    private static let vetoWeight = 73
    /// With its form of company in front: no longer guess may swallow it.
    private static let formedWeight = 160

    /// The keys of initials that stand for a person, and are no short forms.
    private(set) var initials = Set<UInt64>()

    /// A short form that the document defines.
    private struct DefinedForm {
        /// Its definitions in the order of the text: the token of the short form, and what it stands for there. None
        /// when it is only what a person is called.
        var expansions: [(token: Int, text: String)]
        /// The capitals that another use must have as well, so that AS is not "as".
        var capitals: TokenShape
        /// The entity it stands for.
        var entity: (kind: BuiltInKind, tokens: Range<Int>)?
        /// Whether the lists have a body of this form, but the document says that it is something else.
        var isNoBody = false
    }

    /// Learns from what stands after the first pass.
    init(_ document: borrowing Document, standing: [Candidate], definitions: [Definition]) {
        entities = EntityMemory(document, standing)
        for candidate in standing where candidate.kind == .mention(.person) {
            guard case .match(let match) = candidate.detail else { continue }
            known.insert(candidate.tokens)
            remember(document.nameTokens(candidate.tokens, match), document)
        }
        let byEnd = Dictionary(standing.map { ($0.tokens.upperBound, $0) }) { first, _ in first }
        for definition in definitions {
            // "PT Bank Central Asia Tbk (BCA)": the form of the company may stand behind the long form.
            let end = definition.long.upperBound
            let covering = byEnd[end + 1].flatMap { $0.tokens.lowerBound < end ? $0 : nil }
            remember(definition, byEnd[end] ?? covering, document)
        }
        for candidate in standing
        where candidate.kind == .mention(.ministry)
            || candidate.kind == .mention(.organization) && candidate.tokens.count > 1
        {
            rememberBracket(behind: candidate, document)
        }
    }

    /// A short form in brackets whose letters are those of another language: "Kementerian Perdagangan Vietnam (MOIT)".
    private mutating func rememberBracket(behind candidate: Candidate, _ document: borrowing Document) {
        guard case .mention(let kind) = candidate.kind,
            let short = document.bracketedShortForm(behind: candidate.tokens.upperBound),
            shortForms[document.key(short)] == nil, !document.has(short.lowerBound, document.classes.foreignMeaning),
            kind == .ministry || document.areLetters(short.lowerBound, of: candidate.tokens)
        else { return }
        let form = DefinedForm(
            expansions: [(short.lowerBound, document.string(candidate.tokens))],
            capitals: [.initialUpper, .allUpper], entity: (kind, candidate.tokens))
        shortForms[document.key(short)] = form
    }

    private mutating func remember(_ definition: Definition, _ named: Candidate?, _ document: borrowing Document) {
        let key = document.key(definition.short)
        let first = definition.short.lowerBound
        // "Bijaksana Junerosano (Sano)" is a nickname; short names start as the full name does: Zulhas.
        let isPerson = named.map { $0.kind == .mention(.person) } ?? false
        if !isPerson, definition.cost >= DefinitionAligner.nickname { return }
        // "Andi Saputra (AS)" hides a suspect; only of the well-known a few letters stand for a person.
        let isInitials =
            (isPerson || named == nil && document.isNameOfPerson(definition.long))
            && document.isInitialism(definition.short)
            && !document.has(first, document.classes.personAcronym.union(document.classes.personAlias))
        if isInitials { initials.insert(key) }
        let isNickname = isPerson && definition.cost > 1 || isInitials
        if let known = shortForms[key] {
            if !known.expansions.contains(where: { $0.text.lowercased() == definition.expansion.lowercased() }),
                known.expansions.count < Self.mostMeanings
            {
                shortForms[key]?.expansions.append((first, definition.expansion))
            }
            return
        }
        var form = DefinedForm(
            expansions: isNickname || definition.isPair ? [] : [(first, definition.expansion)],
            capitals: document.shape(first).intersection([.initialUpper, .allUpper]))
        if let named, named.tokens.overlaps(definition.long), case .mention(let kind) = named.kind,
            kind == .organization || kind == .person
                // Of "Tim Pengarah Kementerian Sosial (TPKS)" the ministry is only a part.
                || kind == .ministry && named.tokens.lowerBound <= definition.long.lowerBound
        {
            // Of "BPJS Kesehatan Penerima Bantuan Iuran (PBI)" the end alone is meant, which is no body.
            let isWhole = named.tokens.lowerBound + 1 >= definition.long.lowerBound
            if isWhole || kind != .organization {
                form.entity = (kind, named.tokens)
            } else if document.starts(definition.long.lowerBound, document.classes.body) {
                form.entity = (kind, definition.long)
            }
        }
        if document.text.isEntry(definition.long, in: document.classes.place) {
            // "Polres Penukal Abab Lematang Ilir (PALI)"
            form.entity = (.location, definition.long)
        } else if let named, named.kind == .mention(.location), named.tokens.contains(definition.long.lowerBound) {
            form.entity = (.location, named.tokens)
        }
        if form.entity == nil, document.isDefinedBody(definition) {
            form.entity = (.organization, definition.long)
            definedBodies.append(definition.long)
        }
        form.isNoBody =
            form.entity == nil && (document.isNoBody(definition) || document.isNoPlace(definition))
        shortForms[key] = form
        if definition.short.count > 1 {
            lengths[document.key(first..<first + 1), default: []].append(definition.short.count)
        }
    }

    /// The most meanings of one short form that are remembered.
    private static let mostMeanings = 4
    /// The most short forms of several words that start with one word.
    private static let mostLengths = 8

    /// What the document says that the short form at these tokens stands for: by its last definition before them, else
    /// by its first.
    func expansion(_ tokens: Range<Int>, _ document: borrowing Document) -> String? {
        guard let form = definedForm(tokens, document) else { return nil }
        return (form.expansions.last { $0.token <= tokens.lowerBound } ?? form.expansions.first)?.text
    }

    /// Whether a short form is defined by its key alone.
    func defines(_ key: UInt64) -> Bool { shortForms[key] != nil }

    private func definedForm(_ tokens: Range<Int>, _ document: borrowing Document) -> DefinedForm? {
        guard let form = shortForms[document.key(tokens)],
            document.shape(tokens.lowerBound).isSuperset(of: form.capitals)
        else { return nil }
        return form
    }

    private mutating func remember(_ name: Range<Int>, _ document: borrowing Document) {
        let keys = name.filter { document.isNameWord($0) && document.text.tokens[$0].utf8Range.count >= 3 }.map {
            document.key($0..<$0 + 1)
        }
        guard !keys.isEmpty else { return }
        for key in keys { persons[key, default: []].append(names.count) }
        names.append(keys)
    }

    /// Proposals for places where something remembered is named again; no person at the tokens of things.
    ///
    /// - Complexity: O(*n*), *n* the number of tokens.
    func candidates(_ document: borrowing Document, without things: Set<Int>) -> [Candidate] {
        var candidates = definedBodies.map {
            Candidate(
                kind: .mention(.organization), tokens: $0, weight: Self.bodyWeight, rule: "organization.defined",
                detail: .none)
        }
        var index = 0
        while index < document.tokenCount {
            let shape = document.shape(index)
            guard shape.contains(.word) else {
                index += 1
                continue
            }
            let key = document.key(index..<index + 1)
            if shortForms[key] != nil { propose(index..<index + 1, document, &candidates) }
            entities.propose(at: index, key, document, &candidates)
            for count in (lengths[key] ?? []).prefix(Self.mostLengths) where index + count <= document.tokenCount {
                propose(index..<index + count, document, &candidates)
            }
            let length = nameLength(at: index, key, document)
            if length > 0, !known.contains(index..<index + length), !things.contains(index) {
                candidates.append(
                    Candidate(
                        kind: .mention(.person), tokens: index..<index + length, weight: Self.nameWeight,
                        rule: "person.remembered", detail: .none))
            }
            index += max(1, length)
        }
        return candidates
    }

    private func propose(_ tokens: Range<Int>, _ document: borrowing Document, _ candidates: inout [Candidate]) {
        guard let form = definedForm(tokens, document) else { return }
        if let entity = form.entity {
            candidates.append(
                Candidate(
                    kind: .mention(entity.kind), tokens: tokens,
                    weight: entity.kind == .organization ? Self.bodyWeight : Self.shortFormWeight,
                    rule: Self.ruleName(entity.kind), detail: .shortForm(of: entity.tokens)))
            // "PT PGB"
            if entity.kind == .organization, tokens.lowerBound > 0,
                document.has(tokens.lowerBound - 1, document.classes.legalForm),
                tokens.upperBound == document.tokenCount
                    || !document.shape(tokens.upperBound).isSuperset(of: [.word, .initialUpper])
                    || document.text.annotations[tokens.upperBound].lexeme < 0
                        && document.has(tokens.upperBound, document.classes.common)
            {
                candidates.append(
                    Candidate(
                        kind: .mention(.organization), tokens: tokens.lowerBound - 1..<tokens.upperBound,
                        weight: Self.formedWeight, rule: "organization.defined",
                        detail: .shortForm(of: entity.tokens)))
            }
        } else if form.isNoBody {
            candidates.append(
                Candidate(
                    kind: .other, tokens: tokens, weight: Self.vetoWeight, rule: "other.defined", detail: .none))
        }
        guard !form.expansions.isEmpty else { return }
        // "(DEMA UNHAS)" are two, unless the lists know them as one.
        if tokens.count > 1, !document.text.isEntry(tokens, in: document.classes.acronym),
            tokens.allSatisfy({ document.isShortWord($0) }),
            tokens.dropFirst().allSatisfy({ document.shape($0).contains(.spaceBefore) })
        {
            for token in tokens {
                candidates.append(
                    Candidate(
                        kind: .mention(.acronym), tokens: token..<token + 1, weight: Self.shortFormWeight,
                        rule: "acronym.defined", detail: .none))
            }
            return
        }
        candidates.append(
            Candidate(
                kind: .mention(.acronym), tokens: tokens, weight: Self.shortFormWeight, rule: "acronym.defined",
                detail: .none))
    }

    /// A name that is no string of its own for each candidate.
    private static func ruleName(_ kind: BuiltInKind) -> String {
        switch kind {
        case .person: "person.defined"
        case .ministry: "ministry.defined"
        case .organization: "organization.defined"
        case .location: "location.defined"
        case .date, .time, .duration, .acronym: "acronym.defined"
        }
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
        // In capitals among small letters it is an abbreviation.
        if document.isLoud(start) { return 0 }
        // "National Single Window", "SDN Trate": part of another name.
        guard !document.continuesName(start) else { return 0 }
        var end = start + 1
        while end < document.tokenCount, document.shape(end).contains(.initialUpper),
            names[person].contains(document.key(end..<end + 1))
        {
            end += 1
        }
        return end - start
    }
}
