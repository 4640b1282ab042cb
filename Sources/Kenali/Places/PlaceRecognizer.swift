import KenaliRules

/// Proposes places: what a rule finds, unless it takes a district for one of a region that has none of the name, as in
/// "Kuningan, Jakarta Barat".
struct PlaceRecognizer: Recognizer, Sendable {
    func propose(_ match: RuleMatch, in document: borrowing Document, to proposals: inout Proposals) {
        if document.capture(.district, of: match) != nil, !PlaceReader.hasDistrict(match, document) { return }
        proposals.append(.mention(.location), match, .match(match), in: document)
    }
}
