import KenaliRules

/// The matches that propose no mention of themselves, by what their rules find, so that who reads one kind sees no other.
struct MatchIndex: Sendable {
    /// The numbers of the matches, each in order.
    private var numbers: [[Int32]] = Array(repeating: [], count: RuleKind.allCases.count)

    /// Replaces the content, reusing memory.
    ///
    /// - Complexity: O(*n*), *n* the number of matches.
    mutating func read(_ matches: Matches, _ rules: RuleTable) {
        for place in numbers.indices { numbers[place].removeAll(keepingCapacity: true) }
        for (number, match) in matches.matches.enumerated() {
            let kind = rules.kinds[Int(match.rule)]
            if !kind.isProposed { numbers[Int(kind.rawValue)].append(Int32(number)) }
        }
    }

    /// The numbers of the matches of a kind, in the order of the text; none of a kind that is proposed.
    subscript(kind: RuleKind) -> [Int32] { numbers[Int(kind.rawValue)] }
}
