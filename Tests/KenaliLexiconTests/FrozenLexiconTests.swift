import Kenali
import KenaliImage
import KenaliStorage
import KenaliText
import Testing

@testable import KenaliLexicon

/// The lexicon of the image against the tables, read anew as a program without an image would.
@Suite("Frozen lexicon")
struct FrozenLexiconTests {
    @Test("Every word and phrase of the tables has the same classes and readings in the image, and there is no other")
    func equality() throws {
        let tables = try DataFolder.lexicon()
        let image = Lexicon.builtIn
        #expect(image.classNames == tables.classNames)
        var nodes = 0
        for id in 0..<LexemeID(tables.overlay.wordCount) {
            let word = String(copying: tables.overlay.key(id))
            guard let other = image.find(tables.overlay.key(id)) else {
                Issue.record("the image has no '\(word)'")
                continue
            }
            for shape in [[], .initialUpper, .allUpper, [.initialUpper, .allUpper]] as [TokenShape] {
                #expect(image.classes(of: other, shape) == tables.classes(of: id, shape), "\(word)")
            }
            #expect(
                readings(ReadingCursor(of: other, in: image), image)
                    == readings(ReadingCursor(of: id, in: tables), tables), "\(word)")
            #expect((image.phrases(after: other) == nil) == (tables.phrases(after: id) == nil), "\(word)")
            if let one = image.phrases(after: other), let node = tables.phrases(after: id) {
                nodes += compare(one, node, image, tables)
            }
        }
        #expect(nodes == image.base.nodeCount)
        // Words that only rules name are in the image besides.
        #expect(image.base.wordCount >= tables.overlay.wordCount)
        #expect(image.base.wordCount < tables.overlay.wordCount + 1000)
    }

    private struct Meaning: Equatable {
        var classes: WordClasses
        var value: String
        var initial: UInt32
        var upper: UInt32
    }

    private func readings(_ cursor: ReadingCursor, _ lexicon: Lexicon) -> [Meaning] {
        var cursor = cursor
        var found: [Meaning] = []
        while let reading = cursor.next(in: lexicon) {
            let value =
                cursor.isFrozen
                ? String(copying: lexicon.base.valueSpan(reading.value))
                : String(copying: lexicon.overlay.value(reading.value))
            found.append(
                Meaning(
                    classes: lexicon.classSets[reading.classes], value: value, initial: reading.initial,
                    upper: reading.upper))
        }
        return found
    }

    /// Compares two nodes and all behind them. Answers how many there are.
    private func compare(_ one: PhraseTrie.Node, _ node: PhraseTrie.Node, _ image: Lexicon, _ tables: Lexicon) -> Int {
        #expect(
            readings(ReadingCursor(at: one, in: image), image) == readings(ReadingCursor(at: node, in: tables), tables))
        var count = 1
        for edge in Self.edges(of: tables)[node] ?? [] {
            let word = image.find(tables.overlay.key(edge.word))
            guard let next = word.flatMap({ image.step(one, $0) }) else {
                Issue.record("a phrase is missing")
                continue
            }
            count += compare(next, edge.to, image, tables)
        }
        return count
    }

    private static let edgesOfTables = try? Dictionary(grouping: DataFolder.lexicon().overlay.edges, by: \.from)
    private static func edges(of tables: Lexicon) -> [PhraseTrie.Node: [PhraseTrie.Edge]] { edgesOfTables ?? [:] }

    @Test("Random tables, frozen, answer as they did; so do they with more rows on top", arguments: 1...20)
    func random(seed: UInt64) throws {
        var random = SeededNumbers(state: seed)
        let classes = (0..<12).map { "c\($0)" }
        var lexicon = Lexicon(classes: classes)
        let first = entries(60, classes, &random)
        let second = entries(30, classes, &random)
        try lexicon.add(first)
        var writer = ImageWriter()
        lexicon.write(into: &writer)
        let bytes = writer.bytes()
        #expect(String(validating: bytes, as: UTF8.self) != nil)
        var frozen = Lexicon(try Image(PackedBytes(bytes)))
        for _ in 0..<2 {
            for entry in first + second {
                for text in [entry.form, entry.form.lowercased(), entry.form.uppercased()] {
                    let (one, other) = (
                        AnnotatedTokens(reading: text, with: lexicon), AnnotatedTokens(reading: text, with: frozen)
                    )
                    #expect(one.annotations.map(\.classes) == other.annotations.map(\.classes), "\(text)")
                    #expect(one.annotations.map(\.startClasses) == other.annotations.map(\.startClasses), "\(text)")
                    #expect(one.phrases.map(\.length) == other.phrases.map(\.length), "\(text)")
                    for name in classes {
                        let classes = try #require(lexicon.classes(named: name))
                        #expect(
                            one.values(of: one.tokens.indices, in: classes, lexicon)
                                == other.values(of: other.tokens.indices, in: classes, frozen), "\(text)")
                    }
                }
            }
            try lexicon.add(second)
            try frozen.add(second)
        }
    }

    private func entries(_ count: Int, _ classes: [String], _ random: inout SeededNumbers) -> [Lexicon.Row] {
        let words = ["kota", "Kota", "KOTA", "bogor", "Bogor", "di", "Jum'at", "né", "RI", "S.H.", "x"]
        var entries: Set<Lexicon.Row> = []
        while entries.count < count {
            let form = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                words[Int.random(in: words.indices, using: &random)]
            }
            entries.insert(
                Lexicon.Row(
                    form: form.joined(separator: " "), class: classes[Int.random(in: classes.indices, using: &random)],
                    value: Bool.random(using: &random) ? "" : "v\(Int.random(in: 0..<5, using: &random))"))
        }
        return entries.sorted { ($0.form, $0.class, $0.value) < ($1.form, $1.class, $1.value) }
    }
}

/// SplitMix64.
private struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
