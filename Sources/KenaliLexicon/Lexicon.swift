package import KenaliStorage
import KenaliText

/// Words and phrases with their classes and values, ready for look-up.
///
/// What is built in lies in the binary as it was made when the program was built, and is used there. A lexicon is a value:
/// a copy of the built-in one with more words, or fewer, is made by
/// ``add(table:named:makesClasses:)-(Span<UInt8>,_,_)`` and ``add(_:named:)``, and holds besides only what it says otherwise.
public struct Lexicon: Sendable {
    /// The most tokens that a phrase can have.
    package static let longestPhrase = 32

    /// Not behind a reference: a look-up would copy it.
    let base: FrozenWords
    var overlay: WordOverlay
    /// Whether nothing but the image has a say: asked before each look-up elsewhere.
    private(set) var isPlain = true
    /// Whether the image's words have numbers, for rules to name them, but say nothing.
    fileprivate let isBare: Bool
    var classSets: ClassSets
    var names: ClassNames
    /// The class `common`, of ordinary words.
    let ordinary: WordClasses
    /// The classes of names in small letters, which are no words of the language by that alone.
    let smallNames: WordClasses

    /// The lexicon of an image, or a bare one: that with its classes, but without its words.
    package init(_ image: Image, isBare: Bool = false) {
        self.isBare = isBare
        isPlain = !isBare
        base = FrozenWords(image)
        overlay = WordOverlay(over: SharedWords(base), isBare: isBare)
        classSets = ClassSets(image)
        names = ClassNames(image)
        ordinary = Self.classes(["common"], names)
        smallNames = Self.classes(["name.lower", "name.lower.weak"], names)
    }

    /// A lexicon without words, with these classes.
    package init(classes: [String]) {
        isBare = false
        base = FrozenWords()
        overlay = WordOverlay(over: SharedWords(base))
        classSets = ClassSets()
        names = ClassNames()
        for name in classes { _ = names.add(name) }
        ordinary = Self.classes(["common"], names)
        smallNames = Self.classes(["name.lower", "name.lower.weak"], names)
    }

    // MARK: - Classes

    /// Those of these classes that there are.
    static func classes(_ wanted: [String], _ names: ClassNames) -> WordClasses {
        wanted.reduce(into: .none) { classes, name in
            if let number = names.number(of: name) { classes.formUnion(WordClasses(index: number)) }
        }
    }

    /// The names of all classes, by their index.
    public var classNames: [String] { names.all }

    /// The class of this name, nil when the lexicon has none.
    package func classes(named name: String) -> WordClasses? {
        names.number(of: name).map(WordClasses.init(index:))
    }

    /// Names of classes that are spelt nearly like one that there isn't.
    public func classNames(near name: String) -> [String] { names.near(name) }

    // MARK: - Words

    /// The number of a word that a rule names; added without a class when it is new.
    package mutating func intern(_ word: Span<UInt8>) -> LexemeID {
        let hash = FoldedBytes.hash(word)
        if let id = base.find(word, hash: hash) ?? overlay.find(word, hash: hash) { return id }
        isPlain = false
        return overlay.insert(word, hash: hash)
    }

    /// What tells the image's words from those of another.
    var shared: SharedWords { overlay.base }

    /// Changes what the lexicon says of words.
    mutating func change(_ change: (inout WordOverlay, inout ClassSets) -> Void) {
        change(&overlay, &classSets)
        isPlain = isPlain && overlay.isEmpty
    }

    /// The number of a word, nil when neither a list nor a rule has it.
    @inline(__always)
    func find(_ word: Span<UInt8>) -> LexemeID? {
        let hash = FoldedBytes.hash(word)
        if let id = base.find(word, hash: hash) { return id }
        return isPlain ? nil : overlay.find(word, hash: hash)
    }

    /// What tells a word from others, whatever its capitals: its number, of one that neither a list nor a rule has a hash, which
    /// is greater than all numbers.
    package func key(of word: Span<UInt8>) -> UInt64 { Self.key(of: find(word), word) }

    /// The same of a word that was looked up.
    package static func key(of lexeme: LexemeID?, _ word: Span<UInt8>) -> UInt64 {
        lexeme.map { UInt64($0) } ?? FoldedBytes.hash(word) | 1 << 63
    }

    /// The number of a word with soft hyphens or joiners (U+00AD, U+200B to U+200D, U+2060) inside, which say nothing of it.
    func find(withoutHyphens word: Span<UInt8>) -> LexemeID? {
        guard word.indices.contains(where: { word[$0] >= 0x80 }) else { return nil }
        var letters: [UInt8] = []
        var index = 0
        while index < word.count {
            if word[index] == 0xC2, index + 1 < word.count, word[index + 1] == 0xAD {
                index += 2
            } else if word[index] == 0xE2, index + 2 < word.count,
                word[index + 1] == 0x80 && 0x8B...0x8D ~= word[index + 2]
                    || word[index + 1] == 0x81 && word[index + 2] == 0xA0
            {
                index += 3
            } else {
                letters.append(word[index])
                index += 1
            }
        }
        return letters.count == word.count || letters.isEmpty ? nil : find(letters.span)
    }

    /// The classes of a word written in this shape.
    @inline(__always)
    func classes(of word: LexemeID, _ shape: TokenShape) -> WordClasses {
        guard isPlain else { return overlaidClasses(of: word, shape) }
        var classes = classSets[base.classes(of: word, .any)]
        if shape.contains(.initialUpper) { classes.formUnion(classSets[base.classes(of: word, .initial)]) }
        if shape.contains(.allUpper) { classes.formUnion(classSets[base.classes(of: word, .upper)]) }
        return classes
    }

    private func overlaidClasses(of word: LexemeID, _ shape: TokenShape) -> WordClasses {
        let own = self.word(word)
        var classes = classSets[own.any]
        if shape.contains(.initialUpper) { classes.formUnion(classSets[own.initial]) }
        if shape.contains(.allUpper) { classes.formUnion(classSets[own.upper]) }
        return classes
    }

    /// What holds of a word where not only the image has a say.
    private func word(_ id: LexemeID) -> WordOverlay.Word {
        if let own = overlay.word(id) { return own }
        var word = WordOverlay.Word()
        guard !isBare else { return word }
        for rule in CaseRule.allCases { word[rule] = base.classes(of: id, rule) }
        word.phrases = base.phrases(after: id) ?? -1
        return word
    }

    /// The classes of a word that no list has: an ordinary word with affixes ("Penulisnya", "Disanksi") is one of its stem's.
    func classes(
        ofUnlisted word: Span<UInt8>, _ shape: TokenShape, affixes: Affixes.Kind
    ) -> WordClasses {
        guard word.count >= 6, !shape.contains(.allUpper), shape.isDisjoint(with: [.innerUpper, .digit]) else {
            return .none
        }
        let known: WordClasses? = Affixes.first(of: word, affixes, self) { stem, lexicon in
            guard let lexeme = lexicon.find(word.extracting(stem)) else { return nil }
            let classes = lexicon.classes(of: lexeme, shape).intersection(lexicon.ordinary)
            return classes.isEmpty ? nil : classes
        }
        return known ?? (affixes == .all && Affixes.isVerb(word) ? ordinary : .none)
    }

    // MARK: - Phrases

    /// Where the phrases start that have this word first.
    @inline(__always)
    func phrases(after word: LexemeID) -> PhraseTrie.Node? {
        guard isPlain else {
            let node = self.word(word).phrases
            return node < 0 ? nil : node
        }
        return base.phrases(after: word)
    }

    /// The nodes of the image behind a word that starts phrases; none of another word.
    func followers(of word: LexemeID) -> Followers {
        guard let node = phrases(after: word), Int(node) < base.nodeCount else { return Followers() }
        return base.followers(of: node)
    }

    @inline(__always)
    func step(_ node: PhraseTrie.Node, _ word: LexemeID) -> PhraseTrie.Node? {
        if Int(node) < base.nodeCount, let next = base.step(node, word) { return next }
        return isPlain ? nil : overlay.step(node, word)
    }

    /// The classes of the phrase that ends at `node`, written as the tokens are.
    func classes(at node: PhraseTrie.Node, _ tokens: Span<Token>) -> WordClasses {
        if isPlain { return base.classes(at: node, tokens, classSets) }
        var classes = WordClasses.none
        var readings = ReadingCursor(at: node, in: self)
        while let reading = readings.next(in: self) {
            if reading.allows(tokens) { classes.formUnion(classSets[reading.classes]) }
        }
        return classes
    }

    // MARK: - Readings

    /// Goes through the values of a word in a class, in the order of the lists, each with the classes of its reading; as far
    /// as `body` answers that it is the one.
    func visitValues(
        of word: LexemeID, _ token: Span<Token>, in class: WordClasses, _ body: (Span<UInt8>, WordClasses) -> Bool
    ) {
        if isPlain {
            visitValues(frozen: base.firstReading(of: word), token, startingAt: 0, in: `class`, body)
        } else {
            visitValues(ReadingCursor(of: word, in: self), token, startingAt: 0, in: `class`, body)
        }
    }

    /// The same of a phrase.
    ///
    /// - Parameters:
    ///   - tokens: The tokens as they are written, from the one with the index `start` of the phrase on.
    func visitValues(
        at node: PhraseTrie.Node, _ tokens: Span<Token>, startingAt start: Int = 0, in class: WordClasses,
        _ body: (Span<UInt8>, WordClasses) -> Bool
    ) {
        if isPlain {
            visitValues(frozen: base.firstReading(at: node), tokens, startingAt: start, in: `class`, body)
        } else {
            visitValues(ReadingCursor(at: node, in: self), tokens, startingAt: start, in: `class`, body)
        }
    }

    private func visitValues(
        frozen first: Int?, _ tokens: Span<Token>, startingAt start: Int, in class: WordClasses,
        _ body: (Span<UInt8>, WordClasses) -> Bool
    ) {
        guard let first else { return }
        base.visitValues(first, tokens, startingAt: start, in: `class`, classSets, body)
    }

    private func visitValues(
        _ readings: ReadingCursor, _ tokens: Span<Token>, startingAt start: Int, in class: WordClasses,
        _ body: (Span<UInt8>, WordClasses) -> Bool
    ) {
        var readings = readings
        while let reading = readings.next(in: self) {
            guard !reading.value.isEmpty, !classSets[reading.classes].isDisjoint(with: `class`),
                reading.allows(tokens, startingAt: start)
            else { continue }
            let classes = classSets[reading.classes]
            let isDone =
                readings.isFrozen
                ? body(base.valueSpan(reading.value), classes) : body(overlay.value(reading.value), classes)
            if isDone { return }
        }
    }
}

/// One meaning of a word or phrase.
package struct LexiconReading: Sendable, Hashable {
    /// The value that the list gives: the expansion of a short form.
    package var value: String
    /// The classes of this meaning alone.
    package var classes: WordClasses
}

/// Goes through the readings of a word or phrase.
struct ReadingCursor {
    /// Whether they are those of the image.
    let isFrozen: Bool
    private var index: Int

    init(of word: LexemeID, in lexicon: borrowing Lexicon) {
        if !lexicon.isPlain, let own = lexicon.overlay.word(word) {
            self.init(own.readings)
        } else {
            self.init(frozen: lexicon.isBare ? nil : lexicon.base.firstReading(of: word))
        }
    }

    init(at node: PhraseTrie.Node, in lexicon: borrowing Lexicon) {
        if !lexicon.isPlain, let own = lexicon.overlay.readings(at: node) {
            self.init(own)
        } else {
            self.init(frozen: lexicon.base.firstReading(at: node))
        }
    }

    private init(frozen first: Int?) {
        isFrozen = true
        index = first ?? -1
    }

    private init(_ chain: WordOverlay.Chain) {
        isFrozen = false
        index = Int(chain.first)
    }

    mutating func next(in lexicon: borrowing Lexicon) -> Reading? {
        guard index >= 0 else { return nil }
        if isFrozen {
            let (reading, isLast) = lexicon.base.reading(index)
            index = isLast ? -1 : index + 1
            return reading
        }
        let (reading, next) = lexicon.overlay.reading(Int32(index))
        index = Int(next)
        return reading
    }
}

extension Reading {
    /// Whether a form is meant that is written as the tokens are, the first of them being that of the index `start`.
    func allows(_ tokens: Span<Token>, startingAt start: Int = 0) -> Bool {
        guard initial | upper != 0 else { return true }
        for index in 0..<tokens.count {
            let bit: UInt32 = 1 << UInt32(start + index)
            if initial & bit != 0, !CaseRule.initial.allows(tokens[index].shape) { return false }
            if upper & bit != 0, !CaseRule.upper.allows(tokens[index].shape) { return false }
        }
        return true
    }
}
