/// A person's name as what tells persons apart: the words, whatever their capitals, marks, accents and spelling.
///
/// Old and new spelling are one ("Soekarno", "Sukarno"; "Djoko", "Joko"), doubled letters are single, initials are left out,
/// and so is a "Muhammad" in front of two other names: "M. Tito Karnavian" is Tito Karnavian.
package struct PersonName: Sendable, Hashable {
    /// A number for each word.
    package private(set) var words: [UInt64] = []

    /// Reads a name.
    ///
    /// - Complexity: O(*n*), *n* the length of the name.
    package init(_ name: String) { self.init(name.utf8Span.span) }

    /// Reads a part of a text as a name.
    package init(_ name: Substring) { self.init(String(name)) }

    /// Reads a name.
    init(_ name: Span<UInt8>) {
        words.reserveCapacity(4)
        var word = Word()
        for index in name.indices {
            let byte = name[index]
            if byte == UInt8(ascii: "."), word.areInitials, Self.isInitial(index + 1, of: name) {
                word.previousByte = byte
                continue
            }
            guard let letter = Self.letter(byte, after: word.previousByte) else {
                word.previousByte = byte
                continue
            }
            if letter == Self.separator {
                finish(&word, isLast: false)
            } else {
                word.add(letter, behind: word.previousByte)
            }
            word.previousByte = byte
        }
        finish(&word, isLast: true)
        if words.count > 2, words.first == Self.muhammad { words.removeFirst() }
    }

    /// One number for all words in their order.
    package var key: UInt64 {
        words.reduce(0x9E37_79B9_7F4A_7C15) { ($0 ^ $1) &* 0x0000_0100_0000_01B3 &+ ($0 >> 29) }
    }

    /// Whether the words of another name occur in this one, in order.
    package func contains(_ other: PersonName) -> Bool {
        var rest = other.words[...]
        for word in words where word == rest.first { rest = rest.dropFirst() }
        return rest.isEmpty
    }

    /// Whether a letter with a full stop behind it stands in a name: "M.S. Kaban" is MS Kaban.
    private static func isInitial(_ index: Int, of name: Span<UInt8>) -> Bool {
        index + 1 < name.count && name[index + 1] == UInt8(ascii: ".")
            && letter(name[index], after: 0) != separator
            && name[index] < 0x80
    }

    private mutating func finish(_ word: inout Word, isLast: Bool) {
        if let number = word.number(isFirst: words.isEmpty, isLast: isLast) {
            words.append(Self.muhammads.contains(number) ? Self.muhammad : number)
        }
        word = Word()
    }

    private static let separator = UInt8(ascii: " ")

    /// The plain letter of a byte of UTF-8; a blank for what parts words; nil for what counts for nothing.
    private static func letter(_ byte: UInt8, after previous: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): return byte
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): return byte | 0x20
        case UInt8(ascii: "'"), UInt8(ascii: "`"): return nil
        case 0..<0x80: return separator
        case 0x80...0xBF where previous == 0xC3: return latin(byte)
        // What stands behind, or the parts of an apostrophe.
        case 0x80...0xBF where previous == 0xE2 || previous & 0xC0 == 0x80: return nil
        case 0x80...0xBF: return byte
        default: return nil
        }
    }

    /// The letter without its accent, of the second byte of U+00C0 to U+00FF.
    private static func latin(_ byte: UInt8) -> UInt8? {
        switch byte | 0x20 {
        case 0xA0...0xA6: UInt8(ascii: "a")
        case 0xA7: UInt8(ascii: "c")
        case 0xA8...0xAB: UInt8(ascii: "e")
        case 0xAC...0xAF: UInt8(ascii: "i")
        case 0xB1: UInt8(ascii: "n")
        case 0xB2...0xB6, 0xB8: UInt8(ascii: "o")
        case 0xB9...0xBC: UInt8(ascii: "u")
        case 0xBD, 0xBF: UInt8(ascii: "y")
        default: byte
        }
    }

    private static let muhammad = Word.number(of: "muhammad")

    private static let muhammads: [UInt64] = [
        "m", "muh", "moh", "moch", "mohd", "muhamad", "mohamad", "mochamad", "mukhamad", "mokhamad", "muhamed",
        "mohamed",
    ].map(Word.number(of:))
}

/// A word of a name while it is read, letter by letter.
private struct Word {
    var previousByte: UInt8 = 0
    private var hash = FoldedBytes.seed
    private var count = 0
    private var only: UInt8 = 0
    /// The last letter that was read, and the last that counts; 0 before the first.
    private var last: UInt8 = 0
    private var pending: UInt8 = 0

    /// Whether it is one letter, or letters with full stops between.
    private(set) var areInitials = true

    /// Reads a letter: "oe" is "u", "dj" is "j", "tj" is "c", "sj" is "sy"; a letter twice is one.
    mutating func add(_ letter: UInt8, behind previous: UInt8 = 0) {
        if count > 0, previous != UInt8(ascii: ".") { areInitials = false }
        switch (pending, letter) {
        case (UInt8(ascii: "o"), UInt8(ascii: "e")):
            pending = UInt8(ascii: "u")
        case (UInt8(ascii: "d"), UInt8(ascii: "j")):
            pending = UInt8(ascii: "j")
        case (UInt8(ascii: "t"), UInt8(ascii: "j")):
            pending = UInt8(ascii: "c")
        case (UInt8(ascii: "s"), UInt8(ascii: "j")):
            flush()
            pending = UInt8(ascii: "y")
        case (letter, _): break
        default:
            flush()
            pending = letter
        }
        count += 1
        only = letter
    }

    private mutating func flush() {
        guard pending != 0, pending != last else { return }
        hash = FoldedBytes.step(hash, pending)
        last = pending
    }

    /// Nil for no letters and for initials. But "M." in front is a Muhammad, and Roman numerals at the end tell kings apart.
    func number(isFirst: Bool, isLast: Bool) -> UInt64? {
        guard count > 0 else { return nil }
        if count == 1 {
            let isNumeral = "ivx".utf8.contains(only)
            guard isFirst && only == UInt8(ascii: "m") || isLast && !isFirst && isNumeral else { return nil }
        }
        var word = self
        // "Rudy" is "Rudi".
        if word.pending == UInt8(ascii: "y"), word.count > 2 { word.pending = UInt8(ascii: "i") }
        word.flush()
        return word.hash
    }

    static func number(of text: StaticString) -> UInt64 {
        var word = Word()
        // Safe: the indices are the buffer's own.
        text.withUTF8Buffer { buffer in for index in buffer.indices { unsafe word.add(buffer[index]) } }
        word.flush()
        return word.hash
    }
}
