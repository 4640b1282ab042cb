/// What linking works in, kept from document to document for its room.
struct LinkMemory: Sendable {
    var senses = AcronymSenses()
    var listed = ListedDetails()
    /// The names of bodies, ministries and places.
    var names = NameTable()
    var bodies = BodyNames()
    /// The names of persons.
    var words = NameWords()
    var persons = PersonClusters()
    var identifier = PersonIdentifier()
    var groups = Linker.Groups()
    /// The names of the entities, by their numbers.
    private(set) var entityNames: [NameTable.Number] = []
    var glossary = GlossaryBuilder()

    /// Forgets the document before.
    mutating func removeAll() {
        senses.removeAll()
        names.removeAll()
        words.removeAll()
    }

    /// Reads the names of entities.
    mutating func readNames(of entities: [Entity]) {
        entityNames.removeAll(keepingCapacity: true)
        for index in entities.indices { entityNames.append(names.number(lowercased: entities[index].name)) }
    }
}
