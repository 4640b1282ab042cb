import KenaliLexicon
import KenaliStorage
import KenaliText

/// What a matcher learns before its automaton is frozen.
extension Matcher {
    /// Learns the symbols of a text and what they do at a start, and matches nothing.
    mutating func learn(_ text: AnnotatedTokens, _ sentences: [Sentence], _ bytes: Span<UInt8>) {
        let field = TokenField(text, bytes)
        var places: [SymbolPlace] = []
        for sentence in sentences {
            readSymbols(of: sentence.tokens, in: sentence.tokens, field, &places)
            for place in places { automaton.learnStart(place.place, symbols.met) }
        }
    }

    /// Counts how often the states and the symbols of a text are met.
    mutating func count(
        _ text: AnnotatedTokens, _ sentences: [Sentence], _ bytes: Span<UInt8>, in counts: inout MeetingCounts
    ) {
        let field = TokenField(text, bytes)
        var places: [SymbolPlace] = []
        for sentence in sentences {
            readSymbols(of: sentence.tokens, in: sentence.tokens, field, &places)
            let running = isRunningText(sentence.tokens, field) ? 1 : 0
            for start in 0..<sentence.tokens.count {
                counts.symbols[places[start].place, default: 0] += 1
                automaton.walk(from: start, running: running, places.span, symbols.met) {
                    counts.states[$0, default: 0] += 1
                }
            }
        }
    }

    /// Learns what other texts may lead to that have the symbols of those that were counted in another order: the steps that would
    /// be met at least so often in texts as long, were all symbols as frequent everywhere.
    mutating func foresee(_ counts: MeetingCounts, least: Double) {
        let total = Double(counts.symbols.values.reduce(0, +))
        let shares = counts.symbols.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
            .map { (place: $0.key, share: Double($0.value) / total) }
        var met = counts.states.mapValues { Double($0) }
        // How many symbols were tried of each state.
        var tried: [Int: Int] = [:]
        var waiting = met.keys.sorted()
        while !waiting.isEmpty {
            var next: Set<Int> = []
            for state in waiting {
                guard let often = met[state] else { continue }
                var number = tried[state] ?? 0
                while number < shares.count, often * shares[number].share >= least {
                    let place = automaton.step(state, shares[number].place, symbols.met)
                    for edge in automaton.edges(at: place) {
                        met[edge.state, default: 0] += often * shares[number].share
                        next.insert(edge.state)
                    }
                    number += 1
                }
                tried[state] = number
            }
            waiting = next.sorted()
        }
    }

    /// Writes what was learnt. Answers the numbers that it gave the nodes of the graph.
    mutating func write(into writer: inout ImageWriter) -> [Int] {
        FrozenAutomaton.write(symbols, &automaton, into: &writer)
    }
}

/// How often the states of an automaton and symbols, by their places, were met in texts.
struct MeetingCounts {
    var states: [Int: Int] = [:]
    var symbols: [UInt32: Int] = [:]
}
