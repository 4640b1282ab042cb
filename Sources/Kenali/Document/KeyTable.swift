/// Numbers by key, where keys are hashes: an open-addressing table that keeps its memory for the next text.
struct KeyTable: Sendable {
    private struct Slot {
        var key: UInt64 = 0
        /// One more than the number; 0 for a free slot.
        var value: Int32 = 0
    }

    private var slots: [Slot] = []
    /// The slots that are taken.
    private var used: [Int32] = []

    var isEmpty: Bool { used.isEmpty }

    /// The number of a key; nil when it has none. Setting replaces the one before.
    subscript(key: UInt64) -> Int? {
        @inline(__always) get {
            guard !used.isEmpty else { return nil }
            let value = slots[place(of: key)].value
            return value == 0 ? nil : Int(value) - 1
        }
        set {
            guard let newValue else { return }
            if 2 * used.count >= slots.count { grow() }
            let place = place(of: key)
            if slots[place].value == 0 { used.append(Int32(place)) }
            slots[place] = Slot(key: key, value: Int32(newValue + 1))
        }
    }

    /// The number that is right of those under a hash, and else the key under which another one can be noted: things that share
    /// a hash stand under the free keys behind it.
    func find(_ hash: UInt64, where isRight: (Int) -> Bool) -> (number: Int?, key: UInt64) {
        var key = hash
        while let number = self[key] {
            if isRight(number) { return (number, key) }
            // What tells places apart stands above the lowest bits.
            key &+= 1 << 24
        }
        return (nil, key)
    }

    /// - Complexity: O(*n*), *n* the number of keys.
    mutating func removeAll() {
        for place in used { slots[Int(place)] = Slot() }
        used.removeAll(keepingCapacity: true)
    }

    /// Where a key stands, or could.
    @inline(__always)
    private func place(of key: UInt64) -> Int {
        let slots = slots.span
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: key >> 24) & mask
        while slots[place].value != 0, slots[place].key != key { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let old = used.map { slots[Int($0)] }
        slots = Array(repeating: Slot(), count: max(64, 2 * slots.count))
        used.removeAll(keepingCapacity: true)
        used.reserveCapacity(slots.count / 2)
        for slot in old {
            let place = place(of: slot.key)
            slots[place] = slot
            used.append(Int32(place))
        }
    }
}
