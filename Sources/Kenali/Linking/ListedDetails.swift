import KenaliLexicon

/// What the lists say of the short forms, bodies and places that a worker has met lately, as mentions have it: a form that is
/// met again is not looked up again, and mentions that say the same share it.
///
/// It is kept from document to document, since the lists stay what they are. What a text itself says of a form comes first,
/// and is none of this.
struct ListedDetails: Sendable {
    private var acronyms = Forms()
    private var bodies = Forms()
    private var places = Forms()

    /// Forms as they are written, each with what the lists say.
    private struct Forms {
        var names = NameTable()
        var details: [Mention.Detail?] = []

        /// The most that are kept.
        static let most = 1 << 11

        /// The number of a form; one more than those with a detail when it is new.
        mutating func number(of form: Span<UInt8>) -> Int {
            if details.count == Self.most { self = Forms() }
            return Int(names.number(form))
        }
    }

    /// What the lists say of a short form.
    mutating func acronym(_ tokens: Range<Int>, _ document: borrowing Document) -> Mention.Detail? {
        let number = acronyms.number(of: document.bytes.extracting(document.utf8Range(of: tokens)))
        if number == acronyms.details.count {
            let expansion = document.value(tokens, in: document.classes.acronym)
            acronyms.details.append(
                .acronym(Acronym(expansion: expansion, source: expansion == nil ? nil : .lexicon)))
        }
        return acronyms.details[number]
    }

    /// The body that the lists have under a name, else the body of that name.
    mutating func body(_ tokens: Range<Int>, _ document: borrowing Document) -> Mention.Detail? {
        let number = bodies.number(of: document.bytes.extracting(document.utf8Range(of: tokens)))
        if number == bodies.details.count {
            bodies.details.append(.organization(Organization(canonicalName: document.listedBodyName(tokens))))
        }
        return bodies.details[number]
    }

    /// The place that the lists have under a name; nil when they have none.
    mutating func place(_ tokens: Range<Int>, _ document: borrowing Document) -> Mention.Detail? {
        let number = places.number(of: document.bytes.extracting(document.utf8Range(of: tokens)))
        if number == places.details.count {
            places.details.append(PlaceReader.listedPlace(tokens, document).map { .location($0) })
        }
        return places.details[number]
    }
}
