import KenaliRules

/// Proposes dates, times or durations: what a rule finds, when its parts make sense together.
struct TemporalRecognizer: Recognizer, Sendable {
    let kind: BuiltInKind

    func propose(_ match: RuleMatch, in document: borrowing Document, to proposals: inout Proposals) {
        let reading =
            switch kind {
            case .time: document.time(match)
            case .duration: document.duration(match)
            default: document.date(match)
            }
        if let reading { proposals.append(kind, reading, match, in: document) }
    }
}
