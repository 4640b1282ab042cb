import KenaliLexicon

/// Texts by number, each once, in one block of memory.
struct TextPool: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// The hash of each text: the same in any pool.
    private(set) var hashes: [UInt64] = []
    /// Numbers plus one, by hash; 0 is free. Its size is a power of two.
    private var slots: [UInt32] = Array(repeating: 0, count: 64)

    var count: Int { ends.count }

    /// The text of a number.
    subscript(number: Int) -> String {
        String(decoding: bytes[start(number)..<ends[number]], as: UTF8.self)
    }

    /// Whether a text begins with a mark of one byte.
    func starts(_ number: Int, with mark: UInt8) -> Bool {
        let start = start(number)
        return start < ends[number] && bytes[start] == mark
    }

    private func start(_ number: Int) -> Int { number > 0 ? ends[number - 1] : 0 }

    /// Whether a text stands before another by its bytes.
    func isLess(_ left: Int, _ right: Int) -> Bool {
        bytes[start(left)..<ends[left]].lexicographicallyPrecedes(bytes[start(right)..<ends[right]])
    }

    /// Whether a text begins with these bytes.
    func starts(_ number: Int, with prefix: StaticString) -> Bool {
        guard ends[number] - start(number) >= prefix.utf8CodeUnitCount else { return false }
        // Safe: a static string's bytes stay, and are only compared here.
        return prefix.withUTF8Buffer { unsafe $0.elementsEqual(bytes[start(number)..<start(number) + $0.count]) }
    }

    /// The number of a text, which is added when it is not there.
    mutating func intern(_ text: String) -> Int {
        let hash = Self.hash(text)
        var slot = slot(of: text, hash)
        if slots[slot] != 0 { return Int(slots[slot]) - 1 }
        if (ends.count + 1) * 4 > slots.count * 3 {
            grow()
            slot = self.slot(of: text, hash)
        }
        bytes.append(contentsOf: text.utf8)
        ends.append(bytes.count)
        hashes.append(hash)
        slots[slot] = UInt32(ends.count)
        return ends.count - 1
    }

    static func hash(_ text: String) -> UInt64 {
        // The low bits of FNV's product are weak; what finishes it spreads them.
        FoldedBytes.finish(text.utf8.reduce(FoldedBytes.seed, FoldedBytes.step))
    }

    /// Where a text stands in the slots, or would.
    private func slot(of text: String, _ hash: UInt64) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash >> 20) & mask
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if hashes[number] == hash, bytes[start(number)..<ends[number]].elementsEqual(text.utf8) { break }
            slot = (slot + 1) & mask
        }
        return slot
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        for number in ends.indices {
            var slot = Int(truncatingIfNeeded: hashes[number] >> 20) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(number + 1)
        }
    }
}
