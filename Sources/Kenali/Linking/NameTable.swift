import KenaliLexicon
import KenaliText

/// Numbers for names, so that they are compared and looked up as numbers.
///
/// A name is written behind those that are there, byte by byte, and then either kept or dropped: no name is a string of its
/// own. Names are one when all their bytes are the same; who writes them lays down what counts.
struct NameTable: Sendable {
    /// A name.
    typealias Number = Int32

    /// The names, and behind them the one that is being written.
    private var bytes: [UInt8] = []
    /// Where the names end.
    private var ends: [Int32] = []
    private var hashes: [UInt64] = []
    /// The numbers of names by their hash, 0 where there is none, else one more.
    private var slots: [Number] = []

    private static let leastSlots = 64

    /// Forgets all names, and keeps their room: of a large table what a small text may need.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        hashes.removeAll(keepingCapacity: true)
        var slots = self.slots.mutableSpan
        slots.update(repeating: 0)
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
        if let known = number(hash, where: { isWritten($0) }) {
            drop()
            return known
        }
        return add(hash)
    }

    /// The number of the name as far as it has been written, which goes on; nil when there is no such name.
    func find() -> Number? { number(hash()) { isWritten($0) } }

    // MARK: - Whole names, while none is being written

    /// The number of a name.
    mutating func number(_ name: Span<UInt8>) -> Number {
        let hash = FoldedBytes.hash(name)
        if let known = number(hash, where: { self[$0].isEqual(to: name) }) { return known }
        write(name)
        return add(hash)
    }

    /// The number of a name in small letters.
    mutating func number(lowercased name: Span<UInt8>) -> Number {
        let isASCII = name.isASCII
        let hash = FoldedBytes.hash(name)
        if isASCII, let known = number(hash, where: { FoldedBytes.areEqual(self[$0], name) }) { return known }
        write(lowercased: name)
        return isASCII ? add(hash) : take()
    }

    /// The number of a name in small letters.
    mutating func number(lowercased name: String) -> Number { number(lowercased: name.utf8Span.span) }

    // MARK: - Looking up

    /// Names that differ in ASCII case alone have the same.
    private func hash() -> UInt64 {
        FoldedBytes.hash(bytes.span.extracting(start..<bytes.count))
    }

    /// The name of a hash that is right.
    @inline(__always)
    private func number(_ hash: UInt64, where isRight: (Number) -> Bool) -> Number? {
        let mask = slots.count - 1
        guard mask > 0 else { return nil }
        var place = Int(truncatingIfNeeded: hash) & mask
        while slots[place] != 0 {
            let name = slots[place] - 1
            if hashes[Int(name)] == hash, isRight(name) { return name }
            place = (place + 1) & mask
        }
        return nil
    }

    private func isWritten(_ name: Number) -> Bool {
        self[name].isEqual(to: bytes.span.extracting(start..<bytes.count))
    }

    /// Adds the name that has been written.
    private mutating func add(_ hash: UInt64) -> Number {
        ends.append(Int32(bytes.count))
        hashes.append(hash)
        if 2 * ends.count > slots.count { grow() } else { put(Number(ends.count), hash) }
        return Number(ends.count - 1)
    }

    private mutating func put(_ slot: Number, _ hash: UInt64) {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while slots[place] != 0 { place = (place + 1) & mask }
        slots[place] = slot
    }

    private mutating func grow() {
        slots = [Number](repeating: 0, count: max(Self.leastSlots, 2 * slots.count))
        for (name, hash) in hashes.enumerated() { put(Number(name + 1), hash) }
    }
}
