import KenaliLexicon
import KenaliRules
import KenaliText

/// What the short forms of a document stand for.
///
/// A definition in the text comes first, then a word directly beside the form that leaves no choice ("vaksin PMK"). Else the
/// readings of the lists compete: the words around all uses of the form vote, those of a reading's own long form and those of
/// its field (`domain` classes), and the most usual reading wins unless another has clearly more votes. A form that no list
/// has is looked for among the names in the document.
///
/// It is kept from document to document for its room.
struct AcronymSenses: Sendable {
    /// The forms by their keys.
    private var numbers = KeyTable()
    private var forms: [Form] = []
    /// The form of each use, and the next use of that; -1 behind the last.
    private var formOf: [Int32] = []
    private var next: [Int32] = []
    private var places: [Range<Int>] = []
    private var evidence = Evidence()
    /// The readings of the lists for forms that were met lately.
    private var choices = AcronymReadings()

    /// A short form of the document.
    private struct Form {
        /// Its first and its last use.
        var first: Int32
        var last: Int32
        /// What its mentions say where the document does not define it, and nobody else decides.
        var sense: Mention.Detail?
        /// What they say by the definition that was asked for last.
        var defined: Mention.Detail?
    }

    /// How many tokens on each side of a short form vote on its reading.
    private static let window = 40
    /// How many uses of a form are looked at.
    private static let mostUses = 8
    /// How many votes more than the most usual reading another one needs.
    private static let margin = 3

    /// Forgets the document before.
    mutating func removeAll() {
        numbers.removeAll()
        forms.removeAll(keepingCapacity: true)
        formOf.removeAll(keepingCapacity: true)
        next.removeAll(keepingCapacity: true)
    }

    /// Reads the short forms of a document.
    ///
    /// - Parameter search: Begun with the document.
    /// - Complexity: O(*n*), *n* the number of tokens: each use has a window of fixed size.
    mutating func read(
        _ acronyms: [Candidate], _ document: borrowing Document, _ memory: DocumentMemory,
        _ search: inout LongFormSearch
    ) {
        for use in acronyms.indices {
            next.append(-1)
            let key = document.formKey(acronyms[use].tokens)
            if let number = numbers[key] {
                formOf.append(Int32(number))
                next[Int(forms[number].last)] = Int32(use)
                forms[number].last = Int32(use)
            } else {
                numbers[key] = forms.count
                formOf.append(Int32(forms.count))
                forms.append(Form(first: Int32(use), last: Int32(use)))
            }
        }
        search.beginAgain()
        for form in forms.indices {
            let first = acronyms[Int(forms[form].first)].tokens
            // Nearly all have one reading.
            guard memory.expansion(first, document) == nil, !document.hasOneReading(first) else { continue }
            places.removeAll(keepingCapacity: true)
            var use = forms[form].first
            while use >= 0, places.count < Self.mostUses {
                places.append(acronyms[Int(use)].tokens)
                use = next[Int(use)]
            }
            forms[form].sense = acronym(document, &search).map { .acronym($0) }
        }
    }

    /// The number of the form that a use is of, in the order of their first uses.
    func form(of use: Int) -> Int32 { formOf[use] }

    /// What a use of a short form says where the document does not define it; nil where the lists have at most one reading.
    func sense(of use: Int) -> Mention.Detail? { forms[Int(formOf[use])].sense }

    /// What a use of a short form says that the document defines: mentions that say the same share it.
    mutating func defined(_ use: Int, as expansion: String) -> Mention.Detail {
        let form = Int(formOf[use])
        if let known = forms[form].defined, case .acronym(let acronym) = known, acronym.expansion == expansion {
            return known
        }
        let detail = Mention.Detail.acronym(Acronym(expansion: expansion, source: .text))
        forms[form].defined = detail
        return detail
    }

    /// The meaning of the form whose first uses are in hand, nil when there is nothing to choose from.
    private mutating func acronym(_ document: borrowing Document, _ search: inout LongFormSearch) -> Acronym? {
        let choice = choices.choice(of: places[0], document)
        guard !choice.readings.isEmpty else {
            return search.longForm(of: document.bytes.extracting(document.utf8Range(of: places[0])), in: document)
                .map { Acronym(expansion: document.string($0), source: .document) }
        }
        guard choice.readings.count > 1 else { return nil }
        return Self.neighbourSense(choice.readings, places, document)
            ?? Self.sense(choice, places, document, &evidence)
    }

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

    private static func sense(
        _ choice: AcronymReadings.Choice, _ places: [Range<Int>], _ document: borrowing Document,
        _ evidence: inout Evidence
    ) -> Acronym {
        let (readings, words) = (choice.readings, choice.words)
        evidence.removeAll()
        var last = 0
        for place in places {
            let near =
                max(
                    last, place.lowerBound - window)..<max(
                    last, min(document.tokenCount, place.upperBound + window))
            evidence.read(near, except: place, document)
            last = near.upperBound
        }
        let votes = readings.indices.map { evidence.votes(for: readings[$0], words[$0]) }
        var best = 0
        for index in votes.indices.dropFirst() {
            // The most usual reading gives way only to one with clearly more votes.
            let needed = best == 0 ? 2 * votes[0] + margin : votes[best] + 1
            if votes[index] >= needed { best = index }
        }
        var rivals = 0
        for index in readings.indices where index != best {
            if isVariant(readings[index], readings[best], document) || words[index].agree(with: words[best]) {
                continue
            }
            rivals = max(rivals, votes[index] + margin)
        }
        var alternatives = readings.map(\.value)
        let expansion = alternatives.remove(at: best)
        return Acronym(
            expansion: expansion, source: .lexicon, alternatives: alternatives, isAmbiguous: votes[best] < rivals)
    }

    /// Whether two readings are one thing in two languages.
    private static func isVariant(
        _ left: LexiconReading, _ right: LexiconReading, _ document: borrowing Document
    ) -> Bool {
        let isForeign = (
            !left.classes.isDisjoint(with: document.classes.foreignReading),
            !right.classes.isDisjoint(with: document.classes.foreignReading)
        )
        let fields = (
            left.classes.intersection(document.classes.domains), right.classes.intersection(document.classes.domains)
        )
        return isForeign.0 != isForeign.1 && fields.0 == fields.1
    }
}

/// The words around the uses of a short form.
private struct Evidence: Sendable {
    /// Their keys in the order of the text, 0 between two stretches.
    private var words: [UInt64] = []
    /// The fields of these words, and how many have each.
    private var fields: [(classes: WordClasses, count: Int)] = []

    /// What two words of a reading's own long form count, one after the other as in it, next to 1 for a word of its
    /// field and for one of its words alone.
    private static let pair = 4
    /// The most votes that a field gives.
    private static let mostFieldVotes = 6

    mutating func removeAll() {
        words.removeAll(keepingCapacity: true)
        words.reserveCapacity(1 << 8)
        fields.removeAll(keepingCapacity: true)
    }

    mutating func read(_ tokens: Range<Int>, except place: Range<Int>, _ document: borrowing Document) {
        words.append(0)
        for token in tokens {
            guard !place.contains(token), document.shape(token).contains(.word) else { continue }
            words.append(document.wordKey(at: token))
            let field = document.text.annotations.startClasses(at: token).intersection(document.classes.domains)
            guard !field.isEmpty else { continue }
            if let known = fields.firstIndex(where: { $0.classes == field }) {
                fields[known].count += 1
            } else {
                fields.append((field, 1))
            }
        }
    }

    /// - Complexity: O(*n*), *n* the number of words around; a reading has few words.
    func votes(for reading: LexiconReading, _ own: ReadingWords) -> Int {
        var votes = 0
        for field in fields where !field.classes.isDisjoint(with: reading.classes) { votes += field.count }
        votes = min(votes, Self.mostFieldVotes)
        for place in own.words.indices {
            let word = own.words[place]
            let met = meets(word.key, behind: place > 0 ? own.words[place - 1].key : nil)
            if met.isThere, word.isLong { votes += 1 }
            if met.isBehind { votes += Self.pair }
        }
        return votes
    }

    /// Whether a word stands around the uses, and whether it does right behind another one.
    private func meets(_ word: UInt64, behind first: UInt64?) -> (isThere: Bool, isBehind: Bool) {
        let words = words.span
        var isThere = false
        for index in words.indices where words[index] == word {
            isThere = true
            if let first, index > 0, words[index - 1] == first { return (true, true) }
        }
        return (isThere, false)
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

    /// What tells a word from others, as `Lexicon.key(of:)` does.
    fileprivate func wordKey(at token: Int) -> UInt64 {
        let lexeme = text.annotations.lexeme(at: token)
        return Lexicon.key(of: lexeme < 0 ? nil : lexeme, bytes.extracting(text.tokens[token].utf8Range))
    }

    /// What tells a short form from others, whatever its capitals and the white space in it.
    fileprivate func formKey(_ tokens: Range<Int>) -> UInt64 {
        if tokens.count == 1, !shape(tokens.lowerBound).contains(.nonASCII) { return key(tokens) }
        return FoldedBytes.hash(string(tokens).lowercased().utf8Span.span)
    }

    /// Whether the lists have one reading for a short form.
    fileprivate func hasOneReading(_ tokens: Range<Int>) -> Bool {
        var count = 0
        text.visitValues(of: tokens, in: classes.acronym, grammar.lexicon) { _, _ in
            count += 1
            return count > 1
        }
        return count == 1
    }
}
