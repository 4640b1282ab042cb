/// A stated way to make tokens of ICU's word segments.
///
/// The rules are data, in `indonesian.tokens`: each has a name, a pattern and an example. A token keeps the number of the
/// rule that made it, see ``Token/rule``; ``ruleName(of:)`` names it.
///
/// ```swift
/// var policy = TokenPolicy.indonesian
/// policy.enable("slash")                                                // ATR/BPN
/// policy.makeTokens(of: segments, &sentences, in: bytes, into: &tokens)
/// ```
public struct TokenPolicy: Sendable {
    /// The rules for Indonesian, those in use that are marked so.
    public static let indonesian = TokenPolicy()

    struct Rule: Sendable {
        var name: String
        var pattern: TokenPattern
        /// Whether it makes two tokens of a segment rather than one of several.
        var splits: Bool
        var isEnabled: Bool
        /// A text with `|` where tokens part.
        var example: String
    }

    private(set) var rules: [Rule] = []
    /// The rules in use, a bit each, by the first byte of their first segment and by that of their second.
    private(set) var byFirst = [UInt64](repeating: 0, count: 256)
    private(set) var bySecond = [UInt64](repeating: 0, count: 256)
    /// Those that take one segment.
    private(set) var ofOne: UInt64 = 0

    private init() {
        guard let file = EmbeddedFile(named: "indonesian.tokens") else { return }
        // Safe: the bytes are copied while the span is alive.
        let text = unsafe file.bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
        for line in text.split(separator: "\n") where !line.hasPrefix("#") && !line.hasPrefix("rule\t") {
            let fields = line.split(separator: "\t")
            guard fields.count == 4, let pattern = TokenPattern(fields[2]) else { continue }
            rules.append(
                Rule(
                    name: String(fields[0]), pattern: pattern, splits: fields[1] == "split",
                    isEnabled: fields[1] != "off", example: String(fields[3])))
        }
        index()
    }

    private mutating func index() {
        byFirst = [UInt64](repeating: 0, count: 256)
        bySecond = byFirst
        ofOne = 0
        for (number, rule) in rules.enumerated() where rule.isEnabled {
            let bit: UInt64 = 1 << UInt64(number)
            let tests = rule.pattern.tests + rule.pattern.repeated
            for byte in 0..<256 {
                if tests[0].canStart(with: UInt8(byte)) { byFirst[byte] |= bit }
                if tests.count > 1, tests[1].canStart(with: UInt8(byte)) { bySecond[byte] |= bit }
            }
            if tests.count == 1 { ofOne |= bit }
        }
    }

    /// The names of all rules, in the order in which they are tried.
    public var ruleNames: [String] {
        rules.reduce(into: []) { names, rule in if names.last != rule.name { names.append(rule.name) } }
    }

    /// The names of the rules in use.
    public var enabledRuleNames: [String] {
        rules.reduce(into: []) { names, rule in
            if rule.isEnabled, names.last != rule.name { names.append(rule.name) }
        }
    }

    /// Switches the rules of a name on or off. False when there is none of it.
    @discardableResult public mutating func enable(_ name: String, _ isEnabled: Bool = true) -> Bool {
        var isKnown = false
        for index in rules.indices where rules[index].name == name {
            rules[index].isEnabled = isEnabled
            isKnown = true
        }
        index()
        return isKnown
    }

    /// The name of the rule that made a token, nil when it is a segment as ICU gives it.
    public func ruleName(of token: Token) -> String? {
        let index = Int(token.rule) - 1
        return rules.indices.contains(index) ? rules[index].name : nil
    }
}
