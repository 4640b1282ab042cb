import KenaliLexicon
import KenaliText

/// The short forms that a document defines, with what they stand for.
struct ShortFormMemory: Sendable {
    /// The forms, by their keys.
    private var numbers = KeyTable()
    /// How the forms look, and the first words of those of several.
    private(set) var looks = WordLooks()
    private var forms: [DefinedForm] = []
    private var expansions: [Expansion] = []
    /// The first of the lengths in tokens, more than one, of the forms that start with a word, by the word's key.
    private var firstLengths = KeyTable()
    private var lengths: [Length] = []
    /// The long forms that no rule took for the bodies that their definitions make them.
    private var definedBodies: [Range<Int32>] = []

    /// The keys of initials that stand for a person, and are no short forms.
    private(set) var initials = Set<UInt64>()
    /// Whether a form may be written without a capital.
    private(set) var hasSmallForms = false

    private static let weight = 70
    /// Above that of a body known by one word, so that a short form speaks of the body that it is defined for.
    private static let bodyWeight = 75
    private static let vetoWeight = 73
    /// With its form of company in front: no longer guess may swallow it.
    private static let formedWeight = 160
    /// The most meanings of one short form that are remembered.
    private static let mostMeanings = 4
    /// The most short forms of several words that start with one word.
    private static let mostLengths = 8

    /// A short form that the document defines.
    private struct DefinedForm {
        /// Its definitions in the order of the text, as a list in ``expansions``; none when it is only what a person is
        /// called.
        var firstExpansion: Int32 = -1
        /// The capitals that another use must have as well, so that AS is not "as".
        var capitals: TokenShape
        /// Whether the lists have a body of this form, but the document says that it is something else.
        var isNoBody = false
        /// The entity it stands for, if it stands for one.
        var kind: BuiltInKind?
        var start: Int32 = 0
        var end: Int32 = 0

        mutating func setEntity(_ kind: BuiltInKind, _ tokens: Range<Int>) {
            self.kind = kind
            (start, end) = (Int32(tokens.lowerBound), Int32(tokens.upperBound))
        }

        var entity: Range<Int> { Int(start)..<Int(end) }
    }

    /// What a form stands for from a token on.
    private struct Expansion {
        var text: String
        var token: Int32
        var next: Int32 = -1
    }

    private struct Length {
        var count: Int32
        var next: Int32 = -1
    }

    var isEmpty: Bool { forms.isEmpty }

    private mutating func removeAll() {
        numbers.removeAll()
        looks.removeAll()
        forms.removeAll(keepingCapacity: true)
        expansions.removeAll(keepingCapacity: true)
        firstLengths.removeAll()
        lengths.removeAll(keepingCapacity: true)
        definedBodies.removeAll(keepingCapacity: true)
        if !initials.isEmpty { initials.removeAll(keepingCapacity: true) }
        hasSmallForms = false
    }

    // MARK: - Learning

    /// Learns what definitions say, given what stands, in place of what was learnt before.
    ///
    /// - Complexity: O(*n* log *m*), *n* the number of definitions, *m* of what stands.
    mutating func learn(_ standing: [Candidate], _ definitions: [Definition], _ document: borrowing Document) {
        removeAll()
        for definition in definitions {
            // "PT Bank Central Asia Tbk (BCA)": the form of the company may stand behind the long form.
            let end = definition.long.upperBound
            let covering = Self.candidate(endingAt: end + 1, standing).flatMap {
                $0.tokens.lowerBound < end ? $0 : nil
            }
            remember(definition, Self.candidate(endingAt: end, standing) ?? covering, document)
        }
        for candidate in standing {
            let isBody = candidate.isMention(.organization) && candidate.tokens.count > 1
            if isBody || candidate.isMention(.ministry) { rememberBracket(behind: candidate, document) }
        }
    }

    /// What stands and ends at a token.
    private static func candidate(endingAt end: Int, _ standing: [Candidate]) -> Candidate? {
        let low = (0..<standing.count).partitionPoint { standing[$0].tokens.upperBound < end }
        return low < standing.count && standing[low].tokens.upperBound == end ? standing[low] : nil
    }

    /// A short form in brackets whose letters are those of another language: "Kementerian Perdagangan Vietnam (MOIT)".
    private mutating func rememberBracket(behind candidate: Candidate, _ document: borrowing Document) {
        guard case .mention(let kind) = candidate.kind,
            let short = document.bracketedShortForm(behind: candidate.tokens.upperBound),
            numbers[document.key(short)] == nil, !document.has(short.lowerBound, document.classes.foreignMeaning),
            kind == .ministry || document.areLetters(short.lowerBound, of: candidate.tokens)
        else { return }
        var form = DefinedForm(capitals: [.initialUpper, .allUpper])
        form.setEntity(kind, candidate.tokens)
        add(form, short, document)
        addExpansion(document.string(candidate.tokens), at: short.lowerBound, to: forms.count - 1)
    }

    private mutating func add(_ form: DefinedForm, _ tokens: Range<Int>, _ document: borrowing Document) {
        numbers[document.key(tokens)] = forms.count
        looks.insert(document.bytes.extracting(document.utf8Range(of: tokens)))
        forms.append(form)
        if form.capitals.isEmpty { hasSmallForms = true }
    }

    /// Adds a meaning to those of a form, unless it has it, or too many.
    private mutating func addExpansion(_ text: String, at token: Int, to form: Int) {
        var last = -1
        var count = 0
        var next = Int(forms[form].firstExpansion)
        while next >= 0 {
            let known = expansions[next].text
            if known == text || known.lowercased() == text.lowercased() { return }
            last = next
            count += 1
            next = Int(expansions[next].next)
        }
        guard count < Self.mostMeanings else { return }
        let number = Int32(expansions.count)
        if last < 0 { forms[form].firstExpansion = number } else { expansions[last].next = number }
        expansions.append(Expansion(text: text, token: Int32(token)))
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
            && document.isInitialism(definition.short) && !document.has(first, document.classes.knownPerson)
        if isInitials { initials.insert(key) }
        if let known = numbers[key] {
            addExpansion(definition.expansion, at: first, to: known)
            return
        }
        var form = DefinedForm(capitals: document.shape(first).intersection([.initialUpper, .allUpper]))
        nameEntity(of: &form, definition, named, document)
        add(form, definition.short, document)
        if !(isPerson && definition.cost > 1), !isInitials, !definition.isPair {
            addExpansion(definition.expansion, at: first, to: forms.count - 1)
        }
        if definition.short.count > 1 {
            looks.insert(document.bytes.extracting(document.text.tokens[first].utf8Range))
            addLength(definition.short.count, document.key(at: first))
        }
    }

    /// What a definition makes of a form: the name of what ends where its long form does, or of no body.
    private mutating func nameEntity(
        of form: inout DefinedForm, _ definition: Definition, _ named: Candidate?, _ document: borrowing Document
    ) {
        let long = definition.long
        if let named, named.tokens.overlaps(long), case .mention(let kind) = named.kind,
            kind == .organization || kind == .person
                // Of "Tim Pengarah Kementerian Sosial (TPKS)" the ministry is only a part.
                || kind == .ministry && named.tokens.lowerBound <= long.lowerBound
        {
            // Of "BPJS Kesehatan Penerima Bantuan Iuran (PBI)" the end alone is meant, which is no body.
            let isWhole = named.tokens.lowerBound + 1 >= long.lowerBound
            if isWhole || kind != .organization {
                form.setEntity(kind, named.tokens)
            } else if document.starts(long.lowerBound, document.classes.body) {
                form.setEntity(kind, long)
            }
        }
        if document.text.isEntry(long, in: document.classes.place) {
            // "Polres Penukal Abab Lematang Ilir (PALI)"
            form.setEntity(.location, long)
        } else if let named, named.kind == .mention(.location), named.tokens.contains(long.lowerBound) {
            form.setEntity(.location, named.tokens)
        }
        if form.kind == nil, document.isDefinedBody(definition) {
            form.setEntity(.organization, long)
            definedBodies.append(Int32(long.lowerBound)..<Int32(long.upperBound))
        }
        form.isNoBody = form.kind == nil && (document.isNoBody(definition) || document.isNoPlace(definition))
    }

    private mutating func addLength(_ count: Int, _ key: UInt64) {
        var last = -1
        var known = 0
        var next = firstLengths[key] ?? -1
        while next >= 0 {
            if Int(lengths[next].count) == count { return }
            last = next
            known += 1
            next = Int(lengths[next].next)
        }
        guard known < Self.mostLengths else { return }
        if last < 0 { firstLengths[key] = lengths.count } else { lengths[last].next = Int32(lengths.count) }
        lengths.append(Length(count: Int32(count)))
    }

    // MARK: - What forms stand for

    /// What the document says that the short form at these tokens stands for: by its last definition before them, else
    /// by its first.
    func expansion(_ tokens: Range<Int>, _ document: borrowing Document) -> String? {
        guard !forms.isEmpty, let form = form(tokens, document.key(tokens), document) else { return nil }
        let first = Int(forms[form].firstExpansion)
        guard first >= 0 else { return nil }
        var found = first
        var next = first
        while next >= 0 {
            if Int(expansions[next].token) <= tokens.lowerBound { found = next }
            next = Int(expansions[next].next)
        }
        return expansions[found].text
    }

    /// The form at some tokens, if it is written as it must be.
    @inline(__always)
    private func form(_ tokens: Range<Int>, _ key: UInt64, _ document: borrowing Document) -> Int? {
        guard let number = numbers[key],
            document.shape(tokens.lowerBound).isSuperset(of: forms[number].capitals)
        else { return nil }
        return number
    }

    // MARK: - Proposing

    /// Proposes the long forms that their definitions make bodies.
    func proposeBodies(to proposals: inout Proposals) {
        for body in definedBodies {
            proposals.add(
                Candidate(
                    kind: .mention(.organization), tokens: Int(body.lowerBound)..<Int(body.upperBound),
                    weight: Self.bodyWeight, rule: .memory(.organizationDefined)))
        }
    }

    /// Proposes the form of one token.
    @inline(__always)
    func propose(at token: Int, _ key: UInt64, _ document: borrowing Document, _ proposals: inout Proposals) {
        // Most words are none.
        if let form = form(token..<token + 1, key, document) {
            propose(form, at: token..<token + 1, document, &proposals)
        }
    }

    /// Proposes the forms of several tokens that start at one.
    @inline(__always)
    func proposeLonger(at token: Int, _ key: UInt64, _ document: borrowing Document, _ proposals: inout Proposals) {
        var next = firstLengths[key] ?? -1
        while next >= 0 {
            let tokens = token..<token + Int(lengths[next].count)
            if tokens.upperBound <= document.tokenCount,
                let form = form(tokens, document.key(tokens), document)
            {
                propose(form, at: tokens, document, &proposals)
            }
            next = Int(lengths[next].next)
        }
    }

    private func propose(
        _ number: Int, at tokens: Range<Int>, _ document: borrowing Document, _ proposals: inout Proposals
    ) {
        let form = forms[number]
        if let kind = form.kind {
            proposeEntity(kind, form.entity, tokens, document, &proposals)
        } else if form.isNoBody {
            proposals.add(
                Candidate(kind: .other, tokens: tokens, weight: Self.vetoWeight, rule: .memory(.otherDefined)))
        }
        guard form.firstExpansion >= 0 else { return }
        // "(DEMA UNHAS)" are two, unless the lists know them as one.
        let areTwo =
            tokens.count > 1 && !document.text.isEntry(tokens, in: document.classes.acronym)
            && tokens.allSatisfy { document.isShortWord($0) }
            && tokens.dropFirst().allSatisfy { document.shape($0).contains(.spaceBefore) }
        if areTwo {
            for token in tokens { proposeAcronym(token..<token + 1, &proposals) }
        } else {
            proposeAcronym(tokens, &proposals)
        }
    }

    private func proposeAcronym(_ tokens: Range<Int>, _ proposals: inout Proposals) {
        proposals.add(
            Candidate(
                kind: .mention(.acronym), tokens: tokens, weight: Self.weight, rule: .memory(.acronymDefined)))
    }

    private func proposeEntity(
        _ kind: BuiltInKind, _ entity: Range<Int>, _ tokens: Range<Int>, _ document: borrowing Document,
        _ proposals: inout Proposals
    ) {
        proposals.add(
            Candidate(
                kind: .mention(kind), tokens: tokens, weight: kind == .organization ? Self.bodyWeight : Self.weight,
                rule: .memory(.defined(kind)), detail: .shortForm(of: entity)))
        // "PT PGB"
        if kind == .organization, tokens.lowerBound > 0,
            document.has(tokens.lowerBound - 1, document.classes.legalForm),
            tokens.upperBound == document.tokenCount
                || !document.shape(tokens.upperBound).isSuperset(of: [.word, .initialUpper])
                || document.text.annotations.lexeme(at: tokens.upperBound) < 0
                    && document.has(tokens.upperBound, document.classes.common)
        {
            proposals.add(
                Candidate(
                    kind: .mention(.organization), tokens: tokens.lowerBound - 1..<tokens.upperBound,
                    weight: Self.formedWeight, rule: .memory(.organizationDefined), detail: .shortForm(of: entity)))
        }
    }
}

extension Document {
    /// Whether the letters of a word stand in this order in some others, or the first one at their start, as most short
    /// forms' do.
    fileprivate func areLetters(_ short: Int, of long: Range<Int>) -> Bool {
        var index = utf8Range(of: long).lowerBound
        let end = utf8Range(of: long).upperBound
        let range = text.tokens[short].utf8Range
        guard range.count >= 3, shape(short).isDisjoint(with: .digit) else { return false }
        if bytes[index] | 0x20 == bytes[range.lowerBound] | 0x20 { return true }
        for letter in range {
            while index < end, bytes[index] | 0x20 != bytes[letter] | 0x20 { index += 1 }
            guard index < end else { return false }
            index += 1
        }
        return true
    }
}
