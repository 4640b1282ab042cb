import KenaliLexicon

/// Numbers for names, so that they are compared and looked up as numbers.
///
/// A name is written behind those that are there, byte by byte, and then either kept or dropped: no name is a string of its
/// own. Names are one when all their bytes are the same; who writes them lays down what counts.
struct NameTable {
    /// A name.
    typealias Number = Int32

    /// The names, and behind them the one that is being written.
    private var bytes: [UInt8] = []
    /// Where the names end.
    private var ends: [Int32] = []
    private var hashes: [UInt64] = []
    /// The numbers of names by their hash, 0 where there is none, else one more.
    private var slots = [Number](repeating: 0, count: 64)

    /// No names, and room for those of a short text.
    init() {
        bytes.reserveCapacity(1 << 10)
        ends.reserveCapacity(slots.count)
        hashes.reserveCapacity(slots.count)
    }

    /// How many names there are.
    var count: Int { ends.count }

    /// Where the name starts that is being written.
    private var start: Int { Int(ends.last ?? 0) }

    /// A name's bytes.
    subscript(name: Number) -> Span<UInt8> {
        @_lifetime(borrow self) get {
            let start = name == 0 ? 0 : Int(ends[Int(name) - 1])
            return bytes.span.extracting(start..<Int(ends[Int(name)]))
        }
    }

    // MARK: - Writing

    /// Writes more of a name.
    mutating func write(_ byte: UInt8) { bytes.append(byte) }

    /// Writes more of a name.
    mutating func write(_ text: Span<UInt8>) { bytes.append(copying: text) }

    /// Writes more of a name, in small letters.
    mutating func write(lowercased text: Span<UInt8>) { bytes.append(lowercased: text) }

    /// Drops what has been written of a name.
    mutating func drop() { bytes.removeSubrange(start...) }

    /// The number of the name that has been written.
    ///
    /// - Complexity: O(*n*), *n* its length.
    mutating func take() -> Number {
        let hash = hash()
        let place = place(hash)
        if slots[place] != 0 {
            drop()
            return slots[place] - 1
        }
        ends.append(Int32(bytes.count))
        hashes.append(hash)
        slots[place] = Number(ends.count)
        if 2 * ends.count > slots.count { grow() }
        return Number(ends.count - 1)
    }

    /// The number of the name as far as it has been written, which goes on; nil when there is no such name.
    func find() -> Number? {
        let number = slots[place(hash())]
        return number == 0 ? nil : number - 1
    }

    /// The number of a name in small letters.
    mutating func number(lowercased name: String) -> Number {
        write(lowercased: name.utf8Span.span)
        return take()
    }

    // MARK: - Looking up

    /// Whether a name stands before another in the order of their bytes.
    func precedes(_ left: Number, _ right: Number) -> Bool {
        let (left, right) = (self[left], self[right])
        for index in 0..<min(left.count, right.count) where left[index] != right[index] {
            return left[index] < right[index]
        }
        return left.count < right.count
    }

    /// Names that differ in ASCII case alone have the same.
    private func hash() -> UInt64 {
        FoldedBytes.hash(bytes.span.extracting(start..<bytes.count))
    }

    /// The slot of the name that has been written, or the free one for it.
    private func place(_ hash: UInt64) -> Int {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while slots[place] != 0, !isWritten(slots[place] - 1, hash) { place = (place + 1) & mask }
        return place
    }

    private func isWritten(_ name: Number, _ hash: UInt64) -> Bool {
        guard hashes[Int(name)] == hash else { return false }
        return self[name].isEqual(to: bytes.span.extracting(start..<bytes.count))
    }

    private mutating func grow() {
        slots = [Number](repeating: 0, count: 2 * slots.count)
        let mask = slots.count - 1
        for (name, hash) in hashes.enumerated() {
            var place = Int(truncatingIfNeeded: hash) & mask
            while slots[place] != 0 { place = (place + 1) & mask }
            slots[place] = Number(name + 1)
        }
    }
}
