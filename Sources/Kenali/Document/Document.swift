import KenaliLexicon
import KenaliRules
import KenaliText

/// One text on its way through the extractor: bytes, tokens with their classes, sentences, and what the rules match.
struct Document: ~Escapable {
    let bytes: Span<UInt8>
    let text: AnnotatedTokens
    let sentences: [Sentence]
    let matches: Matches
    let grammar: Grammar
    let classes: ClassTable
    /// What rules of the user's own propose, and what each of them means.
    let custom: [Candidate]
    let customProposals: [CustomRecognizer.Proposal]
    /// The document's date: as the caller gives it, else that of its dateline.
    private(set) var referenceDate: CalendarDate?
    private(set) var referenceDateSource: ReferenceDateSource?
    /// Whether most words of a sentence are in capitals, for each sentence.
    let shoutedSentences: [Bool]

    @_lifetime(copy bytes)
    init(
        bytes: Span<UInt8>, text: AnnotatedTokens, sentences: [Sentence], matches: Matches, grammar: Grammar,
        classes: ClassTable, custom: [Candidate] = [], customProposals: [CustomRecognizer.Proposal] = [],
        referenceDate: CalendarDate?
    ) {
        self.bytes = bytes
        self.text = text
        self.sentences = sentences
        self.matches = matches
        self.grammar = grammar
        self.classes = classes
        self.custom = custom
        self.customProposals = customProposals
        self.referenceDate = referenceDate
        referenceDateSource = referenceDate == nil ? nil : .given
        shoutedSentences = sentences.map { sentence in
            var words = 0
            var shouted = 0
            for token in sentence.tokens {
                let shape = text.tokens[token].shape
                guard shape.contains(.word), text.tokens[token].utf8Range.count > 1 else { continue }
                words += 1
                if shape.contains(.allUpper) { shouted += 1 }
            }
            return words >= 4 && 10 * shouted >= 7 * words
        }
        if referenceDate == nil, let date = datelineDate() {
            self.referenceDate = date
            referenceDateSource = .dateline
        }
    }

    /// The index of the sentence that a token belongs to.
    ///
    /// - Complexity: O(log *s*), *s* the number of sentences.
    func sentence(of token: Int) -> Int {
        var low = 0
        var high = sentences.count
        while low < high {
            let middle = (low + high) / 2
            if sentences[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
        }
        return low
    }

    var tokenCount: Int { text.tokens.count }

    func utf8Range(of tokens: Range<Int>) -> Range<Int> {
        Int(text.tokens[tokens.lowerBound].start)..<Int(text.tokens[tokens.upperBound - 1].end)
    }

    /// The text of some tokens, white space between them as one blank.
    func string(_ tokens: Range<Int>) -> String {
        guard isPlain(tokens) else { return joined(tokens) }
        return String(copying: bytes.extracting(utf8Range(of: tokens)))
    }

    /// Whether between tokens there is nothing, or a single blank, so that their text is the document's.
    private func isPlain(_ tokens: Range<Int>) -> Bool {
        for index in tokens.dropLast() {
            let (end, next) = (Int(text.tokens[index].end), Int(text.tokens[index + 1].start))
            guard end == next || end + 1 == next && bytes[end] == UInt8(ascii: " ") else { return false }
        }
        return !tokens.isEmpty
    }

    private func joined(_ tokens: Range<Int>) -> String {
        var string = ""
        for index in tokens {
            if index > tokens.lowerBound, text.tokens[index].shape.contains(.spaceBefore) { string += " " }
            string += String(copying: bytes.extracting(text.tokens[index].utf8Range))
        }
        return string
    }

    /// The text of one token in lower case, as names are compared.
    func folded(_ token: Int) -> String { string(token..<token + 1).lowercased() }

    /// What tells words apart without regard to case.
    func key(_ tokens: Range<Int>) -> UInt64 { FoldedBytes.hash(bytes.extracting(utf8Range(of: tokens))) }

    /// Whether a token is this ASCII mark.
    func isMark(_ token: Int, _ mark: Unicode.Scalar) -> Bool {
        guard token >= 0, token < tokenCount else { return false }
        let range = text.tokens[token].utf8Range
        return range.count == 1 && UInt32(bytes[range.lowerBound]) == mark.value
    }

    func shape(_ token: Int) -> TokenShape { text.tokens[token].shape }

    func has(_ token: Int, _ classes: WordClasses) -> Bool {
        !text.annotations[token].classes.isDisjoint(with: classes)
    }

    /// Whether a word or phrase of one of the classes starts at a token.
    func starts(_ token: Int, _ classes: WordClasses) -> Bool {
        !text.annotations[token].startClasses.isDisjoint(with: classes)
    }

    /// The first value that the lexicon has for some tokens in a class.
    func value(_ tokens: Range<Int>, in class: WordClasses) -> String? {
        text.values(of: tokens, in: `class`, grammar.lexicon).first
    }

    func capture(_ name: String, of match: RuleMatch) -> Range<Int>? {
        matches.capture(name, of: match, in: grammar)
    }
}
