/// What a token looks like, without regard to what it means.
public struct TokenShape: OptionSet, Sendable, Hashable {
    public var rawValue: UInt16

    @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

    // Computed: a constant that other modules can see, where a stored one would be asked for at each use.

    /// Has at least one letter (ICU's classes letter, kana and ideograph): `Kemensos`, `G20`, `S.H`.
    @inlinable public static var word: TokenShape { TokenShape(rawValue: 1 << 0) }
    /// Has digits and no letter: `27`, `14.32`, `1.000.000`.
    @inlinable public static var number: TokenShape { TokenShape(rawValue: 1 << 1) }
    /// Neither letters nor digits, and punctuation by Unicode's general category: `,`, `(`, `”`.
    @inlinable public static var punctuation: TokenShape { TokenShape(rawValue: 1 << 2) }
    /// Neither letters nor digits, and not punctuation: `+`, `🙂` (`%` is punctuation).
    @inlinable public static var symbol: TokenShape { TokenShape(rawValue: 1 << 3) }
    /// The first letter is upper case: `Jakarta`, `DPR`, `KemenPAN`.
    @inlinable public static var initialUpper: TokenShape { TokenShape(rawValue: 1 << 4) }
    /// All letters are upper case: `DPR`, `G20`, `S.H`, `A`.
    @inlinable public static var allUpper: TokenShape { TokenShape(rawValue: 1 << 5) }
    /// All letters are lower case: `dan`, `ke`.
    @inlinable public static var allLower: TokenShape { TokenShape(rawValue: 1 << 6) }
    /// An upper-case letter stands directly behind a lower-case one: `KemenPAN`, `iPhone`.
    @inlinable public static var innerUpper: TokenShape { TokenShape(rawValue: 1 << 7) }
    /// Has at least one digit: `27`, `G20`, `Rp5`.
    @inlinable public static var digit: TokenShape { TokenShape(rawValue: 1 << 8) }
    /// Has a character beyond ASCII.
    @inlinable public static var nonASCII: TokenShape { TokenShape(rawValue: 1 << 9) }
    /// Exactly one letter and nothing else: `H`, `S`.
    @inlinable public static var singleLetter: TokenShape { TokenShape(rawValue: 1 << 10) }
    /// White space, a line end or the start of the text stands before it.
    @inlinable public static var spaceBefore: TokenShape { TokenShape(rawValue: 1 << 11) }
    /// A line end or the start of the text stands before it.
    @inlinable public static var lineBefore: TokenShape { TokenShape(rawValue: 1 << 12) }
    /// First token of a sentence. Set by ``SentenceSplitter``.
    @inlinable public static var sentenceStart: TokenShape { TokenShape(rawValue: 1 << 13) }
    /// Only white space, controls and format characters. Such segments make tokens only when they are asked for.
    @inlinable public static var blank: TokenShape { TokenShape(rawValue: 1 << 14) }
    /// A blank segment that ends a line.
    static let line = TokenShape(rawValue: 1 << 15)
    /// Digits in front, letters behind, or the reverse, with nothing between: `Rp5`, `5G`. Implies ``word`` and ``digit``.
    @inlinable public static var lettersAndDigits: TokenShape { [.word, .digit] }
}

extension TokenShape {
    /// The shape of ASCII letters, of digits, or of a mark; see ``Tokens/cut(_:in:)``.
    static func ofLetters(_ bytes: Span<UInt8>) -> TokenShape {
        if !bytes.isEmpty, bytes[0] &- 0x30 < 10 { return [.number, .digit] }
        guard let first = bytes.isEmpty ? nil : bytes[0], first | 0x20 &- 0x61 < 26 else { return .punctuation }
        var shape: TokenShape = [.word, .allUpper, .allLower]
        if first & 0x20 == 0 { shape.insert(.initialUpper) }
        for index in 0..<bytes.count {
            if bytes[index] & 0x20 == 0 {
                shape.remove(.allLower)
                if index > 0, bytes[index - 1] & 0x20 != 0 { shape.insert(.innerUpper) }
            } else {
                shape.remove(.allUpper)
            }
        }
        if bytes.count == 1 { shape.insert(.singleLetter) }
        return shape
    }
}
