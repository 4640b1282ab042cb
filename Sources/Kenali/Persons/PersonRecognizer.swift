import KenaliLexicon
import KenaliRules
import KenaliText

/// Proposes persons: what a rule finds, unless what stands before it tells that it is no person's name, but that of a thing,
/// a body or an office that it ends.
///
/// Rules look ahead, and back as far as they say; this looks back to the start of what a name may belong to.
struct PersonRecognizer: Recognizer, Sendable {
    /// The tokens of what looks like a person's name, but belongs to a thing, as rules say or the head before it does:
    /// "Universitas Syarif Hidayatullah", "saham Djarum".
    private(set) var things = TokenSet()
    /// The first tokens of what looks like a person's name and stands behind the head of a thing.
    private var behindThings = TokenSet()
    /// The keys of single words that a rule takes for a thing, and that no list has as a name.
    private var strangeThings: Set<UInt64> = []
    /// The token that was asked last whether it lies inside an office, a rank or the head of a body, with the answer: many rules
    /// find one name.
    private var lastAsked = (token: -1, isInside: false)

    mutating func begin(_ document: borrowing Document) {
        things.removeAll(tokenCount: document.tokenCount)
        behindThings.removeAll(tokenCount: document.tokenCount)
        if !strangeThings.isEmpty { strangeThings.removeAll(keepingCapacity: true) }
        lastAsked.token = -1
        for number in document.index[.notPerson] {
            let tokens = document.matches.matches[Int(number)].tokens
            things.insert(tokens)
            if tokens.count == 1, !document.has(tokens.lowerBound, document.classes.personNameOrTitle) {
                strangeThings.insert(document.key(at: tokens.lowerBound))
            }
        }
        var last = (start: -1, isBehindThing: false)
        for match in document.matches.matches where document.rules.kinds[Int(match.rule)] == .person {
            let start = match.tokens.lowerBound
            if last.start != start { last = (start, document.isBehindThing(start)) }
            guard last.isBehindThing else { continue }
            things.insert(match.tokens)
            behindThings.insert(start)
        }
    }

    mutating func propose(_ match: RuleMatch, in document: borrowing Document, to proposals: inout Proposals) {
        // Many rules find one name: whether it is one is asked of the strongest.
        let candidate = Candidate(.mention(.person), match, .match(match), in: document)
        proposals.append(candidate) { isNoPerson(match, document) }
    }

    /// Whether what looks like a person's name belongs to a thing, or to the name of an office ("Jaksa Agung Muda").
    private mutating func isNoPerson(_ match: RuleMatch, _ document: borrowing Document) -> Bool {
        let start = match.tokens.lowerBound
        let role = document.capture(.role, of: match)
        if document.isMiddleInitial(start) { return true }
        if let role, document.isEndOfBody(match.tokens) || document.isInApposition(match.tokens, role) { return true }
        if behindThings.contains(start) {
            // "Kapolsek Taman Kompol Budi": the head is a place, which the office belongs to.
            return role == nil || !document.has(start - 1, document.classes.placeHead)
                || !document.isInside(start, orAt: true, document.classes.rank)
        }
        if match.tokens.count == 1, role == nil, !strangeThings.isEmpty,
            strangeThings.contains(document.key(at: start))
        {
            return true
        }
        return role == nil && things.contains(start)
            || isInsideOffice(document.nameTokens(match.tokens, match).lowerBound, document)
            || match.tokens.count == 1 && document.isSaidTwice(start)
    }

    private mutating func isInsideOffice(_ token: Int, _ document: borrowing Document) -> Bool {
        if lastAsked.token != token {
            lastAsked = (token, document.isInside(token, document.classes.officeRankOrBody))
        }
        return lastAsked.isInside
    }
}

extension Document {
    /// Whether one word that no list has as a name stands right behind the head of a body: "kepala Departemen Urologi".
    fileprivate func isEndOfBody(_ name: Range<Int>) -> Bool {
        name.count == 1 && name.lowerBound > 0 && has(name.lowerBound - 1, classes.bodyHead)
            && !has(name.lowerBound, classes.personName)
    }

    /// Whether a word stands on both sides of a hyphen: "luka-luka".
    fileprivate func isSaidTwice(_ token: Int) -> Bool {
        isMark(token + 1, "-") && token + 2 < tokenCount && key(at: token) == key(at: token + 2)
            || isMark(token - 1, "-") && token > 1 && key(at: token) == key(at: token - 2)
    }

    /// Whether what ends the office of the person before it only looks like a name: "Hermanto Tanoko, Komisaris Utama Avian
    /// Brands, ...".
    fileprivate func isInApposition(_ name: Range<Int>, _ role: Range<Int>) -> Bool {
        guard role.upperBound == name.lowerBound, role.lowerBound >= 2, isMark(role.lowerBound - 1, ","),
            shape(role.lowerBound - 2).contains(.initialUpper),
            has(role.lowerBound - 2, classes.personNameOrDegree)
        else { return false }
        return !name.contains { has($0, classes.personNameOrTitle) }
    }

    /// Whether a single letter that could be a title stands between two names: "Glenny H. Kairupan".
    fileprivate func isMiddleInitial(_ token: Int) -> Bool {
        token > 0 && shape(token).contains(.singleLetter) && shape(token - 1).contains(.initialUpper)
            && has(token - 1, classes.personName) && !has(token - 1, classes.placeOrRole)
    }

    /// Whether the word before a token begins the name of a thing, and is no part of an office ("Kepala Sekolah").
    fileprivate func isBehindThing(_ token: Int) -> Bool {
        guard token > 0, !shape(token).contains(.sentenceStart) else { return false }
        // "uji Kruskal-Wallis"
        if token > 2, isMark(token - 1, "-"), shape(token - 2).contains(.initialUpper),
            !shape(token).contains(.spaceBefore)
        {
            return isBehindThing(token - 2)
        }
        // The head may be a phrase of up to three words.
        var start = token - 1
        while start >= max(0, token - 3) {
            if starts(start, classes.namedHead), text.isEntry(start..<token, in: classes.namedHead) {
                return !isInside(token - 1, classes.officeOrRank)
            }
            start -= 1
        }
        return false
    }

    /// Whether a phrase of some classes starts before a token, or at it, and holds it.
    fileprivate func isInside(_ token: Int, orAt: Bool = false, _ classes: WordClasses) -> Bool {
        if orAt, has(token, classes) { return true }
        var start = max(0, token - 4)
        while start < (orAt ? token + 1 : token) {
            if starts(start, classes) {
                for index in text.phraseIndices(at: start)
                where start + Int(text.phrases[index].length) > token
                    && !text.phrases[index].classes.isDisjoint(with: classes)
                {
                    return true
                }
            }
            start += 1
        }
        return false
    }
}
