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

    init() {}

    static let prefix = "rules.automaton."

    init(_ image: Image) {
        func sequences(_ pool: StaticString, _ starts: StaticString, _ slots: StaticString) -> FrozenSequences {
            FrozenSequences(pool: image.table(pool), starts: image.table(starts), slots: image.table(slots))
        }
        rows = sequences("rules.automaton.rows.pool", "rules.automaton.rows.starts", "rules.automaton.rows.slots")
        tokens = (
            sequences("rules.automaton.tokens.pool", "rules.automaton.tokens.starts", "rules.automaton.tokens.slots"),
            image.table("rules.automaton.tokens.values")
        )
        phrases = (
            sequences(
                "rules.automaton.phrases.pool", "rules.automaton.phrases.starts", "rules.automaton.phrases.slots"),
            image.table("rules.automaton.phrases.values")
        )
        symbols = sequences(
            "rules.automaton.symbols.pool", "rules.automaton.symbols.starts", "rules.automaton.symbols.slots")
        states = sequences(
            "rules.automaton.states.pool", "rules.automaton.states.starts", "rules.automaton.states.slots")
        lists = sequences("rules.automaton.lists.pool", "rules.automaton.lists.starts", "rules.automaton.lists.slots")
        transitions = sequences(
            "rules.automaton.transitions.pool", "rules.automaton.transitions.starts",
            "rules.automaton.transitions.slots")
        signatures = (
            sequences(
                "rules.automaton.signatures.pool", "rules.automaton.signatures.starts",
                "rules.automaton.signatures.slots"), image.table("rules.automaton.signatures.values")
        )
        first = image.table("rules.automaton.first")
        unions = FrozenPairs(image.records("rules.automaton.unions", fields: 3))
    }

    /// Writes what a matcher has built.
    static func write(_ symbols: SymbolTable, _ automaton: SetAutomaton, into writer: inout ImageWriter) {
        FrozenSequences.write(symbols.rows.all, prefix + "rows", into: &writer)
        symbols.tokens.write(prefix + "tokens", into: &writer)
        symbols.phrases.write(prefix + "phrases", into: &writer)
        FrozenSequences.write(symbols.symbols.all, prefix + "symbols", into: &writer)
        FrozenSequences.write(automaton.states.all, prefix + "states", into: &writer)
        FrozenSequences.write(automaton.lists.all, prefix + "lists", into: &writer)
        FrozenSequences.write(automaton.transitions.all, prefix + "transitions", into: &writer)
        automaton.signatures.write(prefix + "signatures", into: &writer)
        writer.add(prefix + "first", automaton.firstSteps.map { Int($0) })
        FrozenPairs.write(automaton.unions.all, prefix + "unions", into: &writer)
    }

    /// Writes an automaton of which nothing is built.
    static func writeNone(into writer: inout ImageWriter) {
        for name in ["rows", "tokens", "phrases", "symbols", "states", "lists", "transitions", "signatures"] {
            FrozenSequences.write([], prefix + name, into: &writer)
        }
        for name in ["tokens", "phrases", "signatures"] { writer.add(prefix + name + ".values", [Int]()) }
        writer.add(prefix + "first", [Int]())
        FrozenPairs.write([], prefix + "unions", into: &writer)
    }
}
