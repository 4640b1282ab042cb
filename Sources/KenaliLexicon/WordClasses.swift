/// A set of word classes, a bit each: weekday, honorific, place head ...
///
/// Which bit a class has is decided when a ``Lexicon`` is made; ask ``Lexicon/classes(named:)``.
public struct WordClasses: Sendable, Hashable {
    @usableFromInline var bits: UInt128

    @inlinable init(bits: UInt128) { self.bits = bits }

    /// No class.
    public static let none = WordClasses(bits: 0)

    /// The most classes that a lexicon can have.
    public static let limit = UInt128.bitWidth

    @inlinable init(index: Int) { bits = 1 << UInt128(index) }

    @inlinable public var isEmpty: Bool { bits == 0 }
    @inlinable public func isDisjoint(with other: WordClasses) -> Bool { bits & other.bits == 0 }
    @inlinable public func isSuperset(of other: WordClasses) -> Bool { bits & other.bits == other.bits }
    @inlinable public func union(_ other: WordClasses) -> WordClasses { WordClasses(bits: bits | other.bits) }
    @inlinable public func intersection(_ other: WordClasses) -> WordClasses { WordClasses(bits: bits & other.bits) }
    @inlinable public mutating func formUnion(_ other: WordClasses) { bits |= other.bits }

    /// Removes the class with the lowest index and returns that index, nil when there is none.
    @inlinable public mutating func popFirst() -> Int? {
        guard bits != 0 else { return nil }
        let index = bits.trailingZeroBitCount
        bits &= bits - 1
        return index
    }
}
