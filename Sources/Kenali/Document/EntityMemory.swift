import KenaliLexicon
import KenaliRules
import KenaliText

/// The bodies, ministries and places that stand, by the names under which a text speaks of them again: the short form of
/// a body's long name, what stands behind its head, a place that was proved once.
struct EntityMemory: Sendable {
    /// The first of the names that start with a word, by the word's key.
    private var firstNames = KeyTable()
    /// How these words look.
    private(set) var looks = WordLooks()
    private var names: [Name] = []
    /// The keys of the words of the names, one name behind the other.
    private var keys: [UInt64] = []
    /// The bodies with names of several words.
    private var bodies: [TokenRun] = []
    /// The first of them whose name begins with some words, by a hash of these words, or that has some initials: read when the
    /// first word asks that may be a short form of one.
    private var bodiesByStart = KeyTable()
    private var areStartsRead = false

    /// A run of tokens.
    private struct TokenRun {
        var start: Int32
        var end: Int32

        init(_ tokens: Range<Int>) { (start, end) = (Int32(tokens.lowerBound), Int32(tokens.upperBound)) }

        var range: Range<Int> { Int(start)..<Int(end) }
    }

    /// A name, and the entity that it is one of.
    private struct Name {
        var firstKey: Int32
        var keyCount: Int8
        var kind: BuiltInKind
        /// Whether it counts only in capitals.
        var isUpper: Bool
        var entity: TokenRun
        /// The next name with the same first word; -1 behind the last.
        var next: Int32 = -1
    }

    /// The most names that start with one word.
    private static let mostNames = 8
    /// The most words of a name that is remembered.
    private static let longestName = 6
    /// Above that of a guess, below that of what the lists know.
    private static let placeWeight = 57
    private static let bodyWeight = 73

    var isEmpty: Bool { names.isEmpty && bodies.isEmpty }

    mutating func removeAll() {
        firstNames.removeAll()
        looks.removeAll()
        names.removeAll(keepingCapacity: true)
        keys.removeAll(keepingCapacity: true)
        bodies.removeAll(keepingCapacity: true)
        bodiesByStart.removeAll()
        areStartsRead = false
    }

    /// - Complexity: O(*n*), *n* the number of tokens of what stands.
    mutating func learn(_ standing: [Candidate], _ document: borrowing Document) {
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
        let key = document.key(at: tokens.lowerBound)
        var last: Int?
        var count = 0
        var next = firstNames[key] ?? -1
        while next >= 0 {
            if isName(next, tokens, document) { return }
            last = next
            count += 1
            next = Int(names[next].next)
        }
        guard count < Self.mostNames else { return }
        if let last {
            names[last].next = Int32(names.count)
        } else {
            firstNames[key] = names.count
            looks.insert(document.bytes.extracting(document.text.tokens[tokens.lowerBound].utf8Range))
        }
        let isUpper = tokens.count == 1 && document.shape(tokens.lowerBound).contains(.allUpper)
        names.append(
            Name(
                firstKey: Int32(keys.count), keyCount: Int8(tokens.count), kind: kind, isUpper: isUpper,
                entity: TokenRun(entity)))
        for token in tokens { keys.append(document.key(at: token)) }
    }

    /// Whether a name has these tokens, whose first word is its first.
    private func isName(_ number: Int, _ tokens: Range<Int>, _ document: borrowing Document) -> Bool {
        guard Int(names[number].keyCount) == tokens.count else { return false }
        return tokens.dropFirst().allSatisfy {
            keys[Int(names[number].firstKey) + $0 - tokens.lowerBound] == document.key(at: $0)
        }
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
        if tokens.count > 1, let head = PlaceReader.head(tokens, document), head.type.isDropped,
            head.type != .region
        {
            let first = head.name.lowerBound
            if head.name.count > 1 || !document.has(first, document.classes.anyWord),
                !document.text.isEntry(head.name, in: document.classes.placeSure),
                !document.has(head.name.upperBound - 1, document.classes.direction)
            {
                add(head.name, .location, of: tokens, document)
            }
        }
        guard !document.text.isEntry(tokens, in: document.classes.placeSure), !document.isShouted(first) else {
            return
        }
        add(tokens, .location, of: tokens, document)
    }

    private mutating func rememberBody(_ tokens: Range<Int>, _ document: borrowing Document) {
        let first = tokens.lowerBound
        guard !document.isShouted(first) else { return }
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
        bodies.append(TokenRun(tokens))
    }

    /// Reads by which names bodies may be known, unless that was done.
    private mutating func readStarts(_ document: borrowing Document) {
        guard !areStartsRead else { return }
        areStartsRead = true
        for body in bodies.indices { readStarts(of: body, document) }
    }

    /// Reads the names that a body has by its first words, and by its initials.
    private mutating func readStarts(of body: Int, _ document: borrowing Document) {
        let tokens = bodies[body].range
        let first = tokens.lowerBound
        var name = WordsHash()
        // "Kesbangpol" leaves "Badan" out.
        var rest = WordsHash()
        var initials = WordsHash(isInitials: true)
        for token in tokens {
            let range = document.text.tokens[token].utf8Range
            let word = document.bytes.extracting(range)
            let isGlued = !document.shape(token).contains(.spaceBefore)
            name.append(word, isGlued: isGlued)
            // "Dishub" speaks of "Dinas Perhubungan Kota Salatiga"; "SPPG" of no one kitchen.
            if token + 1 == tokens.upperBound || isSeat(token + 1, document) { add(name, body) }
            if token > first {
                rest.append(word, isGlued: isGlued)
                if token > first + 1, isSeat(token + 1, document) { add(rest, body) }
            }
            if document.shape(token).contains(.initialUpper) { initials.append(initialOf: word) }
        }
        add(initials, body)
    }

    private mutating func add(_ name: WordsHash, _ body: Int) {
        if bodiesByStart[name.value] == nil { bodiesByStart[name.value] = body }
    }

    /// Whether a place begins at a token, or the word for one.
    private func isSeat(_ token: Int, _ document: borrowing Document) -> Bool {
        token < document.tokenCount && document.starts(token, document.classes.anyPlaceStart)
    }

    /// What stands behind the head of a firm or a society, when it is no person's name and no place: "Rawa Hijau" of
    /// "Lembaga Kajian Rawa Hijau".
    private mutating func rememberProperPart(_ tokens: Range<Int>, _ document: borrowing Document) {
        let classes = document.classes
        guard let start = document.text.endOfEntry(at: tokens.lowerBound, in: classes.bodyHead),
            start < tokens.upperBound
        else { return }
        var end = start
        while end < tokens.upperBound, document.shape(end).isSuperset(of: [.word, .initialUpper]),
            !document.has(end, classes.nameOrPlaceOrHonorific)
        {
            end += 1
        }
        guard end > start, let type = NamedBodyType(tokens.lowerBound..<start, document),
            end - start > 1 || type == .company && document.text.annotations.classes(at: start).isEmpty
        else { return }
        // "Tani Mulya" of "Koperasi Tani Mulya Abadi" as well.
        for end in (min(start + 2, end)...end).reversed() { add(start..<end, .organization, of: tokens, document) }
    }

    /// The short form of a field, and the letters in a bracket behind it, of whatever language: "Kementerian P2MI",
    /// "Kementerian Perdagangan Vietnam (MOIT)".
    private mutating func rememberMinistry(_ tokens: Range<Int>, _ document: borrowing Document) {
        let last = tokens.upperBound - 1
        if tokens.count == 2, document.shape(last).isSuperset(of: [.word, .allUpper]),
            document.shape(last).contains(.digit) || document.text.annotations.classes(at: last).isEmpty
        {
            add(last..<last + 1, .ministry, of: tokens, document)
        }
        if tokens.count > 1, let short = document.bracketedShortForm(behind: tokens.upperBound) {
            add(short, .ministry, of: tokens, document)
        }
    }

    // MARK: - What is named again

    /// Proposes the names that start with a word.
    @inline(__always)
    func proposeNames(
        at token: Int, _ key: UInt64, _ document: borrowing Document, _ proposals: inout Proposals
    ) {
        // Most words are none of them.
        if let first = firstNames[key] { propose(from: first, at: token, document, &proposals) }
    }

    /// Proposes the body that a word is a short form of.
    @inline(__always)
    mutating func proposeBody(at token: Int, _ document: borrowing Document, _ proposals: inout Proposals) {
        guard !bodies.isEmpty, let body = body(at: token, document) else { return }
        proposals.add(
            Candidate(
                kind: .mention(.organization), tokens: token..<token + 1, weight: Self.bodyWeight,
                rule: .memory(.organizationRemembered), detail: .shortForm(of: body)))
    }

    /// Proposes those of the names with one first word that stand at a token.
    private func propose(
        from first: Int, at token: Int, _ document: borrowing Document, _ proposals: inout Proposals
    ) {
        var next = first
        while next >= 0 {
            let name = names[next]
            let tokens = token..<token + Int(name.keyCount)
            if tokens != name.entity.range, isNamed(next, tokens, document) {
                proposals.add(
                    Candidate(
                        kind: .mention(name.kind), tokens: tokens,
                        weight: name.kind == .location ? Self.placeWeight : Self.bodyWeight,
                        rule: .memory(.remembered(name.kind)), detail: .shortForm(of: name.entity.range)))
            }
            next = Int(name.next)
        }
    }

    /// Whether some tokens, the first of which is the name's, name it again.
    private func isNamed(_ number: Int, _ tokens: Range<Int>, _ document: borrowing Document) -> Bool {
        tokens.upperBound <= document.tokenCount
            && (!names[number].isUpper || document.shape(tokens.lowerBound).contains(.allUpper))
            && isName(number, tokens, document)
            && tokens.dropFirst().allSatisfy { !document.shape($0).contains(.lineBefore) }
            && isFree(tokens, names[number].kind, document)
    }

    /// The body that one word abbreviates: "Dishub" by the lists, "LKHT" by its letters.
    @inline(__always)
    private mutating func body(at token: Int, _ document: borrowing Document) -> Range<Int>? {
        if document.has(token, document.classes.acronym) { return listedBody(at: token, document) }
        // Most words are none in capitals.
        return document.shape(token).contains(.allUpper) ? body(ofInitials: token, document) : nil
    }

    private mutating func listedBody(at token: Int, _ document: borrowing Document) -> Range<Int>? {
        guard document.has(token, document.classes.bodyHead),
            !document.shape(min(token + 1, document.tokenCount - 1)).contains(.initialUpper)
        else { return nil }
        readStarts(document)
        return document.text.firstValue(
            of: token..<token + 1, in: document.classes.acronym, document.grammar.lexicon
        ) { bodiesByStart[WordsHash(reading: $0).value] }.map { bodies[$0].range }
    }

    private mutating func body(ofInitials token: Int, _ document: borrowing Document) -> Range<Int>? {
        guard 3...8 ~= document.text.tokens[token].utf8Range.count,
            document.text.annotations.classes(at: token).isEmpty, !document.isShouted(token)
        else { return nil }
        var initials = WordsHash(isInitials: true)
        for index in document.text.tokens[token].utf8Range { initials.append(initial: document.bytes[index]) }
        readStarts(document)
        return bodiesByStart[initials.value].map { bodies[$0].range }
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
            || document.has(tokens.upperBound, document.classes.beforeNameOrDirection)
    }
}

/// A type of bodies that are called without their head, as the list of heads has it.
private enum NamedBodyType {
    case company, other

    /// Nil for the head of other bodies.
    init?(_ head: Range<Int>, _ document: borrowing Document) {
        let found = document.text.withValue(of: head, in: document.classes.bodyHead, document.grammar.lexicon) {
            value -> NamedBodyType? in
            if value.isEqual(to: "company") { return .company }
            for name in Self.others where value.isEqual(to: name) { return .other }
            return nil
        }
        guard let type = found ?? nil else { return nil }
        self = type
    }

    private static let others: [StaticString] = ["ngo", "association", "media", "club"]
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

    /// Whether a token is a verb of what somebody does: "menyediakan".
    fileprivate func isActive(_ token: Int) -> Bool {
        let range = text.tokens[token].utf8Range
        return has(token, classes.verb)
            || shape(token).contains(.allLower) && range.count > 5 && bytes[range.lowerBound] == UInt8(ascii: "m")
                && bytes[range.lowerBound + 1] == UInt8(ascii: "e")
    }
}
