/// What the rules need to know of a character, in one number.
struct CharacterEntry: Sendable {
    /// From the lowest byte on: its category in the ``BreakTable``; its ``CharacterShape``; and two bytes of what it says
    /// of any token that it is in, as ``TokenShape``.
    let rawValue: UInt32

    /// Stands among the bits of ``TokenShape``: the character's script is one that ICU has a dictionary for.
    static let dictionary: UInt32 = 1 << 31

    init(_ scalar: UInt32, _ table: BreakTable?) {
        let category = table?.categories[scalar] ?? 0
        let shape = CharacterShape(of: scalar)
        var token: TokenShape = []
        if scalar >= 0x80, !shape.contains(.blank) { token.insert(.nonASCII) }
        var bits = UInt32(category) | UInt32(shape.rawValue) << 8 | UInt32(token.rawValue) << 16
        if let table, category >= table.firstDictionaryCategory { bits |= Self.dictionary }
        rawValue = bits
    }

    init() { rawValue = 0 }

    var isDictionary: Bool { rawValue & Self.dictionary != 0 }
    @inline(__always) var category: Int { Int(rawValue & 0xFF) }
    @inline(__always) var isUpper: Bool { rawValue & UInt32(CharacterShape.upper.rawValue) &<< 8 != 0 }
    @inline(__always) var isLower: Bool { rawValue & UInt32(CharacterShape.lower.rawValue) &<< 8 != 0 }
}

/// The characters that a tokenizer has met, so that ICU is asked of each once.
struct Characters: Sendable {
    /// By the code point's bits from 6 on: the number of its block of 64, 0 when it has not been met.
    private(set) var index: [UInt16]
    /// Blocks of 64 entries. The first is not used.
    private(set) var entries: [CharacterEntry]

    /// - Complexity: 35 kB of memory, and 256 bytes for each block of 64 characters that is met.
    init() {
        index = [UInt16](repeating: 0, count: 0x11_0000 >> 6)
        entries = [CharacterEntry](repeating: CharacterEntry(), count: 64)
    }

    /// Learns of a character and its neighbours.
    @inline(never) mutating func learn(_ scalar: UInt32, _ table: BreakTable?) {
        let block = scalar >> 6
        guard index[Int(block)] == 0 else { return }
        index[Int(block)] = UInt16(entries.count >> 6)
        for scalar in block << 6..<(block + 1) << 6 { entries.append(CharacterEntry(scalar, table)) }
    }

    /// What is known of a character.
    mutating func entry(of scalar: UInt32, _ table: BreakTable?) -> CharacterEntry {
        var block = index[Int(scalar >> 6)]
        if block == 0 {
            learn(scalar, table)
            block = index[Int(scalar >> 6)]
        }
        return entries[Int(block) << 6 | Int(scalar & 63)]
    }
}
