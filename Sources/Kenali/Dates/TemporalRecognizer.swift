import KenaliRules

/// Proposes dates, times or durations: what a rule finds, when its parts make sense together.
struct TemporalRecognizer: Recognizer, Sendable {
    let kind: BuiltInKind

    func propose(_ match: RuleMatch, in document: borrowing Document, to proposals: inout Proposals) {
        guard let reading = reading(match, document) else { return }
        proposals.append(kind, consume reading, match, in: document)
    }

    private func reading(_ match: RuleMatch, _ document: borrowing Document) -> TemporalReading? {
        switch kind {
        case .time: TimeReader(match).reading(document)
        case .duration: DurationReader(match).reading(document)
        default: DateReader(match).reading(document)
        }
    }
}
