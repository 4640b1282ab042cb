import KenaliLexicon
import KenaliRules
import KenaliText

/// The words that a definition may take: those before a bracket, those behind a short form.
extension Document {
    /// A word of the document beside a short form.
    struct DocumentWord {
        var token: Int
        var word: LongFormWord
        var isBehindComma = false
    }

    func word(_ token: Int) -> DocumentWord { DocumentWord(token: token, word: longFormWord(token)) }

    /// A token as a word of a long form.
    func longFormWord(_ token: Int) -> LongFormWord {
        var word = LongFormWord(bytes.extracting(text.tokens[token].utf8Range))
        if has(token, classes.definitionFunction) {
            word.role = .function
        } else if has(token, classes.definitionWeak) || shape(token).contains(.number) {
            word.role = .weak
        }
        word.isTied = token > 1 && isMark(token - 1, "-") && !shape(token).contains(.spaceBefore)
        let digits = classes.number.union(classes.definitionFunction)
        if has(token, digits), let value = value(token..<token + 1, in: digits), value.unicodeScalars.count == 1 {
            word.digit = value.unicodeScalars.first
        }
        return word
    }

    func isWord(_ token: Int) -> Bool { !shape(token).isDisjoint(with: [.word, .number]) }

    func words(_ tokens: Range<Int>) -> ArraySlice<DocumentWord> {
        var words: [DocumentWord] = []
        for token in tokens where isWord(token) { words.append(word(token)) }
        return words[...]
    }

    /// Whether a mark may stand inside a long form.
    func joins(_ token: Int) -> Bool {
        isMark(token, "-") || isMark(token, "/") || isMark(token, "&") || isMark(token, ",") || isMark(token, "'")
    }

    /// The words that may make the long form that ends before a token. Quotation marks at its end are left out, and
    /// what stands in brackets in the middle.
    func wordsBefore(_ end: Int) -> [DocumentWord] {
        var words: [DocumentWord] = []
        var index = end - 1
        if index >= 0, isQuote(index) { index -= 1 }
        if index >= 0, isMark(index, ",") { index -= 1 }
        if index >= 0, isQuote(index) { index -= 1 }
        guard index >= 0, isWord(index) else { return [] }
        while index >= 0, words.count < DefinitionAligner.longestForm {
            if isWord(index) {
                words.append(word(index))
                if shape(index).contains(.sentenceStart) { break }
            } else if isMark(index, ")"), let open = bracket(closedBy: index) {
                index = open
            } else if isMark(index, ","), let last = words.indices.last {
                words[last].isBehindComma = true
            } else if !joins(index) {
                break
            }
            index -= 1
        }
        return words.reversed()
    }

    /// The words that may make the long form that starts at a token.
    func wordsBehind(_ start: Int) -> ArraySlice<DocumentWord> {
        var words: [DocumentWord] = []
        var index = start
        if index < tokenCount, isQuote(index) { index += 1 }
        while index < tokenCount, words.count < DefinitionAligner.longestForm {
            if isWord(index) {
                if shape(index).contains(.sentenceStart) { break }
                words.append(word(index))
            } else if !joins(index) {
                break
            }
            index += 1
        }
        return words[...]
    }

    /// The bracket that opens what this one closes, a few tokens before it.
    func bracket(closedBy token: Int) -> Int? {
        for index in stride(from: token - 1, to: max(-1, token - 5), by: -1) {
            if isMark(index, "(") { return index }
            if !isWord(index), !isMark(index, "/"), !isMark(index, "-") { return nil }
        }
        return nil
    }

    func isQuote(_ token: Int) -> Bool {
        if isMark(token, "\"") || isMark(token, "'") { return true }
        let range = text.tokens[token].utf8Range
        // U+2018 to U+201F are E2 80 98 to E2 80 9F.
        return range.count == 3 && bytes[range.lowerBound] == 0xE2 && bytes[range.lowerBound + 1] == 0x80
            && bytes[range.lowerBound + 2] & 0xF8 == 0x98
    }

    func key(at token: Int) -> UInt64 { key(token..<token + 1) }
}
