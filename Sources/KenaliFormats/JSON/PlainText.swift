extension UInt64 {
    /// The high bit of each of eight bytes that a string of JSON holds no other way than as an escape, or that ends it: a
    /// quotation mark, a backslash or a control character. Bits above the first may be wrong, for a byte that was borrowed
    /// from.
    @inline(__always)
    var jsonMarks: UInt64 {
        let lows: UInt64 = 0x0101_0101_0101_0101
        let quote = self ^ (lows &* UInt64(UInt8(ascii: "\"")))
        let backslash = self ^ (lows &* UInt64(UInt8(ascii: "\\")))
        return ((self &- lows &* 0x20) & ~self | (quote &- lows) & ~quote | (backslash &- lows) & ~backslash)
            & 0x8080_8080_8080_8080
    }
}

extension Span where Element == UInt8 {
    /// Where the next byte stands that a string of JSON holds no other way than as an escape, or that ends it; the end when
    /// there is none. See ``Swift/UInt64/jsonMarks``.
    func endOfPlainText(from start: Int) -> Int {
        var index = start
        while index &+ 16 <= count {
            // Two words at once, as long as there is no mark in them.
            if hasMark(at: index) { break }
            index &+= 16
        }
        while index &+ 8 <= count {
            let found = marks(at: index)
            if found != 0 { return index &+ found.trailingZeroBitCount / 8 }
            index &+= 8
        }
        // The last bytes together with some before them, where there are so many.
        if index < count, count &- start >= 8 {
            let found = marks(at: count &- 8) >> UInt64(8 &* (8 &- (count &- index)))
            return found == 0 ? count : index &+ found.trailingZeroBitCount / 8
        }
        while index < count {
            let byte = self[index]
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
            index += 1
        }
        return index
    }

    @inline(__always)
    private func marks(at index: Int) -> UInt64 {
        precondition(index >= 0 && index &+ 8 <= count, "not eight bytes")
        // Safe: as was checked.
        return unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self).littleEndian.jsonMarks
    }

    /// Whether one of sixteen bytes is a mark.
    @inline(__always)
    private func hasMark(at index: Int) -> Bool {
        precondition(index >= 0 && index &+ 16 <= count, "not sixteen bytes")
        // Safe: as was checked.
        let words = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: SIMD2<UInt64>.self)
        let lows = SIMD2<UInt64>(repeating: 0x0101_0101_0101_0101)
        let quote = words ^ (lows &* UInt64(UInt8(ascii: "\"")))
        let backslash = words ^ (lows &* UInt64(UInt8(ascii: "\\")))
        let marks = ((words &- lows &* 0x20) | (quote &- lows) | (backslash &- lows)) & ~words
        return (marks[0] | marks[1]) & 0x8080_8080_8080_8080 != 0
    }
}
