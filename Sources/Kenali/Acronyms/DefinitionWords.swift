import KenaliLexicon
import KenaliRules
import KenaliText

/// The words that a definition may take: those before a bracket, those behind a short form. Its memory is used again.
///
/// Of most words nobody asks the letters, so that these are read when they are asked for.
struct DefinitionWords: Sendable {
    /// The token of each word, the word, and whether a comma stands before it.
    private(set) var tokens: [Int32] = []
    private var words: [LongFormWord] = []
    private(set) var isBehindComma: [Bool] = []

    init() {}

    /// Words of no text.
    init(_ words: [LongFormWord]) {
        self.words = words
        tokens = words.indices.map { Int32($0) }
        isBehindComma = words.map { _ in false }
    }

    var count: Int { tokens.count }
    var all: Range<Int> { 0..<tokens.count }

    func token(_ index: Int) -> Int { Int(tokens[index]) }

    func role(_ index: Int) -> LongFormWord.Role { words[index].role }

    /// Makes sure that the letters of a word were read.
    @inline(__always)
    mutating func readLetters(_ index: Int, in text: Span<UInt8>) { words[index].read(in: text) }

    /// The words; of those that nobody has read letters are missing.
    var span: Span<LongFormWord> {
        @_lifetime(borrow self) get { words.span }
    }

    private mutating func removeAll() {
        tokens.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
        isBehindComma.removeAll(keepingCapacity: true)
    }

    private mutating func append(_ token: Int, _ document: borrowing Document) {
        tokens.append(Int32(token))
        isBehindComma.append(false)
        words.append(document.longFormWord(token))
    }

    /// Reads all words of a run of tokens.
    mutating func read(_ range: Range<Int>, _ document: borrowing Document) {
        removeAll()
        for token in range where document.isWord(token) { append(token, document) }
    }

    /// Reads the words that may make the long form that ends before a token. Quotation marks at its end are left out, and
    /// what stands in brackets in the middle.
    mutating func read(before end: Int, _ document: borrowing Document) {
        removeAll()
        var index = end - 1
        if index >= 0, document.isQuote(index) { index -= 1 }
        if index >= 0, document.isMark(index, ",") { index -= 1 }
        if index >= 0, document.isQuote(index) { index -= 1 }
        guard index >= 0, document.isWord(index) else { return }
        while index >= 0, count < DefinitionAligner.longestForm {
            if document.isWord(index) {
                tokens.append(Int32(index))
                isBehindComma.append(false)
                if document.shape(index).contains(.sentenceStart) { break }
            } else if document.isMark(index, ")"), let open = document.bracket(closedBy: index) {
                index = open
            } else if document.isMark(index, ",") {
                isBehindComma[count - 1] = true
            } else if !document.joins(index) {
                break
            }
            index -= 1
        }
        tokens.reverse()
        isBehindComma.reverse()
        for token in tokens { words.append(document.longFormWord(Int(token))) }
    }

    /// Reads the words that may make the long form that starts at a token.
    mutating func read(behind start: Int, _ document: borrowing Document) {
        removeAll()
        var index = start
        if index < document.tokenCount, document.isQuote(index) { index += 1 }
        while index < document.tokenCount, count < DefinitionAligner.longestForm {
            if document.isWord(index) {
                if document.shape(index).contains(.sentenceStart) { break }
                append(index, document)
            } else if !document.joins(index) {
                break
            }
            index += 1
        }
    }

    /// Reads the capitalized words from a token on, function words between them, on one line.
    mutating func read(nameFrom start: Int, atMost limit: Int, _ document: borrowing Document) {
        removeAll()
        var index = start
        while index < document.tokenCount, count < limit {
            let shape = document.shape(index)
            guard shape.contains(.word), index == start || shape.isDisjoint(with: [.lineBefore, .sentenceStart]),
                shape.contains(.initialUpper) || document.has(index, document.classes.definitionFunction)
            else { break }
            append(index, document)
            index += 1
        }
    }
}

extension Document {
    /// A token as a word of a long form.
    fileprivate func longFormWord(_ token: Int) -> LongFormWord {
        var word = LongFormWord(at: text.tokens[token].utf8Range)
        let own = text.annotations.classes(at: token)
        let shape = shape(token)
        if !own.isDisjoint(with: classes.definitionFunction) {
            word.role = .function
        } else if shape.contains(.number) || !own.isDisjoint(with: classes.definitionWeak) {
            word.role = .weak
        }
        word.isTied = token > 1 && !shape.contains(.spaceBefore) && isMark(token - 1, "-")
        if !own.isDisjoint(with: classes.spokenDigit) {
            word.digit = text.withValue(of: token..<token + 1, in: classes.spokenDigit, grammar.lexicon) { value in
                value.count == 1 ? UInt16(value[0]) : nil
            }.flatMap { $0 }
        }
        return word
    }

    /// Whether a mark may stand inside a long form.
    fileprivate func joins(_ token: Int) -> Bool {
        isMark(token, "-") || isMark(token, "/") || isMark(token, "&") || isMark(token, ",") || isMark(token, "'")
    }

    /// The bracket that opens what this one closes, a few tokens before it.
    fileprivate func bracket(closedBy token: Int) -> Int? {
        for index in stride(from: token - 1, to: max(-1, token - 5), by: -1) {
            if isMark(index, "(") { return index }
            if !isWord(index), !isMark(index, "/"), !isMark(index, "-") { return nil }
        }
        return nil
    }
}
