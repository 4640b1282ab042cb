import KenaliRules

/// Proposes short forms: what a rule finds, unless it stands for a suspect or a victim, or is only written in capitals.
struct AcronymRecognizer: Recognizer, Sendable {
    /// The keys of the initials that stand for suspects and victims in this document.
    private var initials = KeyTable()
    private var capitals = CapitalWords()
    /// The token that was asked last whether it is a word, with the answer: several rules find one form.
    private var lastAsked = (token: -1, isWord: false)

    mutating func begin(_ document: borrowing Document) {
        initials.removeAll()
        for number in document.index[.initials] {
            initials[document.key(document.matches.matches[Int(number)].tokens)] = 0
        }
        capitals = CapitalWords()
        lastAsked.token = -1
    }

    mutating func propose(_ match: RuleMatch, in document: borrowing Document, to proposals: inout Proposals) {
        if !initials.isEmpty, initials[document.key(match.tokens)] != nil { return }
        let first = match.tokens.lowerBound
        if lastAsked.token != first { lastAsked = (first, capitals.isWord(first, document)) }
        if lastAsked.isWord { return }
        proposals.append(.mention(.acronym), match, .match(match), in: document)
    }
}
