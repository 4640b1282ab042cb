import KenaliText

/// A rule's pattern as it was written: what may stand where.
indirect enum Pattern: Equatable, Sendable {
    /// Tokens with these properties.
    case token(Predicate)
    /// A word or mark as such.
    ///
    /// The number says where in its file it is written, as that of a ``Predicate`` does.
    case literal(String, id: Int)
    /// A template: `99.99`, `A.A`, where 9 stands for any digit and A for any capital of ASCII.
    case template(String)
    /// A number without separators in this range.
    case number(ClosedRange<Int>)
    case sequence([Pattern])
    /// The first alternative that leads to a match.
    case choice([Pattern])
    /// As many repetitions as lead to a match, never more than the bound.
    case repeated(Pattern, ClosedRange<Int>)
    /// Binds what the pattern matches to a name.
    case capture(String, Pattern)
    /// What a mention covers; the rest of the pattern is context.
    case span(Pattern)
    /// No white space between the token before and the token behind.
    case glued
    /// The next token is the first of its sentence.
    case sentenceStart
    /// The sentence is running text, where a capital means something: no headline.
    case runningText
    /// Looks ahead without taking tokens.
    case lookahead(Pattern, isNegative: Bool)
    /// Looks back without taking tokens: whether something ends here that began in the same sentence.
    case lookBack(Pattern, isNegative: Bool)
}

/// Properties of one token, or of a phrase where word classes are asked for.
struct Predicate: Equatable, Sendable {
    /// Where in its file it is written, by number: uses of one definition have one, and are resolved once.
    var id = 0
    /// Groups of names of classes: it must have one of each group.
    var groups: [[String]] = []
    /// Names of classes of which it must have none.
    var excludedClasses: [String] = []
    /// Shapes of which it must have all.
    var shape: TokenShape = []
    /// Shapes of which it must have none.
    var excludedShape: TokenShape = []

    /// Asks for all that another predicate asks for as well.
    mutating func formConjunction(_ other: Predicate) {
        groups += other.groups
        excludedClasses += other.excludedClasses
        shape.formUnion(other.shape)
        excludedShape.formUnion(other.excludedShape)
    }

    /// The classes of which a token must have one, when it asks for nothing else: what `!` before a name can turn around.
    var alternatives: [String]? {
        groups.count == 1 && self == Predicate(id: id, groups: groups) ? groups[0] : nil
    }
}

extension TokenShape {
    /// The shapes that rules can name.
    static let named: [String: TokenShape] = [
        "Word": .word,
        "Number": .number,
        "Punctuation": .punctuation,
        "Symbol": .symbol,
        "Initial": .initialUpper,
        "Upper": .allUpper,
        "Lower": .allLower,
        "Inner": .innerUpper,
        "Digit": .digit,
        "Letter": .singleLetter,
        "First": .sentenceStart,
        "Spaced": .spaceBefore,
        "Line": .lineBefore,
    ]
}
