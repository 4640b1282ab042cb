/// A map from characters to small numbers: ICU's serialized "fast" code point trie with values of 8 bits.
///
/// The structure is that of ICU's `ucptrie.h` and `ucptrie_impl.h`: for the basic plane an index by the bits from 6 on and
/// blocks of 64 values, which suits UTF-8, whose last byte has 6 bits; above it two more levels.
struct CodePointTrie: Sendable {
    let index: [UInt16]
    let values: [UInt8]
    /// The value of all characters from here on is the one before the last of ``values``.
    let highStart: UInt32

    /// The number of index entries for the basic plane.
    static let basicPlaneLength = 0x10000 >> 6

    /// Reads a serialized trie. Nil when it is not of that type.
    init?(_ bytes: ArraySlice<UInt8>) {
        let bytes = Array(bytes)
        func half(_ offset: Int) -> Int { Int(bytes[offset]) | Int(bytes[offset + 1]) << 8 }
        // Header: "Tri3", options (type in bits 6 and 7, 0 fast; value width in bits 0 to 2, 2 for 8 bits), lengths.
        guard bytes.count >= 16, half(0) == 0x6933, half(2) == 0x5472, half(4) & 0xC7 == 2 else { return nil }
        let indexLength = half(6)
        let valueCount = half(8) | (half(4) & 0xF000) << 4
        let highStart = half(14) << 9
        guard indexLength >= Self.basicPlaneLength, bytes.count >= 16 + 2 * indexLength + valueCount, valueCount >= 2
        else { return nil }
        index = (0..<indexLength).map { UInt16(half(16 + 2 * $0)) }
        values = Array(bytes[(16 + 2 * indexLength)..<(16 + 2 * indexLength + valueCount)])
        self.highStart = UInt32(highStart)
        // Every look-up in the basic plane stays inside; the others are checked as they are made.
        guard index[..<Self.basicPlaneLength].allSatisfy({ Int($0) + 63 < valueCount }) else { return nil }
    }

    /// The largest value.
    var maximum: UInt8 { values.max() ?? 0 }

    /// The value of a character.
    subscript(scalar: UInt32) -> UInt8 {
        if scalar < 0x10000 { return values[Int(index[Int(scalar >> 6)]) + Int(scalar & 63)] }
        return values[Self.supplementaryPosition(of: scalar, highStart, index.span, values.count)]
    }

    /// Where the value of a character above the basic plane stands (`ucptrie_internalSmallIndex`).
    static func supplementaryPosition(
        of scalar: UInt32, _ highStart: UInt32, _ index: Span<UInt16>, _ valueCount: Int
    ) -> Int {
        if scalar >= highStart { return valueCount - 2 }
        let first = Int(scalar >> 14) + basicPlaneLength - 4
        let block = Int(index[Int(index[first]) + Int(scalar >> 9 & 0x1F)])
        let third = Int(scalar >> 4 & 0x1F)
        if block & 0x8000 == 0 { return Int(index[block + third]) + Int(scalar & 15) }
        // Indexes of 18 bits, in groups of eight with their upper bits in front.
        let group = block & 0x7FFF + third & ~7 + third >> 3
        let upper = Int(index[group]) << (2 + 2 * (third & 7)) & 0x30000
        return upper | Int(index[group + 1 + third & 7]) + Int(scalar & 15)
    }
}
