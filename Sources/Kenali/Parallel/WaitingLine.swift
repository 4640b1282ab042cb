/// What waits in order: who came first goes first.
package struct WaitingLine<Element> {
    private var elements: [Element] = []
    private var first = 0

    /// A line without anybody in it.
    package init() {}

    package var count: Int { elements.count - first }

    package mutating func append(_ element: Element) { elements.append(element) }

    /// The one that has waited longest; nil when nobody does.
    package mutating func popFirst() -> Element? {
        guard first < elements.count else { return nil }
        let element = elements[first]
        first += 1
        // Moved up now and then, not each time.
        if first == elements.count || first > 64 {
            elements.removeSubrange(..<first)
            first = 0
        }
        return element
    }
}

extension WaitingLine: Sendable where Element: Sendable {}
