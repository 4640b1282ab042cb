import KenaliRules
import Synchronization

/// What a worker has learnt of the rules of its extractor.
struct LearntRules: Sendable {
    var matcher: Matcher
    var table: RuleTable

    init(_ grammar: Grammar) {
        matcher = Matcher(grammar)
        table = RuleTable(ruleCount: grammar.rules.count)
    }
}

/// What nobody uses at the moment, for who extracts without a worker of their own: what was learnt of other texts is not learnt
/// again.
final class RulePool: Sendable {
    private let free = Mutex<[LearntRules]>([])

    /// More are seldom at work at once; the rest is let go.
    private static let mostKept = 16

    /// Some rules, taken out of the pool; nil when none are free.
    func take() -> LearntRules? { free.withLock { $0.popLast() } }

    /// Gives rules back.
    func give(_ rules: consuming LearntRules) {
        let rules = rules
        free.withLock { if $0.count < Self.mostKept { $0.append(rules) } }
    }
}
