package import KenaliText

/// A phrase of the lexicon that the text holds.
@usableFromInline package struct PhraseMatch: Sendable {
    /// The classes of the phrase, as it is written here.
    @usableFromInline package var classes: WordClasses
    var node: PhraseTrie.Node
    /// The number of its tokens, at least 2.
    @usableFromInline package var length: Int32
}

/// The tokens of a text together with what the lexicon says of them: one look-up per token.
@usableFromInline package struct AnnotatedTokens: Sendable {
    package private(set) var tokens = Tokens()
    @usableFromInline package private(set) var annotations = Annotations()
    @usableFromInline package private(set) var phrases: [PhraseMatch] = []
    private var cache = WordCache()
    /// The tokens at which phrases may start: those whose next one goes on as a phrase does.
    private var openings: [PhraseOpening] = []

    package init() {}

    /// Replaces the content by the tokens of `bytes`, reusing memory, and gives the sentences.
    ///
    /// - Complexity: O(*n*), *n* the number of bytes.
    package mutating func read(
        _ bytes: Span<UInt8>, _ tokenizer: inout Tokenizer, _ splitter: SentenceSplitter, _ lexicon: Lexicon
    ) -> [Sentence] {
        tokenizer.tokenize(bytes, into: &tokens)
        tokens.trim()
        annotations.removeAll(reserving: tokens.count)
        phrases.removeAll(keepingCapacity: true)
        openings.removeAll(keepingCapacity: true)
        let isCached = cache.prepare(for: lexicon)
        let cuts = readWords(from: 0, cutsGlued: true, isCached, bytes, lexicon)
        if let first = cuts.first?.token {
            // What stands before the first cut stays as it is.
            tokens.cut(cuts, in: bytes)
            annotations.removeAll(from: first)
            openings.removeAll { $0.token + 1 >= first }
            _ = readWords(from: first, cutsGlued: false, isCached, bytes, lexicon)
        }
        let sentences = splitter.sentences(of: &tokens, in: bytes)
        for opening in openings { findPhrases(opening, lexicon) }
        return sentences
    }

    /// Notes what the lexicon says of each token from one on, and where phrases may start.
    ///
    /// - Returns: The tokens that ``GluedWords`` cuts, if that is asked for, each with its places.
    private mutating func readWords(
        from start: Int, cutsGlued: Bool, _ isCached: Bool, _ bytes: Span<UInt8>, _ lexicon: Lexicon
    ) -> [(token: Int, places: [Int])] {
        var cuts: [(token: Int, places: [Int])] = []
        var place = WordPlace(token: start, followers: followers(before: start, lexicon))
        while true {
            if isCached {
                cache.readMet(from: &place, tokens, bytes, mayBeGlued: !cutsGlued, lexicon, &annotations, &openings)
            }
            guard place.token < tokens.count else { return cuts }
            let token = tokens[place.token]
            var known = lookUp(bytes.extracting(token.utf8Range), token.shape, lexicon)
            if cutsGlued {
                // Of a word with a soft hyphen not itself was found, perhaps.
                let isListed = known.lexeme >= 0 && token.shape.isDisjoint(with: .nonASCII)
                let cut = GluedWords.cuts(in: token, isListed: isListed, bytes, lexicon)
                if !cut.isEmpty { cuts.append((place.token, cut)) }
                known.isWhole = cut.isEmpty && GluedWords.goesByLetters(token)
            }
            if isCached, let letters = WordCache.Letters(bytes, token.utf8Range) { cache.note(known, of: letters) }
            annotations.append(known.lexeme, known.set)
            noteOpening(behind: place.token, lexicon)
            place = WordPlace(token: place.token + 1, followers: known.followers)
        }
    }

    /// What the lexicon says of a word, which depends on its letters alone.
    private mutating func lookUp(_ word: Span<UInt8>, _ shape: TokenShape, _ lexicon: Lexicon) -> WordCache.Known {
        var lexeme = lexicon.find(word)
        if lexeme == nil, word.count > 4 { lexeme = lexicon.find(withoutHyphens: word) }
        var classes = lexeme.map { lexicon.classes(of: $0, shape) } ?? .none
        // A word that only phrases have may be a part of a name ("Rakai Pikatan"): what looks like its affix may be none.
        if classes.isEmpty {
            classes = lexicon.classes(ofUnlisted: word, shape, affixes: lexeme == nil ? .all : .clitics)
        }
        return WordCache.Known(
            lexeme: lexeme ?? -1, set: annotations.number(of: classes),
            followers: lexeme.map { lexicon.followers(of: $0) } ?? Followers())
    }

    /// What may follow the word in front of a token.
    private func followers(before token: Int, _ lexicon: Lexicon) -> Followers {
        guard token > 0 else { return Followers() }
        let lexeme = annotations.lexeme(at: token - 1)
        return lexeme < 0 ? Followers() : lexicon.followers(of: lexeme)
    }

    /// Notes the word in front of a token, which was just read, when a phrase may start with the two.
    private mutating func noteOpening(behind token: Int, _ lexicon: Lexicon) {
        guard token > 0 else { return }
        let first = annotations.lexeme(at: token - 1)
        let second = annotations.lexeme(at: token)
        guard first >= 0, second >= 0, let word = lexicon.phrases(after: first), let node = lexicon.step(word, second)
        else { return }
        openings.append(PhraseOpening(token: UInt32(token - 1), node: node))
    }

    /// Finds the phrases that start at a token, longest first.
    private mutating func findPhrases(_ opening: PhraseOpening, _ lexicon: Lexicon) {
        let start = Int(opening.token)
        var node = opening.node
        var startClasses = WordClasses.none
        let first = phrases.count
        var end = start + 2
        while true {
            let classes = lexicon.classes(at: node, tokens.span.extracting(start..<end))
            if !classes.isEmpty {
                phrases.append(PhraseMatch(classes: classes, node: node, length: Int32(end - start)))
                startClasses.formUnion(classes)
            }
            guard let longer = next(node, at: end, lexicon) else { break }
            node = longer
            end += 1
        }
        guard phrases.count > first else { return }
        phrases[first...].reverse()
        startClasses.formUnion(annotations.classes(at: start))
        annotations.setPhrases(first..<phrases.count, startClasses, at: start)
    }

    /// The node behind a node along the word of a token, if there are such a token and such phrases.
    @inline(__always)
    private func next(_ node: PhraseTrie.Node, at token: Int, _ lexicon: Lexicon) -> PhraseTrie.Node? {
        guard token < tokens.count else { return nil }
        let lexeme = annotations.lexeme(at: token)
        return lexeme < 0 ? nil : lexicon.step(node, lexeme)
    }

    /// The indices into ``phrases`` of those that start at a token, longest first.
    @inlinable package func phraseIndices(at token: Int) -> Range<Int> { annotations.phraseRange(at: token) }

    /// The values that the lexicon has for a run of tokens in a class, most usual first.
    package func values(of range: Range<Int>, in class: WordClasses, _ lexicon: Lexicon) -> [String] {
        readings(of: range, in: `class`, lexicon).map(\.value)
    }

    /// The readings with a value that the lexicon has for a run of tokens in a class, most usual first.
    package func readings(
        of range: Range<Int>, in class: WordClasses, _ lexicon: borrowing Lexicon
    ) -> [LexiconReading] {
        var readings: [LexiconReading] = []
        visitValues(of: range, in: `class`, lexicon) { value, classes in
            readings.append(LexiconReading(value: String(copying: value), classes: classes))
            return false
        }
        return readings
    }

    /// Goes through the values that the lexicon has for a run of tokens in a class, most usual first, where they lie, each
    /// with the classes of its reading; as far as `body` answers that it is the one.
    @usableFromInline package func visitValues(
        of range: Range<Int>, in class: WordClasses, _ lexicon: borrowing Lexicon,
        _ body: (Span<UInt8>, WordClasses) -> Bool
    ) {
        if range.count == 1 {
            let lexeme = annotations.lexeme(at: range.lowerBound)
            guard lexeme >= 0, !annotations.classes(at: range.lowerBound).isDisjoint(with: `class`) else { return }
            return lexicon.visitValues(of: lexeme, tokens.span.extracting(range), in: `class`, body)
        }
        for index in phraseIndices(at: range.lowerBound) where Int(phrases[index].length) == range.count {
            guard !phrases[index].classes.isDisjoint(with: `class`) else { return }
            return lexicon.visitValues(at: phrases[index].node, tokens.span.extracting(range), in: `class`, body)
        }
    }

    /// What the first value gives that gives something, of those that the lexicon has for a run of tokens in a class, most
    /// usual first. The values are read where they lie.
    @inlinable package func firstValue<Result>(
        of range: Range<Int>, in class: WordClasses, _ lexicon: borrowing Lexicon, _ body: (Span<UInt8>) -> Result?
    ) -> Result? {
        var result: Result?
        visitValues(of: range, in: `class`, lexicon) { value, _ in
            result = body(value)
            return result != nil
        }
        return result
    }

    /// What the first value gives that the lexicon has for a run of tokens in a class; nil when it has none.
    @inlinable package func withValue<Result>(
        of range: Range<Int>, in class: WordClasses, _ lexicon: borrowing Lexicon, _ body: (Span<UInt8>) -> Result
    ) -> Result? {
        firstValue(of: range, in: `class`, lexicon) { .some(body($0)) }
    }

    /// The readings with a value that the lexicon has for a word with a run of tokens behind it: "Kabupaten" and
    /// "Bogor". No letter case is asked of the word.
    package func readings(
        of word: StaticString, before range: Range<Int>, in class: WordClasses, _ lexicon: Lexicon
    ) -> [LexiconReading] {
        // Safe: the span is used inside the closure alone.
        let first = word.withUTF8Buffer { bytes in unsafe lexicon.find(bytes.span) }
        guard let first, var node = lexicon.phrases(after: first) else { return [] }
        for index in range {
            let lexeme = annotations.lexeme(at: index)
            guard lexeme >= 0, let next = lexicon.step(node, lexeme) else {
                return []
            }
            node = next
        }
        var readings: [LexiconReading] = []
        lexicon.visitValues(at: node, tokens.span.extracting(range), startingAt: 1, in: `class`) { value, classes in
            readings.append(LexiconReading(value: String(copying: value), classes: classes))
            return false
        }
        return readings
    }

    /// The classes that a token's word has when only its first letter is a capital: "Kapolda" for KAPOLDA.
    package func classes(ofCapitalized token: Int, _ lexicon: Lexicon) -> WordClasses {
        let lexeme = annotations.lexeme(at: token)
        return lexeme < 0 ? .none : lexicon.classes(of: lexeme, [.word, .initialUpper])
    }

    /// Whether a run of tokens, as a whole, is a word or phrase of one of the classes.
    @inlinable package func isEntry(_ range: Range<Int>, in classes: WordClasses) -> Bool {
        if range.count == 1 { return !annotations.classes(at: range.lowerBound).isDisjoint(with: classes) }
        for index in phraseIndices(at: range.lowerBound)
        where Int(phrases[index].length) == range.count && !phrases[index].classes.isDisjoint(with: classes) {
            return true
        }
        return false
    }

    /// Where the longest word or phrase of one of the classes ends that starts at a token; nil when none does.
    @inlinable package func endOfEntry(at token: Int, in classes: WordClasses) -> Int? {
        guard !annotations.startClasses(at: token).isDisjoint(with: classes) else { return nil }
        for index in phraseIndices(at: token) where !phrases[index].classes.isDisjoint(with: classes) {
            return token + Int(phrases[index].length)
        }
        return token + 1
    }

    /// The same of words and phrases that end at `limit` or before.
    @inlinable package func endOfEntry(at token: Int, in classes: WordClasses, before limit: Int) -> Int? {
        guard token < limit, !annotations.startClasses(at: token).isDisjoint(with: classes) else { return nil }
        for index in phraseIndices(at: token) where !phrases[index].classes.isDisjoint(with: classes) {
            let end = token + Int(phrases[index].length)
            if end <= limit { return end }
        }
        return annotations.classes(at: token).isDisjoint(with: classes) ? nil : token + 1
    }
}

extension Lexicon {
    /// Whether a word with a capital at its start is listed in one of the classes.
    package func hasWord(_ word: Span<UInt8>, of classes: WordClasses) -> Bool {
        guard let found = find(word) else { return false }
        return !self.classes(of: found, [.word, .initialUpper]).isDisjoint(with: classes)
    }
}
