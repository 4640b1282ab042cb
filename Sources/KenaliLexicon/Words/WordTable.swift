import KenaliText

/// A word without regard to case, as a number. Two spellings have the same number when they differ only in ASCII case
/// or in the form of their apostrophes.
@usableFromInline package typealias LexemeID = Int32

/// Gives every distinct word a number; an open-addressing hash table over the words' folded bytes.
struct WordTable: Sendable {
    private var slots: [Slot] = []
    private var keys: [UInt8] = []
    private var words: [Range<Int32>] = []

    private struct Slot {
        var tag: UInt32 = 0
        var word: LexemeID = -1
    }

    /// The number of words.
    var count: Int { words.count }

    /// The number of the word, nil when nobody has added it.
    ///
    /// - Complexity: O(*n*), *n* the number of its bytes.
    func find(_ word: Span<UInt8>, hash: UInt64) -> LexemeID? {
        let found = probe(word, hash)
        return found < 0 ? nil : found
    }

    /// The number of the word, which is added when it is new.
    mutating func insert(_ word: Span<UInt8>, hash: UInt64) -> LexemeID {
        let found = probe(word, hash)
        if found >= 0 { return found }
        if words.count * 2 >= slots.count { grow() }
        let start = Int32(keys.count)
        // Safe: the bytes are copied while the span is alive.
        unsafe word.withUnsafeBufferPointer { unsafe keys.append(contentsOf: $0) }
        let id = LexemeID(words.count)
        words.append(start..<Int32(keys.count))
        place(id, hash)
        return id
    }

    private func probe(_ word: Span<UInt8>, _ hash: UInt64) -> LexemeID {
        guard !slots.isEmpty else { return -1 }
        let mask = slots.count - 1
        var index = Int(truncatingIfNeeded: hash) & mask
        let tag = UInt32(truncatingIfNeeded: hash >> 32)
        while true {
            let slot = slots[index]
            if slot.word < 0 { return -1 }
            if slot.tag == tag, equals(slot.word, word) { return slot.word }
            index = (index + 1) & mask
        }
    }

    private func equals(_ id: LexemeID, _ word: Span<UInt8>) -> Bool {
        // Words are kept as they were first written; both sides are folded while they are compared.
        var known = FoldedBytes(key(Int(id)))
        var folded = FoldedBytes(word)
        while let byte = folded.next() {
            guard known.next() == byte else { return false }
        }
        return known.next() == nil
    }

    /// The bytes of a word as it was first written.
    @_lifetime(borrow self)
    func key(_ id: Int) -> Span<UInt8> {
        keys.span.extracting(Int(words[id].lowerBound)..<Int(words[id].upperBound))
    }

    private mutating func grow() {
        slots = Array(repeating: Slot(), count: max(16, slots.count * 2))
        for id in words.indices { place(LexemeID(id), FoldedBytes.hash(key(id))) }
    }

    private mutating func place(_ id: LexemeID, _ hash: UInt64) {
        let mask = slots.count - 1
        var index = Int(truncatingIfNeeded: hash) & mask
        while slots[index].word >= 0 { index = (index + 1) & mask }
        slots[index] = Slot(tag: UInt32(truncatingIfNeeded: hash >> 32), word: id)
    }
}

/// The bytes of a word as look-ups see them: ASCII letters in lower case, typographic apostrophes as `'`.
@usableFromInline package struct FoldedBytes: ~Escapable {
    private let bytes: Span<UInt8>
    private var index = 0

    @_lifetime(copy bytes)
    package init(_ bytes: Span<UInt8>) { self.bytes = bytes }

    package mutating func next() -> UInt8? {
        guard index < bytes.count else { return nil }
        let byte = bytes[index]
        // U+2018 and U+2019 are E2 80 98 and E2 80 99.
        if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] & 0xFE == 0x98 {
            index += 3
            return UInt8(ascii: "'")
        }
        index += 1
        return byte.folded
    }

    /// A hash of the folded bytes, so mixed that high and low bits can both be used.
    package static func hash(_ bytes: Span<UInt8>) -> UInt64 {
        let count = bytes.count
        if count > 8 { return hash(long: bytes) }
        // Safe: the loads are inside the bytes, by their number.
        let raw = unsafe bytes.bytes
        let letters: UInt64
        if count == 8 {
            let loaded = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: 0, as: UInt64.self)
            letters = UInt64(littleEndian: loaded)
        } else if count >= 4 {
            // Safe: as above.
            let first = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: 0, as: UInt32.self)
            // Safe: as above.
            let last = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: count &- 4, as: UInt32.self)
            letters = UInt64(UInt32(littleEndian: first)) | UInt64(UInt32(littleEndian: last)) << 32
        } else {
            guard count > 0 else { return finish(seed) }
            letters = UInt64(bytes[0]) | UInt64(bytes[count / 2]) << 8 | UInt64(bytes[count &- 1]) << 16
        }
        if mayHoldApostrophe(letters) { return hashByFolding(bytes) }
        return finish(mix(seed ^ UInt64(count), folded(letters)))
    }

    /// Eight bytes at a time, the last eight as they are, though some of them may have been taken before.
    private static func hash(long bytes: Span<UInt8>) -> UInt64 {
        var hash = seed ^ UInt64(bytes.count)
        var index = 0
        while index < bytes.count {
            let start = min(index, bytes.count &- 8)
            // Safe: there are more than eight bytes.
            let loaded = unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: start, as: UInt64.self)
            let letters = UInt64(littleEndian: loaded)
            if mayHoldApostrophe(letters) { return hashByFolding(bytes) }
            hash = mix(hash, folded(letters))
            index &+= 8
        }
        return finish(hash)
    }

    /// The hash of what the bytes are when typographic apostrophes are plain ones.
    private static func hashByFolding(_ bytes: Span<UInt8>) -> UInt64 {
        var folded = FoldedBytes(bytes)
        var letters: [UInt8] = []
        while let byte = folded.next() { letters.append(byte) }
        // What is no apostrophe has the same first byte.
        guard letters.contains(0xE2) else { return hash(letters.span) }
        return letters.reduce(finish(seed ^ UInt64(letters.count))) { finish(step($0, $1)) }
    }

    @inline(__always)
    private static func mix(_ hash: UInt64, _ letters: UInt64) -> UInt64 {
        let mixed = (hash ^ letters) &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ mixed >> 29
    }

    /// Whether one of eight bytes is 0xE2, perhaps the first of an apostrophe.
    @inline(__always)
    private static func mayHoldApostrophe(_ letters: UInt64) -> Bool {
        let difference = letters ^ 0xE2E2_E2E2_E2E2_E2E2
        return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080 != 0
    }

    /// Whether bytes are as many others with ASCII's capitals as small letters.
    @inline(__always)
    static func isFolded(_ key: Span<UInt8>, _ text: Span<UInt8>) -> Bool { match(key, text, isFolded: true) }

    /// Whether texts are the same but for ASCII's capitals.
    package static func areEqual(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
        one.count == other.count && match(one, other, isFolded: false)
    }

    /// Compares as many bytes, eight a step, without regard to ASCII's capitals.
    ///
    /// - Parameter isFolded: Whether the first ones hold no capitals.
    @inline(__always)
    private static func match(_ one: Span<UInt8>, _ other: Span<UInt8>, isFolded: Bool) -> Bool {
        let count = other.count
        precondition(one.count == count, "not as many bytes")
        guard count >= 8 else {
            for index in 0..<count where (isFolded ? one[index] : one[index].folded) != other[index].folded {
                return false
            }
            return true
        }
        var index = 0
        while true {
            // The last eight may have some that were compared before. Safe: both have as many bytes as are loaded.
            index = min(index, count &- 8)
            let letters = unsafe one.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
            let others = unsafe other.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
            guard (isFolded ? letters : folded(letters)) == folded(others) else { return false }
            index &+= 8
            if index >= count { return true }
        }
    }

    /// Eight bytes with ASCII's capitals as small letters.
    @inline(__always)
    private static func folded(_ letters: UInt64) -> UInt64 {
        let low = letters & 0x7F7F_7F7F_7F7F_7F7F
        // The high bit of a byte: 0x41 or above, 0x5B or above.
        let capitals =
            (low &+ 0x3F3F_3F3F_3F3F_3F3F) & ~(low &+ 0x2525_2525_2525_2525) & ~letters & 0x8080_8080_8080_8080
        return letters | capitals >> 2
    }

    /// What a hash starts with.
    @inlinable package static var seed: UInt64 { 0xCBF2_9CE4_8422_2325 }

    @inlinable @inline(__always)
    package static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

    @inlinable @inline(__always)
    package static func finish(_ hash: UInt64) -> UInt64 { (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15 }
}
