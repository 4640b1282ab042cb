/// A place where a rule matches: what its mention covers, and what its names are bound to.
@usableFromInline package struct RuleMatch: Sendable {
    /// The index of the rule in the grammar.
    package var rule: Int32
    // A long text has many, so that they are kept small.
    @usableFromInline var start: Int32
    @usableFromInline var end: Int32
    /// Where its captures stand in ``Matches/slots``.
    package private(set) var firstSlot: Int32

    package init(rule: Int32, tokens: Range<Int>, firstSlot: Int) {
        self.rule = rule
        start = Int32(tokens.lowerBound)
        end = Int32(tokens.upperBound)
        self.firstSlot = Int32(firstSlot)
    }

    /// The tokens that the mention covers.
    @inlinable package var tokens: Range<Int> { Int(start)..<Int(end) }
}

/// What a grammar found in one text.
package struct Matches: Sendable {
    /// The matches, in the order of where their rules started.
    package internal(set) var matches: [RuleMatch] = []
    /// Starts and ends of captures; -1 where a name is not bound.
    private(set) var slots: [Int32] = []

    package init() {}

    mutating func removeAll() {
        matches.removeAll(keepingCapacity: true)
        slots.removeAll(keepingCapacity: true)
    }

    /// Leaves the matches that are right, without much room for others, and what all have bound.
    package mutating func keep(where isRight: (RuleMatch) -> Bool) {
        let count = matches.count(where: isRight)
        // A copy of most of them would need as much again.
        guard count <= matches.count / 2 else { return matches.removeAll { !isRight($0) } }
        var kept: [RuleMatch] = []
        kept.reserveCapacity(count)
        for match in matches where isRight(match) { kept.append(match) }
        matches = kept
    }

    /// Copies what a match binds to so many names, and gives it with the new place of that.
    package func copyCaptures(of match: RuleMatch, _ count: Int, to other: inout Matches) -> RuleMatch {
        let first = Int(match.firstSlot)
        let copy = RuleMatch(rule: match.rule, tokens: match.tokens, firstSlot: other.slots.count)
        for slot in first..<first + 2 * count { other.slots.append(slots[slot]) }
        return copy
    }

    /// Adds a match, or one for each span of it.
    ///
    /// - Parameters:
    ///   - found: The positions of the spans, then those of the captures, from `offset` on; one more, or 0 for none.
    mutating func add(
        _ rule: Int, _ tokens: Range<Int>, _ spanCount: Int, _ slotCount: Int, _ found: Span<UInt32>, _ offset: Int
    ) {
        let firstSlot = slots.count
        for slot in 2 * spanCount..<slotCount {
            slots.append(found[slot] == 0 ? -1 : Int32(offset) + Int32(found[slot]) - 1)
        }
        if spanCount == 0 { matches.append(RuleMatch(rule: Int32(rule), tokens: tokens, firstSlot: firstSlot)) }
        for span in 0..<spanCount where found[2 * span] > 0 && found[2 * span + 1] > found[2 * span] {
            let covered = offset + Int(found[2 * span]) - 1..<offset + Int(found[2 * span + 1]) - 1
            matches.append(RuleMatch(rule: Int32(rule), tokens: covered, firstSlot: firstSlot))
        }
    }

    /// The tokens that a name of the rule is bound to, nil when it took no part in the match.
    package func capture(_ name: String, of match: RuleMatch, in grammar: Grammar) -> Range<Int>? {
        grammar.captureIndex(name, of: Int(match.rule)).flatMap { capture($0, of: match) }
    }

    /// The tokens that the rule's capture of an index is bound to, nil when it took no part in the match.
    package func capture(_ index: Int, of match: RuleMatch) -> Range<Int>? {
        let start = slots[Int(match.firstSlot) + 2 * index]
        let end = slots[Int(match.firstSlot) + 2 * index + 1]
        guard start >= 0, end > start else { return nil }
        return Int(start)..<Int(end)
    }
}
