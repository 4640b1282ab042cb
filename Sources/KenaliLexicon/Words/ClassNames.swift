import KenaliStorage

/// The names of the word classes; the number of a class is its place among them.
struct ClassNames: Sendable {
    /// Those of the image, and their places in the order of their bytes.
    private var declared = PackedTexts()
    private var order = PackedTable()
    /// Those made since, behind them.
    private var added: [String] = []
    private var numbers: [String: Int] = [:]

    init() {}

    var count: Int { declared.count + added.count }

    var all: [String] { (0..<declared.count).map { declared.string($0) } + added }

    /// The number of a class, nil when there is none of this name.
    func number(of name: String) -> Int? {
        declared.firstIndex(of: name.utf8Span.span, sorted: order) ?? numbers[name]
    }

    /// Makes a class, if there is none of this name. False when there is no room for it.
    mutating func add(_ name: String) -> Bool {
        if number(of: name) != nil { return true }
        guard count < WordClasses.limit else { return false }
        numbers[name] = count
        added.append(name)
        return true
    }

    /// Names that are spelt nearly like one that there isn't.
    func near(_ name: String) -> [String] { NearSpelling.nearest(to: name, among: all, limit: 3) }
}

extension ClassNames {
    init(_ image: Image) {
        declared = image.texts("lexicon.classes")
        order = image.table("lexicon.classes.order")
    }

    func write(into writer: inout ImageWriter) {
        let names = all.map { Array($0.utf8) }
        writer.add("lexicon.classes", texts: names)
        writer.add(
            "lexicon.classes.order", names.indices.sorted { names[$0].lexicographicallyPrecedes(names[$1]) })
    }
}
