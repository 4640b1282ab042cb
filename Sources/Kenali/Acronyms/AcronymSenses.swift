import KenaliLexicon
import KenaliRules
import KenaliText

/// What the short forms of a document stand for.
///
/// A definition in the text comes first, then a word directly beside the form that leaves no choice ("vaksin PMK"). Else the
/// readings of the lists compete: the words around all uses of the form vote, those of a reading's own long form and those of its field (``domain`` classes), and the most usual reading
/// wins unless another has clearly more votes. A form that no list has is looked for among the names in the document.
struct AcronymSenses {
    /// The meaning of a form that the document does not define, by its key.
    private var senses: [UInt64: Acronym] = [:]

    /// How many tokens on each side of a short form vote on its reading.
    private static let window = 40
    /// How many uses of a form are looked at.
    private static let mostUses = 8
    /// How many votes more than the most usual reading another one needs.
    private static let margin = 3

    /// - Complexity: O(*n*), *n* the number of tokens: each use has a window of fixed size.
    init(_ acronyms: [Candidate], _ document: borrowing Document, _ memory: DocumentMemory) {
        var uses: [UInt64: [Range<Int>]] = [:]
        var order: [UInt64] = []
        for candidate in acronyms {
            let key = document.key(candidate.tokens)
            let known = uses[key]?.count ?? 0
            if known == 0 { order.append(key) }
            if known < Self.mostUses { uses[key, default: []].append(candidate.tokens) }
        }
        var search = LongFormSearch()
        for key in order {
            guard let places = uses[key], let first = places.first, memory.expansion(first, document) == nil else {
                continue
            }
            let readings = document.readings(of: first)
            if readings.isEmpty {
                let short = document.bytes.extracting(document.utf8Range(of: first))
                if let found = search.longForm(of: short, in: document) {
                    senses[key] = Acronym(expansion: document.string(found), source: .document)
                }
            } else if readings.count > 1 {
                senses[key] =
                    Self.neighbourSense(readings, places, document) ?? Self.sense(readings, places, document)
            }
        }
    }

    /// The meaning of the short form at these tokens; nil for one with at most one reading that the text does not define.
    func acronym(_ key: UInt64) -> Acronym? { senses[key] }

    /// The reading that a word beside one of the uses asks for: "Menko PMK", "120 KK".
    private static func neighbourSense(
        _ readings: [LexiconReading], _ places: [Range<Int>], _ document: borrowing Document
    ) -> Acronym? {
        for place in places {
            guard let sense = document.sense(beside: place) else { continue }
            let folded = sense.lowercased()
            guard let index = readings.firstIndex(where: { $0.value.lowercased() == folded }) else { continue }
            var alternatives = readings.map(\.value)
            let expansion = alternatives.remove(at: index)
            return Acronym(expansion: expansion, source: .lexicon, alternatives: alternatives, isAmbiguous: false)
        }
        return nil
    }

    private static func sense(_ readings: [LexiconReading], _ places: [Range<Int>], _ document: borrowing Document)
        -> Acronym
    {
        var evidence = Evidence()
        var last = 0
        for place in places {
            let near =
                max(
                    last, place.lowerBound - window)..<max(
                    last, min(document.tokenCount, place.upperBound + window))
            evidence.read(near, except: place, document)
            last = near.upperBound
        }
        let votes = readings.map { evidence.votes(for: $0) }
        var best = 0
        for index in votes.indices.dropFirst() {
            // The most usual reading gives way only to one with clearly more votes.
            let needed = best == 0 ? 2 * votes[0] + margin : votes[best] + 1
            if votes[index] >= needed { best = index }
        }
        var rivals = 0
        for index in readings.indices where index != best && !isVariant(readings[index], readings[best], document) {
            rivals = max(rivals, votes[index] + margin)
        }
        var alternatives = readings.map(\.value)
        let expansion = alternatives.remove(at: best)
        return Acronym(
            expansion: expansion, source: .lexicon, alternatives: alternatives, isAmbiguous: votes[best] < rivals)
    }

    /// Whether two readings are one thing under two names: in two languages, or one name shorter.
    private static func isVariant(_ left: LexiconReading, _ right: LexiconReading, _ document: borrowing Document)
        -> Bool
    {
        let isForeign = (
            !left.classes.isDisjoint(with: document.classes.foreignReading),
            !right.classes.isDisjoint(with: document.classes.foreignReading)
        )
        let fields = (
            left.classes.intersection(document.classes.domains), right.classes.intersection(document.classes.domains)
        )
        if isForeign.0 != isForeign.1, fields.0 == fields.1 { return true }
        let words = (words(of: left), words(of: right))
        return words.0.isSubset(of: words.1) || words.1.isSubset(of: words.0)
    }

    private static func words(of reading: LexiconReading) -> Set<String> {
        Set(reading.value.lowercased().split { !$0.isLetter }.map(String.init))
    }
}

/// The words around the uses of a short form.
private struct Evidence {
    private var words = Set<UInt64>()
    private var pairs = Set<Pair>()
    private var fields: [WordClasses: Int] = [:]

    private struct Pair: Hashable {
        var first: UInt64
        var second: UInt64
    }

    /// What two words of a reading's own long form count, one after the other as in it, next to 1 for a word of its
    /// field and for one of its words alone.
    private static let pair = 4
    /// The most votes that a field gives.
    private static let mostFieldVotes = 6

    mutating func read(_ tokens: Range<Int>, except place: Range<Int>, _ document: borrowing Document) {
        var previous: UInt64?
        for token in tokens {
            guard !place.contains(token), document.shape(token).contains(.word) else { continue }
            let key = document.key(token..<token + 1)
            words.insert(key)
            if let previous { pairs.insert(Pair(first: previous, second: key)) }
            previous = key
            let field = document.text.annotations[token].startClasses.intersection(document.classes.domains)
            if !field.isEmpty { fields[field, default: 0] += 1 }
        }
    }

    func votes(for reading: LexiconReading) -> Int {
        var votes = 0
        for (field, count) in fields where !field.isDisjoint(with: reading.classes) { votes += count }
        votes = min(votes, Self.mostFieldVotes)
        var previous: UInt64?
        for word in reading.value.split(whereSeparator: { !$0.isLetter }) {
            let key = FoldedBytes.hash(String(word).utf8Span.span)
            if word.utf8.count > 3, words.contains(key) { votes += 1 }
            if let previous, pairs.contains(Pair(first: previous, second: key)) { votes += Self.pair }
            previous = key
        }
        return votes
    }
}

extension Document {
    /// What a short form stands for beside the words that it stands with here; nil when they leave it open.
    fileprivate func sense(beside place: Range<Int>) -> String? {
        for start in stride(from: place.lowerBound, through: max(0, place.lowerBound - 2), by: -1)
        where starts(start, classes.acronymSense) {
            for index in text.phraseIndices(at: start) {
                let tokens = start..<start + Int(text.phrases[index].length)
                guard tokens.upperBound >= place.upperBound, tokens != place else { continue }
                if let sense = value(tokens, in: classes.acronymSense) { return sense }
            }
        }
        guard place.lowerBound > 0, shape(place.lowerBound - 1).contains(.number) else { return nil }
        return value(place, in: classes.amount)
    }

    /// The readings that the lists have for a short form, without those that differ only in capitals.
    func readings(of tokens: Range<Int>) -> [LexiconReading] {
        var seen = Set<String>()
        return text.readings(of: tokens, in: classes.acronym, grammar.lexicon).filter {
            seen.insert($0.value.lowercased()).inserted
        }
    }
}
