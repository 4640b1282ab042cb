import KenaliText

/// Words and phrases with their classes and values, ready for look-up.
///
/// A lexicon is a value: ``builtIn`` is never changed, a copy with more words is made by ``add(table:named:)``.
public struct Lexicon: Sendable {
    /// The most tokens that a phrase can have.
    public static let longestPhrase = 32

    private var words = WordTable()
    private var lexemes: [Lexeme] = []
    private var classSets = ClassSets()
    private var trie = PhraseTrie()
    private var readings: [Reading] = []
    private var values: [UInt8] = []
    private var classIndices: [String: Int] = [:]
    /// The class `common`, of ordinary words.
    private var ordinary = WordClasses.none

    /// A word, with the classes it has at the three levels of ``CaseRule``.
    private struct Lexeme {
        var any = ClassSets.none
        var initial = ClassSets.none
        var upper = ClassSets.none
        var firstReading: Int32 = -1
        var phrases: PhraseTrie.Node = -1
    }

    /// One meaning of a word or phrase.
    private struct Reading {
        var classes: ClassSets.ID
        var value: Range<Int32>
        /// The tokens of the form whose first letter must be, or which must be all, upper case; a bit each.
        var initial: UInt32
        var upper: UInt32
        var next: Int32
    }

    /// A lexicon without words.
    public init() {}

    /// The names of all classes, by their index.
    public var classNames: [String] {
        classIndices.sorted { $0.value < $1.value }.map(\.key)
    }

    /// The class of this name, nil when the lexicon has none.
    public func classes(named name: String) -> WordClasses? {
        classIndices[name].map(WordClasses.init(index:))
    }

    /// Adds the rows of a table with the columns `form`, `class` and, if wanted, `value`.
    ///
    /// Classes are separated by commas. See ``CaseRule`` for what capitals in a form mean.
    /// - Complexity: O(*n*), *n* the number of bytes.
    public mutating func add(table bytes: Span<UInt8>, named file: String) throws(LexiconError) {
        var forms = FormReader()
        var table = TableReader(bytes)
        let columns = try Columns(table, file: file)
        var classes = WordClasses.none
        var lastClass = 0..<0
        while table.next() {
            let field = table.range(columns.class)
            guard !field.isEmpty else { throw LexiconError(file: file, line: table.line, reason: .noClass) }
            // Rows come in groups of one class, so its name is mostly that of the row before.
            if !table.equal(field, lastClass) {
                lastClass = field
                classes = .none
                for name in table.string(columns.class).split(separator: ",") {
                    guard let part = self.class(named: String(name)) else {
                        throw LexiconError(file: file, line: table.line, reason: .tooManyClasses)
                    }
                    classes.formUnion(part)
                }
            }
            let value = columns.value.map { table.range($0) } ?? 0..<0
            try add(
                table.bytes.extracting(table.range(columns.form)), classes, value: table.bytes.extracting(value),
                &forms, at: (file, table.line))
        }
    }

    /// Makes room for about this many forms, so that adding them moves nothing.
    mutating func reserveCapacity(_ forms: Int) {
        words.reserveCapacity(forms)
        lexemes.reserveCapacity(forms)
        readings.reserveCapacity(forms)
        values.reserveCapacity(16 * forms)
    }

    /// The number of a word that a rule names; added without a class when it is new.
    public mutating func intern(_ word: Span<UInt8>) -> LexemeID { intern(word, hash: FoldedBytes.hash(word)) }

    private mutating func intern(_ word: Span<UInt8>, hash: UInt64) -> LexemeID {
        let id = words.insert(word, hash: hash)
        if Int(id) == lexemes.count { lexemes.append(Lexeme()) }
        return id
    }

    /// The class of this name, made when it is new; nil when there is no room for it.
    mutating func `class`(named name: String) -> WordClasses? {
        if let index = classIndices[name] { return WordClasses(index: index) }
        guard classIndices.count < WordClasses.limit else { return nil }
        let new = WordClasses(index: classIndices.count)
        classIndices[name] = classIndices.count
        if name == "common" { ordinary = new }
        return new
    }

    /// Adds one form.
    mutating func add(
        _ form: Span<UInt8>, _ classes: WordClasses, value: Span<UInt8>, _ forms: inout FormReader,
        at place: (file: String, line: Int)
    ) throws(LexiconError) {
        if let plain = PlainWord(form) {
            try addWord(intern(form, hash: plain.hash), plain.rule, classes, value, at: place)
            return
        }
        forms.read(form)
        guard let first = forms.parts.first else {
            throw LexiconError(file: place.file, line: place.line, reason: .emptyForm)
        }
        guard forms.parts.count <= Self.longestPhrase else {
            throw LexiconError(file: place.file, line: place.line, reason: .formTooLong)
        }
        let word = intern(form.extracting(first.range))
        if forms.parts.count == 1 {
            try addWord(word, CaseRule(first.shape), classes, value, at: place)
        } else {
            guard let set = classSets.intern(classes) else {
                throw LexiconError(file: place.file, line: place.line, reason: .tooManyClasses)
            }
            addPhrase(form, forms.parts, from: word, set, value)
        }
    }

    /// Adds a form of one token.
    private mutating func addWord(
        _ word: LexemeID, _ rule: CaseRule, _ classes: WordClasses, _ value: Span<UInt8>,
        at place: (file: String, line: Int)
    ) throws(LexiconError) {
        guard let set = classSets.intern(classes), addClasses(set, to: Int(word), rule) else {
            throw LexiconError(file: place.file, line: place.line, reason: .tooManyClasses)
        }
        // Without a value the classes say it all.
        guard !value.isEmpty else { return }
        let known = lexemes[Int(word)].firstReading
        if known < 0 { lexemes[Int(word)].firstReading = Int32(readings.count) }
        append(
            Reading(
                classes: set, value: store(value), initial: rule == .initial ? 1 : 0, upper: rule == .upper ? 1 : 0,
                next: -1),
            after: known)
    }

    /// Adds a form of several tokens.
    private mutating func addPhrase(
        _ form: Span<UInt8>, _ parts: [FormReader.Part], from word: LexemeID, _ set: ClassSets.ID,
        _ value: Span<UInt8>
    ) {
        if lexemes[Int(word)].phrases < 0 { lexemes[Int(word)].phrases = trie.addRoot() }
        var node = lexemes[Int(word)].phrases
        var reading = Reading(classes: set, value: store(value), initial: 0, upper: 0, next: -1)
        for (index, part) in parts.enumerated() {
            switch CaseRule(part.shape) {
            case .any: break
            case .initial: reading.initial |= 1 << UInt32(index)
            case .upper: reading.upper |= 1 << UInt32(index)
            }
            if index > 0 { node = trie.extend(node, intern(form.extracting(part.range))) }
        }
        let known = trie.readings[Int(node)]
        if known < 0 { trie.setReading(Int32(readings.count), at: node) }
        append(reading, after: known)
    }

    private mutating func store(_ value: Span<UInt8>) -> Range<Int32> {
        let start = Int32(values.count)
        unsafe value.withUnsafeBufferPointer { unsafe values.append(contentsOf: $0) }
        return start..<Int32(values.count)
    }

    /// False when there are too many different sets of classes.
    private mutating func addClasses(_ set: ClassSets.ID, to word: Int, _ rule: CaseRule) -> Bool {
        switch rule {
        case .any:
            guard let union = classSets.union(lexemes[word].any, set) else { return false }
            lexemes[word].any = union
        case .initial:
            guard let union = classSets.union(lexemes[word].initial, set) else { return false }
            lexemes[word].initial = union
        case .upper:
            guard let union = classSets.union(lexemes[word].upper, set) else { return false }
            lexemes[word].upper = union
        }
        return true
    }

    /// Readings of one form stay in the order of their rows: the first is the most usual.
    private mutating func append(_ reading: Reading, after first: Int32) {
        var last = first
        while last >= 0, readings[Int(last)].next >= 0 { last = readings[Int(last)].next }
        if last >= 0 { readings[Int(last)].next = Int32(readings.count) }
        readings.append(reading)
    }
}

// MARK: - Looking up

extension Lexicon {
    /// The number of a word, nil when neither a list nor a rule has it.
    @inline(__always)
    func find(_ word: Span<UInt8>) -> LexemeID? { words.find(word, hash: FoldedBytes.hash(word)) }

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
        let lexeme = lexemes[Int(word)]
        var classes = classSets[lexeme.any]
        if shape.contains(.initialUpper) { classes.formUnion(classSets[lexeme.initial]) }
        if shape.contains(.allUpper) { classes.formUnion(classSets[lexeme.upper]) }
        return classes
    }

    /// The classes of a word that no list has: an ordinary word with affixes ("Penulisnya", "Disanksi") is one of its stem's.
    func classes(ofUnlisted word: Span<UInt8>, _ shape: TokenShape) -> WordClasses {
        guard word.count >= 6, !shape.contains(.allUpper), shape.isDisjoint(with: [.innerUpper, .digit]) else {
            return .none
        }
        let known: WordClasses? = Affixes.first(of: word) { stem in
            guard let lexeme = find(word.extracting(stem)) else { return nil }
            let classes = classes(of: lexeme, shape).intersection(ordinary)
            return classes.isEmpty ? nil : classes
        }
        return known ?? (Affixes.isVerb(word) ? ordinary : .none)
    }

    /// Where the phrases start that have this word first.
    @inline(__always)
    func phrases(after word: LexemeID) -> PhraseTrie.Node? {
        let node = lexemes[Int(word)].phrases
        return node < 0 ? nil : node
    }

    @inline(__always)
    func step(_ node: PhraseTrie.Node, _ word: LexemeID) -> PhraseTrie.Node? { trie.step(node, word) }

    /// The classes of the phrase that ends at `node`, written as the tokens are.
    func classes(at node: PhraseTrie.Node, _ tokens: Span<Token>) -> WordClasses {
        var classes = WordClasses.none
        var id = trie.readings[Int(node)]
        while id >= 0 {
            let reading = readings[Int(id)]
            if allows(reading, tokens) { classes.formUnion(classSets[reading.classes]) }
            id = reading.next
        }
        return classes
    }

    /// The values of a word in a class, in the order of the lists, without empty ones.
    func values(of word: LexemeID, _ token: Span<Token>, in class: WordClasses) -> [String] {
        values(from: lexemes[Int(word)].firstReading, token, in: `class`)
    }

    /// The values of a phrase in a class, in the order of the lists, without empty ones.
    func values(at node: PhraseTrie.Node, _ tokens: Span<Token>, in class: WordClasses) -> [String] {
        values(from: trie.readings[Int(node)], tokens, in: `class`)
    }

    private func values(from first: Int32, _ tokens: Span<Token>, in class: WordClasses) -> [String] {
        readings(from: first, tokens, in: `class`).map(\.value)
    }

    /// The readings of a word in a class, in the order of the lists, without those that have no value.
    func readings(of word: LexemeID, _ token: Span<Token>, in class: WordClasses) -> [LexiconReading] {
        readings(from: lexemes[Int(word)].firstReading, token, in: `class`)
    }

    /// The readings of a phrase in a class, in the order of the lists, without those that have no value.
    ///
    /// - Parameters:
    ///   - tokens: The tokens as they are written, from the one with the index `start` of the phrase on.
    func readings(
        at node: PhraseTrie.Node, _ tokens: Span<Token>, startingAt start: Int = 0, in class: WordClasses
    ) -> [LexiconReading] {
        readings(from: trie.readings[Int(node)], tokens, startingAt: start, in: `class`)
    }

    private func readings(
        from first: Int32, _ tokens: Span<Token>, startingAt start: Int = 0, in class: WordClasses
    ) -> [LexiconReading] {
        var found: [LexiconReading] = []
        var id = first
        while id >= 0 {
            let reading = readings[Int(id)]
            if !reading.value.isEmpty, !classSets[reading.classes].isDisjoint(with: `class`),
                allows(reading, tokens, startingAt: start)
            {
                let range = Int(reading.value.lowerBound)..<Int(reading.value.upperBound)
                found.append(
                    LexiconReading(
                        value: String(copying: values.span.extracting(range)), classes: classSets[reading.classes]))
            }
            id = reading.next
        }
        return found
    }

    private func allows(_ reading: Reading, _ tokens: Span<Token>, startingAt start: Int = 0) -> Bool {
        guard reading.initial | reading.upper != 0 else { return true }
        for index in 0..<tokens.count {
            let bit: UInt32 = 1 << UInt32(start + index)
            if reading.initial & bit != 0, !CaseRule.initial.allows(tokens[index].shape) { return false }
            if reading.upper & bit != 0, !CaseRule.upper.allows(tokens[index].shape) { return false }
        }
        return true
    }
}

/// One meaning of a word or phrase.
public struct LexiconReading: Sendable, Hashable {
    /// The value that the list gives: the expansion of a short form.
    public var value: String
    /// The classes of this meaning alone.
    public var classes: WordClasses
}

/// The columns that every word list has.
private struct Columns {
    var form: Int
    var `class`: Int
    var value: Int?

    init(_ table: borrowing TableReader, file: String) throws(LexiconError) {
        guard !table.columns.isEmpty else { throw LexiconError(file: file, line: 1, reason: .noColumns) }
        guard let form = table.column("form") else {
            throw LexiconError(file: file, line: table.line, reason: .missingColumn("form"))
        }
        guard let `class` = table.column("class") else {
            throw LexiconError(file: file, line: table.line, reason: .missingColumn("class"))
        }
        self.form = form
        self.class = `class`
        value = table.column("value")
    }
}
