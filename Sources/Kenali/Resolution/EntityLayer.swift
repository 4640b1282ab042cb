import KenaliText

/// The tokens that entities cover, which acronyms may lie inside or outside of, but not across their borders.
///
/// So the two layers nest, and a writer can open and close marks of both: of "Ketum PP Muhammadiyah", with the body
/// "PP Muhammadiyah", the "Ketum PP" that the text defines elsewhere is no mention.
struct EntityLayer {
    private struct Entity {
        var start: Int32
        var end: Int32
    }

    /// In order, without overlap.
    private let entities: [Entity]
    /// The tokens of persons named by several words.
    private var names = TokenSet()

    /// - Parameter standing: What stands, in the order of the text; what is no mention has no border.
    init(_ standing: [Candidate], tokenCount: Int) {
        names.removeAll(tokenCount: tokenCount)
        var entities: [Entity] = []
        entities.reserveCapacity(standing.count)
        for candidate in standing where candidate.kind != .other {
            entities.append(Entity(start: candidate.start, end: candidate.end))
            if candidate.isMention(.person), candidate.end - candidate.start > 1 { names.insert(candidate.tokens) }
        }
        self.entities = entities
    }

    /// Whether some tokens lie inside an entity that may hold an acronym, or outside of all.
    ///
    /// - Complexity: O(log *n*), *n* the number of entities.
    func admits(_ tokens: Range<Int>) -> Bool {
        // No word of a name, no title and no degree is an acronym; one token crosses no border.
        if names.contains(tokens.lowerBound) { return false }
        if tokens.count == 1 { return true }
        let low = (0..<entities.count).partitionPoint { entities[$0].end <= tokens.lowerBound }
        guard low < entities.count, entities[low].start < tokens.upperBound else { return true }
        return entities[low].start <= tokens.lowerBound && tokens.upperBound <= entities[low].end
    }
}
