import KenaliStorage

/// Integers by pairs of integers: an open-addressing hash table over a frozen one.
///
/// What is found in the frozen one is copied, so that it is found at once the next time.
struct PairTable: Sendable {
    private let frozen: FrozenPairs
    /// The pair, and its value plus one; 0 where nothing is.
    private var keys: [UInt64] = Array(repeating: 0, count: 256)
    private var values: [UInt32] = Array(repeating: 0, count: 256)
    private(set) var count = 0

    init(_ frozen: FrozenPairs = FrozenPairs()) { self.frozen = frozen }

    mutating func forget() {
        for slot in values.indices { values[slot] = 0 }
        count = 0
    }

    /// The value of a pair, nil when it has none.
    @inline(__always)
    mutating func find(_ first: Int, _ second: Int) -> Int? {
        let key = Self.key(first, second)
        let mask = values.count &- 1
        var index = Self.place(key) & mask
        while values[index] != 0 {
            if keys[index] == key { return Int(values[index]) &- 1 }
            index = (index &+ 1) & mask
        }
        return findFrozen(first, second)
    }

    private mutating func findFrozen(_ first: Int, _ second: Int) -> Int? {
        guard let value = frozen.find(first, second) else { return nil }
        insert(first, second, value)
        return value
    }

    /// Gives a pair that has none a value.
    mutating func insert(_ first: Int, _ second: Int, _ value: Int) {
        // Five eighths full: what is made anew for a larger one costs more than some longer searches.
        if 8 * (count + 1) > 5 * values.count { grow() }
        place(Self.key(first, second), UInt32(truncatingIfNeeded: value + 1))
        count += 1
    }

    private mutating func place(_ key: UInt64, _ value: UInt32) {
        let mask = values.count - 1
        var index = Self.place(key) & mask
        while values[index] != 0 { index = (index + 1) & mask }
        keys[index] = key
        values[index] = value
    }

    private mutating func grow() {
        let (oldKeys, oldValues) = (keys, values)
        keys = Array(repeating: 0, count: 2 * oldKeys.count)
        values = Array(repeating: 0, count: 2 * oldKeys.count)
        Self.fill(&keys, &values, oldKeys, oldValues)
    }

    private static func fill(
        _ keys: inout [UInt64], _ values: inout [UInt32], _ oldKeys: [UInt64], _ oldValues: [UInt32]
    ) {
        var keys = keys.mutableSpan
        var values = values.mutableSpan
        let mask = values.count - 1
        for old in oldValues.indices where oldValues[old] != 0 {
            var index = place(oldKeys[old]) & mask
            while values[index] != 0 { index = (index &+ 1) & mask }
            keys[index] = oldKeys[old]
            values[index] = oldValues[old]
        }
    }

    /// All pairs that are not frozen alone, with their values.
    var all: [(first: Int, second: Int, value: Int)] {
        values.indices.compactMap { index in
            guard values[index] != 0 else { return nil }
            return (Int(keys[index] >> 32), Int(keys[index] & 0xFFFF_FFFF), Int(values[index]) - 1)
        }
    }

    static func key(_ first: Int, _ second: Int) -> UInt64 {
        UInt64(truncatingIfNeeded: first) << 32 | UInt64(truncatingIfNeeded: second)
    }

    @inline(__always)
    static func place(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 34) }
}

/// Pairs in an image, see ``PairTable``.
struct FrozenPairs: Sendable {
    /// By hash: the pair and its value plus one; a power of two of them.
    private let slots: PackedRecords?

    init(_ slots: PackedRecords? = nil) { self.slots = slots }

    static func write(
        _ pairs: [(first: Int, second: Int, value: Int)], _ name: String, into writer: inout ImageWriter
    ) {
        var size = 2
        while size < 2 * pairs.count { size *= 2 }
        var fields = Array(repeating: Array(repeating: 0, count: size), count: 3)
        for pair in pairs {
            var index = PairTable.place(PairTable.key(pair.first, pair.second)) & (size - 1)
            while fields[2][index] != 0 { index = (index + 1) & (size - 1) }
            fields[0][index] = pair.first
            fields[1][index] = pair.second
            fields[2][index] = pair.value + 1
        }
        writer.add(name, fields: fields)
    }

    func find(_ first: Int, _ second: Int) -> Int? {
        guard let slots, slots.count > 0 else { return nil }
        let (firsts, seconds, values) = (slots.fields[0], slots.fields[1], slots.fields[2])
        let view = slots
        let mask = slots.count - 1
        var index = PairTable.place(PairTable.key(first, second)) & mask
        while view[index, values] != 0 {
            if view[index, firsts] == first, view[index, seconds] == second { return view[index, values] - 1 }
            index = (index + 1) & mask
        }
        return nil
    }
}
