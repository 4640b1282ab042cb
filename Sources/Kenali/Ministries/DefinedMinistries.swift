import KenaliLexicon
import KenaliText

/// What a document's own definitions say of ministries.
extension Document {
    /// Lets short forms of ministries mean what the names mean that they stand for.
    static func nameDefinedMinistries(_ entities: inout [Candidate]) {
        var ministries: [Range<Int>: CandidateDetail] = [:]
        for candidate in entities {
            if case .ministry = candidate.detail { ministries[candidate.tokens] = candidate.detail }
        }
        for index in entities.indices where entities[index].kind == .mention(.ministry) {
            if case .shortForm(let long) = entities[index].detail, let detail = ministries[long] {
                entities[index].detail = detail
            }
        }
    }

    /// Whether a candidate for a ministry is none here: a short form that the document defines as something else,
    /// "Kantor Kesehatan Pelabuhan (KKP)", or one inside a minister's title, "Menteri PU".
    func isFalseMinistry(_ candidate: Candidate, _ memory: DocumentMemory) -> Bool {
        candidate.kind == .mention(.ministry) && (isInTitle(candidate) || isRedefined(candidate, memory))
    }

    /// Whether the document says that a short form stands for no ministry. Blends like "Kemensos" are certain.
    private func isRedefined(_ candidate: Candidate, _ memory: DocumentMemory) -> Bool {
        guard case .ministry = candidate.detail, shape(candidate.tokens.lowerBound).contains(.allUpper),
            let meaning = memory.expansion(candidate.tokens, self)
        else { return false }
        return !MinistryRegistry.builtIn.isName(meaning)
    }

    /// The most tokens of a title in front of what is asked for.
    private static let longestTitle = 12

    /// Whether a minister's title holds a candidate, or a short form that is no ministry's of itself stands in brackets
    /// behind it: "Menteri Pekerjaan Umum (PU)".
    private func isInTitle(_ candidate: Candidate) -> Bool {
        let tokens = candidate.tokens
        var bracket = -1
        if case .shortForm = candidate.detail, isMark(tokens.lowerBound - 1, "("), isMark(tokens.upperBound, ")") {
            bracket = tokens.lowerBound - 1
        }
        for start in max(0, tokens.lowerBound - Self.longestTitle)...tokens.lowerBound {
            for index in text.phraseIndices(at: start)
            where !text.phrases[index].classes.isDisjoint(with: classes.office) {
                let end = start + Int(text.phrases[index].length)
                // Only the titles of ministers have a value.
                if end >= tokens.upperBound || end == bracket, value(start..<end, in: classes.office) != nil {
                    return true
                }
            }
        }
        return false
    }

    /// The bytes of a ministry's name: without the clitic of "Kementerian Sosialnya", which is in the last token.
    func nameRange(of tokens: Range<Int>) -> Range<Int> {
        let range = utf8Range(of: tokens)
        guard has(tokens.upperBound - 1, classes.ministry) || tokens.count > 1 else { return range }
        let end = bytes.extracting(range.upperBound - 3..<range.upperBound)
        let isClitic = zip("nya".utf8, end.indices).allSatisfy { letter, index in end[index] | 0x20 == letter }
        return isClitic ? range.lowerBound..<range.upperBound - 3 : range
    }
}
