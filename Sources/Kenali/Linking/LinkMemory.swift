/// What mentions are made and linked in, kept from document to document for its room and for what it has met lately.
struct LinkMemory: Sendable {
    /// Where names of the document begin, among which those of its short forms are looked for.
    var search = LongFormSearch()
    /// What the short forms of the document stand for.
    var senses = AcronymSenses()
    /// What the lists say of forms that were met lately.
    var listed = ListedDetails()
    /// The names of bodies, ministries and places.
    var names = NameTable()
    /// Which mentions name the same body.
    var bodies = BodyNames()
    /// The names of persons, and which mentions speak of the same one.
    var words = NameWords()
    var persons = PersonClusters()
    /// Who is meant of the registry of persons.
    var identifier = PersonIdentifier()
    /// The items of each entity.
    var groups = Linker.Groups()
    /// The entities by their names.
    var entities = EntityNames()
    var glossary = GlossaryBuilder()

    /// The mentions from which on there is not room for all that is kept at once.
    private static let many = 1 << 12

    /// Gives back what told persons apart, of a text that names many.
    mutating func releasePersons(of itemCount: Int) {
        guard itemCount > Self.many else { return }
        (words, persons, identifier) = (NameWords(), PersonClusters(), PersonIdentifier())
    }

    /// Gives back what told bodies and places apart, of a text that names many.
    mutating func releaseNames(of itemCount: Int) {
        guard itemCount > Self.many else { return }
        (names, bodies) = (NameTable(), BodyNames())
    }

    /// Forgets the document before.
    mutating func removeAll() {
        senses.removeAll()
        names.removeAll()
        words.removeAll()
    }
}
