import KenaliRules
import Synchronization

/// Matchers that nobody uses at the moment, for who extracts without a worker of their own: what they have learnt of other
/// texts is not learnt again.
final class MatcherPool: Sendable {
    private let free = Mutex<[Matcher]>([])

    /// More are seldom at work at once; the rest is let go.
    private static let mostKept = 16

    /// A matcher, taken out of the pool; nil when none is free.
    func take() -> Matcher? { free.withLock { $0.popLast() } }

    /// Gives a matcher back.
    func give(_ matcher: consuming Matcher) {
        let matcher = matcher
        free.withLock { if $0.count < Self.mostKept { $0.append(matcher) } }
    }
}
