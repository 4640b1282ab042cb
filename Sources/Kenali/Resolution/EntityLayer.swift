/// The tokens that entities cover, which acronyms may lie inside or outside of, but not across their borders.
///
/// So the two layers nest, and a writer can open and close marks of both: of "Ketum PP Muhammadiyah", with the body
/// "PP Muhammadiyah", the "Ketum PP" that the text defines elsewhere is no mention.
struct EntityLayer {
    /// In order, without overlap.
    private let spans: [Range<Int>]
    /// Where the persons named by several words start: no word of a name, no title and no degree is an acronym.
    private let names: Set<Int>

    /// - Parameter standing: What stands, in the order of the text; what is no mention has no border.
    init(_ standing: [Candidate]) {
        spans = standing.filter { $0.kind != .other }.map(\.tokens)
        names = Set(
            standing.filter { $0.kind == .mention(.person) && $0.tokens.count > 1 }.map(\.tokens.lowerBound))
    }

    /// Whether some tokens lie inside an entity that may hold an acronym, or outside of all.
    ///
    /// - Complexity: O(log *n*), *n* the number of entities.
    func admits(_ tokens: Range<Int>) -> Bool {
        var low = 0
        var high = spans.count
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].upperBound <= tokens.lowerBound { low = middle + 1 } else { high = middle }
        }
        guard low < spans.count, spans[low].lowerBound < tokens.upperBound else { return true }
        return spans[low].lowerBound <= tokens.lowerBound && tokens.upperBound <= spans[low].upperBound
            && !names.contains(spans[low].lowerBound)
    }
}
