import KenaliLexicon
import KenaliStorage
import KenaliText

/// Gives every token a symbol: what holds of it, and of the phrases that start at it. Two tokens with one symbol are the
/// same to all rules.
///
/// A row is the list of the atoms that hold of a token or phrase. A symbol is the row of a token with, for each phrase that
/// starts there, ends in the sentence and matters to some rule, its length and row.
struct SymbolTable: Sendable {
    /// The symbol behind the last token, of which nothing holds.
    static let end = 0

    let atoms: AtomTable
    /// Rows, as the numbers of their atoms in order; the first is empty.
    private(set) var rows: SequenceSet
    /// What decides the row of a token, and the rows.
    private(set) var tokens: ValuedSequences
    /// What decides the row of a phrase, and the rows.
    private(set) var phrases: ValuedSequences
    /// Symbols, as a row and, longest first, the lengths and rows of phrases; the first is ``end``.
    private(set) var symbols: SequenceSet

    /// The symbols that were met.
    private(set) var met = MetSymbols()
    /// The place of each symbol in ``MetSymbols/data`` plus one, 0 where it was not met.
    private var places: [UInt32] = []
    private var rowPlaces: [UInt32] = []
    /// The place of the symbol of each row without phrases, plus one, 0 where it was not met.
    private var plainPlaces: [UInt32] = []
    let width: Int

    /// Tokens met lately, each in the place that its hash names: nearly all have neither templates nor phrases.
    private var recentTokens: [RecentToken] = Array(repeating: RecentToken(), count: 1 << 13)
    private var recentPhrases: [RecentToken] = Array(repeating: RecentToken(), count: 1 << 7)
    private var key = IntegerList()
    private var row = IntegerList()
    /// The atoms of a row that is being made, as bits, all empty between two rows.
    private var holding: [UInt64]
    private var tests: KnownTests
    private var forms = IntegerList()

    private struct RecentToken {
        var lexeme: LexemeID = -2
        /// The number of the set of classes, which other texts may give to another set.
        var set: UInt32 = 0
        /// What it is as a number, and its templates.
        var form: UInt64 = 0
        var shape: TokenShape = []
        var row: UInt32 = 0
        var place: UInt32 = 0
        var classes = WordClasses.none
    }

    /// The form of tokens with more templates than fit.
    private static let manyForms = UInt64.max

    init(_ atoms: AtomTable, _ frozen: FrozenAutomaton) {
        self.atoms = atoms
        rows = SequenceSet(frozen.rows)
        tokens = ValuedSequences(frozen.tokens)
        phrases = ValuedSequences(frozen.phrases)
        symbols = SequenceSet(frozen.symbols)
        width = (atoms.askedCount + 63) / 64
        holding = Array(repeating: 0, count: width)
        tests = KnownTests(atoms)
        makeEnd()
    }

    private mutating func makeEnd() {
        row.removeAll()
        _ = rows.intern(row)
        row.append(0)
        _ = place(of: symbols.intern(row))
    }

    /// How many integers it holds that are not frozen.
    var size: Int { rows.size + tokens.size + phrases.size + symbols.size + met.data.count + 2 * met.bits.count }

    /// Forgets what is not frozen.
    mutating func forget() {
        rows.forget()
        tokens.forget()
        phrases.forget()
        symbols.forget()
        met.data.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        met.bits.removeAll(keepingCapacity: true)
        rowPlaces.removeAll(keepingCapacity: true)
        plainPlaces.removeAll(keepingCapacity: true)
        for index in recentTokens.indices { recentTokens[index] = RecentToken() }
        for index in recentPhrases.indices { recentPhrases[index] = RecentToken() }
        makeEnd()
    }

    /// The place in ``data`` of the symbol of a token in a sentence that ends at `end`.
    ///
    /// What it is read from comes in parts: a ``TokenField`` would be copied for each token.
    @inline(__always)
    mutating func place(
        ofToken index: Int, _ end: Int, _ annotations: AnnotationSpan, _ phrases: Span<PhraseMatch>, _ token: Token,
        _ bytes: Span<UInt8>
    ) -> UInt32 {
        let shape = token.shape.intersection(atoms.shapes)
        // Of words that no rule names the classes say it all.
        let known = annotations.lexeme(at: index)
        let lexeme = atoms.names(known) ? known : -1
        let set = annotations.set(at: index)
        forms.removeAll()
        atoms.appendTemplates(of: token, bytes, to: &forms)
        let form = forms.isEmpty && !token.shape.contains(.number) ? 0 : form(of: token, bytes)
        let mixed = UInt64(truncatingIfNeeded: lexeme) << 40 ^ UInt64(set) << 16 ^ UInt64(shape.rawValue) ^ form &* 31
        // Two places for each.
        var slot = Int(truncatingIfNeeded: (mixed &* 0x9E37_79B9_7F4A_7C15) >> 51) & ~1
        if !isRecent(slot, lexeme, set, form, shape, annotations) {
            slot |= 1
            if !isRecent(slot, lexeme, set, form, shape, annotations) {
                let row = row(of: annotations[index], token, shape, bytes)
                let place = place(ofRow: row)
                recentTokens[slot] = recentTokens[slot & ~1]
                slot &= ~1
                recentTokens[slot] = RecentToken(
                    lexeme: lexeme, set: set, form: form, shape: shape, row: UInt32(row), place: place,
                    classes: annotations.classes(ofSet: set))
            }
        }
        guard annotations.hasPhrases(at: index) else { return recentTokens[slot].place }
        return place(of: recentTokens[slot].row, index, end, annotations[index].phraseRange, phrases, shape)
    }

    @inline(__always)
    private func isRecent(
        _ slot: Int, _ lexeme: LexemeID, _ set: UInt32, _ form: UInt64, _ shape: TokenShape,
        _ annotations: AnnotationSpan
    ) -> Bool {
        recentTokens[slot].lexeme == lexeme && recentTokens[slot].set == set && recentTokens[slot].form == form
            && recentTokens[slot].shape == shape && form != Self.manyForms
            && recentTokens[slot].classes == annotations.classes(ofSet: set)
    }

    /// What a token is as a number, and its templates, which stand in ``forms``.
    private func form(of token: Token, _ bytes: Span<UInt8>) -> UInt64 {
        guard forms.count <= 2 else { return Self.manyForms }
        var form = UInt64(atoms.numberClass(token, bytes))
        for index in 0..<forms.count { form |= UInt64(forms[index] &+ 1) << UInt64(21 &* (index &+ 1)) }
        return form
    }

    /// The row of a token; its templates stand in ``forms``.
    private mutating func row(
        of annotation: Annotation, _ token: Token, _ shape: TokenShape, _ bytes: Span<UInt8>
    ) -> Int {
        let isNamed = atoms.names(annotation.lexeme)
        let numberClass = atoms.numberClass(token, bytes)
        key.removeAll()
        key.append(isNamed ? UInt32(annotation.lexeme + 1) : 0)
        key.append(UInt32(numberClass))
        key.append(UInt32(shape.rawValue))
        append(annotation.classes)
        // The number of a form is that of no class.
        for index in 0..<forms.count { key.append(UInt32(WordClasses.limit) + forms[index]) }
        let number = tokens.intern(key)
        if let known = tokens[number] { return known }
        row.removeAll()
        tests.append(holdingOf: annotation.classes, shape, isPhrase: false, atoms, to: &row)
        if isNamed { atoms.appendWords(annotation.lexeme, shape, to: &row) }
        atoms.appendRanges(numberClass, to: &row)
        for index in 0..<forms.count { atoms.append(atoms.atom(ofTemplate: Int(forms[index])), to: &row) }
        if !shape.contains(.spaceBefore) { atoms.append(AtomTable.glued, to: &row) }
        if shape.contains(.sentenceStart) { atoms.append(AtomTable.sentenceStart, to: &row) }
        let id = internRow()
        tokens.add(id, to: number)
        return id
    }

    private mutating func append(_ classes: WordClasses) {
        var rest = classes
        while let number = rest.popFirst() { key.append(UInt32(number)) }
    }

    /// The row of a phrase; that of none when it does not matter.
    private mutating func row(of phrase: PhraseMatch, _ shape: TokenShape) -> Int {
        let slot = Int(
            truncatingIfNeeded: ((phrase.classes.mixed ^ UInt64(shape.rawValue) << 40) &* 0x9E37_79B9_7F4A_7C15) >> 57)
        let recent = recentPhrases[slot]
        if recent.lexeme == -1, recent.shape == shape, recent.classes == phrase.classes { return Int(recent.row) }
        key.removeAll()
        key.append(UInt32(shape.rawValue))
        append(phrase.classes)
        let number = phrases.intern(key)
        var id = phrases[number] ?? -1
        if id < 0 {
            row.removeAll()
            tests.append(holdingOf: phrase.classes, shape, isPhrase: true, atoms, to: &row)
            id = internRow()
            phrases.add(id, to: number)
        }
        recentPhrases[slot] = RecentToken(
            lexeme: -1, shape: shape, row: UInt32(id), classes: phrase.classes)
        return id
    }

    /// The number of the row whose atoms stand in ``row`` with their unions, in any order and some of them twice.
    private mutating func internRow() -> Int {
        // Atoms that only others are made of are of no interest any more.
        holding.setBits(row, below: UInt32(atoms.askedCount))
        row.removeAll()
        holding.takeBits(to: &row)
        return rows.intern(row)
    }

    /// The place of the symbol of a row with the phrases that start at a token.
    private mutating func place(
        of row: UInt32, _ index: Int, _ end: Int, _ range: Range<Int>, _ phrases: Span<PhraseMatch>, _ shape: TokenShape
    ) -> UInt32 {
        forms.removeAll()
        forms.append(row)
        for number in range where index + Int(phrases[number].length) <= end {
            let phraseRow = self.row(of: phrases[number], shape)
            guard phraseRow > 0 else { continue }
            forms.append(UInt32(phrases[number].length))
            forms.append(UInt32(phraseRow))
        }
        return place(of: symbols.intern(forms))
    }

    /// The place of the symbol of a row alone.
    private mutating func place(ofRow row: Int) -> UInt32 {
        plainPlaces.reach(row, 0)
        if plainPlaces[row] > 0 { return plainPlaces[row] - 1 }
        key.removeAll()
        key.append(UInt32(row))
        let place = place(of: symbols.intern(key))
        plainPlaces[row] = place + 1
        return place
    }

    private mutating func place(of symbol: Int) -> UInt32 {
        if symbol < places.count, places[symbol] > 0 { return places[symbol] - 1 }
        return addPlace(of: symbol)
    }

    private mutating func addPlace(of symbol: Int) -> UInt32 {
        places.reach(symbol, 0)
        var parts: [UInt32] = []
        symbols.append(symbol, to: &parts)
        // Rows first: they may append to `bits`, not to `data`.
        for index in stride(from: 0, to: parts.count, by: 2) where index > 0 {
            parts[index] = rowPlace(Int(parts[index]))
        }
        let place = UInt32(met.data.count)
        met.data.append(UInt32(symbol))
        met.data.append(rowPlace(Int(parts[0])))
        met.data.append(UInt32(parts.count / 2))
        met.data += parts[1...]
        places[symbol] = place + 1
        return place
    }

    private mutating func rowPlace(_ row: Int) -> UInt32 {
        rowPlaces.reach(row, 0)
        if rowPlaces[row] > 0 { return rowPlaces[row] - 1 }
        let place = met.bits.count
        met.bits.append(contentsOf: repeatElement(0, count: width))
        rows.setBits(row, in: &met.bits, at: place)
        rowPlaces[row] = UInt32(place) + 1
        return UInt32(place)
    }
}

/// Rows of bits.
extension [UInt64] {
    /// Sets the bits of numbers that are less than a bound.
    fileprivate mutating func setBits(_ numbers: IntegerList, below bound: UInt32) {
        let numbers = numbers.span
        var words = mutableSpan
        for index in numbers.indices where numbers[index] < bound {
            words[Int(numbers[index] >> 6)] |= 1 &<< UInt64(numbers[index] & 63)
        }
    }

    /// Appends the numbers of all bits that are set, and clears these.
    fileprivate mutating func takeBits(to numbers: inout IntegerList) {
        var words = mutableSpan
        for word in words.indices {
            numbers.append(bitsOf: words[word], from: UInt32(truncatingIfNeeded: 64 &* word))
            words[word] = 0
        }
    }
}

/// The symbols that a matcher met, ready for use.
struct MetSymbols: Sendable {
    /// Of each symbol the number, the place of its row in ``bits``, the number of phrases, and for each of these its length and
    /// the place of its row.
    var data: [UInt32] = []
    /// Rows as bits, ``SymbolTable/width`` words each.
    var bits: [UInt64] = []

    /// Whether an atom holds in the row at a place of ``bits``.
    @inline(__always)
    func holds(_ atom: Int, at row: Int) -> Bool { bits[row &+ atom >> 6] >> UInt64(atom & 63) & 1 != 0 }

    /// Fills a row with what holds of the token of a symbol, or of a phrase that starts there.
    func copyBits(ofSymbolAt place: Int, to row: inout [UInt64]) {
        var row = row.mutableSpan
        let bits = bits.span
        var start = Int(data[place &+ 1])
        for word in row.indices { row[word] = bits[start &+ word] }
        for phrase in 0..<Int(data[place &+ 2]) {
            start = Int(data[place &+ 4 &+ 2 &* phrase])
            for word in row.indices { row[word] |= bits[start &+ word] }
        }
    }
}

/// Sequences, each with a value.
struct ValuedSequences: Sendable {
    private(set) var sequences: SequenceSet
    private let frozen: PackedTable
    private var values: [UInt32] = []

    init(_ frozen: (sequences: FrozenSequences, values: PackedTable)) {
        sequences = SequenceSet(frozen.sequences)
        self.frozen = frozen.values
    }

    var size: Int { sequences.size + values.count }

    mutating func forget() {
        sequences.forget()
        values.removeAll(keepingCapacity: true)
    }

    /// The number of a sequence. When it has no value, ``add(_:to:)`` must follow.
    mutating func intern(_ sequence: IntegerList) -> Int { sequences.intern(sequence) }

    // What asks is in line: calls would copy the whole of it each time.

    /// The number of a sequence with its hash, nil when it is not there.
    @inline(__always)
    func find(_ sequence: IntegerList, _ hash: UInt64) -> Int? { sequences.find(sequence.span, hash) }

    /// Adds a sequence that is not there, with its hash and its value.
    mutating func add(_ sequence: IntegerList, _ hash: UInt64, _ value: Int) {
        let id = sequences.add(sequence.span, hash)
        add(value, to: id)
    }

    @inline(__always)
    func isFrozen(_ id: Int) -> Bool { id < frozen.count }

    /// The value of a sequence, nil when it is new.
    @inline(__always)
    subscript(id: Int) -> Int? {
        if id < frozen.count { return frozen[id] }
        return id - frozen.count < values.count ? Int(values[id - frozen.count]) : nil
    }

    mutating func add(_ value: Int, to id: Int) {
        precondition(id - frozen.count == values.count, "a sequence before this one has no value")
        values.append(UInt32(truncatingIfNeeded: value))
    }

    /// Writes what was added to none that are frozen, with the values as an image has them.
    func write(_ name: String, into writer: inout ImageWriter, _ value: (Int) -> Int = { $0 }) {
        FrozenSequences.write(sequences.all, name, into: &writer)
        writer.add(name + ".values", values.map { value(Int($0)) })
    }
}

/// What a matcher reads of a text, without a reference to count.
struct TokenField: ~Escapable {
    let annotations: AnnotationSpan
    let phrases: Span<PhraseMatch>
    let tokens: Span<Token>
    let bytes: Span<UInt8>

    @_lifetime(borrow text, copy bytes)
    init(_ text: borrowing AnnotatedTokens, _ bytes: Span<UInt8>) {
        annotations = text.annotations.span
        phrases = text.phrases.span
        tokens = text.tokens.span
        self.bytes = bytes
    }
}
