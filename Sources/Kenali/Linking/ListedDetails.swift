import KenaliLexicon

/// What the lists say of the short forms, bodies and places that a worker has met lately, as mentions have it: mentions that say
/// the same share it.
///
/// It is kept from document to document, since the lists stay what they are. What a text itself says of a form comes first,
/// and is none of this.
struct ListedDetails: Sendable {
    private var acronyms = MetForms<Mention.Detail?>(most: Self.most)
    private var bodies = MetForms<Mention.Detail?>(most: Self.most)
    private var places = MetForms<Mention.Detail?>(most: Self.most)

    /// The most of each that are kept.
    private static let most = 1 << 11

    /// What the lists say of a short form.
    mutating func acronym(_ tokens: Range<Int>, _ document: borrowing Document) -> Mention.Detail? {
        acronyms.value(of: tokens, document) {
            let expansion = document.value(tokens, in: document.classes.acronym)
            return .acronym(Acronym(expansion: expansion, source: expansion == nil ? nil : .lexicon))
        }
    }

    /// The body that the lists have under a name, else the body of that name.
    mutating func body(_ tokens: Range<Int>, _ document: borrowing Document) -> Mention.Detail? {
        bodies.value(of: tokens, document) {
            .organization(Organization(canonicalName: document.listedBodyName(tokens)))
        }
    }

    /// The place that the lists have under a name; nil when they have none.
    mutating func place(_ tokens: Range<Int>, _ document: borrowing Document) -> Mention.Detail? {
        places.value(of: tokens, document) { PlaceReader.listedPlace(tokens, document).map { .location($0) } }
    }
}
