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
    var groups = Linker.Groups()
    var glossary = GlossaryBuilder()

    /// Forgets the document before.
    mutating func removeAll() {
        senses.removeAll()
        names.removeAll()
        words.removeAll()
    }
}
