/// What the lexicon says of one token.
@usableFromInline package struct Annotation: Sendable {
    /// The word's number, -1 when it is unknown.
    @usableFromInline package var lexeme: LexemeID
    /// The classes of the word, as it is written here.
    @usableFromInline package var classes: WordClasses
    /// ``classes`` and those of all phrases that start here.
    @usableFromInline package var startClasses: WordClasses
    /// The indices of the phrases that start here.
    @usableFromInline package var phraseRange: Range<Int> { Int(firstPhrase)..<Int(firstPhrase) + Int(phraseCount) }

    @usableFromInline var firstPhrase: UInt32
    @usableFromInline var phraseCount: UInt32

    @inlinable init(
        lexeme: LexemeID, classes: WordClasses, startClasses: WordClasses, firstPhrase: UInt32, phraseCount: UInt32
    ) {
        self.lexeme = lexeme
        self.classes = classes
        self.startClasses = startClasses
        self.firstPhrase = firstPhrase
        self.phraseCount = phraseCount
    }
}

/// An annotation as it is kept: a text has many tokens and few different sets of classes, so that sets are numbers; and at
/// few tokens phrases start, so that what is known of those stands in a list of its own.
@usableFromInline struct PackedAnnotation: Sendable {
    @usableFromInline var lexeme: LexemeID
    /// The number of the set of the word's classes, and ``phraseBit`` where phrases start.
    @usableFromInline var code: UInt32

    @inlinable static var phraseBit: UInt32 { 1 << 31 }

    @inline(__always) @inlinable var hasPhrases: Bool { code >= Self.phraseBit }

    /// The number of the set of the word's classes.
    @inline(__always) @inlinable var set: Int { Int(code & ~Self.phraseBit) }

    @inlinable init(lexeme: LexemeID, code: UInt32) {
        self.lexeme = lexeme
        self.code = code
    }
}

/// A token at which phrases start.
@usableFromInline struct PhraseStart: Sendable {
    @usableFromInline var token: UInt32
    /// The number of the set of all classes that start here, those of the word among them.
    @usableFromInline var classes: UInt32
    @usableFromInline var firstPhrase: UInt32
    @usableFromInline var phraseCount: UInt32

    @inlinable var phraseRange: Range<Int> { Int(firstPhrase)..<Int(firstPhrase &+ phraseCount) }
}

/// The tokens at which phrases start, in order.
@usableFromInline struct PhraseStarts: Sendable {
    @usableFromInline var items: [PhraseStart] = []
    /// For each 32 tokens the first of the items that stand there or behind.
    @usableFromInline var firsts: [UInt32] = []

    @inline(__always) @inlinable static var blockBits: Int { 5 }

    /// Empties the list, for a text of so many tokens.
    mutating func removeAll() {
        items.removeAll(keepingCapacity: true)
        firsts.removeAll(keepingCapacity: true)
    }

    mutating func append(_ start: PhraseStart) {
        let block = Int(start.token) >> Self.blockBits
        while firsts.count <= block { firsts.append(UInt32(items.count)) }
        items.append(start)
    }
}

extension Span<PhraseStart> {
    /// What starts at a token; phrases must.
    @inline(__always) @inlinable
    func start(at token: Int, _ firsts: borrowing Span<UInt32>) -> PhraseStart {
        var place = Int(firsts[token >> PhraseStarts.blockBits])
        while self[place].token != UInt32(truncatingIfNeeded: token) { place &+= 1 }
        return self[place]
    }
}

/// What the lexicon says of each token of a text, in 8 bytes a token.
@usableFromInline package struct Annotations: Sendable, RandomAccessCollection {
    @usableFromInline var items: [PackedAnnotation] = []
    @usableFromInline var starts = PhraseStarts()
    @usableFromInline var sets: [WordClasses] = [.none]
    /// The numbers of the sets, by their bits; 0 where there is none.
    private var slots = [UInt32](repeating: 0, count: 256)

    init() {}

    @usableFromInline package var startIndex: Int { 0 }
    @usableFromInline package var endIndex: Int { items.count }

    @inlinable package subscript(token: Int) -> Annotation { span[token] }

    // One of the parts, without unpacking the others.

    @inlinable package func lexeme(at token: Int) -> LexemeID { items[token].lexeme }

    @inlinable package func classes(at token: Int) -> WordClasses { sets[items[token].set] }

    @inlinable package func startClasses(at token: Int) -> WordClasses {
        let item = items[token]
        return sets[item.hasPhrases ? Int(start(at: token).classes) : item.set]
    }

    @inlinable package func phraseRange(at token: Int) -> Range<Int> {
        items[token].hasPhrases ? start(at: token).phraseRange : 0..<0
    }

    /// What starts at a token; phrases must.
    @usableFromInline func start(at token: Int) -> PhraseStart {
        starts.items.span.start(at: token, starts.firsts.span)
    }

    /// The annotations without copying or counting references.
    @usableFromInline package var span: AnnotationSpan {
        @_lifetime(borrow self) get { AnnotationSpan(self) }
    }

    /// Empties the list, and makes room for so many annotations. The sets stay, for the next text.
    mutating func removeAll(reserving count: Int) {
        items.removeAll(keepingCapacity: true)
        items.reserveCapacity(count)
        starts.removeAll()
    }

    /// Forgets the annotations from one on, at which no phrases have been noted.
    mutating func removeAll(from token: Int) { items.removeSubrange(token...) }

    /// Appends what is known of the next token, its classes by the number of their set.
    mutating func append(_ lexeme: LexemeID, _ set: UInt32) {
        items.append(PackedAnnotation(lexeme: lexeme, code: set))
    }

    /// Appends what `body` says of as many of the next tokens as it likes, at most so many.
    @inline(__always)
    mutating func append(atMost count: Int, _ body: (inout OutputSpan<PackedAnnotation>) -> Void) {
        items.append(addingCapacity: count, initializingWith: body)
    }

    /// Notes the phrases that start at a token, behind the last one of which it was told so.
    mutating func setPhrases(_ phrases: Range<Int>, _ startClasses: WordClasses, at token: Int) {
        items[token].code |= PackedAnnotation.phraseBit
        starts.append(
            PhraseStart(
                token: UInt32(token), classes: number(of: startClasses), firstPhrase: UInt32(phrases.lowerBound),
                phraseCount: UInt32(phrases.count)))
    }

    /// The number of a set, given when it is new. It stays the same for all texts.
    mutating func number(of classes: WordClasses) -> UInt32 {
        if classes.isEmpty { return 0 }
        let place = place(of: classes)
        if slots[place] != 0 { return slots[place] }
        sets.append(classes)
        slots[place] = UInt32(sets.count - 1)
        if 2 * sets.count > slots.count { grow() }
        return UInt32(sets.count - 1)
    }

    private func place(of classes: WordClasses) -> Int {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: (classes.mixed &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while slots[place] != 0, sets[Int(slots[place])] != classes { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: 2 * slots.count)
        for number in 1..<sets.count { slots[place(of: sets[number])] = UInt32(number) }
    }
}

/// The annotations of a text while it is matched.
@usableFromInline package struct AnnotationSpan: ~Escapable {
    @usableFromInline let items: Span<PackedAnnotation>
    @usableFromInline let starts: Span<PhraseStart>
    @usableFromInline let firstStarts: Span<UInt32>
    @usableFromInline let sets: Span<WordClasses>

    @_lifetime(borrow annotations)
    init(_ annotations: borrowing Annotations) {
        items = annotations.items.span
        starts = annotations.starts.items.span
        firstStarts = annotations.starts.firsts.span
        sets = annotations.sets.span
    }

    @inlinable package var count: Int { items.count }

    @inlinable package subscript(token: Int) -> Annotation {
        let item = items[token]
        let classes = sets[item.set]
        guard item.hasPhrases else {
            return Annotation(
                lexeme: item.lexeme, classes: classes, startClasses: classes, firstPhrase: 0, phraseCount: 0)
        }
        let start = starts.start(at: token, firstStarts)
        return Annotation(
            lexeme: item.lexeme, classes: classes, startClasses: sets[Int(start.classes)],
            firstPhrase: start.firstPhrase, phraseCount: start.phraseCount)
    }

    // Parts of an annotation, for whom all of it would be too much.

    @inlinable package func lexeme(at token: Int) -> LexemeID { items[token].lexeme }

    /// The number of the set of the word's classes.
    @inlinable package func set(at token: Int) -> UInt32 { UInt32(truncatingIfNeeded: items[token].set) }

    @inlinable package func hasPhrases(at token: Int) -> Bool { items[token].hasPhrases }

    @inlinable package func classes(ofSet set: UInt32) -> WordClasses { sets[Int(set)] }
}
