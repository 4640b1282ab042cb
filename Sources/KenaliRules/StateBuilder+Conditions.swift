import KenaliStorage

/// The conditions of a step: what guards and looks say, as far as one token tells.
extension StateBuilder {
    enum Answer: UInt32 { case no = 1, yes, unknown }

    /// Whether a guard and those before it hold, as far as one token tells.
    @inline(__always)
    mutating func answer(
        ofGuard guard: Int, _ graph: RuleGraph, _ place: Int, _ symbols: borrowing MetSymbols
    ) -> Answer {
        if `guard` == 0 { return .yes }
        let asked = closures.guards[`guard`]
        if asked.parent == 0, asked.test != 0 { return Self.answer(asked.test, place, symbols) }
        return longAnswer(ofGuard: `guard`, graph, place, symbols)
    }

    /// Whether an atom holds of the token, or does not; see ``NodeClosures/Guard/test``.
    @inline(__always)
    private static func answer(_ test: UInt32, _ place: Int, _ symbols: borrowing MetSymbols) -> Answer {
        let holds = symbols.holds(Int(test >> 2), at: Int(symbols.data[place &+ 1]))
        return holds == (test & 3 == NodeClosures.Guard.holds) ? .yes : .no
    }

    private mutating func longAnswer(
        ofGuard guard: Int, _ graph: RuleGraph, _ place: Int, _ symbols: borrowing MetSymbols
    ) -> Answer {
        answers.reach(closures.guards.count - 1, 0)
        if answers[`guard`] >> 2 == step & 0x3FFF_FFFF, let known = Answer(rawValue: answers[`guard`] & 3) {
            return known
        }
        let asked = closures.guards[`guard`]
        var answer = answer(ofGuard: Int(asked.parent), graph, place, symbols)
        if answer != .no {
            let own =
                asked.test != 0
                ? Self.answer(asked.test, place, symbols) : ownAnswer(ofGuard: `guard`, graph, place, symbols)
            if own != .yes { answer = own }
        }
        answers[`guard`] = step << 2 | answer.rawValue
        return answer
    }

    private mutating func ownAnswer(
        ofGuard guard: Int, _ graph: RuleGraph, _ place: Int, _ symbols: borrowing MetSymbols
    ) -> Answer {
        let node = Int(closures.guards[`guard`].node)
        let head = graph.nodes[node, graph.fields.head]
        switch head & NodeCode.mask {
        case NodeCode.look: return look(graph.nodes[node, graph.fields.other], graph, place, symbols)
        case NodeCode.notLook:
            switch look(graph.nodes[node, graph.fields.other], graph, place, symbols) {
            case .yes: return .no
            case .no: return .yes
            case .unknown: return .unknown
            }
        default: return .unknown
        }
    }

    /// Whether what begins at a node matches from a token on.
    private mutating func look(
        _ body: Int, _ graph: RuleGraph, _ place: Int, _ symbols: borrowing MetSymbols
    ) -> Answer {
        let closure = closures.place(of: closures.bundles.item(ofNode: body), running: running, graph)
        var answer = Answer.no
        for entry in closures.accepting(at: closure) {
            let certain = self.answer(ofGuard: Int(closures.pool[entry &+ 2]), graph, place, symbols)
            if certain == .yes { return .yes }
            if certain != .no { answer = .unknown }
        }
        for index in closures.wordRange(at: closure) {
            let word = closures.words[index]
            var bits = word.bits & held[Int(word.number)]
            while bits != 0 {
                for entry in closures.entries(ofAtom: bits.trailingZeroBitCount, word)
                where isTaken(Int(closures.pool[entry]), place, symbols) {
                    let certain = self.answer(ofGuard: Int(closures.pool[entry &+ 2]), graph, place, symbols)
                    if certain == .no { continue }
                    if certain == .yes, closures.pool[entry &+ 1] & 1 == 1 { return .yes }
                    answer = .unknown
                }
                bits &= bits &- 1
            }
        }
        return answer
    }

    /// Whether an entry whose atom holds of a token or phrase takes it.
    @inline(__always)
    private func isTaken(_ head: Int, _ place: Int, _ symbols: borrowing MetSymbols) -> Bool {
        head & NodeCode.mask == NodeCode.entry
            || symbols.holds(head >> NodeCode.bits, at: Int(symbols.data[place &+ 1]))
    }
}
