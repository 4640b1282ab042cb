import KenaliLexicon
import KenaliRules
import KenaliText

/// What is asked of a grammar once its rules have matched: what finds the matches is large, and not handed from text to text.
final class DocumentGrammar: Sendable {
    let lexicon: Lexicon
    let rules: RuleList

    init(_ grammar: Grammar) { (lexicon, rules) = (grammar.lexicon, grammar.rules) }
}

/// One text on its way through the extractor: bytes, tokens with their classes, sentences, and what the rules match.
struct Document: ~Escapable {
    let bytes: Span<UInt8>
    let text: AnnotatedTokens
    let sentences: [Sentence]
    private(set) var matches: Matches
    /// The matches by what their rules find.
    private(set) var index: MatchIndex
    let grammar: DocumentGrammar
    let rules: RuleTable
    let classes: ClassTable
    /// What rules of the user's own propose, and what each of them means.
    let custom: [Candidate]
    let customProposals: [CustomRecognizer.Proposal]
    /// The document's date: as the caller gives it, else that of its dateline.
    private(set) var referenceDate: CalendarDate?
    /// The same as registries write it.
    private(set) var day: String?
    private(set) var referenceDateSource: ReferenceDateSource?
    /// Whether most words of a sentence are in capitals, for each sentence; and whether one is so.
    private let shoutedSentences: [Bool]
    private let isAnyShouted: Bool
    /// The words with a capital at their start: what names can begin with.
    let capitalized: TokenSet

    @_lifetime(copy bytes)
    init(
        bytes: Span<UInt8>, text: AnnotatedTokens, sentences: [Sentence], matches: Matches, index: MatchIndex,
        grammar: DocumentGrammar, rules: RuleTable, classes: ClassTable,
        custom: [Candidate] = [], customProposals: [CustomRecognizer.Proposal] = [],
        referenceDate: CalendarDate?
    ) {
        self.bytes = bytes
        self.text = text
        self.sentences = sentences
        self.matches = matches
        self.index = index
        self.grammar = grammar
        self.rules = rules
        self.classes = classes
        self.custom = custom
        self.customProposals = customProposals
        self.referenceDate = referenceDate
        day = referenceDate?.description
        referenceDateSource = referenceDate == nil ? nil : .given
        shoutedSentences = Self.shoutedSentences(sentences, text)
        isAnyShouted = shoutedSentences.contains(true)
        capitalized = TokenSet(text.tokens.span, with: [.word, .initialUpper])
    }

    /// Takes the date of the dateline for the document's, when the caller has given none.
    mutating func readDateline() {
        guard referenceDate == nil, let date = Dateline.date(of: self) else { return }
        referenceDate = date
        day = date.description
        referenceDateSource = .dateline
    }

    /// The bytes from which on it is worth while to give memory back as soon as it is not needed.
    static var leastLarge: Int { 1 << 17 }

    /// Whether it is worth while to give memory back as soon as it is not needed.
    var isLarge: Bool { bytes.count > Self.leastLarge }

    /// Leaves of all matches those that propose no mention, once the others have been proposed; and what all have bound.
    mutating func removeProposedMatches() {
        matches.keep { !rules.kinds[Int($0.rule)].isProposed }
        index.read(matches, rules)
    }

    /// Leaves of all matches nothing but what the rules of candidates have bound.
    mutating func keepCaptures(of candidates: inout [Candidate]) {
        var kept = Matches()
        for index in candidates.indices {
            guard case .match(let match) = candidates[index].detail else { continue }
            let names = grammar.rules.captureCount(of: Int(match.rule))
            candidates[index].detail = .match(matches.copyCaptures(of: match, names, to: &kept))
        }
        matches = kept
        index = MatchIndex()
    }

    /// Forgets what the rules match.
    mutating func removeMatches() {
        matches = Matches()
        index = MatchIndex()
    }

    private static func shoutedSentences(_ sentences: [Sentence], _ text: AnnotatedTokens) -> [Bool] {
        let tokens = text.tokens.span
        var shouted: [Bool] = []
        shouted.reserveCapacity(sentences.count)
        for sentence in sentences { shouted.append(isShouted(sentence.tokens, tokens)) }
        return shouted
    }

    /// Whether seven tenths of the words of a sentence, four or more, are in capitals.
    private static func isShouted(_ sentence: Range<Int>, _ tokens: Span<Token>) -> Bool {
        // So many words that are not tell it, however many there are.
        let mostQuiet = 3 * sentence.count / 10
        var quiet = 0
        var loud = 0
        for index in sentence {
            let token = tokens[index]
            guard token.shape.contains(.word), token.end - token.start > 1 else { continue }
            if token.shape.contains(.allUpper) {
                loud += 1
            } else {
                quiet += 1
                if quiet > mostQuiet { return false }
            }
        }
        return loud + quiet >= 4 && 10 * loud >= 7 * (loud + quiet)
    }

    /// The index of the sentence that a token belongs to.
    ///
    /// - Complexity: O(log *s*), *s* the number of sentences.
    func sentence(of token: Int) -> Int {
        (0..<sentences.count).partitionPoint { sentences[$0].tokens.upperBound <= token }
    }

    /// Whether most words of the sentence of a token are in capitals.
    func isShouted(_ token: Int) -> Bool { isAnyShouted && shoutedSentences[sentence(of: token)] }

    var tokenCount: Int { text.tokens.count }

    func utf8Range(of tokens: Range<Int>) -> Range<Int> {
        Int(text.tokens[tokens.lowerBound].start)..<Int(text.tokens[tokens.upperBound - 1].end)
    }

    /// The text of some tokens, white space between them as one blank.
    func string(_ tokens: Range<Int>) -> String {
        guard isPlain(tokens) else { return joined(tokens) }
        return String(copying: bytes.extracting(utf8Range(of: tokens)))
    }

    /// Whether this is the text of some tokens.
    func reads(_ tokens: Range<Int>, _ text: String) -> Bool {
        guard isPlain(tokens) else { return joined(tokens) == text }
        return bytes.extracting(utf8Range(of: tokens)).isEqual(to: text.utf8Span.span)
    }

    /// Whether between tokens there is nothing, or a single blank, so that their text is the document's.
    func isPlain(_ tokens: Range<Int>) -> Bool {
        var next = tokens.lowerBound + 1
        while next < tokens.upperBound {
            let (end, start) = (Int(text.tokens[next - 1].end), Int(text.tokens[next].start))
            guard end == start || end + 1 == start && bytes[end] == UInt8(ascii: " ") else { return false }
            next += 1
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

    /// What tells a word from others, whatever its capitals.
    func key(at token: Int) -> UInt64 { FoldedBytes.hash(bytes.extracting(text.tokens[token].utf8Range)) }

    /// Whether a token is this ASCII mark.
    func isMark(_ token: Int, _ mark: Unicode.Scalar) -> Bool {
        guard token >= 0, token < tokenCount else { return false }
        let range = text.tokens[token].utf8Range
        return range.count == 1 && UInt32(bytes[range.lowerBound]) == mark.value
    }

    /// Whether a token is a quotation mark, straight or typographic.
    func isQuote(_ token: Int) -> Bool {
        if isMark(token, "\"") || isMark(token, "'") { return true }
        let range = text.tokens[token].utf8Range
        // U+2018 to U+201F are E2 80 98 to E2 80 9F.
        return range.count == 3 && bytes[range.lowerBound] == 0xE2 && bytes[range.lowerBound + 1] == 0x80
            && bytes[range.lowerBound + 2] & 0xF8 == 0x98
    }

    /// Whether a token has letters or digits.
    func isWord(_ token: Int) -> Bool { !shape(token).isDisjoint(with: [.word, .number]) }

    func shape(_ token: Int) -> TokenShape { text.tokens[token].shape }

    func has(_ token: Int, _ classes: WordClasses) -> Bool {
        !text.annotations.classes(at: token).isDisjoint(with: classes)
    }

    /// Whether a word or phrase of one of the classes starts at a token.
    func starts(_ token: Int, _ classes: WordClasses) -> Bool {
        !text.annotations.startClasses(at: token).isDisjoint(with: classes)
    }

    /// The first value that the lexicon has for some tokens in a class.
    func value(_ tokens: Range<Int>, in class: WordClasses) -> String? {
        text.withValue(of: tokens, in: `class`, grammar.lexicon) { String(copying: $0) }
    }

    /// Whether the lexicon has a value for some tokens in a class.
    func hasValue(_ tokens: Range<Int>, in class: WordClasses) -> Bool {
        text.withValue(of: tokens, in: `class`, grammar.lexicon) { _ in true } ?? false
    }

    /// The number that the lexicon has as value for some tokens in a class.
    func intValue(_ tokens: Range<Int>, in class: WordClasses) -> Int? {
        text.withValue(of: tokens, in: `class`, grammar.lexicon) { Int(bytes: $0) }.flatMap { $0 }
    }

    /// The tokens that a rule has bound to a name; nil when it has bound none.
    @inline(__always)
    func capture(_ name: Capture, of match: RuleMatch) -> Range<Int>? {
        guard let slot = rules.slot(of: name, in: match.rule) else { return nil }
        return matches.capture(slot, of: match)
    }

    /// Whether a rule has bound a name.
    func binds(_ name: Capture, _ match: RuleMatch) -> Bool { capture(name, of: match) != nil }

    /// Whether the rule of a match may bind one of some names.
    @inline(__always)
    func mayBind(_ names: CaptureSet, _ match: RuleMatch) -> Bool { rules.binds(oneOf: names, in: match.rule) }

    /// How much each token of a match counts.
    func weight(of match: RuleMatch) -> Int { Int(rules.weights[Int(match.rule)]) }

    /// The name of what proposed a candidate, which its mention carries.
    func name(of proposer: Proposer) -> String {
        switch proposer {
        case .rule(let number): grammar.rules.name(of: Int(number))
        case .custom(let number): customProposals[Int(number)].rule
        case .memory(let rule): rule.name
        }
    }
}
