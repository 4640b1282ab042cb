/// The letters and digits of a word in lower case, as many as matter, in no memory of their own.
///
/// A letter is its Unicode scalar, or what the low sixteen bits leave of it.
struct Letters: Equatable, Sendable {
    /// The most letters that are kept; the rest of a longer word is left out.
    static let most = 40

    // What the aligner asks for each letter is inlined: a call would be handed a copy.

    private var storage = InlineArray<40, UInt16>(repeating: 0)
    private(set) var count = 0
    /// A bit for each letter that is there, by its lowest six bits: most letters that are asked for are not.
    private var marks: UInt64 = 0

    subscript(index: Int) -> UInt16 { storage[index] }

    var first: UInt16? { count > 0 ? storage[0] : nil }

    /// Adds a letter; false when there is no more room.
    @discardableResult
    @inline(__always)
    mutating func append(_ letter: UInt16) -> Bool {
        guard count < Self.most else { return false }
        storage[count] = letter
        count += 1
        marks |= Self.mark(of: letter)
        return true
    }

    /// Adds the letters and digits of a text up to its first byte that is not ASCII, and gives that byte's index.
    @inline(__always)
    mutating func append(ascii text: Span<UInt8>) -> Int {
        var index = 0
        while index < text.count {
            let byte = text[index]
            guard byte < 0x80 else { break }
            index &+= 1
            let folded = byte | 0x20
            if folded &- 0x61 < 26 || byte &- 0x30 < 10 { append(UInt16(folded)) }
        }
        return index
    }

    private static func mark(of letter: UInt16) -> UInt64 { 1 &<< UInt64(letter & 63) }

    /// Whether a letter is not there, as far as a look tells.
    func lacks(_ letter: UInt16) -> Bool { marks & Self.mark(of: letter) == 0 }

    /// Adds the letters and digits of a text that is not all ASCII; false when not all had room.
    @discardableResult
    mutating func append(contentsOf text: String) -> Bool {
        for scalar in text.unicodeScalars {
            let properties = scalar.properties
            guard properties.isAlphabetic || properties.numericType != nil else { continue }
            for letter in properties.lowercaseMapping.unicodeScalars {
                guard append(UInt16(truncatingIfNeeded: letter.value)) else { return false }
            }
        }
        return true
    }

    /// Whether some letters of others stand here from an index on.
    @inline(__always)
    func holds(_ letters: Letters, _ range: Range<Int>, at index: Int) -> Bool {
        guard index + range.count <= count else { return false }
        var place = index
        for other in range {
            if storage[place] != letters.storage[other] { return false }
            place += 1
        }
        return true
    }

    /// Whether some letters of others occur here in order.
    @inline(__always)
    func holdsInOrder(_ letters: Letters, _ range: Range<Int>) -> Bool {
        var next = range.lowerBound
        var index = 0
        while index < count, next < range.upperBound {
            if storage[index] == letters.storage[next] { next += 1 }
            index += 1
        }
        return next == range.upperBound
    }

    static func == (left: Letters, right: Letters) -> Bool {
        left.count == right.count && left.marks == right.marks && left.holds(right, 0..<right.count, at: 0)
    }
}
