import KenaliRules

/// Proposes dates, times or durations: what a rule finds, when its parts make sense together.
struct TemporalRecognizer: Recognizer, Sendable {
    let kind: BuiltInKind

    func propose(_ match: RuleMatch, in document: borrowing Document, to proposals: inout Proposals) {
        let reading =
            switch kind {
            case .time: TimeReader(match).reading(document)
            case .duration: DurationReader(match).reading(document)
            default: DateReader(match).reading(document)
            }
        if let reading { proposals.append(kind, reading, match, in: document) }
    }
}
