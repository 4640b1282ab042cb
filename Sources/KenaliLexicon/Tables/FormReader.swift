package import KenaliText

/// Finds the tokens of forms as in a text, reusing its memory.
///
/// Most forms are ASCII words with blanks, hyphens, slashes or brackets between; their boundaries are certain in any
/// version of the word rules, and ICU isn't asked.
package struct FormReader: ~Copyable {
    package struct Part {
        package var range: Range<Int>
        package var shape: TokenShape
    }

    /// The tokens of the form last read.
    package private(set) var parts: [Part] = []
    private var tokenizer = Tokenizer()
    private var tokens = Tokens()

    package init() {}

    package mutating func read(_ form: Span<UInt8>) {
        parts.removeAll(keepingCapacity: true)
        if split(form) { return }
        parts.removeAll(keepingCapacity: true)
        tokenizer.tokenize(form, into: &tokens)
        for token in tokens { parts.append(Part(range: token.utf8Range, shape: token.shape)) }
    }

    /// Splits at blanks and at marks that join nothing. False when the form holds anything but those, ASCII letters and
    /// digits.
    private mutating func split(_ form: Span<UInt8>) -> Bool {
        var start = 0
        var upper = 0
        var letters = 0
        for index in 0..<form.count {
            let byte = form[index]
            if byte | 0x20 &- 0x61 < 26 {
                letters += 1
                if byte & 0x20 == 0 { upper += 1 }
            } else if byte &- 0x30 >= 10 {
                guard Self.isSeparator(byte) || byte == UInt8(ascii: ",") && letters > 0 else { return false }
                appendWord(start..<index, letters, upper, form)
                if byte != 0x20 { parts.append(Part(range: index..<index + 1, shape: .punctuation)) }
                start = index + 1
                letters = 0
                upper = 0
            }
        }
        appendWord(start..<form.count, letters, upper, form)
        return true
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "(")
            || byte == UInt8(ascii: ")")
    }

    private mutating func appendWord(_ range: Range<Int>, _ letters: Int, _ upper: Int, _ form: Span<UInt8>) {
        guard !range.isEmpty else { return }
        guard letters > 0 else {
            parts.append(Part(range: range, shape: .number))
            return
        }
        var shape: TokenShape = .word
        if form[range.lowerBound] &- 0x41 < 26 { shape.insert(.initialUpper) }
        if upper == letters { shape.insert(.allUpper) }
        parts.append(Part(range: range, shape: shape))
    }
}
