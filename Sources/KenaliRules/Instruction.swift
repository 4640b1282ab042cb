import KenaliLexicon
import KenaliText

/// One step of a compiled pattern.
enum Instruction: Equatable, Sendable {
    /// Takes one token or phrase that satisfies a test; `memo` numbers the steps that may go two ways.
    case test(Int32, memo: Int32)
    /// Takes this word.
    case word(LexemeID, CaseRule)
    /// Takes a number in a range.
    case number(Int32, Int32)
    /// Takes a token of the form of a template.
    case template(Int32)
    /// Tries `first`, and `second` when that fails.
    case split(first: Int32, second: Int32, memo: Int32)
    case jump(Int32)
    /// Notes the position in a slot.
    case save(Int32)
    case glued
    case sentenceStart
    case runningText
    /// Runs the steps up to `end`, then goes on there if they matched (or did not).
    case lookahead(end: Int32, isNegative: Bool)
    /// Runs the steps up to `end` from each of so many tokens before, the nearest first, until they match up to here.
    case lookBack(end: Int32, reach: Int32, isNegative: Bool)
    /// The end of what may be read: of a look back the place where it began.
    case limit
    case accept
}

/// A ``Predicate`` with its names resolved.
struct TokenTest: Equatable, Sendable {
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
        (any.isEmpty || !any.isDisjoint(with: classes)) && (other.isEmpty || !other.isDisjoint(with: classes))
            && classes.isSuperset(of: all)
            && none.isDisjoint(with: classes) && token.isSuperset(of: shape) && token.isDisjoint(with: excludedShape)
    }
}
