import KenaliLexicon
import KenaliText

/// Looks in a whole document for the name that an unknown short form abbreviates.
///
/// Only names whose letters leave no doubt count: capitalized words that each give their first letter, or for blends
/// the syllable they start with. Two different names that fit are none.
struct LongFormSearch: Sendable {
    /// The tokens at which two capitalized words start, as a list in the order of the text for each first letter from a to z,
    /// and the first of each list; -1 behind the last.
    private var starts: [(token: Int32, next: Int32)] = []
    private var firstStarts = [Int32](repeating: -1, count: 26)
    private var words = DefinitionWords()
    /// Whether these are of the document in hand.
    private var isPrepared = false
    /// How many short forms of a document are looked for yet, which keeps the time linear in the text.
    private var remaining = 0

    private static let mostSearches = 64
    /// How many places are compared for one of them, and how many looked at.
    private static let mostPlaces = 64
    private static let mostLooks = 1024
    /// The most words of a name.
    private static let longestName = 8
    /// The least letters of a blend.
    private static let shortestBlend = 5

    init() {}

    /// Begins with another document.
    mutating func begin() {
        isPrepared = false
        remaining = Self.mostSearches
    }

    /// Begins with other short forms of the same document.
    mutating func beginAgain() { remaining = Self.mostSearches }

    /// Lists where names may start.
    ///
    /// - Complexity: O(*n*), *n* the number of tokens.
    private mutating func prepare(_ document: borrowing Document) {
        isPrepared = true
        starts.removeAll(keepingCapacity: true)
        for letter in firstStarts.indices { firstStarts[letter] = -1 }
        let tokens = document.text.tokens.span
        // From the end, so that each comes in front of those behind it.
        var end = tokens.count - 2
        while end >= 0, let token = document.capitalized.last(upTo: end) {
            end = token - 1
            // Another word or a mark must follow.
            guard !tokens[token + 1].shape.isDisjoint(with: [.word, .punctuation]) else { continue }
            let letter = Int(document.bytes[Int(tokens[token].start)] &- 0x41)
            guard letter < 26 else { continue }
            starts.append((Int32(token), firstStarts[letter]))
            firstStarts[letter] = Int32(starts.count - 1)
        }
    }

    /// The tokens of the name that the short form abbreviates, nil when there is none or more than one.
    mutating func longForm(of short: Span<UInt8>, in document: borrowing Document) -> Range<Int>? {
        guard remaining != 0, let form = ShortForm(short), form.letterCount >= 3, form.style != .lowerBlend else {
            return nil
        }
        let isBlend = form.style == .blend
        if isBlend, form.letterCount < Self.shortestBlend { return nil }
        let letter = Int(form.letters[0]) - 0x61
        guard 0..<26 ~= letter else { return nil }
        if !isPrepared { prepare(document) }
        remaining -= 1
        var places = Self.mostPlaces
        var found: Range<Int>?
        var looks = 0
        var next = Int(firstStarts[letter])
        while next >= 0, looks < Self.mostLooks {
            let token = Int(starts[next].token)
            next = Int(starts[next].next)
            looks += 1
            if isBlend, !document.starts(token, with: form.letters) { continue }
            places -= 1
            guard places > 0 else { break }
            if !isBlend, !document.goesOn(token, with: form.letters[1]) { continue }
            words.find(nameFrom: token, atMost: Self.longestName, document)
            guard words.count >= 2, let count = count(form, isBlend: isBlend, document) else { continue }
            let name = token..<words.token(count - 1) + 1
            if let found, !document.areEqual(found, name) { return nil }
            found = found ?? name
        }
        return found
    }

    /// How many words from the first on make the long form.
    private mutating func count(_ form: ShortForm, isBlend: Bool, _ document: borrowing Document) -> Int? {
        words.read(0, in: document)
        guard words[0].letters != form.letters else { return nil }
        var letterCount = words[0].letters.count
        for count in stride(from: 2, through: words.count, by: 1) {
            words.read(count - 1, in: document)
            if words[count - 1].letters == form.letters { return nil }
            letterCount += words[count - 1].letters.count
            guard words[count - 1].role == .content, !isBlend || form.letterCount >= 2 * count,
                // "Edidarman" is Edi Darman spelled otherwise.
                letterCount > form.letterCount,
                let found = DefinitionAligner.align(&words, 0..<count, to: form, isWhole: true, in: document),
                found.cost == 0
            else { continue }
            return count
        }
        return nil
    }
}

extension Document {
    /// Whether a word starts with the first two of these letters, without regard to case; ASCII letters only.
    fileprivate func starts(_ token: Int, with letters: Letters) -> Bool {
        let range = text.tokens[token].utf8Range
        return range.count >= 2 && letters.count >= 2 && UInt16(bytes[range.lowerBound] | 0x20) == letters[0]
            && UInt16(bytes[range.lowerBound + 1] | 0x20) == letters[1]
    }

    /// Whether a name that starts at a token can give this letter second, as far as a look at it tells: as the first letter of
    /// one of the next words, or as its own second one.
    fileprivate func goesOn(_ token: Int, with letter: UInt16) -> Bool {
        let range = text.tokens[token].utf8Range
        func isIt(_ byte: UInt8) -> Bool { byte >= 0x80 || UInt16(byte | 0x20) == letter }
        // A digit may be written as a word.
        guard 0x61..<0x80 ~= letter else { return true }
        if range.count > 1, isIt(bytes[range.lowerBound + 1]) { return true }
        for next in token + 1..<min(tokenCount, token + 5) where isIt(bytes[text.tokens[next].utf8Range.lowerBound]) {
            return true
        }
        return false
    }

    /// Whether two names are written alike, without regard to case.
    fileprivate func areEqual(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        guard left.count == right.count else { return false }
        let distance = right.lowerBound - left.lowerBound
        return left.allSatisfy { key($0..<$0 + 1) == key($0 + distance..<$0 + distance + 1) }
    }
}
