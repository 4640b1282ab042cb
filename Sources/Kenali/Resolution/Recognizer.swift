import KenaliRules

/// Proposes mentions of the things that its room is about.
///
/// A recognizer reads the document, and the matches of its rules in the order of the text. It sees no other recognizer's
/// proposals: what it wants to know of them it gets from what stands after the first competition, as the document
/// remembers it. It is kept from document to document, with the memory that it works in.
protocol Recognizer {
    /// Learns what it needs of a document before the first match.
    mutating func begin(_ document: borrowing Document)

    /// Proposes what a match of one of its rules speaks of, if of anything.
    mutating func propose(_ match: RuleMatch, in document: borrowing Document, to proposals: inout Proposals)
}

extension Recognizer {
    mutating func begin(_ document: borrowing Document) {}
}
