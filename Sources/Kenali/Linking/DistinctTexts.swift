/// Texts in the order of their first use, each once.
struct DistinctTexts {
    private(set) var all: [String] = []
    /// Only when there are many, since looking at a few is quicker.
    private var known: Set<String> = []

    private static let few = 8

    /// Adds a text; false when it is there.
    mutating func add(_ text: String) -> Bool {
        if all.count < Self.few {
            guard !all.contains(text) else { return false }
        } else {
            if known.isEmpty { known = Set(all) }
            guard known.insert(text).inserted else { return false }
        }
        all.append(text)
        return true
    }
}
