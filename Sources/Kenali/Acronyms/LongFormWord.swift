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
        let read = letters.append(ascii: bytes)
        if read < bytes.count { letters.append(contentsOf: String(copying: bytes.extracting(read..<bytes.count))) }
    }

    /// Whether, as the last word of a long form, it can give the last letter of the short form, as far as a look tells, or leave it
    /// to the words before.
    func mayGive(_ letter: UInt16) -> Bool { isTied || digit == letter || !letters.lacks(letter) }
}
