import KenaliLexicon
import KenaliText

/// The words of a body's name in small letters, spelled out, in memory that is used again for the next name.
struct SpelledName {
    /// The words, a blank between two. A place's name is one word here.
    private(set) var bytes: [UInt8] = []
    /// Where each word ends.
    private var ends: [Int] = []
    /// How many words stand before its seat, and before the body that it is a part of; all when it names none.
    private(set) var seat = 0
    private(set) var parent = 0

    /// The number of words.
    var count: Int { ends.count }

    /// Some of the words, a blank between two.
    subscript(words: Range<Int>) -> Span<UInt8> {
        @_lifetime(borrow self) get {
            guard !words.isEmpty else { return bytes.span.extracting(0..<0) }
            return bytes.span.extracting(start(words.lowerBound)..<ends[words.upperBound - 1])
        }
    }

    private func start(_ word: Int) -> Int { word == 0 ? 0 : ends[word - 1] + 1 }

    /// The first letter of a word.
    @_lifetime(borrow self)
    func initial(_ word: Int) -> Span<UInt8> {
        let letters = self[word..<word + 1]
        var end = min(1, letters.count)
        while end < letters.count, letters[end] & 0xC0 == 0x80 { end += 1 }
        return letters.extracting(first: end)
    }

    // MARK: - Reading

    /// Reads the name that a body has in the text.
    mutating func read(_ tokens: Range<Int>, _ document: borrowing Document) {
        removeAll()
        var seat: Int?
        var parent: Int?
        var token = tokens.lowerBound
        while token < tokens.upperBound {
            if document.isMark(token, "(") {
                while token < tokens.upperBound, !document.isMark(token, ")") { token += 1 }
                token += 1
                continue
            }
            guard !document.shape(token).isDisjoint(with: [.word, .number]) else {
                token += 1
                continue
            }
            if token > tokens.lowerBound, let end = document.text.endOfEntry(at: token, in: document.classes.place),
                end <= tokens.upperBound
            {
                seat = seat ?? count
                appendPlace(PlaceReader.place(token..<end, document).canonicalName)
                token = end
                continue
            }
            if token > tokens.lowerBound, parent == nil,
                document.text.endOfEntry(at: token, in: document.classes.organization) == tokens.upperBound
            {
                parent = count
            }
            if token > tokens.lowerBound, document.has(token, document.classes.seatWord) {
                seat = seat ?? count
                append(lowercased: document.bytes.extracting(document.text.tokens[token].utf8Range))
            } else if appendWord(token, document), endsWithSeatWord {
                // "Pemkot Bandung": the word for the seat is in the short form.
                seat = seat ?? count - 1
            }
            token += 1
        }
        dropRepublic()
        self.seat = seat ?? count
        self.parent = parent ?? count
    }

    /// Appends a word, spelled out if it is a short form; true for one that is.
    private mutating func appendWord(_ token: Int, _ document: borrowing Document) -> Bool {
        let word = document.bytes.extracting(document.text.tokens[token].utf8Range)
        guard !Self.isIdle(word) else { return false }
        let acronym = document.classes.acronym
        let isSpelled =
            document.has(token, acronym)
            && document.text.withValue(of: token..<token + 1, in: acronym, document.grammar.lexicon) {
                appendWords($0)
            } != nil
        if !isSpelled { append(lowercased: word) }
        return isSpelled
    }

    /// Reads a name of the lists, or one that the text spells out, without what says nothing.
    mutating func read(plain name: String) {
        removeAll()
        let letters = name.utf8Span.span
        var isInBracket = false
        var start = 0
        for end in 0..<letters.count + 1 where end == letters.count || letters[end] == UInt8(ascii: " ") {
            if end > start {
                let word = letters.extracting(start..<end)
                if word[0] == UInt8(ascii: "(") { isInBracket = true }
                let last = word[word.count - 1]
                let bare = last == UInt8(ascii: ".") ? word.extracting(first: word.count - 1) : word
                if !isInBracket, !Self.isIdle(bare) { append(lowercased: bare) }
                if last == UInt8(ascii: ")") { isInBracket = false }
            }
            start = end + 1
        }
        dropRepublic()
    }

    private mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    private mutating func append(lowercased word: Span<UInt8>) {
        if !ends.isEmpty { bytes.append(UInt8(ascii: " ")) }
        bytes.append(lowercased: word)
        ends.append(bytes.count)
    }

    private mutating func appendWords(_ words: Span<UInt8>) {
        var start = 0
        for end in 0..<words.count + 1 where end == words.count || words[end] == UInt8(ascii: " ") {
            if end > start { append(lowercased: words.extracting(start..<end)) }
            start = end + 1
        }
    }

    /// Appends the official name of a place without the word for its type.
    private mutating func appendPlace(_ name: String) {
        let letters = name.utf8Span.span
        for type in Self.placeTypes where letters.count >= type.utf8CodeUnitCount {
            guard letters.extracting(first: type.utf8CodeUnitCount).isEqual(to: type) else { continue }
            return append(lowercased: letters.extracting(type.utf8CodeUnitCount..<letters.count))
        }
        append(lowercased: letters)
    }

    private static let placeTypes: [StaticString] = [
        "Kabupaten Administrasi ", "Kota Administrasi ", "Kabupaten ", "Kota ",
    ]

    private var endsWithSeatWord: Bool {
        guard count > 0 else { return false }
        let last = self[count - 1..<count]
        return last.isEqual(to: "kota") || last.isEqual(to: "kabupaten") || last.isEqual(to: "provinsi")
    }

    /// Leaves out a "Republik Indonesia" at the end.
    private mutating func dropRepublic() {
        guard count > 2, self[count - 2..<count - 1].isEqual(to: "republik"),
            self[count - 1..<count].isEqual(to: "indonesia")
        else { return }
        ends.removeLast(2)
        bytes.removeSubrange(ends[ends.count - 1]...)
    }

    /// Whether a word of a name says nothing of which body it is.
    private static func isIdle(_ word: Span<UInt8>) -> Bool {
        switch word.count {
        case 2:
            word.isEqual(lowercasedTo: "pt") || word.isEqual(lowercasedTo: "cv") || word.isEqual(lowercasedTo: "ri")
        case 3: word.isEqual(lowercasedTo: "tbk")
        case 7: word.isEqual(lowercasedTo: "persero")
        case 9: word.isEqual(lowercasedTo: "perseroda")
        default: false
        }
    }
}
