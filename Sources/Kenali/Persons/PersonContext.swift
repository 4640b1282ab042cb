import KenaliLexicon
import KenaliRules
import KenaliText

/// What stands before a name and tells that it is no person's: the head of a thing, a body or an office that it ends.
///
/// Rules look ahead only; these look back.
extension Document {
    /// Whether what looks like a person's name belongs to a thing, or to the name of an office ("Jaksa Agung Muda").
    func isNoPerson(_ match: RuleMatch, _ things: Set<Int>) -> Bool {
        let start = match.tokens.lowerBound
        let hasRole = capture("role", of: match) != nil
        if isMiddleInitial(start) || hasRole && isEndOfBody(match.tokens) || isInApposition(match) { return true }
        if isBehindHead(start) {
            // "Kapolsek Taman Kompol Budi": the head is a place, which the office belongs to.
            return !(hasRole && has(start - 1, classes.placeHead) && isInside(start, orAt: true, classes.rank))
        }
        return things.contains(start) && !hasRole
            || isInside(nameTokens(match.tokens, match).lowerBound, classes.officeOrRank)
    }

    /// Whether one word that no list has as a name stands right behind the head of a body: "kepala Departemen Urologi".
    private func isEndOfBody(_ name: Range<Int>) -> Bool {
        name.count == 1 && name.lowerBound > 0 && has(name.lowerBound - 1, classes.bodyHead)
            && !has(name.lowerBound, classes.given.union(classes.family))
    }

    /// Whether what ends the office of the person before it only looks like a name: "Hermanto Tanoko, Komisaris Utama Avian
    /// Brands, ...".
    private func isInApposition(_ match: RuleMatch) -> Bool {
        let names = classes.given.union(classes.family)
        guard let role = capture("role", of: match), role.upperBound == match.tokens.lowerBound, role.lowerBound >= 2,
            isMark(role.lowerBound - 1, ","), shape(role.lowerBound - 2).contains(.initialUpper),
            has(role.lowerBound - 2, names.union(classes.degree))
        else { return false }
        return !match.tokens.contains { has($0, names.union(classes.title)) }
    }

    /// Whether a single letter that could be a title stands between two names: "Glenny H. Kairupan".
    private func isMiddleInitial(_ token: Int) -> Bool {
        token > 0 && shape(token).contains(.singleLetter) && shape(token - 1).contains(.initialUpper)
            && has(token - 1, classes.given.union(classes.family)) && !has(token - 1, classes.place.union(classes.role))
    }

    /// The tokens of what looks like a person's name, but belongs to a thing, as rules say or the head before it does:
    /// "Universitas Syarif Hidayatullah", "saham Djarum".
    func namesOfThings() -> Set<Int> {
        var tokens = Set<Int>()
        for match in matches.matches {
            let kind = grammar.rules[Int(match.rule)].kind
            if kind == AuxiliaryRuleKind.notPerson
                || kind == BuiltInKind.person.rawValue && isBehindHead(match.tokens.lowerBound)
            {
                tokens.formUnion(match.tokens)
            }
        }
        return tokens
    }

    /// Whether the word before a token begins the name of a thing, and is no part of an office ("Kepala Sekolah").
    private func isBehindHead(_ token: Int) -> Bool {
        guard token > 0, !shape(token).contains(.sentenceStart) else { return false }
        // "uji Kruskal-Wallis"
        if token > 2, isMark(token - 1, "-"), shape(token - 2).contains(.initialUpper),
            !shape(token).contains(.spaceBefore)
        {
            return isBehindHead(token - 2)
        }
        let isHead = (max(0, token - 3)..<token).contains { text.isEntry($0..<token, in: classes.namedHead) }
        return isHead && !isInside(token - 1, classes.officeOrRank)
    }

    /// Whether a phrase of some classes starts before a token, or at it, and holds it.
    private func isInside(_ token: Int, orAt: Bool = false, _ classes: WordClasses) -> Bool {
        if orAt, has(token, classes) { return true }
        return (max(0, token - 4)..<(orAt ? token + 1 : token)).contains { start in
            text.phraseIndices(at: start).contains {
                start + Int(text.phrases[$0].length) > token && !text.phrases[$0].classes.isDisjoint(with: classes)
            }
        }
    }
}
