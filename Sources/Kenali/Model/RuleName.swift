/// The name of a rule, which all mentions that it finds share.
final class RuleName: Sendable, Hashable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: RuleName, right: RuleName) -> Bool { left === right || left.text == right.text }

    func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// The names of the rules that have found something, each made once: a worker keeps them.
struct RuleNames: Sendable {
    private var rules: [RuleName?] = []
    private var custom: [RuleName?] = []
    private var memory: [RuleName?] = []

    /// The name of what proposed a candidate.
    mutating func name(of proposer: Proposer, in document: borrowing Document) -> RuleName {
        switch proposer {
        case .rule(let number): Self.name(Int(number), &rules) { document.name(of: proposer) }
        case .custom(let number): Self.name(Int(number), &custom) { document.name(of: proposer) }
        case .memory(let rule): Self.name(Int(rule.rawValue), &memory) { rule.name }
        }
    }

    private static func name(_ number: Int, _ names: inout [RuleName?], _ text: () -> String) -> RuleName {
        if number < names.count, let name = names[number] { return name }
        if number >= names.count { names.append(contentsOf: repeatElement(nil, count: number + 1 - names.count)) }
        let name = RuleName(text())
        names[number] = name
        return name
    }
}
