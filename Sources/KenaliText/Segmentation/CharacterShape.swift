internal import CICU

/// What a character adds to the ``TokenShape`` of its token.
struct CharacterShape: OptionSet, Sendable {
    let rawValue: UInt8

    static let upper = CharacterShape(rawValue: 1 << 0)
    static let lower = CharacterShape(rawValue: 1 << 1)
    /// A letter without case.
    static let otherLetter = CharacterShape(rawValue: 1 << 2)
    static let digit = CharacterShape(rawValue: 1 << 3)
    static let symbol = CharacterShape(rawValue: 1 << 4)
    /// White space, a control or a format character.
    static let blank = CharacterShape(rawValue: 1 << 5)
    /// Ends a line. Implies ``blank``.
    static let line = CharacterShape(rawValue: 1 << 6)
    /// Punctuation, a combining mark.
    static let mark = CharacterShape(rawValue: 1 << 7)

    /// By Unicode's general category, as the linked ICU knows it.
    init(of scalar: UInt32) {
        switch scalar {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: self = [.blank, .line]
        default:
            let category = Int(cicu_general_category(scalar))
            self = category < Self.byCategory.count ? Self.byCategory[category] : .mark
        }
    }

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// By the numbers of `UCharCategory`.
    private static let byCategory: [30 of CharacterShape] = [
        // Cn, Lu, Ll, Lt, Lm, Lo, Mn, Me, Mc, Nd, Nl, No
        .symbol, .upper, .lower, .upper, .otherLetter, .otherLetter, .mark, .mark, .mark, .digit, .otherLetter, .digit,
        // Zs, Zl, Zp, Cc, Cf, Co, Cs, Pd, Ps, Pe, Pc, Po
        .blank, .blank, .blank, .blank, .blank, .symbol, .mark, .mark, .mark, .mark, .mark, .mark,
        // Sm, Sc, Sk, So, Pi, Pf
        .symbol, .symbol, .symbol, .symbol, .mark, .mark,
    ]
}
