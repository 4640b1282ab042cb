import KenaliRules

/// Proposes short forms: what a rule finds, unless it stands for a suspect or a victim, or is only written in capitals.
struct AcronymRecognizer: Recognizer, Sendable {
    /// The keys of the initials that stand for suspects and victims in this document.
    private var initials = KeyTable()
    private var capitals = CapitalWords()

    mutating func begin(_ document: borrowing Document) {
        initials.removeAll()
        for number in document.index[.initials] {
            initials[document.key(document.matches.matches[Int(number)].tokens)] = 0
        }
        capitals = CapitalWords()
    }

    mutating func propose(_ match: RuleMatch, in document: borrowing Document, to proposals: inout Proposals) {
        if !initials.isEmpty, initials[document.key(match.tokens)] != nil { return }
        if capitals.isWord(match.tokens.lowerBound, document) { return }
        proposals.append(.mention(.acronym), match, .match(match), in: document)
    }
}
