import KenaliLexicon
import KenaliText

/// A ``Predicate`` with its names resolved.
struct TokenTest: Hashable, Sendable {
    /// At least one of these, unless empty.
    var any = WordClasses.none
    /// And at least one of these, unless empty.
    var other = WordClasses.none
    /// All of these.
    var all = WordClasses.none
    var none = WordClasses.none
    var shape: TokenShape = []
    var excludedShape: TokenShape = []

    /// Whether a phrase may satisfy it, not only a single token.
    var asksForClasses: Bool { !any.isEmpty || !all.isEmpty }

    /// Whether a token of the shape, or a phrase whose first token has the shape, satisfies it with these classes.
    @inline(__always)
    func allows(_ classes: WordClasses, _ token: TokenShape) -> Bool {
        // The shape first: it costs least.
        fits(token)
            && (any.isEmpty || !any.isDisjoint(with: classes)) && (other.isEmpty || !other.isDisjoint(with: classes))
            && classes.isSuperset(of: all) && none.isDisjoint(with: classes)
    }

    /// Whether it allows tokens of a shape, whatever their classes.
    @inline(__always)
    func fits(_ token: TokenShape) -> Bool { token.isSuperset(of: shape) && token.isDisjoint(with: excludedShape) }
}
