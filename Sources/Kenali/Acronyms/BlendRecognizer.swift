import KenaliLexicon
import KenaliRules
import KenaliText

/// Proposes unknown words that by their letters are short forms: those that blend a name of the document ("Zoriskel", where
/// it says "Zona Riset Kelautan" elsewhere), and those built as short forms are: see ``MixedForm``.
struct BlendRecognizer: Sendable {
    /// The words that were looked for, with what was found.
    private var known = KeyTable()

    private static let weight = 50

    /// - Parameter search: Begun with the document; what it lists serves whoever looks for names after this.
    /// - Complexity: O(*n*), *n* the number of tokens.
    mutating func propose(
        in document: borrowing Document, _ search: inout LongFormSearch, to proposals: inout Proposals
    ) {
        search.begin()
        known.removeAll()
        let tokens = document.text.tokens.span
        var next = 0
        while let token = document.capitalized.first(from: next) {
            next = token + 1
            let shape = tokens[token].shape
            guard shape.isDisjoint(with: .nonASCII), tokens[token].end - tokens[token].start >= 5 else { continue }
            let isUnknown = document.text.annotations.lexeme(at: token) < 0
            guard isUnknown || shape.contains(.innerUpper), !document.isHashtag(token) else { continue }
            if document.isMixedForm(token) {
                proposals.add(
                    Candidate(
                        kind: .mention(.acronym), tokens: token..<token + 1, weight: Self.weight,
                        rule: .memory(.acronymMixed)))
                continue
            }
            guard isUnknown, shape.isDisjoint(with: [.allUpper, .digit]), !document.isBehindHead(token),
                isBlend(token, document, &search)
            else { continue }
            proposals.add(
                Candidate(
                    kind: .mention(.acronym), tokens: token..<token + 1, weight: Self.weight,
                    rule: .memory(.acronymDocument)))
        }
    }

    private mutating func isBlend(
        _ token: Int, _ document: borrowing Document, _ search: inout LongFormSearch
    ) -> Bool {
        let key = document.key(at: token)
        if let known = known[key] { return known == 1 }
        let word = document.bytes.extracting(document.text.tokens[token].utf8Range)
        let isBlend = search.longForm(of: word, in: document) != nil
        known[key] = isBlend ? 1 : 0
        return isBlend
    }
}

extension Document {
    /// Whether a word is marked as one of the net, which may be any words.
    fileprivate func isHashtag(_ token: Int) -> Bool {
        !shape(token).contains(.spaceBefore) && (isMark(token - 1, "#") || isMark(token - 1, "@"))
    }

    /// Whether a word is capitals with small letters or digits between, as short forms are.
    fileprivate func isMixedForm(_ token: Int) -> Bool {
        let range = text.tokens[token].utf8Range
        guard let form = MixedForm(bytes.extracting(range)) else { return false }
        guard let tail = form.tail else { return true }
        return grammar.lexicon.hasWord(
            bytes.extracting(range.upperBound - tail..<range.upperBound), of: classes.shortTail)
    }

    /// Whether a word is the name of what stands before it, or a part of that: "Kampung Cibojong", "PT MAM Energindo".
    fileprivate func isBehindHead(_ token: Int) -> Bool {
        for before in max(0, token - 2)..<token
        where has(before, classes.headOfName) && shape(before + 1).contains(.spaceBefore) {
            return true
        }
        return false
    }
}
