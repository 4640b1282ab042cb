/// Room for bytes, which are written one behind the other, eight at a store: some of the eight may be none of them, and are
/// written over by the next ones.
struct ByteRoom: ~Copyable, ~Escapable {
    private var bytes: MutableSpan<UInt8>
    /// Where the next byte is written.
    private(set) var end: Int

    /// What is left free behind the last byte.
    static let slack = 8

    /// The room of some bytes from an index on.
    @inline(__always)
    @_lifetime(copy bytes)
    init(_ bytes: consuming MutableSpan<UInt8>, from start: Int) {
        self.bytes = bytes
        end = start
    }

    /// Writes the first bytes of a word, the lowest first.
    @inline(__always)
    @_lifetime(self: copy self)
    mutating func append(_ word: UInt64, _ length: Int = 8) {
        let start = end
        // Safe: any byte may be written into the bytes; that there are eight is checked by the store.
        var raw = unsafe bytes.mutableBytes
        raw.storeBytes(of: word.littleEndian, toByteOffset: start, as: UInt64.self)
        end &+= length
    }

    /// Writes a byte.
    @inline(__always)
    @_lifetime(self: copy self)
    mutating func append(_ byte: UInt8) {
        bytes[end] = byte
        end &+= 1
    }

    /// Writes a key in quotation marks and a colon, behind a comma if one is wanted.
    @inline(__always)
    @_lifetime(self: copy self)
    mutating func append(_ key: JSONKey, hasComma: Bool) {
        let start = end
        let key = hasComma ? key : key.withoutComma
        precondition(start >= 0 && JSONKey.room <= bytes.count &- start, "no room for a key")
        // Safe: any byte may be written into the bytes, and for three words there is room, as was checked.
        var raw = unsafe bytes.mutableBytes
        unsafe raw.storeBytes(of: key.first.littleEndian, toUncheckedByteOffset: start, as: UInt64.self)
        unsafe raw.storeBytes(of: key.second.littleEndian, toUncheckedByteOffset: start &+ 8, as: UInt64.self)
        unsafe raw.storeBytes(of: key.third.littleEndian, toUncheckedByteOffset: start &+ 16, as: UInt64.self)
        end = start &+ key.count
    }

    /// Writes a text if a string of JSON holds it as it is; false when it does not.
    @inline(__always)
    @_lifetime(self: copy self)
    mutating func append(plain text: Span<UInt8>) -> Bool {
        let count = text.count
        let start = end
        precondition(start >= 0 && count &+ Self.slack <= bytes.count &- start, "no room for the text")
        guard count >= 8 else {
            let word = text.shortWord
            // Behind the text zeros would count.
            guard word.jsonMarks & (1 << UInt64(8 &* count) &- 1) == 0 else { return false }
            append(word, count)
            return true
        }
        // Safe: the text has the eight bytes that are loaded; any byte may be written into these, and there is room, as was checked.
        var raw = unsafe bytes.mutableBytes
        var marks: UInt64 = 0
        var index = 0
        while true {
            // The last eight may have some that were written before.
            index = min(index, count &- 8)
            let word = unsafe text.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
            unsafe raw.storeBytes(of: word, toUncheckedByteOffset: start &+ index, as: UInt64.self)
            marks |= word.littleEndian.jsonMarks
            index &+= 8
            if index >= count { break }
        }
        guard marks == 0 else { return false }
        end = start &+ count
        return true
    }
}

extension Span where Element == UInt8 {
    /// Fewer than eight bytes as a word, the first lowest.
    @inline(__always)
    fileprivate var shortWord: UInt64 {
        if count >= 4 {
            // Safe here and below: both loads lie inside the four bytes or more.
            let first = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: 0, as: UInt32.self)
            let last = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: count &- 4, as: UInt32.self)
            return UInt64(first.littleEndian) | UInt64(last.littleEndian) << UInt64(8 &* (count &- 4))
        }
        guard count > 0 else { return 0 }
        return UInt64(self[0]) | UInt64(self[count / 2]) << UInt64(8 &* (count / 2))
            | UInt64(self[count &- 1]) << UInt64(8 &* (count &- 1))
    }
}

extension String {
    /// Lends the bytes of UTF-8. ``Swift/String/utf8Span`` would be a call for each of many short texts.
    @inline(__always)
    func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        // Safe: the span is used inside the closure alone.
        if let result = unsafe utf8.withContiguousStorageIfAvailable({ unsafe body($0.span) }) { return result }
        return body(utf8Span.span)
    }
}
