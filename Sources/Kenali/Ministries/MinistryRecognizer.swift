import KenaliLexicon
import KenaliRules
import KenaliText

/// Proposes ministries, and takes back those that the document shows to be none.
struct MinistryRecognizer: Recognizer, Sendable {
    /// The most tokens of a title in front of what is asked for.
    private static let longestTitle = 12

    func propose(_ match: RuleMatch, in document: borrowing Document, to proposals: inout Proposals) {
        guard let ministry = document.ministry(match) else { return }
        proposals.append(ministry, match, in: document)
    }

    /// Lets short forms of ministries mean what the names mean that they stand for.
    static func nameDefined(_ entities: inout [Candidate]) {
        // Most texts have none.
        guard entities.contains(where: \.isShortMinistry) else { return }
        var names: [Range<Int>: CandidateDetail] = [:]
        for candidate in entities where candidate.isMention(.ministry) {
            if case .ministry = candidate.detail { names[candidate.tokens] = candidate.detail }
        }
        for index in entities.indices where entities[index].isShortMinistry {
            if case .shortForm(let long) = entities[index].detail, let detail = names[long] {
                entities[index].detail = detail
            }
        }
    }

    /// Whether a candidate for a ministry is none: a short form that the document defines as something else,
    /// "Kantor Kesehatan Pelabuhan (KKP)", or one inside a minister's title, "Menteri PU".
    func isFalse(
        _ candidate: Candidate, _ document: borrowing Document, _ memory: DocumentMemory
    ) -> Bool {
        isInTitle(candidate, document) || isRedefined(candidate, document, memory)
    }

    /// Whether the document says that a short form stands for no ministry. Blends like "Kemensos" are certain.
    private func isRedefined(
        _ candidate: Candidate, _ document: borrowing Document, _ memory: DocumentMemory
    ) -> Bool {
        guard case .ministry = candidate.detail,
            document.shape(candidate.tokens.lowerBound).contains(.allUpper),
            let meaning = memory.expansion(candidate.tokens, document)
        else { return false }
        return !MinistryRegistry.builtIn.isName(meaning)
    }

    /// Whether a minister's title holds a candidate, or a short form that is no ministry's of itself stands in brackets
    /// behind it: "Menteri Pekerjaan Umum (PU)".
    private func isInTitle(_ candidate: Candidate, _ document: borrowing Document) -> Bool {
        let tokens = candidate.tokens
        var bracket = -1
        if case .shortForm = candidate.detail, document.isMark(tokens.lowerBound - 1, "("),
            document.isMark(tokens.upperBound, ")")
        {
            bracket = tokens.lowerBound - 1
        }
        for start in max(0, tokens.lowerBound - Self.longestTitle)...tokens.lowerBound
        where document.starts(start, document.classes.office) {
            for index in document.text.phraseIndices(at: start)
            where !document.text.phrases[index].classes.isDisjoint(with: document.classes.office) {
                let end = start + Int(document.text.phrases[index].length)
                // Only the titles of ministers have a value.
                if end >= tokens.upperBound || end == bracket,
                    document.hasValue(start..<end, in: document.classes.office)
                {
                    return true
                }
            }
        }
        return false
    }
}

extension Candidate {
    /// Whether it is a ministry that is known by the longer name that it stands for.
    fileprivate var isShortMinistry: Bool {
        guard isMention(.ministry), case .shortForm = detail else { return false }
        return true
    }
}
