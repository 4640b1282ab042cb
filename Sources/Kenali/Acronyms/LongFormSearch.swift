import KenaliLexicon
import KenaliRules
import KenaliText

/// Looks in a whole document for the name that an unknown short form abbreviates.
///
/// Only names whose letters leave no doubt count: capitalized words that each give their first letter, or for blends
/// the syllable they start with. Two different names that fit are none.
struct LongFormSearch {
    /// The tokens at which two capitalized words start, by the first letter from a to z.
    private var starts: [[Int32]]
    /// How many short forms of a document are looked for, which keeps the time linear in the text.
    private var remaining = 64

    /// How many places are compared for one of them, and how many looked at.
    private static let mostPlaces = 64
    private static let mostLooks = 1024
    /// The most words of a name.
    private static let longestName = 8
    /// The least letters of a blend.
    private static let shortestBlend = 5

    /// - Complexity: O(*n*), *n* the number of tokens.
    init(_ document: borrowing Document) {
        starts = Array(repeating: [], count: 26)
        for token in 0..<max(0, document.tokenCount - 1)
        where document.shape(token).isSuperset(of: [.word, .initialUpper])
            && !document.shape(token + 1).isDisjoint(with: [.word, .punctuation])
        {
            let letter = Int(document.bytes[document.text.tokens[token].utf8Range.lowerBound] &- 0x41)
            if letter < 26 { starts[letter].append(Int32(token)) }
        }
    }

    /// The name that the short form abbreviates, nil when there is none or more than one.
    mutating func longForm(of short: String, in document: borrowing Document) -> String? {
        guard remaining > 0, let form = ShortForm(short), form.letterCount >= 3, form.style != .lowerBlend,
            let letters = form.readings.first
        else { return nil }
        let isBlend = form.style == .blend
        if isBlend, form.letterCount < Self.shortestBlend { return nil }
        let index = Int(letters[0].value) - 0x61
        guard starts.indices.contains(index) else { return nil }
        remaining -= 1
        var places = Self.mostPlaces
        var found: String?
        for start in starts[index].prefix(Self.mostLooks) {
            let token = Int(start)
            if isBlend, !document.starts(token, with: letters) { continue }
            places -= 1
            guard places > 0 else { break }
            if !isBlend, !document.goesOn(token, with: letters[1]) { continue }
            let words = document.name(from: token, atMost: Self.longestName)
            guard words.count >= 2, let count = Self.count(words.map(\.word), form, isBlend: isBlend) else { continue }
            let name = document.string(token..<words[count - 1].token + 1)
            if let found, found.lowercased() != name.lowercased() { return nil }
            found = found ?? name
        }
        return found
    }

    /// How many words from the first on make the long form.
    private static func count(_ words: [LongFormWord], _ form: ShortForm, isBlend: Bool) -> Int? {
        for count in stride(from: 2, through: words.count, by: 1) {
            let some = Array(words.prefix(count))
            guard some.last?.role == .content, let found = DefinitionAligner.align(some, to: form, isWhole: true),
                found.cost == 0, !isBlend || form.letterCount >= 2 * count,
                !some.contains(where: { $0.letters == form.readings.first }),
                // "Edidarman" is Edi Darman spelled otherwise.
                some.reduce(0, { $0 + $1.letters.count }) > form.letterCount
            else { continue }
            return count
        }
        return nil
    }
}

extension Document {
    /// Unknown words that blend a name of the document: "Zoriskel", where it says "Zona Riset Kelautan" elsewhere.
    ///
    /// - Complexity: O(*n*), *n* the number of tokens.
    func blends() -> [Candidate] {
        var search: LongFormSearch?
        var known: [UInt64: Bool] = [:]
        var candidates: [Candidate] = []
        for token in 0..<tokenCount where text.annotations[token].lexeme < 0 || shape(token).contains(.innerUpper) {
            let shape = shape(token)
            guard shape.isSuperset(of: [.word, .initialUpper]), shape.isDisjoint(with: .nonASCII),
                text.tokens[token].utf8Range.count >= 5
            else { continue }
            // A hashtag may be any words.
            if !shape.contains(.spaceBefore), isMark(token - 1, "#") || isMark(token - 1, "@") { continue }
            if isMixedForm(token) {
                candidates.append(
                    Candidate(
                        kind: .mention(.acronym), tokens: token..<token + 1, weight: Self.blendWeight,
                        rule: "acronym.mixed", detail: .none))
                continue
            }
            guard text.annotations[token].lexeme < 0, shape.isDisjoint(with: [.allUpper, .digit]), !isBehindHead(token)
            else { continue }
            let key = key(token..<token + 1)
            let isBlend: Bool
            if let known = known[key] {
                isBlend = known
            } else {
                var started = search ?? LongFormSearch(self)
                search = nil
                isBlend = started.longForm(of: string(token..<token + 1), in: self) != nil
                search = started
                known[key] = isBlend
            }
            guard isBlend else { continue }
            candidates.append(
                Candidate(
                    kind: .mention(.acronym), tokens: token..<token + 1, weight: Self.blendWeight,
                    rule: "acronym.document", detail: .none))
        }
        return candidates
    }

    private static let blendWeight = 50

    /// Whether a word is capitals with small letters or digits between, as short forms are: see ``MixedForm``.
    private func isMixedForm(_ token: Int) -> Bool {
        let range = text.tokens[token].utf8Range
        guard let form = MixedForm(bytes.extracting(range)) else { return false }
        guard let tail = form.tail else { return true }
        return grammar.lexicon.hasWord(
            bytes.extracting(range.upperBound - tail..<range.upperBound), of: classes.shortTail)
    }

    /// Whether a word is the name of what stands before it, or a part of that: "Kampung Cibojong", "PT MAM Energindo".
    private func isBehindHead(_ token: Int) -> Bool {
        let heads = classes.placeHead.union(classes.bodyHead)
        return (max(0, token - 2)..<token).contains { has($0, heads) && shape($0 + 1).contains(.spaceBefore) }
    }

    /// Whether a word starts with the first two of these letters, without regard to case; ASCII letters only.
    fileprivate func starts(_ token: Int, with letters: [Unicode.Scalar]) -> Bool {
        let range = text.tokens[token].utf8Range
        guard range.count >= 2, letters.count >= 2 else { return false }
        for offset in 0..<2 where UInt32(bytes[range.lowerBound + offset] | 0x20) != letters[offset].value {
            return false
        }
        return true
    }

    /// Whether a name that starts at a token can give this letter second, as far as a look at it tells: as the first letter of
    /// one of the next words, or as its own second one.
    fileprivate func goesOn(_ token: Int, with letter: Unicode.Scalar) -> Bool {
        let range = text.tokens[token].utf8Range
        func isIt(_ byte: UInt8) -> Bool { byte >= 0x80 || UInt32(byte | 0x20) == letter.value }
        // A digit may be written as a word.
        guard letter.value >= 0x61, letter.isASCII else { return true }
        if range.count > 1, isIt(bytes[range.lowerBound + 1]) { return true }
        for next in token + 1..<min(tokenCount, token + 5) where isIt(bytes[text.tokens[next].utf8Range.lowerBound]) {
            return true
        }
        return false
    }

    /// The capitalized words from a token on, function words between them, on one line.
    fileprivate func name(from start: Int, atMost limit: Int) -> [(token: Int, word: LongFormWord)] {
        var words: [(token: Int, word: LongFormWord)] = []
        var index = start
        while index < tokenCount, words.count < limit {
            let shape = shape(index)
            guard shape.contains(.word), index == start || shape.isDisjoint(with: [.lineBefore, .sentenceStart]),
                shape.contains(.initialUpper) || has(index, classes.definitionFunction)
            else { break }
            words.append((index, longFormWord(index)))
            index += 1
        }
        return words
    }
}
