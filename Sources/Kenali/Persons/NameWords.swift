/// The names of the persons of a document as the keys of their words, each name once, so that names are compared as numbers.
///
/// A name is written word by word behind those that are there, and then taken.
struct NameWords: Sendable {
    /// A name; negative for none.
    typealias Number = Int32

    /// The keys of the words, one name behind the other.
    private var keys: [UInt64] = []
    /// Where each name ends.
    private var ends: [Int32] = []
    /// The numbers of names by a hash of theirs.
    private var numbers = KeyTable()

    /// The keys of a name's words.
    subscript(name: Number) -> Span<UInt64> {
        @_lifetime(borrow self) get {
            guard name >= 0 else { return keys.span.extracting(0..<0) }
            return keys.span.extracting(start(of: Int(name))..<Int(ends[Int(name)]))
        }
    }

    private func start(of name: Int) -> Int { name == 0 ? 0 : Int(ends[name - 1]) }

    /// Forgets all names, and keeps their room.
    mutating func removeAll() {
        keys.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        numbers.removeAll()
    }

    /// Writes a word of a name.
    mutating func write(_ word: UInt64) { keys.append(word) }

    /// Whether a word of a name has been written.
    var isWritten: Bool { keys.count > start(of: ends.count) }

    /// The number of the name that has been written.
    mutating func take() -> Number {
        let start = start(of: ends.count)
        var hash: UInt64 = 0
        for place in start..<keys.count { hash = (hash ^ keys[place]) &* 0x9E37_79B9_7F4A_7C15 }
        let place = numbers.find(hash) { isName($0, from: start) }
        if let known = place.number {
            keys.removeSubrange(start...)
            return Number(known)
        }
        numbers[place.key] = ends.count
        ends.append(Int32(keys.count))
        return Number(ends.count - 1)
    }

    private func isName(_ name: Int, from start: Int) -> Bool {
        let first = self.start(of: name)
        guard Int(ends[name]) - first == keys.count - start else { return false }
        for offset in 0..<keys.count - start where keys[first + offset] != keys[start + offset] { return false }
        return true
    }
}
