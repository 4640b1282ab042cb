import KenaliLexicon
import KenaliText

@testable import KenaliRules

/// Rules compiled for one lexicon.
///
/// A rule is only tried at a token that can start it: for every word class, word and shape the grammar knows the rules
/// that begin with it, so rules whose first word does not occur in a text cost nothing there.
struct ReferenceGrammar: Sendable {
    /// The rules in the order they were given.
    let rules: [RuleDefinition]
    /// The lexicon the rules were compiled for, with the words that they name.
    let lexicon: Lexicon
    let programs: [ReferenceCompiler.Program]
    let instructions: [ReferenceInstruction]
    let tests: [TokenTest]
    let templates: [[UInt8]]
    /// All classes that start a rule.
    private(set) var startClasses = WordClasses.none
    /// The rules that start with each class, one class behind the other, and where each begins.
    private(set) var rulesOfClasses: [Int32] = []
    private(set) var classStarts: [Int32] = []
    /// The rules that start with a word.
    private(set) var rulesByWord: [LexemeID: [Int32]] = [:]
    /// Whether a rule starts with the word, a bit each.
    private(set) var startWords: [UInt64]
    /// The rules that start at any token of a shape.
    private(set) var rulesByShape: [(shape: TokenShape, rules: [Int32])] = []
    /// The rules that start at a token with digits, by the index of its form in ``ReferenceDigitForms``.
    private(set) var rulesByDigits: [[Int32]] = Array(repeating: [], count: ReferenceDigitForms.count)

    /// What the matcher needs of a rule to try it.
    struct RuleHead: Sendable {
        var start: Int32
        var memoCount: Int32
        var spanCount: Int32
        /// Two for each span and each capture.
        var slotCount: Int32
    }
    let heads: [RuleHead]

    /// Compiles rules.
    ///
    /// - Throws: the first error, with the place of the rule: an unknown class, a pattern that matches nothing, one
    ///   that is too large.
    init(rules: [RuleDefinition], lexicon: consuming Lexicon) throws(RuleError) {
        var compiler = ReferenceCompiler(lexicon: lexicon)
        var programs: [ReferenceCompiler.Program] = []
        for rule in rules { programs.append(try compiler.compile(rule)) }
        self.rules = rules
        self.lexicon = compiler.lexicon
        self.programs = programs
        heads = programs.map {
            RuleHead(
                start: $0.start, memoCount: Int32($0.memoCount), spanCount: Int32($0.spanCount),
                slotCount: Int32(2 * ($0.spanCount + $0.labels.count)))
        }
        instructions = compiler.instructions
        tests = compiler.tests
        templates = compiler.templates
        var words = Set<LexemeID>()
        var rulesByClass = [[Int32]](repeating: [], count: WordClasses.limit)
        for (index, program) in programs.enumerated() {
            let rule = Int32(index)
            startClasses.formUnion(program.starts.classes)
            var classes = program.starts.classes
            while let bit = classes.popFirst() { rulesByClass[bit].append(rule) }
            for word in program.starts.words { rulesByWord[word, default: []].append(rule) }
            words.formUnion(program.starts.words)
            for form in 0..<ReferenceDigitForms.count where program.starts.digits.rawValue >> UInt8(form) & 1 != 0 {
                rulesByDigits[form].append(rule)
            }
            for shape in Set(program.starts.shapes).sorted(by: { $0.rawValue < $1.rawValue }) {
                if let place = rulesByShape.firstIndex(where: { $0.shape == shape }) {
                    rulesByShape[place].rules.append(rule)
                } else {
                    rulesByShape.append((shape, [rule]))
                }
            }
        }
        for rules in rulesByClass {
            classStarts.append(Int32(rulesOfClasses.count))
            rulesOfClasses.append(contentsOf: rules)
        }
        classStarts.append(Int32(rulesOfClasses.count))
        startWords = Array(repeating: 0, count: (words.max().map { Int($0) } ?? 0) / 64 + 1)
        for word in words { startWords[Int(word) / 64] |= 1 << UInt64(word % 64) }
    }

    /// Whether some rule starts with the word.
    @inline(__always)
    func isStart(_ word: LexemeID) -> Bool {
        word >= 0 && Int(word) / 64 < startWords.count && startWords[Int(word) / 64] >> UInt64(word % 64) & 1 != 0
    }
}
