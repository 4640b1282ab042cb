extension Span where Element == UInt8 {
    /// The Unicode scalar that starts at `offset`, and the number of its bytes. `offset` must lie inside the span.
    ///
    /// Ill-formed bytes read as U+FFFD, one for each maximal subpart of a well-formed sequence (the Unicode Standard,
    /// section 3.9, "U+FFFD Substitution of Maximal Subparts"), as ICU reads them; so a scan always goes on.
    package func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let (value, length) = decode(at: offset)
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    /// ``scalar(at:)`` as a number.
    @inline(__always) func decode(at offset: Int) -> (scalar: UInt32, length: Int) {
        let first = UInt32(self[offset])
        if first < 0x80 { return (first, 1) }
        func trail(_ index: Int) -> UInt32? {
            guard offset &+ index < count else { return nil }
            let byte = UInt32(self[offset &+ index])
            return byte & 0xC0 == 0x80 ? byte & 0x3F : nil
        }
        let replacement: UInt32 = 0xFFFD
        guard first >= 0xC2, first < 0xF5, let second = trail(1) else { return (replacement, 1) }
        if first < 0xE0 { return ((first & 0x1F) &<< 6 | second, 2) }
        if first < 0xF0 {
            let value = (first & 0x0F) &<< 12 | second &<< 6
            // Neither overlong nor a surrogate.
            guard value >= 0x800, value & 0xF800 != 0xD800 else { return (replacement, 1) }
            guard let third = trail(2) else { return (replacement, 2) }
            return (value | third, 3)
        }
        let value = (first & 0x07) &<< 18 | second &<< 12
        guard value >= 0x10000, value < 0x11_0000 else { return (replacement, 1) }
        guard let third = trail(2) else { return (replacement, 2) }
        guard let fourth = trail(3) else { return (replacement, 3) }
        return (value | third &<< 6 | fourth, 4)
    }

    /// ``decode(at:)``, faster for most characters of one to three bytes that are not the text's last.
    @inline(__always) func decodeFast(at offset: Int) -> (scalar: UInt32, length: Int) {
        guard offset &+ 4 <= count else { return decode(at: offset) }
        // One look at four bytes, the first one lowest. Safe: the guard keeps them inside.
        let word = UInt32(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
        if word & 0x80 == 0 { return (word & 0x7F, 1) }
        if word & 0xC0_C0F0 == 0x80_80E0 {
            let scalar = (word & 0x0F) &<< 12 | (word &>> 2 & 0xFC0) | (word &>> 16 & 0x3F)
            // Neither overlong nor a surrogate; what stands above the surrogates is rare.
            if scalar &- 0x800 < 0xD000 { return (scalar, 3) }
        } else if word & 0xC0E0 == 0x80C0, word & 0x1E != 0 {
            return ((word & 0x1F) &<< 6 | (word &>> 8 & 0x3F), 2)
        }
        return decode(at: offset)
    }

    /// Whether the bytes of a range are these.
    func holds(_ text: StaticString, at range: Range<Int>) -> Bool {
        guard range.count == text.utf8CodeUnitCount else { return false }
        let start = range.lowerBound
        return text.withUTF8Buffer { buffer in
            // Safe: the indices are the buffer's own.
            buffer.indices.allSatisfy { unsafe self[start + $0] == buffer[$0] }
        }
    }
}
