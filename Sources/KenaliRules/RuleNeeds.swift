import KenaliLexicon

/// What a sentence must hold for a rule to match in it: of each need, one of the classes or words.
///
/// Most rules that can start at any capitalised word end with something rare: a degree, a verb of speech, an age. A look at
/// the sentence tells where none of it is left, and saves the attempts.
struct RuleNeeds: Sendable {
    /// One of these must stand at the start of a match or behind it.
    struct Need: Sendable {
        var classes = WordClasses.none
        var words: Set<LexemeID> = []

        mutating func formUnion(_ other: Need) {
            classes.formUnion(other.classes)
            words.formUnion(other.words)
        }
    }

    /// All of these must be met.
    var all: [Need] = []

    /// Needs that are known of each alternative, one for each alternative, join to one.
    init(anyOf alternatives: [RuleNeeds]) {
        guard alternatives.allSatisfy({ !$0.all.isEmpty }) else { return }
        // The first needs of the alternatives, and the last, which are seldom the same.
        for choose in [\[Need].first, \[Need].last] {
            all.append(
                alternatives.reduce(into: Need()) { if let need = $1.all[keyPath: choose] { $0.formUnion(need) } })
        }
    }

    init(_ need: Need) { all = [need] }

    init(allOf parts: [RuleNeeds] = []) { all = parts.flatMap(\.all) }
}

/// Where in a sentence the needs of rules are met last.
struct LastPlaces: Sendable {
    /// Words share places, so a need may seem to be met that is not; never the reverse.
    private static let wordPlaces = 256

    /// The last token of each class, and of the words of each place; -1 for none.
    private var last: [Int32] = Array(repeating: -1, count: WordClasses.bits + wordPlaces)
    /// The last token at which a match of each rule can start.
    private(set) var latest: [Int32] = []

    init() {}

    /// The place of a class or word in the table.
    static func place(ofClass index: Int) -> Int32 { Int32(index) }
    static func place(ofWord word: LexemeID) -> Int32 { Int32(WordClasses.bits) + word % Int32(wordPlaces) }

    /// Reads a sentence.
    ///
    /// - Complexity: O(*n* + *m*), *n* the number of tokens and *m* that of the grammar's needs.
    mutating func read(_ sentence: Range<Int>, _ annotations: borrowing AnnotationSpan, _ needs: NeedTable) {
        for place in last.indices { last[place] = -1 }
        for token in sentence {
            var classes = annotations[token].startClasses.intersection(needs.classes)
            while let index = classes.popFirst() { last[Int(Self.place(ofClass: index))] = Int32(token) }
            let word = annotations[token].lexeme
            if word >= 0 { last[Int(Self.place(ofWord: word))] = Int32(token) }
        }
        latest.removeAll(keepingCapacity: true)
        for rule in 0..<needs.ruleStarts.count - 1 {
            var bound = Int32.max
            for need in needs.ruleStarts[rule]..<needs.ruleStarts[rule + 1] where bound >= 0 {
                var place: Int32 = -1
                for item in needs.needStarts[Int(need)]..<needs.needStarts[Int(need) + 1] {
                    place = max(place, last[Int(needs.places[Int(item)])])
                }
                bound = min(bound, place)
            }
            latest.append(bound)
        }
    }
}

/// The needs of a grammar's rules, one behind the other.
struct NeedTable: Sendable {
    /// All classes that a rule needs.
    private(set) var classes = WordClasses.none
    /// The places of the classes and words of all needs, see ``LastPlaces``.
    private(set) var places: [Int32] = []
    /// Where the places of each need start.
    private(set) var needStarts: [Int32] = [0]
    /// Where the needs of each rule start.
    private(set) var ruleStarts: [Int32] = [0]

    init(_ rules: [RuleNeeds]) {
        for rule in rules {
            for need in rule.all {
                classes.formUnion(need.classes)
                var rest = need.classes
                while let index = rest.popFirst() { places.append(LastPlaces.place(ofClass: index)) }
                places.append(contentsOf: Set(need.words.map { LastPlaces.place(ofWord: $0) }).sorted())
                needStarts.append(Int32(places.count))
            }
            ruleStarts.append(Int32(needStarts.count - 1))
        }
    }
}

extension Compiler {
    /// What a pattern needs.
    mutating func needs(of pattern: Pattern) throws(RuleError) -> RuleNeeds {
        switch pattern {
        case .token(let predicate):
            let first = try resolve(predicate).first
            return first.isEmpty ? RuleNeeds() : RuleNeeds(RuleNeeds.Need(classes: first))
        case .literal(let text, let id):
            return RuleNeeds(allOf: try words(of: text, id).map { RuleNeeds(RuleNeeds.Need(words: [$0.0])) })
        case .sequence(let items):
            var parts: [RuleNeeds] = []
            for item in items { parts.append(try needs(of: item)) }
            return RuleNeeds(allOf: parts)
        case .choice(let alternatives):
            var parts: [RuleNeeds] = []
            for alternative in alternatives {
                let part = try needs(of: alternative)
                guard !part.all.isEmpty else { return RuleNeeds() }
                parts.append(part)
            }
            return RuleNeeds(anyOf: parts)
        case .repeated(let inner, let range):
            return range.lowerBound > 0 ? try needs(of: inner) : RuleNeeds()
        case .capture(_, let inner), .span(let inner), .lookahead(let inner, false):
            return try needs(of: inner)
        case .template, .number, .glued, .sentenceStart, .runningText, .lookahead, .lookBack:
            return RuleNeeds()
        }
    }
}
