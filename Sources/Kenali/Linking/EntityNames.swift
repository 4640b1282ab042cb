import KenaliLexicon
import KenaliText

/// The entities of a document by their names, and bodies and places by their other names, too, whatever their capitals; of
/// several with a name the first.
///
/// It is kept from document to document for its room.
struct EntityNames: Sendable {
    /// The names by a hash of theirs in small letters.
    private var numbers = KeyTable()
    private var names: [Name] = []

    private struct Name {
        /// Where the name is read: an entity, and which of its aliases; -1 for its own name.
        var place: (entity: Int32, alias: Int32)
        /// The first entity whose own name it is, and the first body or place that is called so; -1 for none.
        var entity: Int32 = -1
        var thing: Int32 = -1

        func text(in entities: [Entity]) -> String {
            let entity = entities[Int(place.entity)]
            return place.alias < 0 ? entity.name : entity.aliases[Int(place.alias)]
        }
    }

    /// Reads the names of entities, in place of those of the document before.
    ///
    /// - Parameter withThings: Whether bodies and places are asked for by all their names.
    mutating func read(_ entities: [Entity], withThings: Bool) {
        numbers.removeAll()
        names.removeAll(keepingCapacity: true)
        for index in entities.indices {
            let isThing = withThings && (entities[index].kind == .organization || entities[index].kind == .location)
            let name = number(of: entities[index].name, at: (Int32(index), -1), entities)
            if names[name].entity < 0 { names[name].entity = Int32(index) }
            guard isThing else { continue }
            if names[name].thing < 0 { names[name].thing = Int32(index) }
            for (alias, text) in entities[index].aliases.enumerated() {
                let name = number(of: text, at: (Int32(index), Int32(alias)), entities)
                if names[name].thing < 0 { names[name].thing = Int32(index) }
            }
        }
    }

    private mutating func number(of text: String, at place: (Int32, Int32), _ entities: [Entity]) -> Int {
        let found = find(text.utf8Span.span, in: entities)
        if let number = found.number { return number }
        numbers[found.key] = names.count
        names.append(Name(place: place))
        return names.count - 1
    }

    /// The first entity of a name.
    func entity(named text: Span<UInt8>, in entities: [Entity]) -> Int? {
        find(text, in: entities).number.flatMap { names[$0].entity < 0 ? nil : Int(names[$0].entity) }
    }

    /// The first body or place that is called so, by one of its other names, too.
    func thing(named text: Span<UInt8>, in entities: [Entity]) -> Int? {
        find(text, in: entities).number.flatMap { names[$0].thing < 0 ? nil : Int(names[$0].thing) }
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
