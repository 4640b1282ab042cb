/// The shape of a token, put together character by character.
struct ShapeAccumulator {
    /// The bits of all ``CharacterEntry``s; what they say of the token stands in the upper half.
    private(set) var bits: UInt32 = 0

    init() {}

    /// The shape of one character.
    init(_ character: CharacterEntry) {
        if character.isUpper { addUpper(after: CharacterEntry()) }
        add(character)
    }

    private var characters: CharacterShape { CharacterShape(rawValue: UInt8(truncatingIfNeeded: bits &>> 8)) }

    /// Adds a character. Call ``addUpper(after:)`` first if it is an upper-case letter.
    @inline(__always) mutating func add(_ character: CharacterEntry) { bits |= character.rawValue }

    /// Notes where an upper-case letter stands.
    @inline(__always) mutating func addUpper(after last: CharacterEntry) {
        var shape: TokenShape = []
        if characters.isDisjoint(with: [.upper, .lower, .otherLetter]) { shape.insert(.initialUpper) }
        if last.isLower { shape.insert(.innerUpper) }
        bits |= UInt32(shape.rawValue) &<< 16
    }

    /// Whether a character's script is one that ICU has a dictionary for.
    var hasDictionaryCharacter: Bool { bits & CharacterEntry.dictionary != 0 }

    /// The shape of the whole segment.
    @inline(__always)
    func shape(_ wordClass: WordBreakClass, _ bytes: Span<UInt8>, _ segment: Range<Int>) -> TokenShape {
        if characters.subtracting([.blank, .line]).isEmpty {
            return characters.contains(.line) ? [.blank, .line] : .blank
        }
        var shape = TokenShape(rawValue: UInt16(truncatingIfNeeded: (bits & ~CharacterEntry.dictionary) &>> 16))
        if characters.contains(.digit) { shape.insert(.digit) }
        let letters = characters.intersection([.upper, .lower, .otherLetter])
        if !letters.isEmpty || wordClass.rawValue >= WordBreakClass.letter.rawValue {
            shape.insert(.word)
            if letters == .upper { shape.insert(.allUpper) }
            if letters == .lower { shape.insert(.allLower) }
            if !letters.isEmpty, segment.count == 1 { shape.insert(.singleLetter) }
            // A handle is no name, though some versions of ICU keep its sign with it: "@NurKhafidhotul".
            if bytes[segment.lowerBound] == UInt8(ascii: "@") { shape.remove(.initialUpper) }
        } else if characters.contains(.digit) || wordClass == .number {
            shape.insert(.number)
        } else {
            shape.insert(characters.contains(.symbol) ? .symbol : .punctuation)
        }
        return shape
    }
}
