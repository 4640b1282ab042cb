import KenaliLexicon
import KenaliRules
import KenaliText

/// Reads the definitions of short forms: the rules propose them, the letters confirm them.
struct DefinitionReader: Sendable {
    /// The words beside the short form that is being read.
    var words = DefinitionWords()
    /// The words of a reading of the lists, as keys.
    var known: [UInt64] = []
    /// The matches that propose definitions.
    private var matches: [Int32] = []

    /// The most tokens that a bracket with a long form has.
    private static let longestBracket = 30
    /// The most parts that a short form has behind its first: KUA-PPAS has one.
    static let mostParts = 3
    /// The most tokens before a short form that its long form can have.
    private static let longestLook = 3 * DefinitionAligner.longestForm

    /// The definitions of a document, in the order of the rules' matches.
    ///
    /// - Complexity: O(*m*), *m* the number of matches.
    mutating func definitions(of document: borrowing Document) -> [Definition] {
        matches.removeAll(keepingCapacity: true)
        for kind in [RuleKind.definition, .looseDefinition, .definitionAfter, .capitalDefinition] {
            matches.append(contentsOf: document.index[kind])
        }
        guard !matches.isEmpty else { return [] }
        matches.sort()
        var definitions: [Definition] = []
        for number in matches {
            let match = document.matches.matches[Int(number)]
            guard var found = definition(proposedBy: match, document) else { continue }
            if document.rules.kinds[Int(match.rule)] == .definition, let parts = parts(of: found, document) {
                found.isPair = true
                definitions += parts
            }
            definitions.append(found)
        }
        return definitions
    }

    /// The two definitions that one of a short form with a blank inside is, when each half of it stands for a part of the
    /// long form: of "Staf Khusus Menteri Pariwisata (Stafsus Menpar)". Nil for one that the lists have (Satpol PP), and
    /// for laws (UU ITE).
    private mutating func parts(of whole: Definition, _ document: borrowing Document) -> [Definition]? {
        let short = whole.short
        guard short.count >= 2,
            document.shape(short.upperBound - 1).isSuperset(of: [.word, .spaceBefore, .initialUpper]),
            !document.text.isEntry(short, in: document.classes.acronym),
            !document.has(short.lowerBound, document.classes.definitionLaw),
            let last = definition(
                of: short.upperBound - 1..<short.upperBound, longFormBefore: whole.long.upperBound, document),
            last.long.lowerBound > whole.long.lowerBound, last.long.upperBound == whole.long.upperBound,
            let first = definition(
                of: short.lowerBound..<short.upperBound - 1, longFormBefore: last.long.lowerBound, document),
            first.long.lowerBound == whole.long.lowerBound
        else { return nil }
        return [first, last]
    }

    /// Checks a definition that a rule proposes: a short form and words before or behind it.
    private mutating func definition(
        proposedBy match: RuleMatch, _ document: borrowing Document
    ) -> Definition? {
        let kind = document.rules.kinds[Int(match.rule)]
        guard let short = document.capture(.short, of: match) ?? document.form(before: match.tokens.lowerBound),
            !document.has(short.lowerBound, document.classes.neverShort)
        else { return nil }
        let (start, end) = (match.tokens.lowerBound, match.tokens.upperBound)
        if kind == .definitionAfter, document.isMark(start, "(") || document.isMark(start, "["),
            let long = Self.restOfBracket(end, document)
        {
            if let found = definition(of: short, longFormIs: long, document) { return found }
            // "UU ITE (Undang-Undang Informasi dan Transaksi Elektronik)"
            guard short.upperBound <= start, short.lowerBound > 0,
                document.shape(short.lowerBound).contains(.spaceBefore),
                document.shape(short.lowerBound - 1).isSuperset(of: [.word, .initialUpper])
            else { return nil }
            return definition(of: short.lowerBound - 1..<short.upperBound, longFormIs: long, document)
        }
        switch kind {
        case .definition: return definition(of: short, longFormBefore: start, document)
        case .looseDefinition: return definition(of: short, longFormBefore: start, isLoose: true, document)
        case .capitalDefinition:
            guard document.shape(short.lowerBound).contains(.allUpper), document.utf8Range(of: short).count > 1 else {
                return nil
            }
            return definition(of: short, longFormAfter: end, document)
        default: return definition(of: short, longFormAfter: end, document)
        }
    }

    /// The tokens from one inside a bracket to its end; nil when the bracket holds none, or too many.
    private static func restOfBracket(_ start: Int, _ document: borrowing Document) -> Range<Int>? {
        for end in start..<max(start, min(document.tokenCount, start + longestBracket)) {
            if document.isMark(end, ")") || document.isMark(end, "]") { return end > start ? start..<end : nil }
            if document.isMark(end, "(") || document.isMark(end, "[") { return nil }
        }
        return nil
    }

    // MARK: - The long form

    /// The long form ends before a token; how far back it goes the letters decide.
    private mutating func definition(
        of short: Range<Int>, longFormBefore end: Int, isLoose: Bool = false, _ document: borrowing Document
    ) -> Definition? {
        guard Self.mayEnd(end, short, document) else { return nil }
        words.find(before: end, document)
        // Lists of short forms are many.
        guard !areShortForms(words.all, document) else { return nil }
        guard let place = place(of: short, document) else { return nil }
        let end = words.count - place.dropped
        let taken = end - place.count..<end
        if place.cost > (isLoose ? taken.count / 2 : document.isCommon(short) ? taken.count : .max) { return nil }
        if isLoose, document.utf8Range(of: place.short).count == 2, !isName(taken, document) { return nil }
        // Two letters are too few for a list.
        if taken.count == 2, words.isBehindComma(taken.upperBound - 1) { return nil }
        return makeDefinition(of: place.short, by: taken, cost: place.cost, document)
    }

    /// All of these tokens are the long form, but for words that a writer adds behind it.
    private mutating func definition(
        of short: Range<Int>, longFormIs long: Range<Int>, _ document: borrowing Document
    ) -> Definition? {
        // Most brackets hold a short form, a party, a number of years.
        guard let first = document.firstWord(of: long), document.firstWord(of: first + 1..<long.upperBound) != nil,
            let form = ShortForm(document.bytes.extracting(document.utf8Range(of: short))),
            Self.mayStart(first, form, short, document) || document.hasReading(short)
        else { return nil }
        words.find(long, document)
        for dropped in 0...min(2, words.count - 1) {
            let rest = 0..<words.count - dropped
            if let known = knownCount(rest, short, document), known == rest.count {
                return makeDefinition(of: short, by: rest, cost: 0, document)
            }
            if holds(rest, short, document) { continue }
            if let found = DefinitionAligner.align(&words, rest, to: form, isWhole: true, in: document) {
                if document.isCommon(short), found.cost > rest.count / 2 { return nil }
                return makeDefinition(of: short, by: rest, cost: found.cost, document)
            }
        }
        return nil
    }

    /// The long form starts at a token; how far it goes the letters decide.
    private mutating func definition(
        of short: Range<Int>, longFormAfter start: Int, _ document: borrowing Document
    ) -> Definition? {
        guard let first = Self.firstWord(from: start, document),
            Self.initial(of: short, document).map({ document.mayStart(first, with: $0) }) ?? true,
            let form = ShortForm(document.bytes.extracting(document.utf8Range(of: short))),
            Self.mayStart(first, form, short, document)
        else { return nil }
        words.find(behind: start, document)
        guard words.count >= 2 else { return nil }
        var best: (count: Int, cost: Int)?
        var isHeld = holds(0..<1, short, document)
        for count in 2...min(words.count, DefinitionAligner.longestForm) {
            let some = 0..<count
            if knownCount(some, short, document) == count {
                return makeDefinition(of: short, by: some, cost: 0, document)
            }
            words.read(count - 1, in: document)
            isHeld = isHeld || holds(count - 1..<count, short, document)
            guard words[count - 1].role != .function, !isHeld,
                let found = DefinitionAligner.align(&words, some, to: form, isWhole: true, in: document)
            else { continue }
            if let best, best.cost <= found.cost { continue }
            best = (count, found.cost)
        }
        guard let best, best.cost <= best.count / 2, form.letterCount > 2 || isName(0..<best.count, document) else {
            return nil
        }
        return makeDefinition(of: short, by: 0..<best.count, cost: best.cost, document)
    }

    /// Whether all words but function words are capitalized.
    private mutating func isName(_ range: Range<Int>, _ document: borrowing Document) -> Bool {
        for index in range where !document.isCapitalized(words.token(index)) {
            words.read(index, in: document)
            if words[index].role != .function { return false }
        }
        return true
    }

    /// The word that stands at a token, or behind the quotation mark there.
    private static func firstWord(from token: Int, _ document: borrowing Document) -> Int? {
        guard token < document.tokenCount else { return nil }
        let first = document.isQuote(token) ? token + 1 : token
        return first < document.tokenCount && document.isWord(first) ? first : nil
    }

    /// Whether the first word behind a short form can be that of its long form, as far as a look at its letters tells.
    private static func mayStart(
        _ first: Int, _ form: ShortForm, _ short: Range<Int>, _ document: borrowing Document
    ) -> Bool {
        guard let letter = (form.repeated ?? form.letters).first, 0x61..<0x80 ~= letter else { return true }
        let range = document.text.tokens[first].utf8Range
        let initial = document.bytes[range.lowerBound] | 0x20
        if form.style == .initialism { return UInt16(initial) == letter || initial >= 0x80 }
        // Of a blend it may give a letter from its inside.
        for index in range {
            let byte = document.bytes[index]
            if UInt16(byte | 0x20) == letter || byte >= 0x80 { return true }
        }
        return document.hasReading(short)
    }

    /// The first letter of an initialism of one token, in lower case; nil of another short form.
    private static func initial(of short: Range<Int>, _ document: borrowing Document) -> UInt8? {
        guard short.count == 1, document.shape(short.lowerBound).contains(.allUpper) else { return nil }
        let letter = document.bytes[Int(document.text.tokens[short.lowerBound].start)] | 0x20
        return letter &- 0x61 < 26 ? letter : nil
    }

    /// Whether the words before a token can hold the long form of a short form, as far as a look at first letters, or at
    /// what the lists know, tells: an initialism of one token begins with the first letter of a word.
    private static func mayEnd(_ end: Int, _ short: Range<Int>, _ document: borrowing Document) -> Bool {
        guard let letter = initial(of: short, document) else { return true }
        var index = end - 1
        while index >= max(0, end - longestLook) {
            if document.isWord(index) {
                let initial = document.bytes[document.text.tokens[index].utf8Range.lowerBound]
                if initial | 0x20 == letter || initial >= 0x80 { return true }
            }
            if document.shape(index).contains(.sentenceStart) { break }
            index -= 1
        }
        return document.hasReading(short)
    }

    /// The definition of a short form by some of the words; nil where they are no long form of it after all.
    private func makeDefinition(
        of short: Range<Int>, by range: Range<Int>, cost: Int, _ document: borrowing Document
    ) -> Definition? {
        guard !range.isEmpty else { return nil }
        let long = words.token(range.lowerBound)..<words.token(range.upperBound - 1) + 1
        if short.overlaps(long) || isSpelling(short, of: range, document) { return nil }
        // "SMA (SMK/MA)" lists short forms.
        if areShortForms(range, document) { return nil }
        return Definition(short: short, long: long, expansion: expansion(range, document), cost: cost)
    }

    /// Whether all words are short forms of the lists, in capitals: no long form is made of them.
    private func areShortForms(_ range: Range<Int>, _ document: borrowing Document) -> Bool {
        for index in range.reversed() {
            let token = words.token(index)
            guard document.shape(token).contains(.allUpper), document.has(token, document.classes.acronym) else {
                return false
            }
        }
        return true
    }

    /// The words as they are written, without what stands in brackets between them.
    private func expansion(_ range: Range<Int>, _ document: borrowing Document) -> String {
        let first = words.token(range.lowerBound)
        let last = words.token(range.upperBound - 1)
        // Mostly there is nothing but words.
        if last - first == range.count - 1 { return document.string(first..<last + 1) }
        var expansion = ""
        var end = first
        for index in range {
            let token = words.token(index)
            if token > first {
                // The blanks and marks between two words, unless a bracket stands there.
                let hasBracket = (end..<token).contains { document.isMark($0, "(") }
                let start = hasBracket ? token : end
                if document.shape(start).contains(.spaceBefore) || hasBracket { expansion += " " }
                if start < token { expansion += document.string(start..<token) }
                if start < token, document.shape(token).contains(.spaceBefore) { expansion += " " }
            }
            expansion += document.string(token..<token + 1)
            end = token + 1
        }
        return expansion
    }

    /// Whether a short form has all letters of the words, so that it is only another spelling: "Edidarman, juga ditulis Edi
    /// Darman".
    private func isSpelling(_ short: Range<Int>, of range: Range<Int>, _ document: borrowing Document) -> Bool {
        let letters = document.utf8Range(of: short)
        var next = letters.lowerBound
        for word in range {
            for index in document.text.tokens[words.token(word)].utf8Range {
                guard next < letters.upperBound, document.bytes[index] | 0x20 == document.bytes[next] | 0x20 else {
                    return false
                }
                next += 1
            }
        }
        return next == letters.upperBound
    }
}
