import Testing

@testable import KenaliTool

@Suite("Tool: workers")
struct WorkersTests {
    private final class Content: Sendable {}

    private struct Reference {
        weak var content: Content?
    }

    private struct Item: Sendable {
        var number: Int
        var content: Content?
    }

    @Test("Who works on an item is its only owner, and results come in order", arguments: [1, 2, 5])
    func ownership(jobs: Int) {
        var queue = Workers<Int, Item, (Int, Bool)>(jobs: jobs, makeState: { 0 }) {
            (state: inout Int, item: consuming Item) in
            state += 1
            let reference = Reference(content: item.content)
            item.content = nil
            return (item.number, reference.content == nil)
        }
        var results: [(Int, Bool)] = []
        for number in 0..<200 {
            if queue.isFull, let result = queue.next() { results.append(result) }
            queue.submit(Item(number: number, content: Content()))
        }
        while let result = queue.next() { results.append(result) }
        #expect(results.map(\.0) == Array(0..<200))
        #expect(results.allSatisfy { $0.1 })
    }
}
