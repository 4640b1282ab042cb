import KenaliLexicon

/// What a document's own definitions say of ministries.
extension Settlement {
    /// The mentions of the entity layer, in which short forms of ministries mean what the names mean that they stand for.
    var entitiesWithMinistries: [Candidate] {
        var ministries: [Range<Int>: CandidateDetail] = [:]
        for candidate in entities {
            if case .ministry = candidate.detail { ministries[candidate.tokens] = candidate.detail }
        }
        return entities.map { candidate in
            guard candidate.kind == .mention(.ministry), case .shortForm(let long) = candidate.detail,
                let detail = ministries[long]
            else { return candidate }
            var candidate = candidate
            candidate.detail = detail
            return candidate
        }
    }
}

extension Document {
    /// The candidates without the ministries whose short forms the document defines as something else: "Kantor Kesehatan
    /// Pelabuhan (KKP)".
    func withoutRedefinedMinistries(_ candidates: [Candidate], _ memory: DocumentMemory) -> [Candidate] {
        candidates.filter { candidate in
            guard candidate.kind == .mention(.ministry), let meaning = memory.expansion(candidate.tokens, self) else {
                return true
            }
            return MinistryRegistry.isName(meaning)
        }
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
