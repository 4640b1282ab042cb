import KenaliStorage

/// Closures of bundles of nodes in an image, see ``NodeClosures``.
struct FrozenClosures: Sendable {
    /// Of each the entries as in ``NodeClosures/pool``, with the guards as they stand here.
    let entries: FrozenSequences
    /// Of bundles, for headlines and for running text, the closure plus one, or 0.
    private let numbers: PackedTable
    /// Guards as their node and the guard before them, which stands before them here as well; the first holds always.
    private let guards: PackedRecords

    init() { (entries, numbers, guards) = (FrozenSequences(), PackedTable(), PackedRecords(fields: 2)) }

    init(_ image: Image, _ name: String) {
        entries = FrozenSequences(listIn: image, name)
        numbers = image.table(name + ".numbers")
        guards = image.records(name + ".guards", fields: 2)
    }

    /// The closure of an item, nil where it is not here; and whether it is the same in headlines and in running text.
    func find(_ item: Int, _ running: Int) -> (closure: Int, isSame: Bool)? {
        let place = 2 * item
        guard place < numbers.count, numbers[place + running] > 0 else { return nil }
        return (numbers[place + running] - 1, numbers[place] == numbers[place + 1])
    }

    /// The node and the parent of a guard.
    func guardParts(_ number: Int) -> (node: Int, parent: Int) {
        (guards[number, guards.fields[0]], guards[number, guards.fields[1]])
    }

    /// Writes the closures of bundles, those that states have, made of a graph as it will stand in the image.
    static func write(
        _ closures: inout NodeClosures, of bundles: Set<[Int]>, _ graph: RuleGraph, _ name: String,
        into writer: inout ImageWriter
    ) {
        var sequences = SequenceSet()
        var numbers = Array(repeating: 0, count: 2 * closures.bundles.count)
        for bundle in bundles.sorted(by: { ($0[0], $0[1]) < ($1[0], $1[1]) }) {
            let entries = closures.entries(of: bundle[0], running: bundle[1], graph)
            numbers[2 * bundle[0] + bundle[1]] = sequences.intern(entries) + 1
        }
        FrozenSequences.writeList(sequences.all, name, into: &writer)
        writer.add(name + ".numbers", numbers)
        writer.add(
            name + ".guards", fields: [closures.guards.map { Int($0.node) }, closures.guards.map { Int($0.parent) }])
    }

    /// Writes none.
    static func writeNone(_ name: String, into writer: inout ImageWriter) {
        FrozenSequences.writeList([], name, into: &writer)
        writer.add(name + ".numbers", [Int]())
        writer.add(name + ".guards", fields: [[], []])
    }
}
