import KenaliLexicon
import KenaliRules
import KenaliText

/// What a document says that a short form stands for.
struct Definition: Hashable {
    /// The tokens of the short form.
    var short: Range<Int>
    /// The tokens of the long form.
    var long: Range<Int>
}

extension Document {
    /// Checks a definition that a rule proposes: `short` beside words on one side, `before` them or `after`.
    func definition(_ match: RuleMatch) -> Definition? {
        guard let short = capture("short", of: match) else { return nil }
        let letters = letters(of: short)
        if let long = capture("long", of: match) {
            let words = wordTokens(long)
            guard let count = DefinitionAligner.alignSuffix(of: words.map { folded($0) }, to: letters),
                count == words.count
            else { return nil }
            return Definition(short: short, long: long)
        }
        // The long form ends right before the bracket; how far back it goes the letters decide.
        let end = match.tokens.lowerBound
        let words = wordsBefore(end, in: match)
        guard let last = words.last, last == end - 1,
            let count = DefinitionAligner.alignSuffix(of: words.map { folded($0) }, to: letters)
        else { return nil }
        let start = words[words.count - count]
        return Definition(short: short, long: start..<end)
    }

    /// The letters and digits of a short form in lower case.
    func letters(of tokens: Range<Int>) -> String {
        var letters = ""
        for character in string(tokens).lowercased() where character.isLetter || character.isNumber {
            letters.append(character)
        }
        return letters
    }

    private func wordTokens(_ tokens: Range<Int>) -> [Int] {
        tokens.filter { !shape($0).isDisjoint(with: [.word, .number]) }
    }

    /// The words in front of a token that a long form may have: no mark but hyphen, slash and apostrophe between.
    private func wordsBefore(_ end: Int, in match: RuleMatch) -> [Int] {
        var words: [Int] = []
        var index = end - 1
        while index >= 0, words.count < DefinitionAligner.longestForm {
            let shape = shape(index)
            if !shape.isDisjoint(with: [.word, .number]) {
                words.append(index)
                if shape.contains(.sentenceStart) { break }
            } else if !(isMark(index, "-") || isMark(index, "/") || isMark(index, "&")) {
                break
            }
            index -= 1
        }
        return words.reversed()
    }
}
