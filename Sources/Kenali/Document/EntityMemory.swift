import KenaliLexicon
import KenaliRules
import KenaliText

/// The bodies, ministries and places that stand, by the names under which a text speaks of them again: the short form of
/// a body's long name, what stands behind its head, a place that was proved once.
struct EntityMemory {
    /// The names that start with a word, by the word's key.
    private var names: [UInt64: [Name]] = [:]
    /// The bodies whose names begin with some words, by these words in small letters.
    private var bodies: [String: Range<Int>] = [:]

    /// A name, and the entity that it is one of.
    private struct Name {
        var keys: [UInt64]
        var kind: BuiltInKind
        var entity: Range<Int>
        /// Whether it counts only in capitals.
        var isUpper: Bool
    }

    /// The most names that start with one word.
    private static let mostNames = 8
    /// The most words of a name that is remembered.
    private static let longestName = 6
    /// Above that of a guess, below that of what the lists know.
    private static let placeWeight = 57
    private static let bodyWeight = 73

    /// - Complexity: O(*n*), *n* the number of tokens of what stands.
    init(_ document: borrowing Document, _ standing: [Candidate]) {
        for candidate in standing {
            switch candidate.kind {
            case .mention(.location): rememberPlace(candidate.tokens, document)
            case .mention(.organization): rememberBody(candidate.tokens, document)
            case .mention(.ministry): rememberMinistry(candidate.tokens, document)
            default: break
            }
        }
    }

    private mutating func add(
        _ tokens: Range<Int>, _ kind: BuiltInKind, of entity: Range<Int>, _ document: borrowing Document
    ) {
        guard 1...Self.longestName ~= tokens.count else { return }
        let keys = tokens.map { document.key($0..<$0 + 1) }
        guard names[keys[0], default: []].count < Self.mostNames,
            !names[keys[0], default: []].contains(where: { $0.keys == keys })
        else { return }
        let isUpper = tokens.count == 1 && document.shape(tokens.lowerBound).contains(.allUpper)
        names[keys[0], default: []].append(Name(keys: keys, kind: kind, entity: entity, isUpper: isUpper))
    }

    // MARK: - What is remembered

    /// A name that the lists do not know for sure; and without its head where no other word is like it.
    private mutating func rememberPlace(_ tokens: Range<Int>, _ document: borrowing Document) {
        // A town that is a club as well, a word in capitals: what proves one use says nothing of the next.
        let first = tokens.lowerBound
        if document.has(first, document.classes.organization)
            || document.shape(first).contains(.allUpper) && document.has(first, document.classes.anyWord)
        {
            return
        }
        if tokens.count > 1, let head = document.placeHead(tokens), PlaceNames.isDropped(head.type),
            head.type != "region"
        {
            let first = head.name.lowerBound
            if head.name.count > 1 || !document.has(first, document.classes.anyWord),
                !document.text.isEntry(head.name, in: document.classes.placeSure),
                !document.has(head.name.upperBound - 1, document.classes.direction)
            {
                add(head.name, .location, of: tokens, document)
            }
        }
        guard !document.text.isEntry(tokens, in: document.classes.placeSure),
            !document.shoutedSentences[document.sentence(of: tokens.lowerBound)]
        else { return }
        add(tokens, .location, of: tokens, document)
    }

    private mutating func rememberBody(_ tokens: Range<Int>, _ document: borrowing Document) {
        let first = tokens.lowerBound
        guard !document.shoutedSentences[document.sentence(of: first)] else { return }
        if !document.text.isEntry(tokens, in: document.classes.organization),
            tokens.count > 1
                || document.shape(first).contains(.allUpper) && document.text.tokens[first].utf8Range.count > 2
        {
            add(tokens, .organization, of: tokens, document)
        }
        guard tokens.count > 1 else { return }
        // "Kongres AS"
        if tokens.count == 2, document.has(first, document.classes.bareBody),
            document.has(first + 1, document.classes.country)
        {
            add(first..<first + 1, .organization, of: tokens, document)
        }
        rememberProperPart(tokens, document)
        var name = ""
        // "Kesbangpol" leaves "Badan" out.
        var rest = ""
        var initials = ""
        for token in tokens {
            let word = document.folded(token)
            name += name.isEmpty || !document.shape(token).contains(.spaceBefore) ? word : " " + word
            // "Dishub" speaks of "Dinas Perhubungan Kota Salatiga"; "SPPG" of no one kitchen.
            if bodies[name] == nil, token + 1 == tokens.upperBound || isSeat(token + 1, document) {
                bodies[name] = tokens
            }
            if token > first {
                rest += rest.isEmpty || !document.shape(token).contains(.spaceBefore) ? word : " " + word
                if bodies[rest] == nil, token > first + 1, isSeat(token + 1, document) { bodies[rest] = tokens }
            }
            if document.shape(token).contains(.initialUpper) { initials.append(word.prefix(1).uppercased()) }
        }
        bodies[initials] = bodies[initials] ?? tokens
    }

    /// Whether a place begins at a token, or the word for one.
    private func isSeat(_ token: Int, _ document: borrowing Document) -> Bool {
        token < document.tokenCount && document.starts(token, document.classes.place.union(document.classes.placeHead))
    }

    /// What stands behind the head of a firm or a society, when it is no person's name and no place: "Rawa Hijau" of
    /// "Lembaga Kajian Rawa Hijau".
    private mutating func rememberProperPart(_ tokens: Range<Int>, _ document: borrowing Document) {
        let classes = document.classes
        guard let start = document.text.endOfEntry(at: tokens.lowerBound, in: classes.bodyHead),
            start < tokens.upperBound,
            let type = document.value(tokens.lowerBound..<start, in: classes.bodyHead),
            Self.namedTypes.contains(type), !document.isMark(start, ".")
        else { return }
        var end = start
        while end < tokens.upperBound, document.shape(end).isSuperset(of: [.word, .initialUpper]),
            !document.has(end, classes.given.union(classes.family).union(classes.place).union(classes.honorific))
        {
            end += 1
        }
        guard end > start, end - start > 1 || type == "company" && document.text.annotations[start].classes.isEmpty
        else { return }
        // "Tani Mulya" of "Koperasi Tani Mulya Abadi" as well.
        for end in (min(start + 2, end)...end).reversed() { add(start..<end, .organization, of: tokens, document) }
    }

    /// The types of bodies that are called without their head.
    private static let namedTypes: Set = ["company", "ngo", "association", "media", "club"]

    /// The short form of a field, and the letters in a bracket behind it, of whatever language: "Kementerian P2MI",
    /// "Kementerian Perdagangan Vietnam (MOIT)".
    private mutating func rememberMinistry(_ tokens: Range<Int>, _ document: borrowing Document) {
        let last = tokens.upperBound - 1
        if tokens.count == 2, document.shape(last).isSuperset(of: [.word, .allUpper]),
            document.shape(last).contains(.digit) || document.text.annotations[last].classes.isEmpty
        {
            add(last..<last + 1, .ministry, of: tokens, document)
        }
        if tokens.count > 1, let short = document.bracketedShortForm(behind: tokens.upperBound) {
            add(short, .ministry, of: tokens, document)
        }
    }

    // MARK: - What is named again

    /// The proposals for the names that start at a token.
    func propose(at token: Int, _ key: UInt64, _ document: borrowing Document, _ candidates: inout [Candidate]) {
        let shape = document.shape(token)
        guard shape.contains(.initialUpper) else { return }
        for name in names[key] ?? [] {
            let tokens = token..<token + name.keys.count
            guard tokens != name.entity, tokens.upperBound <= document.tokenCount,
                !name.isUpper || shape.contains(.allUpper),
                name.keys.indices.dropFirst().allSatisfy({
                    document.key(token + $0..<token + $0 + 1) == name.keys[$0]
                        && !document.shape(token + $0).contains(.lineBefore)
                }),
                isFree(tokens, name.kind, document)
            else { continue }
            candidates.append(
                Candidate(
                    kind: .mention(name.kind), tokens: tokens,
                    weight: name.kind == .location ? Self.placeWeight : Self.bodyWeight,
                    rule: Self.ruleName(name.kind),
                    detail: .shortForm(of: name.entity)))
        }
        if !bodies.isEmpty, let body = body(at: token, document) {
            candidates.append(
                Candidate(
                    kind: .mention(.organization), tokens: token..<token + 1, weight: Self.bodyWeight,
                    rule: "organization.remembered", detail: .shortForm(of: body)))
        }
    }

    private static func ruleName(_ kind: BuiltInKind) -> String {
        switch kind {
        case .ministry: "ministry.remembered"
        case .location: "location.remembered"
        default: "organization.remembered"
        }
    }

    /// The body that one word abbreviates: "Dishub" by the lists, "LKHT" by its letters.
    private func body(at token: Int, _ document: borrowing Document) -> Range<Int>? {
        let shape = document.shape(token)
        if document.has(token, document.classes.acronym) {
            guard document.has(token, document.classes.bodyHead),
                !document.shape(min(token + 1, document.tokenCount - 1)).contains(.initialUpper)
            else { return nil }
            for reading in document.text.values(
                of: token..<token + 1, in: document.classes.acronym, document.grammar.lexicon)
            {
                if let body = bodies[reading.lowercased()] { return body }
            }
            return nil
        }
        guard shape.contains(.allUpper), 3...8 ~= document.text.tokens[token].utf8Range.count,
            document.text.annotations[token].classes.isEmpty, !document.shoutedSentences[document.sentence(of: token)]
        else { return nil }
        return bodies[document.string(token..<token + 1)]
    }

    /// Whether a name stands by itself here, and not as a part of a longer one or as an ordinary word.
    private func isFree(_ tokens: Range<Int>, _ kind: BuiltInKind, _ document: borrowing Document) -> Bool {
        let first = tokens.lowerBound
        if document.shape(first).contains(.sentenceStart), tokens.count == 1,
            document.has(first, document.classes.anyWord), !document.has(first, document.classes.bareBody)
        {
            return false
        }
        guard !document.continuesName(first) else { return false }
        // "Rawa Hijau menyediakan modul": ordinary words are a name where they act.
        if kind == .organization, tokens.count > 1, tokens.allSatisfy({ document.has($0, document.classes.common) }),
            !document.starts(first, document.classes.bodyHead),
            tokens.upperBound == document.tokenCount || !document.isActive(tokens.upperBound)
        {
            return false
        }
        guard kind == .location, tokens.upperBound < document.tokenCount else { return true }
        let next = document.shape(tokens.upperBound)
        return !next.isSuperset(of: [.word, .initialUpper, .spaceBefore]) || next.contains(.sentenceStart)
            || document.has(tokens.upperBound, document.classes.beforeName.union(document.classes.direction))
    }
}

extension Document {
    /// A single word in capitals in a bracket that begins at a token: "(MOIT)".
    func bracketedShortForm(behind token: Int) -> Range<Int>? {
        guard token + 2 < tokenCount, isMark(token, "("), isMark(token + 2, ")"),
            shape(token + 1).isSuperset(of: [.word, .allUpper]), shape(token + 1).isDisjoint(with: [.singleLetter]),
            !has(token + 1, classes.country)
        else { return nil }
        return token + 1..<token + 2
    }

    /// Whether the letters of a word stand in this order in some others, or the first one at their start, as most short
    /// forms' do.
    func areLetters(_ short: Int, of long: Range<Int>) -> Bool {
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

    /// Whether a token is a verb of what somebody does: "menyediakan".
    fileprivate func isActive(_ token: Int) -> Bool {
        let range = text.tokens[token].utf8Range
        return has(token, classes.verb)
            || shape(token).contains(.allLower) && range.count > 5 && bytes[range.lowerBound] == UInt8(ascii: "m")
                && bytes[range.lowerBound + 1] == UInt8(ascii: "e")
    }
}
