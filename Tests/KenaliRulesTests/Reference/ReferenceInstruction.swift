import KenaliLexicon

@testable import KenaliRules

/// One step of a compiled pattern.
enum ReferenceInstruction: Equatable, Sendable {
    /// Takes one token or phrase that satisfies a test; `memo` numbers the steps that may go two ways.
    case test(Int32, memo: Int32)
    /// Takes this word.
    case word(LexemeID, CaseRule)
    /// Takes a number in a range.
    case number(Int32, Int32)
    /// Takes a token of the form of a template.
    case template(Int32)
    /// Tries `first`, and `second` when that fails.
    case split(first: Int32, second: Int32, memo: Int32)
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
