import KenaliLexicon
import KenaliText

extension AnnotatedTokens {
    /// Joins sentences that a hard line break parts in the middle of a ministry's name, "Kementerian↵Sosial", or of a
    /// person's behind a title, "Ir. Bambang↵Sutrisno".
    ///
    /// Line ends part headings from text, so a line goes on with a capital only where the lists know the whole as one
    /// name, or where "Republik Indonesia" stands below a ministry, as on letters.
    /// - Complexity: O(*n*), *n* the number of sentences.
    func join(
        _ sentences: inout [Sentence], whereLinesBreak ministry: WordClasses, _ persons: PersonWords,
        _ bytes: Span<UInt8>
    ) {
        guard sentences.count > 1 else { return }
        var joined = 0
        for index in 1..<sentences.count {
            let start = sentences[index].tokens.lowerBound
            if isLineBreak(before: start, bytes),
                isCrossed(start, ministry) || endsName(at: start, ministry) && isRepublic(start, bytes)
                    || isPersonCrossed(start, persons)
            {
                sentences[joined].tokens = sentences[joined].tokens.lowerBound..<sentences[index].tokens.upperBound
                sentences[joined].utf8Range =
                    sentences[joined].utf8Range.lowerBound..<sentences[index].utf8Range.upperBound
            } else {
                joined += 1
                sentences[joined] = sentences[index]
            }
        }
        sentences.removeLast(sentences.count - 1 - joined)
    }

    /// What tells that a person's name goes on.
    struct PersonWords {
        var names: WordClasses
        var titles: WordClasses
        var words: WordClasses
    }

    /// Whether a titled given name ends a line, and the next one begins with a name in front of a word in small letters.
    private func isPersonCrossed(_ token: Int, _ persons: PersonWords) -> Bool {
        guard token > 1, token + 1 < tokens.count, isName(token - 1, persons), isName(token, persons),
            tokens[token + 1].shape.contains(.allLower)
        else { return false }
        var title = token - 2
        if tokens[title].shape.contains(.punctuation) { title -= 1 }
        return title >= 0 && !annotations.classes(at: title).isDisjoint(with: persons.titles)
    }

    private func isName(_ token: Int, _ persons: PersonWords) -> Bool {
        let shape = tokens[token].shape
        return shape.isSuperset(of: [.word, .initialUpper]) && !shape.contains(.allUpper)
            && !annotations.classes(at: token).isDisjoint(with: persons.names)
            && annotations.classes(at: token).isDisjoint(with: persons.words)
    }

    /// How far back a name may begin that goes on behind a line break.
    private static let longestStart = 12

    /// Whether exactly one line break, and nothing but blanks, stands before a token.
    private func isLineBreak(before token: Int, _ bytes: Span<UInt8>) -> Bool {
        guard token > 0, tokens[token].shape.contains(.lineBefore) else { return false }
        var breaks = 0
        for index in Int(tokens[token - 1].end)..<Int(tokens[token].start) where bytes[index] == UInt8(ascii: "\n") {
            breaks += 1
        }
        return breaks == 1
    }

    /// Whether a name begins before a token and ends behind it.
    private func isCrossed(_ token: Int, _ classes: WordClasses) -> Bool {
        names(before: token, classes) { $0 > token }
    }

    /// Whether a name ends before a token.
    private func endsName(at token: Int, _ classes: WordClasses) -> Bool {
        !annotations.classes(at: token - 1).isDisjoint(with: classes) || names(before: token, classes) { $0 == token }
    }

    private func names(before token: Int, _ classes: WordClasses, _ isRight: (Int) -> Bool) -> Bool {
        for start in max(0, token - Self.longestStart)..<token {
            for index in phraseIndices(at: start)
            where isRight(start + Int(phrases[index].length)) && !phrases[index].classes.isDisjoint(with: classes) {
                return true
            }
        }
        return false
    }

    /// Whether a line begins with "Republik Indonesia" or "RI".
    private func isRepublic(_ token: Int, _ bytes: Span<UInt8>) -> Bool {
        for text in ["republik indonesia", "ri"] {
            let count = text.utf8.count
            let start = Int(tokens[token].start)
            guard start + count <= bytes.count else { continue }
            let isEqual = zip(text.utf8, start..<start + count).allSatisfy { letter, index in
                bytes[index] | 0x20 == letter
            }
            if isEqual, start + count == bytes.count || bytes[start + count] | 0x20 &- 0x61 >= 26 { return true }
        }
        return false
    }
}
