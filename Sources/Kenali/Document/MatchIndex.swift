import KenaliRules

/// The matches of a text by what their rules find, so that who reads one kind sees no other.
struct MatchIndex: Sendable {
    /// The numbers of the matches, kind by kind, each in order; and where those of each kind begin.
    private var numbers: [Int32] = []
    private var starts: [Int32] = []

    /// Replaces the content, reusing memory.
    ///
    /// - Complexity: O(*n*), *n* the number of matches.
    mutating func read(_ matches: Matches, _ rules: RuleTable) {
        starts.removeAll(keepingCapacity: true)
        for _ in 0...RuleKind.allCases.count { starts.append(0) }
        for match in matches.matches { starts[Int(rules.kinds[Int(match.rule)].rawValue) + 1] += 1 }
        for place in 1..<starts.count { starts[place] += starts[place - 1] }
        numbers.removeAll(keepingCapacity: true)
        for _ in matches.matches.indices { numbers.append(0) }
        // Counting up moves each start to the end of its kind, which is where the next kind starts.
        for (number, match) in matches.matches.enumerated() {
            let place = Int(rules.kinds[Int(match.rule)].rawValue)
            numbers[Int(starts[place])] = Int32(number)
            starts[place] += 1
        }
    }

    /// The numbers of the matches of a kind, in the order of the text.
    subscript(kind: RuleKind) -> ArraySlice<Int32> {
        let place = Int(kind.rawValue)
        guard place < starts.count else { return [] }
        return numbers[(place > 0 ? Int(starts[place - 1]) : 0)..<Int(starts[place])]
    }
}
