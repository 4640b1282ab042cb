import KenaliLexicon
import KenaliText

/// The entities of a document by their names, whatever their capitals; of several with a name the first.
///
/// It is kept from document to document for its room.
struct EntityNames: Sendable {
    /// The names by a hash of theirs in small letters.
    private var numbers = KeyTable()
    private var names: [Name] = []

    private struct Name {
        var entity: Int32
        /// Which of its aliases it is; -1 for its name.
        var alias: Int32

        func text(in entities: [Entity]) -> String {
            let entity = entities[Int(entity)]
            return alias < 0 ? entity.name : entity.aliases[Int(alias)]
        }
    }

    /// Forgets the document before.
    mutating func removeAll() {
        numbers.removeAll()
        names.removeAll(keepingCapacity: true)
    }

    /// Adds the name of an entity, and the aliases that it has.
    mutating func add(_ entity: Int, withAliases: Bool, of entities: [Entity]) {
        add(Name(entity: Int32(entity), alias: -1), entities[entity].name, of: entities)
        guard withAliases else { return }
        for (alias, text) in entities[entity].aliases.enumerated() {
            add(Name(entity: Int32(entity), alias: Int32(alias)), text, of: entities)
        }
    }

    private mutating func add(_ name: Name, _ text: String, of entities: [Entity]) {
        let place = find(text.utf8Span.span, in: entities)
        guard place.number == nil else { return }
        numbers[place.key] = names.count
        names.append(name)
    }

    /// The entity of a name.
    func entity(named text: Span<UInt8>, in entities: [Entity]) -> Int? {
        find(text, in: entities).number.map { Int(names[$0].entity) }
    }

    private func find(_ text: Span<UInt8>, in entities: [Entity]) -> (number: Int?, key: UInt64) {
        numbers.find(Self.hash(text)) { Self.areEqual(names[$0].text(in: entities).utf8Span.span, text) }
    }

    private static func hash(_ text: Span<UInt8>) -> UInt64 {
        text.isASCII ? FoldedBytes.hash(text) : FoldedBytes.hash(String(copying: text).lowercased().utf8Span.span)
    }

    /// Whether two names are the same in small letters.
    private static func areEqual(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
        if FoldedBytes.areEqual(one, other) { return true }
        if one.isASCII, other.isASCII { return false }
        return String(copying: one).lowercased().utf8.elementsEqual(String(copying: other).lowercased().utf8)
    }
}
