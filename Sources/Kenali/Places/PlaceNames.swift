import KenaliRules

/// The places that a document names, each in the way that says most.
///
/// "Kabupaten Bogor" settles which Bogor a bare "Bogor" is, before it and after it, unless the text names "Kota Bogor",
/// too; and a "Cirangkong" without a code is the "Desa Cirangkong" of the same text.
struct PlaceNames {
    /// What the document calls a name with its type, by the name's key; nil where two places share the name.
    private var byName: [UInt64: Place?] = [:]

    /// - Complexity: O(*n*), *n* the number of candidates.
    init(_ standing: [Candidate], _ document: borrowing Document) {
        for candidate in standing where candidate.kind == .mention(.location) {
            guard let head = PlaceReader.head(candidate.tokens, document), head.type.isDropped else { continue }
            let key = document.key(head.name)
            let place = PlaceReader.place(candidate.tokens, document)
            if let known = byName[key] {
                if known != place { byName[key] = .some(nil) }
            } else {
                byName[key] = place
            }
        }
    }

    /// The place that a mention names.
    func detail(
        _ candidate: Candidate, _ document: borrowing Document, _ memory: DocumentMemory,
        _ listed: inout ListedDetails
    ) -> Mention.Detail {
        switch candidate.detail {
        case .match(let match):
            if let place = PlaceReader.place(match, document) { return .location(place) }
        case .shortForm(let long): return .location(PlaceReader.place(long, document))
        default: break
        }
        let detail =
            listed.place(candidate.tokens, document)
            ?? .location(PlaceReader.place(candidate.tokens, document, memory))
        guard !byName.isEmpty, let named = byName[document.key(candidate.tokens)], let named,
            case .location(let place) = detail
        else { return detail }
        // "Bandung" is not the "Desa Bandung" of the same text, but it may be the regency.
        return named.code == nil && place.code != nil ? detail : .location(named)
    }
}
