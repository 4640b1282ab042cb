import Dispatch
import Kenali
import Synchronization

/// Workers on threads of their own, and the main thread as one of them; results come in the order of the items.
///
/// The main thread reads and writes, and works when it would have to wait. So one job needs no thread, nor does a single
/// item; and with several, all are busy as long as items wait. (The library's `OrderedWork` does the same for tasks;
/// here reading and writing block, and the main thread must stay the one that runs `main`.)
struct Workers<State: ~Copyable & Sendable, Item: Sendable, Product: Sendable>: ~Copyable {
    private let jobs: Int
    private let makeState: @Sendable () -> State
    private let work: @Sendable (inout State, consuming Item) -> Product
    private let queue = WorkQueue<Item, Product>()
    private var state: State
    private var waiting = WaitingLine<WorkSlot<Item, Product>>()
    private var threads = 0

    init(
        jobs: Int, makeState: @escaping @Sendable () -> State,
        _ work: @escaping @Sendable (inout State, consuming Item) -> Product
    ) {
        self.jobs = jobs
        self.makeState = makeState
        self.work = work
        state = makeState()
    }

    deinit { queue.close(threads) }

    /// How many items have been submitted whose results were not taken.
    var count: Int { waiting.count }
    /// Whether so many items wait that more would only take memory.
    var isFull: Bool { jobs == 1 ? count > 0 : count >= 4 * jobs }

    /// Gives an item to the workers, who are its only owners then.
    mutating func submit(_ item: consuming Item) {
        let slot = WorkSlot<Item, Product>(item)
        waiting.append(slot)
        queue.add(slot)
        guard count > 1, threads < jobs - 1 else { return }
        threads += 1
        let (queue, makeState, work) = (queue, makeState, work)
        DispatchQueue.global().async {
            var state = makeState()
            while let slot = queue.take() {
                if let item = slot.takeItem() { slot.fill(work(&state, consume item)) }
            }
        }
    }

    /// The result of the oldest item; nil when there is none.
    mutating func next() -> Product? {
        guard let slot = waiting.popFirst() else { return nil }
        while true {
            if let product = slot.product { return product }
            guard let other = queue.takeIfAny() else { return slot.wait() }
            if let item = other.takeItem() { other.fill(work(&state, consume item)) }
        }
    }
}

/// Items that no worker has taken yet.
private final class WorkQueue<Item: Sendable, Product: Sendable>: Sendable {
    private let slots = Mutex<[WorkSlot<Item, Product>]>([])
    private let available = DispatchSemaphore(value: 0)

    func add(_ slot: WorkSlot<Item, Product>) {
        slots.withLock { $0.append(slot) }
        available.signal()
    }

    /// The next item, waited for; nil when there will be none.
    func take() -> WorkSlot<Item, Product>? {
        available.wait()
        return pop()
    }

    /// The next item, if there is one now.
    func takeIfAny() -> WorkSlot<Item, Product>? { available.wait(timeout: .now()) == .success ? pop() : nil }

    private func pop() -> WorkSlot<Item, Product>? { slots.withLock { $0.isEmpty ? nil : $0.removeFirst() } }

    /// Sends so many workers home.
    func close(_ workers: Int) {
        slots.withLock { $0.removeAll() }
        for _ in 0..<workers { available.signal() }
    }
}

/// Where an item waits, and its result is laid.
private final class WorkSlot<Item: Sendable, Product: Sendable>: Sendable {
    private let item: Mutex<Item?>
    private let content = Mutex<Product?>(nil)
    private let done = DispatchSemaphore(value: 0)

    init(_ item: consuming Item) { self.item = Mutex(consume item) }

    /// The item, once: it is not held here while somebody works on it, since a document may be large.
    func takeItem() -> Item? { item.withLock { $0.take() } }

    var product: Product? { content.withLock { $0 } }

    func fill(_ product: Product) {
        content.withLock { $0 = product }
        done.signal()
    }

    func wait() -> Product? {
        done.wait()
        return product
    }
}
