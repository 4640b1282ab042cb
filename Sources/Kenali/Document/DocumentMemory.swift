import KenaliLexicon
import KenaliText

/// What a document establishes once and then uses again, before and after: names of persons, bodies and places, and what
/// its short forms stand for. It is kept from document to document for its room.
struct DocumentMemory: Sendable {
    /// What the text defines.
    private(set) var shortForms = ShortFormMemory()
    /// The bodies, ministries and places that stand.
    private var entities = EntityMemory()
    /// The person whose name was the first to hold a word, by the word's key.
    private var persons = KeyTable()
    /// How these words look, and those by which the rest is remembered.
    private var looks = WordLooks()
    /// The keys of the words of these names, one name behind the other, and where each ends.
    private var names: [UInt64] = []
    private var nameEnds: [Int32] = []
    /// The persons that stand already, and need no memory, in order.
    private var known: [Range<Int32>] = []

    /// The weight of a remembered name: above that of a bare guess, below that of a name with a title.
    private static let nameWeight = 58

    /// The keys of initials that stand for a person, and are no short forms.
    var initials: Set<UInt64> { shortForms.initials }

    /// Learns from what stands after the first competition, in place of what was learnt before.
    mutating func learn(_ standing: [Candidate], _ definitions: [Definition], _ document: borrowing Document) {
        persons.removeAll()
        looks.removeAll()
        names.removeAll(keepingCapacity: true)
        nameEnds.removeAll(keepingCapacity: true)
        known.removeAll(keepingCapacity: true)
        entities.removeAll()
        entities.learn(standing, document)
        for candidate in standing where candidate.isMention(.person) {
            guard case .match(let match) = candidate.detail else { continue }
            known.append(Int32(candidate.tokens.lowerBound)..<Int32(candidate.tokens.upperBound))
            remember(document.nameTokens(candidate.tokens, match), document)
        }
        shortForms.learn(standing, definitions, document)
        looks.formUnion(entities.looks)
        looks.formUnion(shortForms.looks)
    }

    /// Remembers a name if it is the first one with one of its words.
    private mutating func remember(_ name: Range<Int>, _ document: borrowing Document) {
        let first = names.count
        var isNew = false
        for token in name where document.text.tokens[token].utf8Range.count >= 3 && document.isNameWord(token) {
            let key = document.key(at: token)
            names.append(key)
            // A word of the language that is no name by itself would be found wherever it has a capital: "Bangsa".
            let isWord =
                document.has(token, document.classes.common) && !document.has(token, document.classes.personName)
            if persons[key] == nil, !isWord || name.count == 1 {
                persons[key] = nameEnds.count
                looks.insert(document.bytes.extracting(document.text.tokens[token].utf8Range))
                isNew = true
            }
        }
        if isNew { nameEnds.append(Int32(names.count)) } else { names.removeLast(names.count - first) }
    }

    /// What the document says that the short form at these tokens stands for: by its last definition before them, else
    /// by its first.
    func expansion(_ tokens: Range<Int>, _ document: borrowing Document) -> String? {
        shortForms.expansion(tokens, document)
    }

    /// Proposes what is remembered where it is named again; no person at the tokens of things.
    ///
    /// - Complexity: O(*n*), *n* the number of tokens.
    mutating func propose(in document: borrowing Document, without things: TokenSet, to proposals: inout Proposals) {
        shortForms.proposeBodies(to: &proposals)
        guard !persons.isEmpty || !entities.isEmpty || !shortForms.isEmpty else { return }
        let tokens = document.text.tokens.span
        var nextKnown = 0
        var index = 0
        while let token = nextWord(from: index, document) {
            index = token + 1
            let isCapitalized = tokens[token].shape.contains(.initialUpper)
            guard looks.mayHold(tokens[token], document.bytes) else {
                if isCapitalized { entities.proposeBody(at: token, document, &proposals) }
                continue
            }
            let key = document.key(at: token)
            shortForms.propose(at: token, key, document, &proposals)
            if isCapitalized {
                entities.proposeNames(at: token, key, document, &proposals)
                entities.proposeBody(at: token, document, &proposals)
            }
            shortForms.proposeLonger(at: token, key, document, &proposals)
            guard isCapitalized, let person = persons[key] else { continue }
            let length = nameLength(of: person, at: token, document)
            guard length > 0 else { continue }
            index = token + length
            while nextKnown < known.count, known[nextKnown].lowerBound < token { nextKnown += 1 }
            let isKnown = nextKnown < known.count && known[nextKnown] == Int32(token)..<Int32(index)
            if !isKnown, !things.contains(token) {
                let start = document.article(before: token) ?? token
                proposals.add(
                    Candidate(
                        kind: .mention(.person), tokens: start..<index, weight: Self.nameWeight,
                        rule: .memory(.personRemembered)))
            }
        }
    }

    /// The next word that something remembered may begin with.
    @inline(__always)
    private func nextWord(from token: Int, _ document: borrowing Document) -> Int? {
        guard shortForms.hasSmallForms else { return document.capitalized.first(from: token) }
        var token = token
        while token < document.tokenCount {
            if document.shape(token).contains(.word) { return token }
            token += 1
        }
        return nil
    }

    /// How many tokens from here on are words of one remembered name.
    private func nameLength(of person: Int, at start: Int, _ document: borrowing Document) -> Int {
        // A word that is also a common one needs more than the capital that every sentence starts with: "Lalu ia pergi".
        if document.shape(start).contains(.sentenceStart),
            document.has(start, document.classes.function)
                || document.has(start, document.classes.common) && !document.has(start, document.classes.given)
        {
            return 0
        }
        // In capitals among small letters it is an abbreviation; "National Single Window", "SDN Trate": part of another name.
        if document.isLoud(start) || document.continuesName(start) { return 0 }
        let name = (person > 0 ? Int(nameEnds[person - 1]) : 0)..<Int(nameEnds[person])
        var end = start + 1
        while end < document.tokenCount, document.shape(end).contains(.initialUpper),
            names[name].contains(document.key(at: end))
        {
            end += 1
        }
        return end - start
    }
}

extension Document {
    /// The article that a hyphen joins to the name at a token: "Al-Derazi".
    fileprivate func article(before token: Int) -> Int? {
        guard token >= 2, isMark(token - 1, "-"), !shape(token).contains(.spaceBefore),
            !shape(token - 1).contains(.spaceBefore), shape(token - 2).contains(.initialUpper),
            has(token - 2, classes.nameArticle)
        else { return nil }
        return token - 2
    }
}
