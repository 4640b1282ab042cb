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

    /// Whole names, by their keys.
    private var wholes: [Entry] = []
    /// Words of names, by their numbers.
    private var parts: [(word: UInt64, person: Int32)] = []

    init() {}

    init(_ persons: [PublicPerson]) {
        for (index, person) in persons.enumerated() {
            let person32 = Int32(truncatingIfNeeded: index)
            let full = PersonName(person.name)
            var words = Set(full.words)
            wholes.append(Entry(key: full.key, person: person32, kind: person.isCommonName ? .commonName : .name))
            for form in person.forms {
                let name = PersonName(form.text)
                // Initials of one letter each have no words; they are found in capitals, as a word.
                guard !name.words.isEmpty else { continue }
                let isSpelling = name.words.count > 1 && !full.words.filter(name.words.contains).isEmpty
                let kind: Kind =
                    isSpelling ? (form.isCommon ? .commonName : .name) : form.isCommon ? .commonAlias : .alias
                wholes.append(Entry(key: name.key, person: person32, kind: kind))
                words.formUnion(name.words)
            }
            for word in words { parts.append((word, person32)) }
        }
        wholes.sort { ($0.key, $0.person, $0.kind.rawValue) < ($1.key, $1.person, $1.kind.rawValue) }
        parts.sort { ($0.word, $0.person) < ($1.word, $1.person) }
    }

    /// The persons of a whole name, by ``PersonName/key``.
    package func entries(of key: UInt64) -> ArraySlice<Entry> {
        var end = Self.firstIndex(in: wholes) { $0.key >= key }
        let start = end
        while end < wholes.count, wholes[end].key == key { end += 1 }
        return wholes[start..<end]
    }

    /// The persons one of whose names holds a word.
    package func persons(with word: UInt64) -> [Int] {
        var index = Self.firstIndex(in: parts) { $0.word >= word }
        var found: [Int] = []
        while index < parts.count, parts[index].word == word {
            found.append(Int(parts[index].person))
            index += 1
        }
        return found
    }

    /// The first index at which a condition holds, which then holds for all behind it.
    private static func firstIndex<Element>(in list: [Element], where holds: (Element) -> Bool) -> Int {
        var low = 0
        var high = list.count
        while low < high {
            let middle = (low + high) / 2
            if holds(list[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
