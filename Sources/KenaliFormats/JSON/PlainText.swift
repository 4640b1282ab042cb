extension Span where Element == UInt8 {
    /// Where the next byte stands that a string of JSON holds no other way than as an escape, or that ends it: a quotation
    /// mark, a backslash or a control character; the end when there is none.
    func endOfPlainText(from start: Int) -> Int {
        let lows: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        var index = start
        // Eight bytes at once: the high bit of each that is one of these.
        while index + 8 <= count {
            // Safe: the condition of the loop keeps the eight bytes inside.
            let word = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self).littleEndian
            let quote = word ^ (lows &* UInt64(UInt8(ascii: "\"")))
            let backslash = word ^ (lows &* UInt64(UInt8(ascii: "\\")))
            let found =
                ((word &- lows &* 0x20) & ~word | (quote &- lows) & ~quote | (backslash &- lows) & ~backslash) & highs
            // Bits above the first may be wrong, for a byte that is borrowed from.
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < count {
            let byte = self[index]
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
            index += 1
        }
        return index
    }
}
