import KenaliStorage

/// The part of a ``SetAutomaton`` and its ``SymbolTable`` that was built before, from texts to train on. It lies in an image,
/// and all matchers share it; one that is empty is right as well.
struct FrozenAutomaton: Sendable {
    var rows = FrozenSequences()
    var tokens = (sequences: FrozenSequences(), values: PackedTable())
    var phrases = (sequences: FrozenSequences(), values: PackedTable())
    var symbols = FrozenSequences()
    var states = FrozenSequences()
    var lists = FrozenSequences()
    var transitions = FrozenSequences()
    var signatures = (sequences: FrozenSequences(), values: PackedTable())
    /// The steps of the two first states, by symbol: their transition plus one, or 0.
    var first = PackedTable()
    var unions = FrozenPairs()
    /// The nodes that go together, and what the steps of all other states depend on, by these.
    var bundles = NodeBundles()
    var masks = FrozenMasks()
    var closures = FrozenClosures()

    init() {}

    static let prefix = "rules.automaton."

    init(_ image: Image) {
        func sequences(_ name: String) -> FrozenSequences {
            FrozenSequences(image, Self.prefix + name)
        }
        func valued(_ name: String) -> (FrozenSequences, PackedTable) {
            (sequences(name), image.table(Self.prefix + name + ".values"))
        }
        rows = sequences("rows")
        tokens = valued("tokens")
        phrases = valued("phrases")
        symbols = sequences("symbols")
        states = sequences("states")
        lists = FrozenSequences(listIn: image, Self.prefix + "lists")
        transitions = FrozenSequences(listIn: image, Self.prefix + "transitions")
        signatures = valued("signatures")
        first = image.table(Self.prefix + "first")
        unions = FrozenPairs(image.records(Self.prefix + "unions", fields: 3))
        bundles = NodeBundles(image, Self.prefix + "bundles")
        masks = FrozenMasks(image, Self.prefix + "masks")
        closures = FrozenClosures(image, Self.prefix + "closures")
    }

    /// Writes what a matcher has built. Answers the numbers that it gave the nodes of the graph.
    static func write(
        _ symbols: SymbolTable, _ automaton: inout SetAutomaton, into writer: inout ImageWriter
    ) -> [Int] {
        FrozenSequences.write(symbols.rows.all, prefix + "rows", into: &writer)
        symbols.tokens.write(prefix + "tokens", into: &writer)
        symbols.phrases.write(prefix + "phrases", into: &writer)
        FrozenSequences.write(symbols.symbols.all, prefix + "symbols", into: &writer)
        return automaton.write(prefix, into: &writer)
    }

    /// Writes an automaton of which nothing is built.
    static func writeNone(into writer: inout ImageWriter) {
        for name in ["rows", "tokens", "phrases", "symbols", "states", "signatures"] {
            FrozenSequences.write([], prefix + name, into: &writer)
        }
        for name in ["transitions", "lists", "masks"] { FrozenSequences.writeList([], prefix + name, into: &writer) }
        for name in ["tokens", "phrases", "signatures"] { writer.add(prefix + name + ".values", [Int]()) }
        writer.add(prefix + "first", [Int]())
        writer.add(prefix + "masks.numbers", [Int]())
        FrozenClosures.writeNone(prefix + "closures", into: &writer)
        NodeBundles().write(prefix + "bundles", into: &writer)
        FrozenPairs.write([], prefix + "unions", into: &writer)
    }
}
