/// A read-only table of integers from 0 to 2²⁸ − 1, all as many bytes wide, that is used where it lies.
///
/// A byte holds seven bits, the lowest first: so a table can be part of a literal, which must be UTF-8. The same type
/// serves tables in the image inside the binary and tables in memory. Whether the bytes are there is checked once, when
/// it is made; an access checks its index alone, and counts no reference. For inner loops take ``view``.
@usableFromInline package struct PackedTable: Sendable {
    /// The largest integer.
    @usableFromInline package static let largest = 1 << 28 - 1

    @usableFromInline let bytes: PackedBytes
    /// The number of integers.
    @usableFromInline package let count: Int
    /// How many bytes an integer takes, from 1 to 4.
    @usableFromInline package let width: Int
    @usableFromInline let mask: UInt32

    /// The table of these bytes; nil when they are not whole integers of this width.
    @usableFromInline package init?(_ bytes: PackedBytes, width: Int) {
        guard 1...4 ~= width, bytes.count.isMultiple(of: width) else { return nil }
        self.bytes = bytes
        self.width = width
        count = bytes.count / width
        mask = SevenBits.mask(width)
    }

    /// A table in memory, as wide as its largest integer asks. Integers out of range are a mistake of the caller.
    @usableFromInline package init(_ values: [Int]) {
        width = SevenBits.width(of: values.max() ?? 0)
        mask = SevenBits.mask(width)
        count = values.count
        var packed: [UInt8] = []
        packed.reserveCapacity(values.count * width)
        for value in values { SevenBits.append(value, width: width, to: &packed) }
        bytes = PackedBytes(packed)
    }

    /// A table without integers.
    @usableFromInline package init() { self.init([]) }

    @inlinable package subscript(index: Int) -> Int {
        @inline(__always) get { view[index] }
    }

    /// The table for an inner loop: a value without any reference.
    @inlinable package var view: PackedView {
        @inline(__always) @_lifetime(borrow self) get { PackedView(self) }
    }
}

/// A ``PackedTable`` as long as it is borrowed.
@safe @usableFromInline package struct PackedView: ~Escapable {
    @usableFromInline let base: UnsafeRawPointer
    @usableFromInline package let count: Int
    @usableFromInline let width: Int
    @usableFromInline let mask: UInt32

    @inlinable @inline(__always)
    @_lifetime(borrow table)
    package init(_ table: borrowing PackedTable) {
        // Safe: the view lives no longer than the table, which keeps the bytes.
        unsafe base = table.bytes.base
        count = table.count
        width = table.width
        mask = table.mask
    }

    @inlinable package subscript(index: Int) -> Int {
        @inline(__always) get {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "index out of range")
            // Safe: `index` is one of the table's, and behind the last integer there are bytes to spare.
            return SevenBits.value(
                unsafe base.loadUnaligned(fromByteOffset: index &* width, as: UInt32.self), mask)
        }
    }
}

/// Integers as bytes below 0x80.
@usableFromInline package enum SevenBits {
    /// The bits of a load that belong to an integer of this width.
    @inlinable package static func mask(_ width: Int) -> UInt32 { .max >> UInt32(32 - 8 * width) }

    /// How many bytes an integer takes.
    @usableFromInline package static func width(of value: Int) -> Int {
        precondition(0...PackedTable.largest ~= value, "not an integer of a packed table")
        return value < 1 << 7 ? 1 : value < 1 << 14 ? 2 : value < 1 << 21 ? 3 : 4
    }

    /// The integer of four loaded bytes.
    @inlinable @inline(__always)
    package static func value(_ loaded: UInt32, _ mask: UInt32) -> Int {
        let bits = UInt32(littleEndian: loaded) & mask
        return Int(
            truncatingIfNeeded: bits & 0x7F | bits >> 1 & 0x3F80 | bits >> 2 & 0x1F_C000 | bits >> 3 & 0xFE0_0000)
    }

    /// An integer as four bytes hold it; the order of such ones is that of the integers.
    @inlinable @inline(__always)
    package static func packed(_ value: Int) -> UInt32 {
        let bits = UInt32(truncatingIfNeeded: value)
        return bits & 0x7F | (bits & 0x3F80) << 1 | (bits & 0x1F_C000) << 2 | (bits & 0xFE0_0000) << 3
    }

    @usableFromInline package static func append(_ value: Int, width: Int, to bytes: inout [UInt8]) {
        precondition(value >= 0 && value >> (7 * width) == 0, "an integer is too large for its width")
        for place in 0..<width { bytes.append(UInt8(truncatingIfNeeded: value >> (7 * place)) & 0x7F) }
    }
}
