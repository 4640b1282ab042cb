import KenaliText

/// Finds the tokens of forms as in a text, reusing its memory.
///
/// Most forms are ASCII words with single spaces or hyphens between; their boundaries are certain and ICU isn't asked.
struct FormReader: ~Copyable {
    struct Part {
        var range: Range<Int>
        var shape: TokenShape
    }

    /// The tokens of the form last read.
    private(set) var parts: [Part] = []
    private var tokenizer = Tokenizer()
    private var tokens = Tokens()

    mutating func read(_ form: Span<UInt8>) {
        parts.removeAll(keepingCapacity: true)
        if split(form) { return }
        tokenizer.tokenize(form, into: &tokens)
        for token in tokens { parts.append(Part(range: token.utf8Range, shape: token.shape)) }
    }

    /// Splits at spaces and hyphens. False when the form holds anything but those and ASCII letters.
    private mutating func split(_ form: Span<UInt8>) -> Bool {
        for index in 0..<form.count {
            let byte = form[index]
            guard byte | 0x20 &- 0x61 < 26 || byte == 0x20 || byte == 0x2D else { return false }
        }
        var start = 0
        for index in 0...form.count {
            let byte = index < form.count ? form[index] : 0x20
            guard byte == 0x20 || byte == 0x2D else { continue }
            if index > start { parts.append(Part(range: start..<index, shape: Self.shape(form.extracting(start..<index)))) }
            if byte == 0x2D { parts.append(Part(range: index..<index + 1, shape: .punctuation)) }
            start = index + 1
        }
        return true
    }

    private static func shape(_ word: Span<UInt8>) -> TokenShape {
        var upper = 0
        for index in 0..<word.count where word[index] & 0x20 == 0 { upper += 1 }
        var shape: TokenShape = .word
        if word[0] & 0x20 == 0 { shape.insert(.initialUpper) }
        if upper == word.count { shape.insert(.allUpper) }
        return shape
    }
}

extension TableReader {
    /// Whether two fields hold the same bytes.
    func equal(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        guard left.count == right.count else { return false }
        for offset in 0..<left.count where bytes[left.lowerBound + offset] != bytes[right.lowerBound + offset] {
            return false
        }
        return true
    }
}
