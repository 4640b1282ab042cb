import KenaliLexicon
import KenaliRules
import KenaliText

extension Document {
    /// The reading of a short form inside a ministry's name ("Kemenko PMK"): the one that its full name holds.
    func reading(of tokens: Range<Int>, inside ministry: (tokens: Range<Int>, name: String)) -> String? {
        guard ministry.tokens.contains(tokens.lowerBound), ministry.tokens != tokens else { return nil }
        return readings(of: tokens).first { ministry.name.holds($0.value) }?.value
    }

    /// What the lists say that a short form of a body or place stands for.
    func expansion(_ tokens: Range<Int>) -> String? {
        text.isEntry(tokens, in: classes.acronym) ? value(tokens, in: classes.acronym) : nil
    }

    /// Whether a short form is a few capitals: SBY.
    func isInitialism(_ tokens: Range<Int>) -> Bool {
        tokens.count == 1 && shape(tokens.lowerBound).contains(.allUpper)
            && 2...4 ~= text.tokens[tokens.lowerBound].utf8Range.count
    }
}
