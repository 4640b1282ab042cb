import KenaliLexicon
import KenaliRules
import KenaliText

/// What a look at the tokens tells of a short form and of the words beside it.
extension Document {
    /// The word that ends before a token, with what a hyphen, a slash or an ampersand glues to it, or the number and
    /// the word before it.
    func form(before end: Int) -> Range<Int>? {
        var last = end - 1
        if last >= 0, isQuote(last) { last -= 1 }
        guard last >= 0, isWord(last) else { return nil }
        var first = last
        if shape(last).contains(.number) { first -= 1 }
        guard first >= 0, shape(first).contains(.word) else { return nil }
        for _ in 0..<DefinitionReader.mostParts {
            guard first >= 2, shape(first - 2).contains(.word),
                isMark(first - 1, "-") || isMark(first - 1, "/") || isMark(first - 1, "&"),
                !shape(first).contains(.spaceBefore), !shape(first - 1).contains(.spaceBefore)
            else { break }
            first -= 2
        }
        return first..<last + 1
    }

    /// Whether a short form is a small word that texts use without defining it, so that its letters must say more.
    func isCommon(_ tokens: Range<Int>) -> Bool {
        tokens.count == 1 && !shape(tokens.lowerBound).contains(.allUpper) && has(tokens.lowerBound, classes.common)
            && !hasReading(tokens)
    }

    /// The first of some tokens that has letters or digits.
    func firstWord(of tokens: Range<Int>) -> Int? {
        for token in tokens where isWord(token) { return token }
        return nil
    }

    /// Whether a word of a long form may give this letter first, as far as a look at its first byte tells.
    func mayStart(_ token: Int, with letter: UInt8) -> Bool {
        let first = bytes[Int(text.tokens[token].start)] | 0x20
        // A digit may be written as a word, or repeat a letter.
        return first == letter || first &- 0x61 >= 26 || letter &- 0x61 >= 26
    }

    /// Whether a token begins with a capital, in whatever script.
    func isCapitalized(_ token: Int) -> Bool {
        let range = text.tokens[token].utf8Range
        let first = bytes[range.lowerBound]
        if first < 0x80 { return first &- 0x41 < 26 }
        return String(copying: bytes.extracting(range)).unicodeScalars.first?.properties.isUppercase ?? false
    }

    /// Whether the lists say what a short form may stand for, however it is capitalized.
    func hasReading(_ tokens: Range<Int>) -> Bool { hasValue(tokens, in: classes.acronymReading) }

    /// What the first of these readings gives that gives something.
    func firstReading<Result>(of tokens: Range<Int>, _ body: (Span<UInt8>) -> Result?) -> Result? {
        text.firstValue(of: tokens, in: classes.acronymReading, grammar.lexicon, body)
    }

    /// Whether a text ends in the last letter of a token, which tells most apart.
    func endsLike(_ text: Span<UInt8>, _ token: Int) -> Bool {
        guard !text.isEmpty else { return false }
        let last = text[text.count - 1]
        let own = bytes[self.text.tokens[token].utf8Range.upperBound - 1]
        return last | 0x20 == own | 0x20 || last >= 0x80 || own >= 0x80
    }

    /// Whether a token is an ASCII word, in whatever letters.
    func isWritten(_ token: Int, _ word: StaticString) -> Bool {
        let range = text.tokens[token].utf8Range
        guard range.count == word.utf8CodeUnitCount else { return false }
        // Safe: the indices are those of a word of the same length.
        return word.withUTF8Buffer { letters in
            range.indices.allSatisfy { unsafe bytes[$0] | 0x20 == letters[$0 - range.lowerBound] }
        }
    }
}
