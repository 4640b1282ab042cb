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

    /// The letters and digits in lower case, once they were read.
    private(set) var letters = Letters()
    var role = Role.content
    /// Whether a hyphen ties it to the word before: the second "Undang".
    var isTied = false
    /// The digit that the word is written as: satu, 1.
    var digit: UInt16?
    /// Where it stands in the text, as long as its letters were not read.
    private var unread: Range<Int32>?

    init(_ text: String) { read(text.utf8Span.span) }

    /// A word whose letters few will ask for: see ``read(in:)``.
    init(at range: Range<Int>) { unread = Int32(range.lowerBound)..<Int32(range.upperBound) }

    /// Reads the letters in the text, unless they were read.
    @inline(__always)
    mutating func read(in text: Span<UInt8>) {
        guard let range = unread else { return }
        unread = nil
        read(text.extracting(Int(range.lowerBound)..<Int(range.upperBound)))
    }

    private mutating func read(_ bytes: Span<UInt8>) {
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
