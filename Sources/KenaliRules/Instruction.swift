import KenaliLexicon

/// One step of a pattern, with its repeats written out.
indirect enum Instruction: Equatable, Sendable {
    /// Takes one token that satisfies a test, or a phrase where the test asks for classes.
    case test(TokenTest, isEntry: Bool)
    /// Takes this word.
    case word(LexemeID, CaseRule)
    /// Takes a number in a range.
    case number(ClosedRange<Int>)
    /// Takes a token of the form of a template.
    case template([UInt8])
    /// Takes one token, or where the parts ask for classes a token or phrase, of which one of the parts holds.
    case any([Instruction], isEntry: Bool)
    /// Tries `first`, and `second` when that fails.
    case split(first: Int32, second: Int32)
    case jump(Int32)
    /// Notes the position in a slot.
    case save(Int32)
    case glued
    case sentenceStart
    case runningText
    /// Runs the steps up to `end`, then goes on there if they matched (or did not).
    case lookahead(end: Int32, isNegative: Bool)
    /// Runs the steps up to `end` from each of so many tokens before, the nearest first, until they match up to here.
    case lookBack(end: Int32, reach: Int32, isNegative: Bool)
    /// The end of what may be read: of a look back the place where it began.
    case limit
    case accept
}
