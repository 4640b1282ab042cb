/// A pattern of tokens of the user's own, as spaCy's EntityRuler has them.
public struct CustomPattern: Sendable, Hashable {
    /// What a token must be for a part of the pattern.
    public enum Test: Sendable, Hashable {
        /// The token in small letters is one of these, or with `isIn` false none of them.
        case lower(Set<String>, isIn: Bool)
        /// The token is one of these, or with `isIn` false none of them.
        case text(Set<String>, isIn: Bool)
        /// Its shape (`Xxxx`, `dd`, runs cut to four) is one of these, or with `isIn` false none of them.
        case shape(Set<String>, isIn: Bool)
        /// Whether it has a trait.
        case trait(Trait, Bool)
        /// Its length in code points compares so.
        case length(Comparison, Int)
        /// The expression is found in it.
        case expression(TokenExpression)
    }

    /// What can be asked of a token, with spaCy's meaning.
    public enum Trait: String, Sendable, Hashable, CaseIterable {
        /// Begins with a capital and goes on in small letters.
        case isTitle = "IS_TITLE"
        /// Has capitals, and no small letters.
        case isUpper = "IS_UPPER"
        /// Has small letters, and no capitals.
        case isLower = "IS_LOWER"
        /// Digits alone.
        case isDigit = "IS_DIGIT"
        /// Letters alone.
        case isAlpha = "IS_ALPHA"
        /// Marks alone.
        case isPunctuation = "IS_PUNCT"
        /// A number in digits, or a number word.
        case likesNumber = "LIKE_NUM"
    }

    /// How a length compares.
    public enum Comparison: String, Sendable, Hashable, CaseIterable {
        /// As long.
        case equal = "=="
        /// Not as long.
        case unequal = "!="
        /// Shorter.
        case less = "<"
        /// As long, or shorter.
        case lessOrEqual = "<="
        /// Longer.
        case greater = ">"
        /// As long, or longer.
        case greaterOrEqual = ">="
    }

    /// A part of the pattern: a token, or several alike.
    public struct Part: Sendable, Hashable {
        /// What a token must be; nothing for any token.
        public var tests: [Test]
        /// Whether a token must not be that.
        public var isNegated: Bool
        /// How many tokens; no upper bound is ``CustomPattern/longest``.
        public var count: ClosedRange<Int>

        /// Tokens that pass all tests.
        public init(tests: [Test], isNegated: Bool = false, count: ClosedRange<Int> = 1...1) {
            self.tests = tests
            self.isNegated = isNegated
            self.count = count
        }
    }

    /// The most tokens that a pattern can cover, so that time is linear in the text.
    public static let longest = 64

    /// The kind of what it finds: a built-in one by its name, else one of the user's own.
    public var label: String
    /// What the user calls the thing.
    public var id: String?
    /// The tokens, in order.
    public var parts: [Part]

    /// A pattern.
    public init(label: String, id: String? = nil, parts: [Part]) {
        self.label = label
        self.id = id
        self.parts = parts
    }
}
