/// A unit in which positions in a text are counted.
public enum OffsetUnit: String, Sendable, CaseIterable {
    /// Unicode code points (scalars): what Python indexes strings with.
    case codepoint
    /// Bytes of the UTF-8 form: what Kenali counts in.
    case utf8
    /// Code units of the UTF-16 form: what JavaScript, Java and `NSString` index with.
    case utf16
}

/// Converts UTF-8 offsets of one text to another unit.
///
/// One linear pass notes the count at every 64th byte; a question then counts at most 64 bytes. A text that is all
/// ASCII needs no table, since its units agree.
///
/// Worked through "é🙂a", bytes C3 A9 F0 9F 99 82 61: the `a` is at UTF-8 offset 6, code point 2, UTF-16 offset 3.
public struct OffsetIndex: Sendable {
    /// The unit that ``offset(ofUTF8:in:)`` answers in.
    public let unit: OffsetUnit
    /// The count of units that start before byte 64 × index; empty when the units agree.
    private var checkpoints: [UInt32] = []

    private static let stride = 64

    /// Whether the offsets are those of UTF-8.
    package var isSame: Bool { checkpoints.isEmpty }

    /// - Complexity: O(*n*), *n* the number of bytes; four bytes of memory for each 64 bytes that are not all ASCII.
    public init(_ bytes: Span<UInt8>, unit: OffsetUnit) {
        self.unit = unit
        guard unit != .utf8, !bytes.isASCII else { return }
        checkpoints.reserveCapacity(bytes.count / Self.stride + 1)
        var units = 0
        var offset = 0
        while offset < bytes.count {
            checkpoints.append(UInt32(truncatingIfNeeded: units))
            let end = min(offset + Self.stride, bytes.count)
            units += Self.units(in: bytes, offset..<end, unit)
            offset = end
        }
        checkpoints.append(UInt32(truncatingIfNeeded: units))
    }

    /// The number of units before the byte at `utf8Offset`, which must be a boundary of a character in `bytes`, the
    /// text that this was made for.
    ///
    /// - Complexity: O(1).
    public func offset(ofUTF8 utf8Offset: Int, in bytes: Span<UInt8>) -> Int {
        guard !checkpoints.isEmpty else { return utf8Offset }
        // What lies outside of the text is taken for its start or end.
        let utf8Offset = min(max(0, utf8Offset), bytes.count)
        let checkpoint = min(utf8Offset / Self.stride, checkpoints.count - 1)
        return Int(checkpoints[checkpoint])
            + Self.units(in: bytes, checkpoint * Self.stride..<utf8Offset, unit)
    }

    /// Units are counted at the first byte of their character.
    private static func units(in bytes: Span<UInt8>, _ range: Range<Int>, _ unit: OffsetUnit) -> Int {
        var count = 0
        for index in range {
            let byte = bytes[index]
            if byte & 0xC0 != 0x80 { count += 1 }
            // Four-byte characters are surrogate pairs in UTF-16.
            if unit == .utf16, byte >= 0xF0 { count += 1 }
        }
        return count
    }
}

extension Span where Element == UInt8 {
    /// Whether all bytes are ASCII.
    package var isASCII: Bool {
        var bits: UInt8 = 0
        for index in 0..<count { bits |= self[index] }
        return bits < 0x80
    }
}
