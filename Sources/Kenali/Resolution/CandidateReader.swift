import KenaliRules
import KenaliText

extension Document {
    /// The proposals that the rules make.
    ///
    /// A rule's kind names what it proposes; a match whose parts make no sense together (a month 13) proposes nothing.
    func candidates(without things: Set<Int>) -> CandidateList {
        let initials = initials()
        var capitals = CapitalWords()
        var candidates = CandidateList()
        for match in matches.matches {
            let rule = grammar.rules[Int(match.rule)]
            if rule.kind == BuiltInKind.acronym.rawValue {
                if initials.contains(key(match.tokens)) || capitals.isWord(match.tokens.lowerBound, self) { continue }
            }
            if rule.kind == BuiltInKind.person.rawValue, isNoPerson(match, things) { continue }
            guard let (kind, detail) = proposal(rule.kind, match) else { continue }
            candidates.append(
                Candidate(
                    kind: kind, tokens: match.tokens, weight: rule.weight, rule: rule.name, detail: detail,
                    evidence: capture("role", of: match) == nil ? 0 : 1))
        }
        for candidate in custom { candidates.append(candidate) }
        return candidates
    }

    /// The initials that stand for suspects and victims in this document.
    private func initials() -> Set<UInt64> {
        var keys = Set<UInt64>()
        for match in matches.matches where grammar.rules[Int(match.rule)].kind == AuxiliaryRuleKind.initials {
            keys.insert(key(match.tokens))
        }
        return keys
    }

    private func proposal(_ kind: String, _ match: RuleMatch) -> (CandidateKind, CandidateDetail)? {
        if kind == AuxiliaryRuleKind.other { return (.other, .none) }
        guard let kind = BuiltInKind(rawValue: kind) else { return nil }
        switch kind {
        // "Kuningan, Jakarta Barat" is no district of that city.
        case .location where capture("district", of: match) != nil && district(match) == nil: return nil
        case .person, .organization, .location, .acronym: return (.mention(kind), .match(match))
        case .ministry: return ministry(match).map { (.mention(kind), .ministry($0)) }
        case .date: return date(match).map { (.mention(kind), .temporal($0)) }
        case .time: return time(match).map { (.mention(kind), .temporal($0)) }
        case .duration: return duration(match).map { (.mention(kind), .temporal($0)) }
        }
    }
}
