import KenaliText

extension String {
    /// A string of UTF-8 bytes; ill-formed ones become U+FFFD.
    @usableFromInline package init(copying bytes: Span<UInt8>) {
        // Safe: the bytes are copied while the span is alive.
        self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}

extension Array where Element == UInt8 {
    /// The bytes of a span.
    // Safe: as above.
    init(copying bytes: Span<UInt8>) { self = unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) } }

    /// Appends the bytes of a span.
    @usableFromInline package mutating func append(copying bytes: Span<UInt8>) {
        // Safe: the bytes are copied while the span is alive.
        unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }

    /// Appends the bytes of a text in small letters.
    ///
    /// - Complexity: O(*n*), *n* the number of bytes.
    @usableFromInline package mutating func append(lowercased bytes: Span<UInt8>) {
        let start = count
        append(copying: bytes)
        var others: UInt8 = 0
        // Through a span: who writes is not asked for each byte whether nobody else reads.
        var written = mutableSpan
        for index in start..<written.count {
            others |= written[index]
            written[index] = written[index].folded
        }
        guard others >= 0x80 else { return }
        removeSubrange(start...)
        append(contentsOf: String(copying: bytes).lowercased().utf8)
    }
}

extension Span where Element == UInt8 {
    /// Where a byte is met next from an index on, the end when it is not: eight bytes a step.
    @usableFromInline package func index(of byte: UInt8, from start: Int) -> Int {
        var index = start
        let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
        let patterns = SIMD2(repeating: pattern)
        while index &+ 16 <= count {
            // Two words at once, as long as it is not in them. Safe: the condition of the loop keeps them inside.
            let words =
                unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: SIMD2<UInt64>.self) ^ patterns
            let zeros = (words &- 0x0101_0101_0101_0101) & ~words
            if (zeros[0] | zeros[1]) & 0x8080_8080_8080_8080 != 0 { break }
            index &+= 16
        }
        while index &+ 8 <= count {
            // Safe: the condition of the loop keeps the eight bytes inside.
            let difference =
                unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self) ^ pattern
            // A byte is zero where subtracting one borrows into a high bit that was not set.
            let zeros = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
            if zeros != 0 { return index &+ UInt64(littleEndian: zeros).trailingZeroBitCount / 8 }
            index &+= 8
        }
        while index < count, self[index] != byte { index += 1 }
        return index
    }

    /// Whether the bytes are those of another span: eight a step.
    @usableFromInline package func isEqual(to other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        var index = 0
        while index &+ 8 <= count {
            // Safe: the condition of the loop keeps the eight bytes inside both.
            let own = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
            // Safe: as above.
            let others = unsafe other.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
            guard own == others else { return false }
            index &+= 8
        }
        while index < count {
            guard self[index] == other[index] else { return false }
            index &+= 1
        }
        return true
    }

    /// Whether the bytes are those of a text.
    @inlinable package func isEqual(to text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        // Safe: the indices are the span's, which has as many bytes.
        return text.withUTF8Buffer { text in
            for index in indices where unsafe text[index] != self[index] { return false }
            return true
        }
    }

    /// Whether the bytes, in small letters, are those of a text of ASCII letters.
    @usableFromInline package func isEqual(lowercasedTo text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        // Safe: the indices are the span's, which has as many bytes.
        return text.withUTF8Buffer { text in
            for index in indices {
                guard unsafe text[index] == self[index].folded else { return false }
            }
            return true
        }
    }

    /// Whether a text stands at the end of the bytes.
    @usableFromInline package func ends(with text: StaticString) -> Bool {
        count >= text.utf8CodeUnitCount && extracting(last: text.utf8CodeUnitCount).isEqual(to: text)
    }

    /// Whether a text of ASCII letters stands at the end of the bytes, in small letters.
    @usableFromInline package func ends(withLowercased text: StaticString) -> Bool {
        count >= text.utf8CodeUnitCount && extracting(last: text.utf8CodeUnitCount).isEqual(lowercasedTo: text)
    }

    /// Whether a text of ASCII letters stands at the start of the bytes, in small letters.
    @usableFromInline package func starts(withLowercased text: StaticString) -> Bool {
        count >= text.utf8CodeUnitCount && extracting(first: text.utf8CodeUnitCount).isEqual(lowercasedTo: text)
    }
}

extension OutputSpan where Element == UInt8 {
    /// Appends the bytes of a span, for which there must be room.
    @inlinable package mutating func append(copying bytes: Span<UInt8>) {
        precondition(bytes.count <= freeCapacity, "no room for so many bytes")
        // Safe: there is room for all of them, as was checked, and the two don't overlap: only this span can be written to.
        unsafe withUnsafeMutableBufferPointer { room, count in
            unsafe bytes.withUnsafeBufferPointer { bytes in
                guard let target = room.baseAddress, let source = bytes.baseAddress else { return }
                unsafe (target + count).initialize(from: source, count: bytes.count)
                count += bytes.count
            }
        }
    }
}
