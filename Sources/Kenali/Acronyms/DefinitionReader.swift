import KenaliLexicon
import KenaliRules
import KenaliText

/// What a document says that a short form stands for.
struct Definition: Hashable {
    /// The tokens of the short form.
    var short: Range<Int>
    /// The tokens from the first to the last word of the long form.
    var long: Range<Int>
    /// The long form as it is written, without brackets inside it.
    var expansion: String
    /// What the alignment of the two cost: see ``DefinitionAligner``.
    var cost: Int
    /// Whether the short form is of two, which have definitions of their own: "DEMA UNHAS".
    var isPair = false
}

extension Document {
    /// The definitions of short forms that the rules propose and the alignment confirms, in the order of the rules'
    /// matches.
    ///
    /// - Complexity: O(*m*), *m* the number of matches.
    func definitions() -> [Definition] {
        var definitions: [Definition] = []
        for match in matches.matches {
            let kind = grammar.rules[Int(match.rule)].kind
            // Most matches are of other rules, and the names of sides are dear to tell.
            guard kind.utf8.count >= DefinitionSide.shortest, kind.utf8.first == DefinitionSide.initial else {
                continue
            }
            guard let side = DefinitionSide(rawValue: kind), var found = definition(match, side) else { continue }
            if side == .before, let parts = parts(of: found) {
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
    private func parts(of whole: Definition) -> [Definition]? {
        let short = whole.short
        guard short.count >= 2, shape(short.upperBound - 1).isSuperset(of: [.word, .spaceBefore, .initialUpper]),
            !text.isEntry(short, in: classes.acronym), !has(short.lowerBound, classes.definitionLaw),
            let last = definition(short.upperBound - 1..<short.upperBound, before: whole.long.upperBound),
            last.long.lowerBound > whole.long.lowerBound, last.long.upperBound == whole.long.upperBound,
            let first = definition(short.lowerBound..<short.upperBound - 1, before: last.long.lowerBound),
            first.long.lowerBound == whole.long.lowerBound
        else { return nil }
        return [first, last]
    }

    /// Checks a definition that a rule proposes: a short form and words before or behind it.
    private func definition(_ match: RuleMatch, _ side: DefinitionSide) -> Definition? {
        guard let short = capture("short", of: match) ?? form(before: match.tokens.lowerBound), isShortForm(short)
        else {
            return nil
        }
        if side == .after, let long = restOfBracket(match.tokens.upperBound),
            isMark(match.tokens.lowerBound, "(")
                || isMark(match.tokens.lowerBound, "[")
        {
            if let found = definition(short, whole: long) { return found }
            // "UU ITE (Undang-Undang Informasi dan Transaksi Elektronik)"
            guard short.upperBound <= match.tokens.lowerBound, short.lowerBound > 0,
                shape(short.lowerBound).contains(.spaceBefore),
                shape(short.lowerBound - 1).isSuperset(of: [.word, .initialUpper])
            else { return nil }
            return definition(short.lowerBound - 1..<short.upperBound, whole: long)
        }
        switch side {
        case .before: return definition(short, before: match.tokens.lowerBound)
        case .beforeLoose: return definition(short, before: match.tokens.lowerBound, isLoose: true)
        case .after: return definition(short, after: match.tokens.upperBound)
        case .afterCapital:
            guard shape(short.lowerBound).contains(.allUpper), utf8Range(of: short).count > 1 else { return nil }
            return definition(short, after: match.tokens.upperBound)
        }
    }

    /// The most tokens that a bracket with a long form has.
    private static let longestBracket = 30

    /// The tokens from one inside a bracket to its end; nil when the bracket holds none, or too many.
    private func restOfBracket(_ start: Int) -> Range<Int>? {
        for end in start..<min(tokenCount, start + Self.longestBracket) {
            if isMark(end, ")") || isMark(end, "]") { return end > start ? start..<end : nil }
            if isMark(end, "(") || isMark(end, "[") { return nil }
        }
        return nil
    }

    /// The most parts that a short form has behind its first: KUA-PPAS has one.
    private static let mostParts = 3

    /// The word that ends before a token, with what a hyphen, a slash or an ampersand glues to it, or the number and
    /// the word before it.
    private func form(before end: Int) -> Range<Int>? {
        var last = end - 1
        if last >= 0, isQuote(last) { last -= 1 }
        guard last >= 0, isWord(last) else { return nil }
        var first = last
        if shape(last).contains(.number) { first -= 1 }
        guard first >= 0, shape(first).contains(.word) else { return nil }
        for _ in 0..<Self.mostParts {
            guard first >= 2, shape(first - 2).contains(.word),
                isMark(first - 1, "-") || isMark(first - 1, "/") || isMark(first - 1, "&"),
                !shape(first).contains(.spaceBefore), !shape(first - 1).contains(.spaceBefore)
            else { break }
            first -= 2
        }
        return first..<last + 1
    }

    private func isShortForm(_ tokens: Range<Int>) -> Bool { !has(tokens.lowerBound, classes.neverShort) }

    /// Whether a short form is a small word that texts use without defining it, so that its letters must say more.
    private func isCommon(_ tokens: Range<Int>) -> Bool {
        tokens.count == 1 && !shape(tokens.lowerBound).contains(.allUpper) && has(tokens.lowerBound, classes.common)
            && readings(tokens).isEmpty
    }

    /// What the lists say that a short form may stand for, however it is capitalized.
    private func readings(_ tokens: Range<Int>) -> [String] {
        text.values(of: tokens, in: classes.acronym.union(classes.translation), grammar.lexicon)
    }

    // MARK: - The long form

    /// The long form ends before a token; how far back it goes the letters decide.
    private func definition(_ short: Range<Int>, before end: Int, isLoose: Bool = false) -> Definition? {
        guard mayEnd(end, short) else { return nil }
        let words = wordsBefore(end)
        guard let alignment = alignment(of: words, to: short) else { return nil }
        let taken = words.dropLast(alignment.dropped).suffix(alignment.count)
        if alignment.cost > (isLoose ? taken.count / 2 : isCommon(short) ? taken.count : .max) { return nil }
        if isLoose, utf8Range(of: alignment.short).count == 2, !isName(taken) { return nil }
        // Two letters are too few for a list.
        if taken.count == 2, taken.last?.isBehindComma == true { return nil }
        return definition(alignment.short, taken, cost: alignment.cost)
    }

    /// All of these tokens are the long form, but for words that a writer adds behind it.
    private func definition(_ short: Range<Int>, whole long: Range<Int>) -> Definition? {
        guard let form = ShortForm(bytes.extracting(utf8Range(of: short))), mayBegin(long, form, short) else {
            return nil
        }
        let words = self.words(long)
        guard words.count >= 2 else { return nil }
        for dropped in 0...min(2, words.count - 1) {
            let rest = words.dropLast(dropped)
            if let known = knownCount(rest, short), known == rest.count { return definition(short, rest, cost: 0) }
            if holds(rest, short) { continue }
            if let found = DefinitionAligner.align(rest.map(\.word), to: form, isWhole: true) {
                return isCommon(short) && found.cost > rest.count / 2 ? nil : definition(short, rest, cost: found.cost)
            }
        }
        return nil
    }

    /// The long form starts at a token; how far it goes the letters decide.
    private func definition(_ short: Range<Int>, after start: Int) -> Definition? {
        guard let form = ShortForm(bytes.extracting(utf8Range(of: short))), mayStart(start, form, short) else {
            return nil
        }
        let words = wordsBehind(start)
        guard words.count >= 2 else { return nil }
        var best: (count: Int, cost: Int)?
        for count in 2...min(words.count, DefinitionAligner.longestForm) {
            let some = words.prefix(count)
            if knownCount(some, short) == count { return definition(short, some, cost: 0) }
            guard !holds(some, short), some.last?.word.role != .function,
                let found = DefinitionAligner.align(some.map(\.word), to: form, isWhole: true)
            else { continue }
            if let best, best.cost <= found.cost { continue }
            best = (count, found.cost)
        }
        guard let best, best.cost <= best.count / 2, form.letterCount > 2 || isName(words.prefix(best.count)) else {
            return nil
        }
        return definition(short, words.prefix(best.count), cost: best.cost)
    }

    /// Whether all words but function words are capitalized.
    private func isName(_ words: ArraySlice<DocumentWord>) -> Bool {
        words.allSatisfy { $0.word.isCapitalized || $0.word.role == .function }
    }

    /// Whether the first word behind a short form can be that of its long form, as far as a look at its letters tells.
    private func mayStart(_ token: Int, _ form: ShortForm, _ short: Range<Int>) -> Bool {
        guard token < tokenCount else { return false }
        let first = isQuote(token) ? token + 1 : token
        guard first < tokenCount, isWord(first) else { return false }
        guard let letter = form.readings.last?.first, letter.isASCII, letter.value >= 0x61 else { return true }
        let word = bytes.extracting(text.tokens[first].utf8Range)
        let initial = word[0] | 0x20
        if form.style == .initialism { return UInt32(initial) == letter.value || initial >= 0x80 }
        // Of a blend it may give a letter from its inside.
        for index in 0..<word.count where UInt32(word[index] | 0x20) == letter.value || word[index] >= 0x80 {
            return true
        }
        return !readings(short).isEmpty
    }

    /// Whether the first of the words in a bracket can be that of the long form of a short form before it.
    private func mayBegin(_ long: Range<Int>, _ form: ShortForm, _ short: Range<Int>) -> Bool {
        guard let first = long.first(where: { isWord($0) }) else { return false }
        return mayStart(first, form, short) || !readings(short).isEmpty
    }

    /// The most tokens before a short form that its long form can have.
    private static let longestLook = 3 * DefinitionAligner.longestForm

    /// Whether the words before a token can hold the long form of a short form, as far as a look at first letters, or at
    /// what the lists know, tells: an initialism of one token begins with the first letter of a word.
    private func mayEnd(_ end: Int, _ short: Range<Int>) -> Bool {
        guard short.count == 1, shape(short.lowerBound).contains(.allUpper) else { return true }
        let letter = bytes[text.tokens[short.lowerBound].utf8Range.lowerBound] | 0x20
        guard letter &- 0x61 < 26 else { return true }
        var index = end - 1
        while index >= max(0, end - Self.longestLook) {
            if isWord(index) {
                let initial = bytes[text.tokens[index].utf8Range.lowerBound]
                if initial | 0x20 == letter || initial >= 0x80 { return true }
            }
            if shape(index).contains(.sentenceStart) { break }
            index -= 1
        }
        return !readings(short).isEmpty
    }

    private func definition(
        _ short: Range<Int>, _ words: some BidirectionalCollection<DocumentWord>, cost: Int
    ) -> Definition? {
        guard let first = words.first, let last = words.last, !short.overlaps(first.token..<last.token + 1) else {
            return nil
        }
        if isSpelling(short, of: words) { return nil }
        // "SMA (SMK/MA)" lists short forms.
        if words.allSatisfy({ has($0.token, classes.acronym) && shape($0.token).contains(.allUpper) }) { return nil }
        var expansion = ""
        var end = first.token
        for word in words {
            if word.token > first.token {
                // The blanks and marks between two words, unless a bracket stands there.
                let hasBracket = (end..<word.token).contains { isMark($0, "(") }
                let start = hasBracket ? word.token : end
                if shape(start).contains(.spaceBefore) || hasBracket { expansion += " " }
                if start < word.token { expansion += string(start..<word.token) }
                if start < word.token, shape(word.token).contains(.spaceBefore) { expansion += " " }
            }
            expansion += string(word.token..<word.token + 1)
            end = word.token + 1
        }
        return Definition(short: short, long: first.token..<last.token + 1, expansion: expansion, cost: cost)
    }

    /// Whether a short form has all letters of the words, so that it is only another spelling: "Edidarman, juga ditulis Edi
    /// Darman".
    private func isSpelling(_ short: Range<Int>, of words: some BidirectionalCollection<DocumentWord>) -> Bool {
        var letters = utf8Range(of: short)
        for word in words {
            for index in text.tokens[word.token].utf8Range {
                guard let next = letters.first, bytes[index] | 0x20 == bytes[next] | 0x20 else { return false }
                letters = letters.dropFirst()
            }
        }
        return letters.isEmpty
    }

    /// Where in the words a long form lies.
    private struct Place {
        /// How many words at the end don't belong to it.
        var dropped = 0
        var count: Int
        var cost: Int
        var short: Range<Int>
    }

    /// The most proper words that may stand between a long form and its short form: the "Yogyakarta" of
    /// "Universitas Gadjah Mada Yogyakarta (UGM)".
    private static let mostBetween = 3

    private func alignment(of words: [DocumentWord], to tokens: Range<Int>) -> Place? {
        let (short, shared) = withoutSharedWords(tokens, words)
        if let known = knownCount(words[...], tokens) {
            // The list may know the name without its "PT", the text write it with.
            if let form = ShortForm(bytes.extracting(utf8Range(of: short))),
                let found = DefinitionAligner.align(words.map(\.word), to: form),
                found.cost == 0, found.count > known, found.count <= known + 2, !holds(words.suffix(found.count), short)
            {
                return Place(count: found.count, cost: 0, short: tokens)
            }
            return Place(count: known, cost: 0, short: tokens)
        }
        let rest = words.dropLast(shared)
        guard let form = ShortForm(bytes.extracting(utf8Range(of: short))), !rest.isEmpty, !holds(rest.suffix(4), short)
        else { return nil }
        if let found = DefinitionAligner.align(rest.map(\.word), to: form), !holds(rest.suffix(found.count), short) {
            return Place(dropped: shared, count: found.count, cost: found.cost, short: short)
        }
        guard form.letterCount >= 3, form.style != .lowerBlend else { return nil }
        for dropped in 1...Self.mostBetween {
            guard words.count > dropped + 1 else { return nil }
            let last = words[words.count - dropped]
            guard last.word.isCapitalized || shape(last.token).contains(.number), !last.isBehindComma else {
                return nil
            }
            let rest = words.dropLast(dropped)
            if let known = knownCount(rest, tokens) {
                return Place(dropped: dropped, count: known, cost: 0, short: tokens)
            }
            let isBlend = form.style == .blend
            if let found = DefinitionAligner.align(rest.map(\.word), to: form), found.cost <= (isBlend ? 1 : 0),
                !isBlend || form.letterCount >= 5, !holds(rest.suffix(found.count), short)
            {
                return Place(dropped: dropped, count: found.count, cost: found.cost, short: short)
            }
        }
        return nil
    }

    /// A short form of several words without those that the long form has as well: of "(Dirjen Pajak)" behind
    /// "Direktur Jenderal Pajak" *Dirjen* is the short form, of "(PT PPI)" *PPI*.
    ///
    /// - Returns: The tokens of the short form, and how many words at the end of the long form it leaves out.
    private func withoutSharedWords(_ tokens: Range<Int>, _ words: [DocumentWord]) -> (Range<Int>, Int) {
        guard tokens.count > 1 else { return (tokens, 0) }
        var short = tokens
        var shared = 0
        while short.count > 1, shared < words.count - 1, shape(short.upperBound - 1).contains(.spaceBefore),
            shape(short.upperBound - 1).contains(.word),
            key(short.upperBound - 1..<short.upperBound) == key(at: words[words.count - 1 - shared].token)
        {
            short = short.lowerBound..<short.upperBound - 1
            shared += 1
        }
        let keys = Set(words.suffix(6).map { key(at: $0.token) })
        while short.count > 1, shape(short.lowerBound + 1).contains(.spaceBefore),
            keys.contains(key(at: short.lowerBound))
        {
            short = short.lowerBound + 1..<short.upperBound
        }
        // "(Bakom RI)": the state is no part of the short form.
        if short.count > 1, shape(short.upperBound - 1).contains(.spaceBefore), folded(short.upperBound - 1) == "ri" {
            short = short.lowerBound..<short.upperBound - 1
        }
        // "Kemenko IPK": the field of a ministry has an abbreviation of its own.
        if short.count > 1, shape(short.lowerBound + 1).contains(.spaceBefore),
            has(short.lowerBound, classes.ministryDomain)
        {
            short = short.lowerBound + 1..<short.upperBound
        }
        return (short, shared)
    }

    /// Whether a short form is itself one of the words: "Prabowo Subianto (Prabowo)".
    private func holds(_ words: ArraySlice<DocumentWord>, _ short: Range<Int>) -> Bool {
        guard short.count == 1 else { return false }
        let key = key(short)
        return words.contains { self.key(at: $0.token) == key }
    }

    /// How many of the last words are, word for word, what the lists say that a short form stands for.
    private func knownCount(_ words: ArraySlice<DocumentWord>, _ short: Range<Int>) -> Int? {
        guard let last = words.last else { return nil }
        for reading in readings(short) where endsLike(reading, last.token) {
            let lowercased = reading.lowercased()
            guard lowercased.hasSuffix(folded(last.token)) else { continue }
            let known = lowercased.split { !$0.isLetter && !$0.isNumber }
            guard known.count >= 2 else { continue }
            if isSuffix(known[...], of: words) { return known.count }
            // Writers leave out a word of a long name: "Analisis (Mengenai) Dampak Lingkungan".
            guard known.count >= 4 else { continue }
            for left in known.indices.dropFirst().dropLast() {
                if isSuffix(known[..<left] + known[(left + 1)...], of: words) { return known.count - 1 }
            }
        }
        return nil
    }

    /// Whether a text ends in the last letter of a token, which tells most apart without another string.
    private func endsLike(_ text: String, _ token: Int) -> Bool {
        guard let last = text.utf8.last else { return false }
        let own = bytes[self.text.tokens[token].utf8Range.upperBound - 1]
        return last | 0x20 == own | 0x20 || last >= 0x80 || own >= 0x80
    }

    private func isSuffix(_ known: ArraySlice<Substring>, of words: ArraySlice<DocumentWord>) -> Bool {
        guard known.count <= words.count else { return false }
        for (known, word) in zip(known, words.suffix(known.count)) where folded(word.token) != known { return false }
        return true
    }
}
