/// A set of word classes, a bit each: weekday, honorific, place head ...
///
/// Which bit a class has is decided when a ``Lexicon`` is made; ask ``Lexicon/classes(named:)``.
@usableFromInline package struct WordClasses: Sendable, Hashable {
    // Four words, not an integer of 256 bits: sets stand in every token, and alignment would cost a fourth.
    @usableFromInline var first: UInt64
    @usableFromInline var second: UInt64
    @usableFromInline var third: UInt64
    @usableFromInline var fourth: UInt64

    @inlinable init(_ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64) {
        self.first = first
        self.second = second
        self.third = third
        self.fourth = fourth
    }

    /// No class.
    @inlinable package static var none: WordClasses { WordClasses(0, 0, 0, 0) }

    /// The most classes that a lexicon can have.
    @usableFromInline package static let limit = 4 * UInt64.bitWidth

    @inlinable init(index: Int) {
        let bit: UInt64 = 1 << UInt64(index % 64)
        self.init(
            index < 64 ? bit : 0, 64..<128 ~= index ? bit : 0, 128..<192 ~= index ? bit : 0, index >= 192 ? bit : 0)
    }

    @inlinable package var isEmpty: Bool { first | second | third | fourth == 0 }

    @inlinable package func isDisjoint(with other: WordClasses) -> Bool {
        (first & other.first) | (second & other.second) | (third & other.third) | (fourth & other.fourth) == 0
    }

    @inlinable package func isSuperset(of other: WordClasses) -> Bool {
        (other.first & ~first) | (other.second & ~second) | (other.third & ~third) | (other.fourth & ~fourth) == 0
    }

    @inlinable package func union(_ other: WordClasses) -> WordClasses {
        WordClasses(first | other.first, second | other.second, third | other.third, fourth | other.fourth)
    }

    @inlinable package func intersection(_ other: WordClasses) -> WordClasses {
        WordClasses(first & other.first, second & other.second, third & other.third, fourth & other.fourth)
    }

    @inlinable package func subtracting(_ other: WordClasses) -> WordClasses {
        WordClasses(first & ~other.first, second & ~other.second, third & ~other.third, fourth & ~other.fourth)
    }

    @inlinable package mutating func formUnion(_ other: WordClasses) { self = union(other) }

    /// Removes the class with the lowest index and returns that index, nil when there is none.
    @inlinable package mutating func popFirst() -> Int? {
        if first != 0 { return Self.removeLowest(&first) }
        if second != 0 { return 64 + Self.removeLowest(&second) }
        if third != 0 { return 128 + Self.removeLowest(&third) }
        if fourth != 0 { return 192 + Self.removeLowest(&fourth) }
        return nil
    }

    @inlinable static func removeLowest(_ bits: inout UInt64) -> Int {
        let index = bits.trailingZeroBitCount
        bits &= bits - 1
        return index
    }

    /// The class of an index that ``popFirst()`` gave.
    @usableFromInline package init(number: Int) { self.init(index: number) }

    /// The bits mixed into one word.
    @usableFromInline package var mixed: UInt64 {
        first ^ (second &* 0x9E37_79B9_7F4A_7C15) ^ (third &* 0xC2B2_AE3D_27D4_EB4F) ^ (fourth &* 0x1656_67B1_9E37_79F9)
    }
}
