extension Span where Element == UInt8 {
    /// The Unicode scalar that starts at `offset`, and the number of its bytes.
    ///
    /// Ill-formed bytes read as U+FFFD of length 1, so that a scan always goes on. `offset` must lie inside the span.
    package func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let replacement: Unicode.Scalar = "\u{FFFD}"
        let first = UInt32(self[offset])
        if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, offset + length <= count else { return (replacement, 1) }
        var value = first & (0x7F >> UInt32(length))
        for index in offset + 1..<offset + length {
            let byte = UInt32(self[index])
            guard byte & 0xC0 == 0x80 else { return (replacement, 1) }
            value = value << 6 | byte & 0x3F
        }
        guard let scalar = Unicode.Scalar(value) else { return (replacement, 1) }
        return (scalar, length)
    }
}
