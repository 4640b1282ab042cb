/// The shapes of tokens of ASCII characters, looked up rather than put together.
enum AsciiShapes {
    /// What is known of a token by looking it up.
    struct Kind {
        var shape: TokenShape
        var wordClass: WordBreakClass
    }

    /// First the shapes of words of letters alone and of numbers, by ``wordIndex(upper:lower:all:)``; behind them, from
    /// ``firstLone`` on, those of characters that stand alone.
    static let table: [Kind] = {
        var table = (0..<firstLone).map { index -> Kind in
            let hasLower = index & 1 != 0
            let hasUpper = index & 2 != 0
            guard hasLower || hasUpper else { return Kind(shape: [.number, .digit], wordClass: .number) }
            var shape: TokenShape = .word
            if !hasLower { shape.insert(.allUpper) }
            if !hasUpper { shape.insert(.allLower) }
            if index & 4 != 0 { shape.insert(.initialUpper) }
            if index & 8 != 0 { shape.insert(.singleLetter) }
            return Kind(shape: shape, wordClass: .letter)
        }
        for byte in UInt8(0)..<128 {
            var shape = ShapeAccumulator()
            shape.add(CharacterEntry(UInt32(byte), nil))
            let bytes = [byte]
            table.append(Kind(shape: shape.shape(.none, bytes.span, 0..<1), wordClass: .none))
        }
        return table
    }()

    static let firstLone = 16

    /// Where the shape of a word of letters or of a number stands. Masks of its characters, the first one's lowest bit.
    @inline(__always) static func wordIndex(upper: UInt64, lower: UInt64, all: UInt64) -> Int {
        (lower != 0 ? 1 : 0) | (upper != 0 ? 2 : 0) | (upper & 1 != 0 ? 4 : 0) | (all == 1 ? 8 : 0)
    }

    /// The shape of a word that has letters and digits, or capitals inside.
    @inline(never) static func mixed(upper: UInt64, lower: UInt64, digits: UInt64) -> TokenShape {
        let letters = upper | lower
        var shape: TokenShape = .word
        if letters & (0 &- letters) & upper != 0 { shape.insert(.initialUpper) }
        if lower == 0 { shape.insert(.allUpper) }
        if upper == 0 { shape.insert(.allLower) }
        if upper & lower &<< 1 != 0 { shape.insert(.innerUpper) }
        if digits != 0 { shape.insert(.digit) }
        return shape
    }
}
