/// A place between two tokens where a sentence could end, with what stands around it.
struct SentenceGap: ~Escapable {
    let tokens: Span<Token>
    let bytes: Span<UInt8>
    let words: SentenceWordsView
    let context: SentenceContext
    /// The token behind the place.
    let next: Int
    /// The token before the place, closing marks of the sentence and its footnotes left out: the terminator, if there is one.
    let last: Int
    let mark: SentenceMark
    /// Whether marks close a quotation or a bracket between terminator and place.
    var isClosed: Bool { last < next - 1 }

    /// Nil when nothing here could end a sentence.
    @_lifetime(copy tokens, copy bytes, copy words)
    init?(
        before next: Int, _ tokens: Span<Token>, _ bytes: Span<UInt8>, _ words: SentenceWordsView,
        _ context: SentenceContext
    ) {
        var last = next - 1
        var mark = SentenceMark(tokens[last], bytes)
        // A mark belongs to the sentence that it closes, if nothing stands between. More than a few in a row close nothing.
        while last > context.first, last > next - 12, mark.closes, !tokens[last].shape.contains(.spaceBefore) {
            last = Self.footnote(endingAt: last, first: context.first, tokens, bytes) ?? last - 1
            mark = SentenceMark(tokens[last], bytes)
        }
        guard mark.ends || tokens[next].shape.contains(.lineBefore) else { return nil }
        self.tokens = tokens
        self.bytes = bytes
        self.words = words
        self.context = context
        self.next = next
        self.last = last
        self.mark = mark
    }

    /// The token before a reference that is set behind a full stop, "1920.[1]", which ends at token `end`.
    private static func footnote(
        endingAt end: Int, first: Int, _ tokens: Span<Token>, _ bytes: Span<UInt8>
    ) -> Int? {
        guard end - 3 > first, bytes[Int(tokens[end].start)] == UInt8(ascii: "]"),
            !tokens[end - 1].shape.isDisjoint(with: [.number, .word]),
            bytes[Int(tokens[end - 2].start)] == UInt8(ascii: "["),
            tokens[end - 3].end == tokens[end].start - 1 - (tokens[end - 1].end - tokens[end - 1].start)
        else { return nil }
        return end - 3
    }

    // MARK: What stands around

    var nextToken: Token { tokens[next] }
    var isAtLineEnd: Bool { nextToken.shape.contains(.lineBefore) }
    var isSpaced: Bool { nextToken.shape.contains(.spaceBefore) }

    func mark(_ index: Int) -> SentenceMark { SentenceMark(tokens[index], bytes) }

    func word(_ index: Int) -> SentenceWord { words[tokens[index], bytes] }

    /// The token directly before the terminator, which the terminator may belong to.
    var before: Token? {
        guard last > context.first, !tokens[last].shape.contains(.spaceBefore) else { return nil }
        return tokens[last - 1]
    }

    /// The first word, number or symbol behind the place, behind its opening marks.
    var following: Int {
        var index = next
        while index < tokens.count - 1, index < next + 3, mark(index).opens { index += 1 }
        return index
    }

    /// Whether the word behind the place begins sentences rather than names.
    var opens: Bool {
        let index = following
        return tokens[index].shape.contains(.initialUpper) && !tokens[index].shape.contains(.allUpper)
            && word(index).contains(.opener)
    }

    /// Whether a token is glued to the one before it.
    func isGlued(_ index: Int) -> Bool { !tokens[index].shape.contains(.spaceBefore) }

    /// Whether a full stop stands directly behind a token.
    func hasFullStop(_ index: Int) -> Bool {
        index + 1 < tokens.count && isGlued(index + 1) && mark(index + 1) == .full
    }

    /// Whether letters stand between full stops inside a token: `S.H`, `Ph.D`, `a.n`.
    func isDotted(_ token: Token) -> Bool {
        token.shape.contains(.word) && hasStop(token)
    }

    /// Whether a full stop is inside a token.
    func hasStop(_ token: Token) -> Bool {
        for offset in token.utf8Range where bytes[offset] == UInt8(ascii: ".") { return true }
        return false
    }

    /// Whether a token is one upper-case letter before each full stop: `B.J`, `H.O.S`.
    func isInitials(_ token: Token) -> Bool {
        guard token.shape.contains(.allUpper), token.utf8Range.count % 2 == 1 else { return false }
        for offset in token.utf8Range {
            let isStop = (offset - Int(token.start)) % 2 == 1
            if isStop != (bytes[offset] == UInt8(ascii: ".")) { return false }
        }
        return true
    }

    /// Whether a token is all lower-case ASCII letters, at least `count`.
    func isPlainWord(_ token: Token, _ count: Int) -> Bool {
        guard token.shape.contains(.allLower), token.utf8Range.count >= count else { return false }
        return token.shape.isDisjoint(with: [.digit, .nonASCII]) && !isDotted(token)
    }

    /// Whether a capitalised word of two to four letters has no vowel, as only abbreviations do: `Tn`, `Bdg`, `Sdr`.
    func hasNoVowel(_ token: Token) -> Bool {
        guard token.shape.contains(.initialUpper),
            token.shape.isDisjoint(with: [.allUpper, .innerUpper, .digit, .nonASCII]),
            2...4 ~= token.utf8Range.count
        else { return false }
        for offset in token.utf8Range {
            switch bytes[offset].folded {
            case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
                UInt8(ascii: "."):
                return false
            default: continue
            }
        }
        return true
    }
}
