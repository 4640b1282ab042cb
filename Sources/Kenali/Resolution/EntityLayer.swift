import KenaliText

/// The tokens that entities cover, which acronyms may lie inside or outside of, but not across their borders.
///
/// So the two layers nest, and a writer can open and close marks of both: of "Ketum PP Muhammadiyah", with the body
/// "PP Muhammadiyah", the "Ketum PP" that the text defines elsewhere is no mention.
struct EntityLayer {
    private struct Entity {
        var start: Int32
        var end: Int32
        /// Whether it is a person named by several words: no word of a name, no title and no degree is an acronym.
        var isName: Bool
    }

    /// In order, without overlap.
    private let entities: [Entity]

    /// - Parameter standing: What stands, in the order of the text; what is no mention has no border.
    init(_ standing: [Candidate]) {
        var entities: [Entity] = []
        entities.reserveCapacity(standing.count)
        for candidate in standing where candidate.kind != .other {
            let tokens = candidate.tokens
            entities.append(
                Entity(
                    start: Int32(tokens.lowerBound), end: Int32(tokens.upperBound),
                    isName: tokens.count > 1 && candidate.isMention(.person)))
        }
        self.entities = entities
    }

    /// Whether some tokens lie inside an entity that may hold an acronym, or outside of all.
    ///
    /// - Complexity: O(log *n*), *n* the number of entities.
    func admits(_ tokens: Range<Int>) -> Bool {
        let low = (0..<entities.count).partitionPoint { entities[$0].end <= tokens.lowerBound }
        guard low < entities.count, entities[low].start < tokens.upperBound else { return true }
        return entities[low].start <= tokens.lowerBound && tokens.upperBound <= entities[low].end
            && !entities[low].isName
    }
}
