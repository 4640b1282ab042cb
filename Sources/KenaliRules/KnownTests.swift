import KenaliLexicon
import KenaliStorage
import KenaliText

/// The tests of an ``AtomTable``, each read when a token of one of its classes is first met.
struct KnownTests: Sendable {
    private var tests: [KnownTest] = []
    /// The place of each in ``tests`` plus one, 0 where it was not read.
    private var places: [UInt32]
    /// The tests to ask of each class, one class behind the other; where those of each begin and end, nil where they were not
    /// read. Behind the last class stand the tests that ask for none.
    private var lists: [UInt32] = []
    private var ranges: [Range<Int>?] = Array(repeating: nil, count: WordClasses.limit + 1)
    /// Of shapes that were met, the tests behind the last class that allow it: of all of these few do.
    private var fitting: [(shape: TokenShape, range: Range<Int>)] = []
    /// The tests that were asked for a token, a bit each, all empty between two tokens.
    private var asked: [UInt64] = []
    /// The unions that atoms of tests are members of.
    private var unions: [UInt32] = []

    private struct KnownTest {
        var test: TokenTest
        var atom: UInt32
        /// Where its unions stand.
        var firstUnion: UInt32
        var unionCount: UInt32
    }

    /// For how many shapes that is known.
    private static let mostShapes = 128

    init(_ atoms: AtomTable) { places = Array(repeating: 0, count: atoms.testCount) }

    /// Appends the atoms of the tests that hold of classes and a shape, and the unions that these are members of.
    ///
    /// - Parameter isPhrase: Of a phrase only tests that ask for classes can hold.
    mutating func append(
        holdingOf classes: WordClasses, _ shape: TokenShape, isPhrase: Bool, _ atoms: AtomTable,
        to row: inout IntegerList
    ) {
        var keys = classes
        while let key = keys.popFirst() {
            for place in ranges[key] ?? read(key, atoms) {
                let test = Int(lists[place])
                guard asked[test >> 6] >> UInt64(test & 63) & 1 == 0 else { continue }
                asked[test >> 6] |= 1 << UInt64(test & 63)
                if tests[test].test.allows(classes, shape) { append(test, to: &row) }
            }
        }
        for word in asked.indices { asked[word] = 0 }
        guard !isPhrase else { return }
        for place in classless(shape, atoms) {
            let test = Int(lists[place])
            if tests[test].test.allows(classes, shape) { append(test, to: &row) }
        }
    }

    /// The tests that ask for no class and can hold of a token of a shape.
    private mutating func classless(_ shape: TokenShape, _ atoms: AtomTable) -> Range<Int> {
        for known in fitting where known.shape == shape { return known.range }
        let all = ranges[WordClasses.limit] ?? read(WordClasses.limit, atoms)
        guard fitting.count < Self.mostShapes else { return all }
        let first = lists.count
        for place in all where tests[Int(lists[place])].test.fits(shape) { lists.append(lists[place]) }
        fitting.append((shape, first..<lists.count))
        return first..<lists.count
    }

    @inline(__always)
    private func append(_ test: Int, to row: inout IntegerList) {
        row.append(tests[test].atom)
        var union = Int(tests[test].firstUnion)
        let end = union &+ Int(tests[test].unionCount)
        while union < end {
            row.append(unions[union])
            union &+= 1
        }
    }

    /// Reads the tests that ask for a class.
    @inline(never)
    private mutating func read(_ key: Int, _ atoms: AtomTable) -> Range<Int> {
        let first = lists.count
        for place in atoms.testsOfClasses.places(of: key) {
            let number = atoms.testsOfClasses.item(at: place)
            if places[number] == 0 {
                let atom = atoms.atom(ofTest: number)
                let own = atoms.unions(of: atom)
                tests.append(
                    KnownTest(
                        test: atoms.test(number), atom: UInt32(atom), firstUnion: UInt32(unions.count),
                        unionCount: UInt32(own.count)))
                unions += own
                places[number] = UInt32(tests.count)
                asked.reach((tests.count - 1) / 64, 0)
            }
            lists.append(places[number] - 1)
        }
        let range = first..<lists.count
        ranges[key] = range
        return range
    }
}
