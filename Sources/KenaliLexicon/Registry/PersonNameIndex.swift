import KenaliStorage

/// Finds the persons of the registry by a name or by a word of their names.
package struct PersonNameIndex: Sendable {
    /// What a name is to a person.
    package enum Kind: UInt8, Sendable {
        /// The full name, or another spelling of it.
        case name
        /// A nickname or initials that nobody else is known by.
        case alias
        /// A name of several words that many people bear.
        case commonName
        /// A nickname or a single name that others bear, too, or that is a word.
        case commonAlias
    }

    package struct Entry: Sendable {
        package var key: UInt64
        /// The index of the person in the registry.
        package var person: Int32
        package var kind: Kind
    }

    /// Whole names, in the order of their keys: three parts of the key, the person, what the name is.
    private let wholes: KeyedRecords
    /// Words of names, in the order of their numbers: three parts of the number, the person.
    private let parts: KeyedRecords

    init(_ image: Image) {
        wholes = KeyedRecords(image.records("persons.wholes", fields: 5))
        parts = KeyedRecords(image.records("persons.parts", fields: 4))
    }

    /// The persons of a whole name, by ``PersonName/key``.
    package func entries(of key: UInt64) -> [Entry] {
        wholes.rows(of: key).map { row in
            Entry(
                key: key, person: Int32(truncatingIfNeeded: wholes[row, 3]),
                kind: Kind(rawValue: UInt8(truncatingIfNeeded: wholes[row, 4])) ?? .commonAlias)
        }
    }

    /// The persons one of whose names holds a word.
    package func persons(with word: UInt64) -> [Int] { parts.rows(of: word).map { parts[$0, 3] } }

    /// The persons whose names hold two of these words, which are different, or the only one.
    func persons(sharing words: [UInt64]) -> [Int] {
        var rows: [Range<Int>] = []
        for word in words {
            let found = parts.rows(of: word)
            if words.count == 1 { return found.map { parts[$0, 3] } }
            if !found.isEmpty { rows.append(found) }
        }
        var persons: [Int] = []
        for (place, left) in rows.enumerated() {
            for right in rows[..<place] { appendShared(left, right, to: &persons) }
        }
        return persons
    }

    /// Appends the persons of some rows who are in others, too: rows of a word are in the order of persons.
    private func appendShared(_ left: Range<Int>, _ right: Range<Int>, to persons: inout [Int]) {
        var (one, other) = (left.lowerBound, right.lowerBound)
        while one < left.upperBound, other < right.upperBound {
            let (person, otherPerson) = (parts[one, 3], parts[other, 3])
            if person == otherPerson, !persons.contains(person) { persons.append(person) }
            if person <= otherPerson { one += 1 }
            if otherPerson <= person { other += 1 }
        }
    }

    /// Whether a word is one of a person's names.
    func isWord(_ word: UInt64, of person: Int) -> Bool {
        parts.rows(of: word).contains { parts[$0, 3] == person }
    }

    /// Whether only a letter tells a name from a single word, which names do without: "D.H. Lawrence" is not every Lawrence.
    private static func isReduced(_ text: String, _ name: PersonName) -> Bool {
        name.words.count == 1
            && text.split { !$0.isLetter && !"'’`".contains($0) }.contains { $0.count == 1 }
    }

    /// Writes the index of persons as ``init(_:)`` reads it.
    static func write(_ persons: [PublicPerson], into writer: inout ImageWriter) {
        var wholes: [Entry] = []
        var parts: [(word: UInt64, person: Int32)] = []
        for (index, person) in persons.enumerated() {
            let person32 = Int32(truncatingIfNeeded: index)
            let full = PersonName(person.name)
            var words = Set(full.words)
            let isCommon = person.isCommonName || isReduced(person.name, full)
            wholes.append(Entry(key: full.key, person: person32, kind: isCommon ? .commonName : .name))
            for form in person.forms {
                let name = PersonName(form.text)
                // Initials of one letter each have no words; they are found in capitals, as a word.
                guard !name.words.isEmpty else { continue }
                let isSpelling = name.words.count > 1 && !full.words.filter(name.words.contains).isEmpty
                let isCommon = form.isCommon || isReduced(form.text, name)
                let kind: Kind = isSpelling ? (isCommon ? .commonName : .name) : isCommon ? .commonAlias : .alias
                wholes.append(Entry(key: name.key, person: person32, kind: kind))
                words.formUnion(name.words)
            }
            for word in words { parts.append((word, person32)) }
        }
        wholes.sort { ($0.key, $0.person, $0.kind.rawValue) < ($1.key, $1.person, $1.kind.rawValue) }
        parts.sort { ($0.word, $0.person) < ($1.word, $1.person) }
        writer.add(
            "persons.wholes",
            fields: KeyedRecords.fields(of: wholes.map(\.key))
                + [wholes.map { Int($0.person) }, wholes.map { Int($0.kind.rawValue) }])
        writer.add("persons.parts", fields: KeyedRecords.fields(of: parts.map(\.word)) + [parts.map { Int($0.person) }])
    }
}

/// Records in the order of a key of 64 bits, which is three of their fields.
private struct KeyedRecords: Sendable {
    private let records: PackedRecords

    init(_ records: PackedRecords) { self.records = records }

    subscript(row: Int, field: Int) -> Int { records[row, records.fields[field]] }

    private func key(_ row: Int) -> UInt64 {
        UInt64(self[row, 0]) << 36 | UInt64(self[row, 1]) << 8 | UInt64(self[row, 2])
    }

    /// The rows of a key.
    ///
    /// - Complexity: O(log *n*), *n* the number of records.
    func rows(of key: UInt64) -> Range<Int> {
        var low = 0
        var high = records.count
        // Nearly always the first part of the keys decides.
        let first = Int(key >> 36)
        let view = records.view
        let field = records.fields[0]
        while low < high {
            let middle = (low + high) / 2
            let part = view[middle, field]
            if part > first || part == first && self.key(middle) >= key { high = middle } else { low = middle + 1 }
        }
        var end = low
        while end < records.count, self.key(end) == key { end += 1 }
        return low..<end
    }

    /// The fields of keys.
    static func fields(of keys: [UInt64]) -> [[Int]] {
        [keys.map { Int($0 >> 36) }, keys.map { Int($0 >> 8 & 0xFFF_FFFF) }, keys.map { Int($0 & 0xFF) }]
    }
}
