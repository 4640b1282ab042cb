import KenaliLexicon
import KenaliRules
import KenaliText

/// What words of long forms are read in: a document, or the words of a test.
protocol LongFormSource: ~Escapable {
    /// A token as a word of a long form.
    func longFormWord(_ token: Int) -> LongFormWord
}

/// The words that a definition may take: those before a bracket, those behind a short form. Its memory is used again.
///
/// Most words nobody asks for, so that a word is read when it is asked for, see ``read(_:in:)``; till then it is a token.
struct DefinitionWords: Sendable {
    /// The tokens, in the order in which they were found.
    private var tokens = InlineArray<32, Int32>(repeating: 0)
    private(set) var count = 0
    /// Whether they were found from the last one on.
    private var isFromEnd = false
    /// Those with a comma before them, and those that were read, a bit each.
    private var commas: UInt32 = 0
    private var known: UInt32 = 0
    /// The words that were read.
    private var words: [LongFormWord] = []

    /// As many as there is room for: more than a bracket holds.
    private static let most = 32

    init() {}

    /// So many words, whose tokens are numbered from 0.
    init(count: Int) {
        for token in 0..<count { append(token) }
    }

    var all: Range<Int> { 0..<count }

    private func place(_ index: Int) -> Int { isFromEnd ? count - 1 - index : index }

    func token(_ index: Int) -> Int { Int(tokens[place(index)]) }

    /// Whether a comma stands before a word.
    func isBehindComma(_ index: Int) -> Bool { commas &>> UInt32(place(index)) & 1 != 0 }

    /// A word that was read.
    subscript(index: Int) -> LongFormWord { words[place(index)] }

    /// Makes sure that a word was read.
    @inline(__always)
    mutating func read<Source: LongFormSource & ~Escapable>(_ index: Int, in source: borrowing Source) {
        let place = place(index)
        guard known &>> UInt32(place) & 1 == 0 else { return }
        known |= 1 &<< UInt32(place)
        while words.count <= place { words.append(LongFormWord()) }
        words[place] = source.longFormWord(Int(tokens[place]))
    }

    // MARK: - Finding words

    private mutating func begin(fromEnd: Bool) { (count, commas, known, isFromEnd) = (0, 0, 0, fromEnd) }

    private mutating func append(_ token: Int) {
        guard count < Self.most else { return }
        tokens[count] = Int32(token)
        count += 1
    }

    /// Finds all words of a run of tokens.
    mutating func find(_ range: Range<Int>, _ document: borrowing Document) {
        begin(fromEnd: false)
        for token in range where document.isWord(token) { append(token) }
    }

    /// Finds the words that may make the long form that ends before a token. Quotation marks at its end are left out, and
    /// what stands in brackets in the middle.
    mutating func find(before end: Int, _ document: borrowing Document) {
        begin(fromEnd: true)
        var index = end - 1
        if index >= 0, document.isQuote(index) { index -= 1 }
        if index >= 0, document.isMark(index, ",") { index -= 1 }
        if index >= 0, document.isQuote(index) { index -= 1 }
        guard index >= 0, document.isWord(index) else { return }
        while index >= 0, count < DefinitionAligner.longestForm {
            if document.isWord(index) {
                append(index)
                if document.shape(index).contains(.sentenceStart) { break }
            } else if document.isMark(index, ")"), let open = document.bracket(closedBy: index) {
                index = open
            } else if document.isMark(index, ",") {
                commas |= 1 &<< UInt32(count - 1)
            } else if !document.joins(index) {
                break
            }
            index -= 1
        }
    }

    /// Finds the words that may make the long form that starts at a token.
    mutating func find(behind start: Int, _ document: borrowing Document) {
        begin(fromEnd: false)
        var index = start
        if index < document.tokenCount, document.isQuote(index) { index += 1 }
        while index < document.tokenCount, count < DefinitionAligner.longestForm {
            if document.isWord(index) {
                if document.shape(index).contains(.sentenceStart) { break }
                append(index)
            } else if !document.joins(index) {
                break
            }
            index += 1
        }
    }

    /// Finds the capitalized words from a token on, function words between them, on one line.
    mutating func find(nameFrom start: Int, atMost limit: Int, _ document: borrowing Document) {
        begin(fromEnd: false)
        var index = start
        while index < document.tokenCount, count < limit {
            let shape = document.shape(index)
            guard shape.contains(.word), index == start || shape.isDisjoint(with: [.lineBefore, .sentenceStart]),
                shape.contains(.initialUpper) || document.has(index, document.classes.definitionFunction)
            else { break }
            append(index)
            index += 1
        }
    }
}

extension Document: LongFormSource {
    func longFormWord(_ token: Int) -> LongFormWord {
        var word = LongFormWord(bytes.extracting(text.tokens[token].utf8Range))
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
}

extension Document {
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
