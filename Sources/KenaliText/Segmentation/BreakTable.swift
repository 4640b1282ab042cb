/// ICU's word break rules as ICU compiled them: a state machine over categories of characters.
///
/// The boundaries depend on the version of ICU, so nothing about them is written down here. The table is the one that
/// the linked ICU itself walks (`ubrk_getBinaryRules`, the structures of ICU's `rbbidata.h`); walking it over UTF-8
/// gives ICU's boundaries without ICU's detours. A table of another format, or one that uses a feature which the word
/// rules have no need of, is refused, and the caller asks ICU.
final class BreakTable: Sendable {
    /// By row + category: the row of the next state in the lower half, which is the state × ``stride``; and in the upper
    /// half whether that state accepts, and which class it then gives the segment: 0 not accepting, else 1 + the class.
    let transitions: [UInt32]
    /// The distance of two rows of ``transitions``: a power of two.
    let stride: Int
    /// The category of each ASCII character.
    let asciiCategories: [UInt8]
    /// The categories of all characters.
    let categories: CodePointTrie
    /// Categories from here on belong to scripts without spaces, whose words ICU looks up in dictionaries.
    let firstDictionaryCategory: UInt8

    /// The row of the state in which a segment starts.
    var start: Int { stride }
    /// The row of the state in which nothing more can be matched.
    static let stop = 0

    /// Reads a table. Nil when it is not of the one known format.
    init?(binaryRules bytes: [UInt8]) {
        let reader = LittleEndianReader(bytes)
        guard reader.word(0) == 0xB1A0, bytes.count >= 80, bytes[4] == 6,
            let categoryCount = reader.word(12), categoryCount <= 255,
            let forward = reader.range(16), let trie = reader.range(32), let status = reader.range(48),
            let stateCount = reader.word(forward.lowerBound), stateCount <= 255,
            let rowLength = reader.word(forward.lowerBound + 4),
            let firstDictionaryCategory = reader.word(forward.lowerBound + 8), firstDictionaryCategory <= 255,
            let flags = reader.word(forward.lowerBound + 16),
            // A look at the start of the text (RBBI_BOF_REQUIRED) is no part of word rules.
            flags & 2 == 0,
            let categories = CodePointTrie(bytes[trie])
        else { return nil }
        // Rows: accepting, look-ahead, index of the tags, next state by category; in bytes or in 16-bit words.
        let width = flags & 4 != 0 ? 1 : 2
        guard rowLength >= (3 + categoryCount) * width, forward.count >= 20 + stateCount * rowLength else { return nil }
        var stride = 32
        while stride < categoryCount { stride *= 2 }
        var transitions = [UInt32](repeating: 0, count: 256 * stride)
        var accepts = [UInt8](repeating: 0, count: 256)
        for state in 0..<stateCount {
            let row = forward.lowerBound + 20 + state * rowLength
            guard let accepting = reader.value(row, width), let lookAhead = reader.value(row + width, width),
                // Values above 1 belong to the operator '/', which word rules do not use.
                accepting <= 1, lookAhead == 0
            else { return nil }
            if accepting == 1 {
                // The tags: their number, then the tags in ascending order; the last is the segment's.
                guard let tag = reader.value(row + 2 * width, width),
                    let tagCount = reader.word(status.lowerBound + 4 * tag), tagCount >= 1,
                    let value = reader.word(status.lowerBound + 4 * (tag + tagCount)), value < 500,
                    let wordClass = WordBreakClass(rawValue: UInt8(value / 100))
                else { return nil }
                accepts[state] = 1 + wordClass.rawValue
            }
        }
        for state in 0..<stateCount {
            let row = forward.lowerBound + 20 + state * rowLength
            for category in 0..<categoryCount {
                guard let next = reader.value(row + (3 + category) * width, width), next < stateCount else {
                    return nil
                }
                transitions[state * stride + category] = UInt32(next * stride) | UInt32(accepts[next]) << 16
            }
        }
        guard categories.maximum < categoryCount else { return nil }
        self.transitions = transitions
        self.stride = stride
        self.categories = categories
        self.firstDictionaryCategory = UInt8(firstDictionaryCategory)
        asciiCategories = (0..<128).map { categories[$0] }
    }

    /// Whether there is a boundary between any character of the category `before` and any of the category `after`, whatever
    /// else stands around them.
    func alwaysSplits(_ before: Int, _ after: Int) -> Bool {
        func next(_ row: Int, _ category: Int) -> Int { Int(transitions[row + category] & 0xFFFF) }
        return Swift.stride(from: 0, to: transitions.count, by: stride).allSatisfy { row in
            let read = next(row, before)
            return read == Self.stop || next(read, after) == Self.stop
        }
    }

    /// Whether the rules do not tell two ASCII characters apart.
    func isAlike(_ one: UInt8, _ other: UInt8) -> Bool { asciiCategories[Int(one)] == asciiCategories[Int(other)] }

    /// The segment that starts at `start`, which must lie inside. For whole texts there is ``WordSegmenter``.
    func segment(
        of bytes: Span<UInt8>, from start: Int
    ) -> (end: Int, wordClass: WordBreakClass, hasDictionaryCharacter: Bool) {
        var row = self.start
        var found = (end: start, wordClass: WordBreakClass.none, hasDictionaryCharacter: false)
        var offset = start
        while offset < bytes.count {
            let (scalar, length) = bytes.decode(at: offset)
            offset += length
            let category = categories[scalar]
            if category >= firstDictionaryCategory { found.hasDictionaryCharacter = true }
            let next = transitions[row + Int(category)]
            row = Int(next & 0xFFFF)
            if let wordClass = WordBreakClass(accepted: UInt8(next >> 16)) {
                found.end = offset
                found.wordClass = wordClass
            }
            // A character that nothing matches is a segment.
            if found.end == start { found.end = offset }
            if row == Self.stop { break }
        }
        return found
    }
}

/// Reads a C structure of the machine's byte order. All machines that Swift runs on are little-endian.
private struct LittleEndianReader {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The 32-bit value at `offset`, nil when it lies outside or is above `Int32.max`.
    func word(_ offset: Int) -> Int? { value(offset, 4).flatMap { $0 <= Int(Int32.max) ? $0 : nil } }

    /// The unsigned value of `width` bytes at `offset`.
    func value(_ offset: Int, _ width: Int) -> Int? {
        guard offset >= 0, offset <= bytes.count - width else { return nil }
        return (0..<width).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }

    /// The bytes that a pair of offset and length at `offset` names.
    func range(_ offset: Int) -> Range<Int>? {
        guard let start = word(offset), let length = word(offset + 4), start <= bytes.count - length else { return nil }
        return start..<start + length
    }
}
