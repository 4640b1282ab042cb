import KenaliLexicon
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

/// What a worker has learnt of its extractor, and hands on: of the rules, and of the words that it met lately.
struct Learnt: Sendable {
    var rules: LearntRules
    var annotated: AnnotatedTokens
}

/// What nobody uses at the moment, for who extracts without a worker of their own: what was learnt of other texts is not learnt
/// again.
final class LearntPool: Sendable {
    private let free = Mutex<[Learnt]>([])
    /// What ThreadSanitizer sees of the order of those who hold the lock: where threads wait for each other it does not see that of
    /// a Mutex, whose library is not instrumented (`.ci/sanitize` has a program), and takes what is handed on for a race.
    private let turn = Atomic<Int>(0)

    /// More are seldom at work at once; the rest is let go.
    private static let mostKept = 16

    /// What one worker has learnt, taken out of the pool; nil when there is nothing.
    func take() -> Learnt? {
        free.withLock { free in
            _ = turn.load(ordering: .acquiring)
            defer { turn.add(1, ordering: .releasing) }
            return free.popLast()
        }
    }

    /// Gives it back.
    func give(_ learnt: consuming Learnt) {
        let learnt = learnt
        free.withLock { free in
            _ = turn.load(ordering: .acquiring)
            if free.count < Self.mostKept { free.append(learnt) }
            turn.add(1, ordering: .releasing)
        }
    }
}
