import Synchronization

/// Work that several workers do on items that come one after the other; the results come in the order of the items.
///
/// Whoever gives the items decides how many wait: ``submit(_:)`` starts work on one, `next()` waits for the result of
/// the oldest. At most ``workers`` items are worked on at the same time, each by a worker of its own that keeps its
/// state (its memory, its caches) from item to item.
struct OrderedWork<Item: Sendable, Result: Sendable>: ~Copyable, Sendable {
    /// How many work at the same time.
    let workers: Int
    private let start: @Sendable (Item) -> Task<Result, Never>
    private var waiting = WaitingLine<Task<Result, Never>>()

    /// Workers that do `work`, each with a state that `makeState` makes.
    init<State: ~Copyable & Sendable>(
        workers: Int, makeState: @Sendable () -> State,
        _ work: @escaping @Sendable (inout State, sending Item) -> sending Result
    ) {
        self.workers = max(1, workers)
        let benches = Benches((0..<self.workers).map { _ in Bench(makeState()) })
        start = { item in
            Task.detached {
                let bench = await benches.take()
                let result = bench.use { state in work(&state, item) }
                await benches.giveBack(bench)
                return result
            }
        }
    }

    /// How many items have been submitted whose results were not taken.
    var count: Int { waiting.count }
    /// Whether as many items wait as keep all workers busy; more would only take memory.
    var isFull: Bool { count >= 4 * workers }

    /// Starts work on an item.
    mutating func submit(_ item: Item) { waiting.append(start(item)) }

    /// The result of the oldest item; nil when there is none.
    mutating func next(isolation actor: isolated (any Actor)? = #isolation) async -> Result? {
        await waiting.popFirst()?.value
    }
}

/// A worker's place with its state. It is used by one task at a time, so that its lock is never waited for.
private final class Bench<State: ~Copyable & Sendable>: Sendable {
    private let state: Mutex<State>

    init(_ state: consuming sending State) { self.state = Mutex(state) }

    func use<Result: Sendable>(_ body: (inout State) -> Result) -> Result { state.withLock { body(&$0) } }
}

/// The places of all workers; who finds none free waits for one.
private actor Benches<State: ~Copyable & Sendable> {
    private var free: [Bench<State>]
    private var waiting: [CheckedContinuation<Bench<State>, Never>] = []

    init(_ benches: [Bench<State>]) { free = benches }

    func take() async -> Bench<State> {
        if let bench = free.popLast() { return bench }
        return await withCheckedContinuation { waiting.append($0) }
    }

    func giveBack(_ bench: Bench<State>) {
        if waiting.isEmpty { free.append(bench) } else { waiting.removeFirst().resume(returning: bench) }
    }
}
