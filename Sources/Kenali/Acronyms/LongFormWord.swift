/// A word that may belong to a long form.
struct LongFormWord {
    /// What a word may be to a short form, besides giving it letters.
    enum Role {
        case content
        /// Leaves no trace as a rule, and starts no long form: dan, di, untuk, of.
        case function
        /// Can be left out at a small cost: the "Negara" of Polri, the number of a law.
        case weak
    }

    /// The letters and digits in lower case.
    private(set) var letters = Letters()
    var role = Role.content
    /// Whether a hyphen ties it to the word before: the second "Undang".
    var isTied = false
    /// The digit that the word is written as: satu, 1.
    var digit: UInt16?

    /// No word.
    init() {}

    init(_ text: String) { self.init(text.utf8Span.span) }

    /// The same of UTF-8.
    init(_ bytes: Span<UInt8>) {
        var index = 0
        while index < bytes.count, bytes[index] < 0x80 {
            let byte = bytes[index]
            let folded = byte | 0x20
            if folded &- 0x61 < 26 || byte &- 0x30 < 10 { letters.append(UInt16(folded)) }
            index += 1
        }
        guard index < bytes.count else { return }
        letters.append(contentsOf: String(copying: bytes.extracting(index..<bytes.count)))
    }
}
