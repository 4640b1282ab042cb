package import KenaliLexicon
import KenaliStorage
package import KenaliText

/// Finds the matches of a grammar's rules in texts.
///
/// All rules are tried at once, by an automaton that is built as texts ask for it; what it has learnt is kept for the next
/// text, up to a bound. Only rules that match are run, for their captures. So keep a matcher: one for each thread.
package struct Matcher: Sendable {
    /// The most tokens that a match can have, context included.
    package static let longestMatch = 63
    /// The most tokens that a look back sees.
    package static let longestLookBack = 6

    let grammar: Grammar
    private(set) var symbols: SymbolTable
    var automaton: SetAutomaton
    private var program: RuleProgram
    private var starts: StartReasons
    /// The symbols of the part of a sentence that is being read, and that of an end.
    private var places: [SymbolPlace] = []
    /// The rules to run, in the order in which they are reported: the rule, and above it the position where it starts.
    private var attempts = AttemptList()

    /// How many integers what was built may hold before it is forgotten.
    var largestCache = 4 << 20

    /// The most starts of a sentence that are read at once.
    private static let longestPart = 1 << 13
    /// The most tokens before and behind a start that can be seen from it, looks inside looks back among them.
    private static let margin = 2 * longestMatch

    package init(_ grammar: Grammar) { self.init(grammar, grammar.frozen) }

    init(_ grammar: Grammar, _ frozen: FrozenAutomaton) {
        self.grammar = grammar
        symbols = SymbolTable(grammar.atoms, frozen)
        automaton = SetAutomaton(grammar.graph, grammar.rules, width: symbols.width, frozen)
        program = RuleProgram(grammar.graph, grammar.rules)
        starts = grammar.starts
    }

    /// Finds all matches in a text that was read with the grammar's lexicon. No match crosses the end of a sentence.
    ///
    /// - Complexity: O(*n*), *n* the number of tokens.
    package mutating func match(
        _ text: AnnotatedTokens, _ sentences: [Sentence], _ bytes: Span<UInt8>, into matches: inout Matches
    ) {
        matches.removeAll()
        program.beginText()
        let field = TokenField(text, bytes)
        // Out of the matcher, so that they can be read while it learns.
        var places: [SymbolPlace] = []
        swap(&places, &self.places)
        for sentence in sentences { match(sentence.tokens, field, &places, &matches) }
        swap(&places, &self.places)
    }

    /// A sentence may be as long as the text: it is read in parts, each with what can be seen from it.
    private mutating func match(
        _ sentence: Range<Int>, _ field: borrowing TokenField, _ places: inout [SymbolPlace],
        _ matches: inout Matches
    ) {
        let running = isRunningText(sentence, field) ? 1 : 0
        var start = sentence.lowerBound
        while start < sentence.upperBound {
            let end =
                sentence.upperBound - start <= Self.longestPart + Self.margin
                ? sentence.upperBound : start + Self.longestPart
            match(start..<end, of: sentence, running: running, field, &places, &matches)
            start = end
        }
    }

    /// Finds what starts at some tokens of a sentence.
    private mutating func match(
        _ starts: Range<Int>, of sentence: Range<Int>, running: Int, _ field: borrowing TokenField,
        _ places: inout [SymbolPlace], _ matches: inout Matches
    ) {
        let first = max(sentence.lowerBound, starts.lowerBound - Self.margin)
        let part = first..<min(sentence.upperBound, starts.upperBound + Self.margin)
        readSymbols(of: part, in: sentence, field, &places)
        program.beginSentence()
        for token in starts {
            if (token - starts.lowerBound) & 63 == 0 {
                run(running, part.lowerBound, places.span, &matches)
                if symbols.size + automaton.size > largestCache {
                    symbols.forget()
                    automaton.forget()
                    readSymbols(of: part, in: sentence, field, &places)
                }
            }
            let start = token - part.lowerBound
            automaton.walk(from: start, running: running, places.span, symbols.met)
            if !automaton.found.isEmpty { putInOrder(start, token, field) }
        }
        run(running, part.lowerBound, places.span, &matches)
    }

    /// Runs the rules that were found, for their captures.
    private mutating func run(_ running: Int, _ offset: Int, _ places: Span<SymbolPlace>, _ matches: inout Matches) {
        if attempts.isEmpty { return }
        program.run(attempts, isRunningText: running == 1, places, symbols.met, offset, &matches)
        attempts.removeAll()
    }

    /// Reads the symbols of a part of a sentence, and puts that of a sentence's end behind them.
    mutating func readSymbols(
        of part: Range<Int>, in sentence: Range<Int>, _ field: borrowing TokenField, _ places: inout [SymbolPlace]
    ) {
        places.removeAll(keepingCapacity: true)
        places.reserveCapacity(part.count + 1)
        let (annotations, phrases, tokens, bytes) = (field.annotations, field.phrases, field.tokens, field.bytes)
        for token in part {
            let place = symbols.place(
                ofToken: token, sentence.upperBound, annotations, phrases, tokens[token], bytes)
            places.append(SymbolPlace(place, symbols.met))
        }
        // Its symbol is the first.
        places.append(SymbolPlace(0, symbols.met))
    }

    /// Puts the rules that the automaton found in the order of why they start at the token: by class, then by word, by
    /// digits, by shape; then by their numbers. Those that start for no reason are left out.
    @inline(__always)
    private mutating func putInOrder(_ start: Int, _ token: Int, _ field: borrowing TokenField) {
        let annotation = field.annotations[token]
        let first = attempts.count
        for index in 0..<automaton.found.count {
            let rule = automaton.found[index]
            guard let reason = starts.reason(of: Int(rule), annotation, field.tokens[token], field.bytes) else {
                continue
            }
            attempts.insert(UInt64(reason) << 32 | UInt64(rule), inOrderFrom: first)
        }
        attempts.setPosition(UInt64(start), from: first)
    }

    /// Whether a sentence is running text: it ends with a mark, or most of its words are in small letters.
    func isRunningText(_ sentence: Range<Int>, _ field: borrowing TokenField) -> Bool {
        var small = 0
        var capital = 0
        var isEnded = false
        for index in sentence {
            let token = field.tokens[index]
            if token.shape.contains(.word) {
                if token.shape.contains(.allUpper) { continue }
                if token.shape.contains(.initialUpper) { capital += 1 } else { small += 1 }
                isEnded = false
            } else {
                let byte = field.bytes[Int(token.start)]
                isEnded = isEnded || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!")
            }
        }
        return small > 0 && (small >= capital || isEnded)
    }
}
