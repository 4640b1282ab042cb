import KenaliLexicon
import KenaliRules
import KenaliText

/// Reads a person from what a rule has bound: `name`; the rest of the mention is honorifics.
extension Document {
    func person(_ tokens: Range<Int>, _ match: RuleMatch?, role: Range<Int>?) -> Person {
        let name = nameTokens(tokens, match)
        return Person(
            name: string(name), nameUTF8Range: utf8Range(of: name),
            honorifics: titles(tokens.lowerBound..<name.lowerBound) + titles(name.upperBound..<tokens.upperBound),
            role: role.map { string($0) })
    }

    /// What the honorifics of a mention say of the person's sex, or else the given names of a name of several words.
    ///
    /// - Parameter bare: The bare name in bytes.
    func sex(_ tokens: Range<Int>, _ bare: Range<Int>) -> PublicPerson.Sex? {
        for token in tokens {
            let isName = text.tokens[token].utf8Range.lowerBound >= bare.lowerBound
            if !isName, let value = value(token..<token + 1, in: classes.honorific),
                let sex = PublicPerson.Sex(rawValue: value)
            {
                return sex
            }
            guard isName, tokens.count > 1 else { continue }
            if has(token, classes.female) { return .female }
            if has(token, classes.male) { return .male }
        }
        return nil
    }

    /// The tokens of the bare name.
    func nameTokens(_ tokens: Range<Int>, _ match: RuleMatch?) -> Range<Int> {
        trimmedName(match.flatMap { nameCapture(of: $0, inside: tokens) } ?? tokens)
    }

    /// A rule with several mentions binds a name in each.
    private func nameCapture(of match: RuleMatch, inside tokens: Range<Int>) -> Range<Int>? {
        for label in [Capture.name, .name2, .name3] {
            guard let name = capture(label, of: match) else { continue }
            if name.lowerBound >= tokens.lowerBound, name.upperBound <= tokens.upperBound { return name }
        }
        return nil
    }

    /// A name without honorifics that a rule has taken into it, as long as a name remains.
    private func trimmedName(_ tokens: Range<Int>) -> Range<Int> {
        var start = tokens.lowerBound
        while start + 1 < tokens.upperBound, has(start, classes.pureHonorific) {
            start += 1
            while start + 1 < tokens.upperBound, isMark(start, ".") { start += 1 }
        }
        return start..<tokens.upperBound
    }

    /// Titles around a name: phrases and words of the lists, each with its full stop, without the commas between.
    private func titles(_ tokens: Range<Int>) -> [String] {
        var titles: [String] = []
        var start = tokens.lowerBound
        while start < tokens.upperBound {
            guard !isMark(start, ",") else {
                start += 1
                continue
            }
            let phrase = text.phraseIndices(at: start).first { index in
                start + Int(text.phrases[index].length) <= tokens.upperBound
                    && !text.phrases[index].classes.isDisjoint(with: classes.title)
            }
            var end = start + (phrase.map { Int(text.phrases[$0].length) } ?? 1)
            // What is glued belongs to it: the full stop of "Dr.", the bracket of "(Purn)".
            while end < tokens.upperBound, !shape(end).contains(.spaceBefore), !isMark(end, ",") { end += 1 }
            titles.append(string(start..<end))
            start = end
        }
        return titles
    }
}
