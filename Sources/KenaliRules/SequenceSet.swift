import KenaliStorage

/// Sequences of integers by number: equal ones have one number. Compared element by element, not by their hashes alone.
///
/// The first ones may be frozen: they lie in an image and are never copied. Those behind them can be forgotten again.
struct SequenceSet: Sendable {
    private let frozen: FrozenSequences
    private var pool = IntegerList()
    /// Where each sequence starts in ``pool``, and where the last one ends.
    private var starts: [UInt32] = [0]
    /// By the upper half of the hash: this half, and the number in ``starts`` plus one; 0 where nothing is.
    private var slots: [UInt64] = Array(repeating: 0, count: 64)

    init(_ frozen: FrozenSequences = FrozenSequences()) { self.frozen = frozen }

    /// How many of them are frozen.
    var frozenCount: Int { frozen.count }
    /// The number of sequences.
    var count: Int { frozen.count + starts.count - 1 }
    /// How many integers the set holds that are not frozen.
    var size: Int { pool.count }

    /// Forgets all that is not frozen.
    mutating func forget() {
        pool.removeAll()
        starts.removeAll(keepingCapacity: true)
        starts.append(0)
        for slot in slots.indices { slots[slot] = 0 }
    }

    /// The number of a sequence, which is added when it is new.
    ///
    /// - Complexity: O(*n*) on average, *n* its length.
    mutating func intern(_ sequence: Span<UInt32>) -> Int {
        let hash = Self.hash(sequence)
        return find(sequence, hash) ?? add(sequence, hash)
    }

    /// The number of a sequence with its hash, nil when it is not there.
    @inline(__always)
    func find(_ sequence: Span<UInt32>, _ hash: UInt64) -> Int? {
        if let known = frozen.find(sequence, hash) { return known }
        let mask = slots.count - 1
        var index = Int(truncatingIfNeeded: hash >> 32) & mask
        while slots[index] != 0 {
            let id = Int(truncatingIfNeeded: slots[index] & 0xFFFF_FFFF) - 1
            if slots[index] >> 32 == hash >> 32, isEqual(id, sequence) { return frozen.count + id }
            index = (index + 1) & mask
        }
        return nil
    }

    /// Adds a sequence that is not there, with its hash.
    mutating func add(_ sequence: Span<UInt32>, _ hash: UInt64) -> Int {
        let mask = slots.count - 1
        var index = Int(truncatingIfNeeded: hash >> 32) & mask
        while slots[index] != 0 { index = (index + 1) & mask }
        let id = starts.count - 1
        pool.append(sequence)
        starts.append(UInt32(pool.count))
        slots[index] = hash & ~0xFFFF_FFFF | UInt64(id + 1)
        if 2 * starts.count > slots.count { grow() }
        return frozen.count + id
    }

    mutating func intern(_ sequence: [UInt32]) -> Int { intern(sequence.span) }
    mutating func intern(_ sequence: IntegerList) -> Int { intern(sequence.span) }

    private func isEqual(_ id: Int, _ sequence: Span<UInt32>) -> Bool {
        let start = Int(starts[id])
        guard Int(starts[id + 1]) - start == sequence.count else { return false }
        for place in 0..<sequence.count where pool[start + place] != sequence[place] { return false }
        return true
    }

    private mutating func grow() {
        let old = slots
        let mask = 2 * old.count - 1
        slots = Array(repeating: 0, count: mask + 1)
        for slot in old where slot != 0 {
            var index = Int(truncatingIfNeeded: slot >> 32) & mask
            while slots[index] != 0 { index = (index + 1) & mask }
            slots[index] = slot
        }
    }

    /// Appends a sequence to an array.
    func append(_ id: Int, to array: inout [UInt32]) {
        guard id >= frozen.count else { return frozen.append(id, to: &array) }
        for place in Int(starts[id - frozen.count])..<Int(starts[id - frozen.count + 1]) { array.append(pool[place]) }
    }

    /// Appends a sequence to a list.
    func append(_ id: Int, to list: inout IntegerList) {
        guard id >= frozen.count else { return frozen.append(id, to: &list) }
        for place in Int(starts[id - frozen.count])..<Int(starts[id - frozen.count + 1]) { list.append(pool[place]) }
    }

    /// Sets the bits of a sequence's integers in a row of bits.
    func setBits(_ id: Int, in bits: inout [UInt64], at row: Int) {
        guard id >= frozen.count else { return frozen.setBits(id, in: &bits, at: row) }
        for place in Int(starts[id - frozen.count])..<Int(starts[id - frozen.count + 1]) {
            let integer = Int(pool[place])
            bits[row + integer >> 6] |= 1 << UInt64(integer & 63)
        }
    }

    /// All sequences.
    var all: [[UInt32]] {
        (0..<count).map { id in
            var sequence: [UInt32] = []
            append(id, to: &sequence)
            return sequence
        }
    }

    static func hash(_ sequence: Span<UInt32>) -> UInt64 {
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
        for place in sequence.indices {
            hash = (hash ^ UInt64(sequence[place])) &* 0xD6E8_FEB8_6659_FD93
            hash ^= hash >> 32
        }
        return hash &* 0x9E37_79B9_7F4A_7C15 ^ hash >> 29
    }
}

/// Sequences in an image, see ``SequenceSet``.
///
/// They are always read from their first integer to their last one, so that each is as long as it must be: six bits a byte,
/// the lowest first, and a seventh where more follow (an image's literal is UTF-8). Where all sequences are in order it is
/// written how much more an integer is than the one before it. A list of sequences that nobody looks for has no slots.
struct FrozenSequences: Sendable {
    let count: Int
    private let isOrdered: Bool
    /// The first byte says whether the sequences are in order.
    private let pool: PackedBytes
    /// Where each sequence starts in ``pool``, and where the last one ends.
    private let starts: PackedTable
    /// By hash: the number of the sequence plus one, or 0, and above it what fits of the hash.
    private let slots: PackedTable
    private let tag: Tag

    /// What of a hash stands beside a number: as many bits as are left in the bytes of the largest number.
    private struct Tag: Sendable {
        let shift: Int
        private let mask: UInt64

        init(count: Int) {
            shift = Int.bitWidth - count.leadingZeroBitCount
            let free = (shift + 6) / 7 * 7 - shift
            mask = (1 << UInt64(free)) - 1
        }

        @inline(__always)
        func callAsFunction(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: (hash >> 32) & mask) }

        /// What stands above a number.
        @inline(__always)
        func above(_ slot: Int) -> Int { slot &>> shift }

        /// The number without what stands above it.
        @inline(__always)
        func below(_ slot: Int) -> Int { slot & ((1 &<< shift) &- 1) }
    }

    init() {
        (pool, starts, slots) = (PackedBytes([]), PackedTable(), PackedTable())
        isOrdered = false
        count = 0
        tag = Tag(count: 0)
    }

    init(_ image: Image, _ name: String) {
        self.init(listIn: image, name, slots: image.table(name + ".slots"))
    }

    /// Sequences that are read by their numbers alone.
    init(listIn image: Image, _ name: String, slots: PackedTable = PackedTable()) {
        let pool = image.text(name + ".pool")
        self.pool = pool
        starts = image.table(name + ".starts")
        self.slots = slots
        count = max(0, starts.count - 1)
        tag = Tag(count: count)
        isOrdered = pool.count == 0 ? false : pool.span[0] == 1
    }

    /// Writes sequences, none of them twice.
    static func write(_ sequences: [[UInt32]], _ name: String, into writer: inout ImageWriter) {
        writeList(sequences, name, into: &writer)
        var slots = Array(repeating: 0, count: 8 * sequences.count / 5 + 2)
        let tag = Tag(count: sequences.count)
        for (id, sequence) in sequences.enumerated() {
            let hash = SequenceSet.hash(sequence.span)
            var index = place(of: hash, slots.count)
            while slots[index] != 0 { index = index + 1 == slots.count ? 0 : index + 1 }
            slots[index] = tag(hash) << tag.shift | (id + 1)
        }
        writer.add(name + ".slots", slots)
    }

    /// Writes sequences that are read by their numbers alone.
    static func writeList(_ sequences: [[UInt32]], _ name: String, into writer: inout ImageWriter) {
        let isOrdered = sequences.allSatisfy { zip($0, $0.dropFirst()).allSatisfy { $0 <= $1 } }
        var pool: [UInt8] = [isOrdered ? 1 : 0]
        var starts = [pool.count]
        for sequence in sequences {
            var last: UInt32 = 0
            for integer in sequence {
                append(isOrdered ? integer - last : integer, to: &pool)
                last = integer
            }
            starts.append(pool.count)
        }
        writer.add(name + ".pool", text: pool)
        writer.add(name + ".starts", starts)
    }

    private static func append(_ integer: UInt32, to pool: inout [UInt8]) {
        var rest = integer
        while rest >= 0x40 {
            pool.append(UInt8(truncatingIfNeeded: rest) & 0x3F | 0x40)
            rest >>= 6
        }
        pool.append(UInt8(truncatingIfNeeded: rest))
    }

    /// Reads one sequence.
    private struct Reader: ~Escapable {
        private let pool: Span<UInt8>
        private let isOrdered: Bool
        private var place: Int
        private let end: Int
        private var last: UInt32 = 0

        @inline(__always)
        @_lifetime(borrow sequences)
        init(_ sequences: borrowing FrozenSequences, _ id: Int) {
            pool = sequences.pool.span
            isOrdered = sequences.isOrdered
            place = sequences.starts[id]
            end = sequences.starts[id + 1]
        }

        @inline(__always)
        mutating func next() -> UInt32? {
            guard place < end else { return nil }
            var byte = pool[place]
            place &+= 1
            var integer = UInt32(byte & 0x3F)
            var shift: UInt32 = 6
            while byte >= 0x40 {
                byte = pool[place]
                place &+= 1
                integer |= UInt32(byte & 0x3F) &<< shift
                shift &+= 6
            }
            guard isOrdered else { return integer }
            last &+= integer
            return last
        }
    }

    @inline(__always)
    func find(_ sequence: Span<UInt32>, _ hash: UInt64) -> Int? {
        guard slots.count > 0 else { return nil }
        var index = Self.place(of: hash, slots.count)
        let own = tag(hash)
        while true {
            let slot = slots[index]
            if slot == 0 { return nil }
            if tag.above(slot) == own {
                let id = tag.below(slot) &- 1
                if isEqual(id, sequence) { return id }
            }
            index = index &+ 1 == slots.count ? 0 : index &+ 1
        }
    }

    @inline(__always)
    private static func place(of hash: UInt64, _ size: Int) -> Int {
        Int(truncatingIfNeeded: ((hash & 0xFFFF_FFFF) &* UInt64(truncatingIfNeeded: size)) >> 32)
    }

    // All of these in line: calls would copy the whole of it each time.
    @inline(__always)
    private func isEqual(_ id: Int, _ sequence: Span<UInt32>) -> Bool {
        var reader = Reader(self, id)
        for place in sequence.indices where reader.next() != sequence[place] { return false }
        return reader.next() == nil
    }

    @inline(__always)
    func setBits(_ id: Int, in bits: inout [UInt64], at row: Int) {
        var reader = Reader(self, id)
        while let integer = reader.next() { bits[row + Int(integer >> 6)] |= 1 << UInt64(integer & 63) }
    }

    @inline(__always)
    func append(_ id: Int, to array: inout [UInt32]) {
        var reader = Reader(self, id)
        while let integer = reader.next() { array.append(integer) }
    }

    @inline(__always)
    func visit(_ id: Int, _ body: (UInt32) -> Void) {
        var reader = Reader(self, id)
        while let integer = reader.next() { body(integer) }
    }

    @inline(__always)
    func append(_ id: Int, to list: inout IntegerList) {
        var reader = Reader(self, id)
        while let integer = reader.next() { list.append(integer) }
    }
}
