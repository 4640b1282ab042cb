import KenaliStorage

/// The conditions of a step: what guards and looks say, as far as one token tells.
extension StateBuilder {
    enum Answer: UInt32 { case no = 1, yes, unknown }

    /// Whether a guard and those before it hold, as far as one token tells.
    mutating func answer(
        ofGuard guard: Int, _ graph: RuleGraph, _ place: Int, _ symbols: borrowing MetSymbols
    ) -> Answer {
        if `guard` == 0 { return .yes }
        while answers.count < closures.guards.count { answers.append(0) }
        if answers[`guard`] >> 2 == step & 0x3FFF_FFFF, let known = Answer(rawValue: answers[`guard`] & 3) {
            return known
        }
        var answer = answer(ofGuard: Int(closures.guards[`guard`].parent), graph, place, symbols)
        if answer != .no {
            let own = ownAnswer(ofGuard: `guard`, graph, place, symbols)
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
        case NodeCode.here:
            return symbols.holds(head >> NodeCode.bits, at: Int(symbols.data[place + 1])) ? .yes : .no
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
        let closure = closures.place(of: body, running: running, graph)
        let row = Int(symbols.data[place &+ 1])
        let phrases = Int(symbols.data[place &+ 2])
        var answer = Answer.no
        for number in 0..<Int(closures.pool[closure]) {
            let entry = closure &+ NodeClosures.headSize &+ NodeClosures.entrySize &* number
            let head = Int(closures.pool[entry])
            var accepts = true
            if head & NodeCode.mask != NodeCode.accept {
                var holds = symbols.holds(head >> NodeCode.bits, at: row)
                if phrases > 0, !holds, head & NodeCode.mask == NodeCode.entry {
                    for phrase in 0..<phrases
                    where symbols.holds(head >> NodeCode.bits, at: Int(symbols.data[place &+ 4 &+ 2 &* phrase])) {
                        holds = true
                    }
                }
                guard holds else { continue }
                accepts = closures.pool[entry &+ 1] & 1 == 1
            }
            let certain = self.answer(ofGuard: Int(closures.pool[entry &+ 2]), graph, place, symbols)
            if certain == .no { continue }
            if accepts, certain == .yes { return .yes }
            answer = .unknown
        }
        return answer
    }
}
