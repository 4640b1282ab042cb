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
    /// The number of the set of the word's classes; where phrases start, ``startBit`` and the place in the list of starts.
    @usableFromInline var code: UInt32

    @inlinable static var startBit: UInt32 { 1 << 31 }

    @inlinable var hasPhrases: Bool { code >= Self.startBit }

    @inlinable var start: Int { Int(code & ~Self.startBit) }

    @inlinable init(lexeme: LexemeID, code: UInt32) {
        self.lexeme = lexeme
        self.code = code
    }

    /// The number of the set of the word's classes.
    @inline(__always) @inlinable
    func set(_ starts: borrowing Span<PhraseStart>) -> Int { hasPhrases ? Int(starts[start].classes) : Int(code) }

    /// The number of the set of all classes that start here.
    @inline(__always) @inlinable
    func startSet(_ starts: borrowing Span<PhraseStart>) -> Int {
        hasPhrases ? Int(starts[start].startClasses) : Int(code)
    }

    @inline(__always) @inlinable
    func phraseRange(_ starts: borrowing Span<PhraseStart>) -> Range<Int> {
        hasPhrases ? starts[start].phraseRange : 0..<0
    }

    @inlinable func unpacked(_ sets: borrowing Span<WordClasses>, _ starts: borrowing Span<PhraseStart>) -> Annotation {
        guard hasPhrases else {
            let classes = sets[Int(code)]
            return Annotation(
                lexeme: lexeme, classes: classes, startClasses: classes, firstPhrase: 0, phraseCount: 0)
        }
        let start = starts[start]
        return Annotation(
            lexeme: lexeme, classes: sets[Int(start.classes)], startClasses: sets[Int(start.startClasses)],
            firstPhrase: start.firstPhrase, phraseCount: start.phraseCount)
    }
}

/// A token at which phrases start.
@usableFromInline struct PhraseStart: Sendable {
    /// The numbers of the sets of the word's classes, and of all classes that start here.
    @usableFromInline var classes: UInt32
    @usableFromInline var startClasses: UInt32
    @usableFromInline var firstPhrase: UInt32
    @usableFromInline var phraseCount: UInt32

    @inlinable var phraseRange: Range<Int> { Int(firstPhrase)..<Int(firstPhrase &+ phraseCount) }
}

/// What the lexicon says of each token of a text, in 8 bytes a token.
@usableFromInline package struct Annotations: Sendable, RandomAccessCollection {
    @usableFromInline var items: [PackedAnnotation] = []
    @usableFromInline var starts: [PhraseStart] = []
    @usableFromInline var sets: [WordClasses] = [.none]
    /// The numbers of the sets, by their bits; 0 where there is none.
    private var slots = [UInt32](repeating: 0, count: 256)

    init() {}

    @usableFromInline package var startIndex: Int { 0 }
    @usableFromInline package var endIndex: Int { items.count }

    @inlinable package subscript(token: Int) -> Annotation { items[token].unpacked(sets.span, starts.span) }

    // One of the parts, without unpacking the others.

    @inlinable package func lexeme(at token: Int) -> LexemeID { items[token].lexeme }

    @inlinable package func classes(at token: Int) -> WordClasses { sets[items[token].set(starts.span)] }

    @inlinable package func startClasses(at token: Int) -> WordClasses { sets[items[token].startSet(starts.span)] }

    @inlinable package func phraseRange(at token: Int) -> Range<Int> { items[token].phraseRange(starts.span) }

    /// The annotations without copying or counting references.
    @usableFromInline package var span: AnnotationSpan {
        @_lifetime(borrow self) get { AnnotationSpan(self) }
    }

    /// Empties the list, and makes room for so many annotations. The sets stay, for the next text.
    mutating func removeAll(reserving count: Int) {
        items.removeAll(keepingCapacity: true)
        items.reserveCapacity(count)
        starts.removeAll(keepingCapacity: true)
    }

    /// Appends what is known of the next token, its classes by the number of their set.
    mutating func append(_ lexeme: LexemeID, _ set: UInt32) {
        items.append(PackedAnnotation(lexeme: lexeme, code: set))
    }

    /// Notes the phrases that start at a token.
    mutating func setPhrases(_ phrases: Range<Int>, _ startClasses: WordClasses, at token: Int) {
        let set = items[token].code
        items[token].code = PackedAnnotation.startBit | UInt32(starts.count)
        starts.append(
            PhraseStart(
                classes: set, startClasses: number(of: startClasses), firstPhrase: UInt32(phrases.lowerBound),
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
    @usableFromInline let sets: Span<WordClasses>

    @_lifetime(borrow annotations)
    init(_ annotations: borrowing Annotations) {
        items = annotations.items.span
        starts = annotations.starts.span
        sets = annotations.sets.span
    }

    @inlinable package var count: Int { items.count }

    @inlinable package subscript(token: Int) -> Annotation { items[token].unpacked(sets, starts) }

    // Parts of an annotation, for whom all of it would be too much.

    @inlinable package func lexeme(at token: Int) -> LexemeID { items[token].lexeme }

    /// The number of the set of the word's classes.
    @inlinable package func set(at token: Int) -> UInt32 { UInt32(items[token].set(starts)) }

    @inlinable package func hasPhrases(at token: Int) -> Bool { items[token].hasPhrases }

    @inlinable package func classes(ofSet set: UInt32) -> WordClasses { sets[Int(set)] }
}
