import KenaliRules
import Testing

@testable import Kenali

@Suite("Rules as numbers")
struct RuleTableTests {
    @Test("Every kind and every name of the built-in rules is read by somebody, and every kind is used")
    func names() {
        let grammar = BuiltInRules.grammar
        let meanings = RuleMeanings(grammar)
        var table = RuleTable(ruleCount: grammar.rules.count)
        let captures = Dictionary(uniqueKeysWithValues: Capture.allCases.map { ($0.stringValue, $0) })
        for name in grammar.rules.captureNames { #expect(captures[name] != nil, "nothing reads '\(name)'") }
        for (index, rule) in grammar.rules.enumerated() {
            table.learn(index, meanings)
            #expect(table.kinds[index].name == rule.kind)
            #expect(Int(table.weights[index]) == rule.weight)
            for slot in 0..<grammar.rules.captureCount(of: index) {
                let name = grammar.rules.captureNames[grammar.rules.capture(slot, of: index)]
                guard let capture = captures[name] else { continue }
                #expect(table.slot(of: capture, in: Int32(index)) == slot)
            }
            #expect(table.slot(of: .unread, in: Int32(index)) == nil)
        }
        for kind in RuleKind.allCases { #expect(table.kinds.contains(kind), "no rule finds '\(kind.name)'") }
    }
}
