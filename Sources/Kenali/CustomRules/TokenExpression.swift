/// A regular expression over the characters of one token.
///
/// All ways are followed at once (Thompson's construction), so that time is linear in the token. It knows characters, `.`, `\d`
/// `\w` `\s` and their opposites, `[...]`, `^`, `$`, groups, `|`, `?`, `*`, `+`, `{m,n}`, and `(?i)` at its start.
public struct TokenExpression: Sendable, Hashable {
    /// The expression as it was written.
    public let source: String
    private var steps: [Step] = []
    private var ignoresCase = false

    private enum Step: Sendable, Hashable {
        case character(Class)
        case split(Int, Int)
        case jump(Int)
        case start
        case end
    }

    /// Characters that a step takes.
    fileprivate struct Class: Sendable, Hashable {
        var ranges: [ClosedRange<UInt32>] = []
        var kinds: [Kind] = []
        var isNegated = false

        func contains(_ scalar: Unicode.Scalar) -> Bool {
            let isFound = ranges.contains { $0.contains(scalar.value) } || kinds.contains { $0.contains(scalar) }
            return isFound != isNegated
        }
    }

    fileprivate enum Kind: Sendable, Hashable {
        case any, digit, word, blank, noDigit, noWord, noBlank

        func contains(_ scalar: Unicode.Scalar) -> Bool {
            let properties = scalar.properties
            switch self {
            case .any: return scalar != "\n"
            case .digit: return properties.numericType == .decimal
            case .word: return properties.isAlphabetic || properties.numericType != nil || scalar == "_"
            case .blank: return properties.isWhitespace
            case .noDigit: return !Kind.digit.contains(scalar)
            case .noWord: return !Kind.word.contains(scalar)
            case .noBlank: return !Kind.blank.contains(scalar)
            }
        }
    }

    /// The most steps of an expression, so that a small text can't ask for gigabytes.
    private static let limit = 10_000

    /// Reads an expression.
    ///
    /// - Throws: What is wrong with it.
    public init(_ source: String) throws(CustomRulesError) {
        self.source = source
        var parser = Parser(source)
        if parser.takes("(?i)") { ignoresCase = true }
        let tree = try parser.choice(depth: 0)
        guard parser.isAtEnd else { throw CustomRulesError("')' without '(' in the expression '\(source)'") }
        try append(tree)
    }

    private mutating func append(_ tree: Tree) throws(CustomRulesError) {
        guard steps.count < Self.limit else { throw CustomRulesError("the expression '\(source)' is too large") }
        switch tree {
        case .character(let characters): steps.append(.character(characters))
        case .start: steps.append(.start)
        case .end: steps.append(.end)
        case .sequence(let parts): for part in parts { try append(part) }
        case .choice(let left, let right):
            let split = steps.count
            steps.append(.split(0, 0))
            try append(left)
            let jump = steps.count
            steps.append(.jump(0))
            steps[split] = .split(split + 1, steps.count)
            try append(right)
            steps[jump] = .jump(steps.count)
        case .repeated(let part, let least, let most):
            for _ in 0..<least { try append(part) }
            if let most {
                for _ in least..<max(least, most) {
                    let split = steps.count
                    steps.append(.split(0, 0))
                    try append(part)
                    steps[split] = .split(split + 1, steps.count)
                }
            } else {
                let split = steps.count
                steps.append(.split(0, 0))
                try append(part)
                steps.append(.jump(split))
                steps[split] = .split(split + 1, steps.count)
            }
        }
    }

    /// Whether the expression matches some part of a text.
    ///
    /// - Complexity: O(*n* · *m*), *n* the length of the text, *m* that of the expression.
    public func isFound(in text: String) -> Bool {
        let scalars = Array((ignoresCase ? text.lowercased() : text).unicodeScalars)
        var current: [Int] = []
        var isIn = [Bool](repeating: false, count: steps.count + 1)
        for position in 0...scalars.count {
            // The expression may begin anywhere.
            add(0, position, scalars.count, &current, &isIn)
            if isIn[steps.count] { return true }
            guard position < scalars.count else { break }
            var next: [Int] = []
            var isNext = [Bool](repeating: false, count: steps.count + 1)
            for step in current {
                guard case .character(let characters) = steps[step], characters.contains(scalars[position]) else {
                    continue
                }
                add(step + 1, position + 1, scalars.count, &next, &isNext)
            }
            (current, isIn) = (next, isNext)
            if isIn[steps.count] { return true }
        }
        return false
    }

    /// Adds a step and all that it leads to without taking a character.
    private func add(_ step: Int, _ position: Int, _ end: Int, _ list: inout [Int], _ isIn: inout [Bool]) {
        var open = [step]
        while let step = open.popLast() {
            guard !isIn[step] else { continue }
            isIn[step] = true
            guard step < steps.count else { continue }
            switch steps[step] {
            case .character: list.append(step)
            case .jump(let target): open.append(target)
            case .split(let left, let right): open += [right, left]
            case .start: if position == 0 { open.append(step + 1) }
            case .end: if position == end { open.append(step + 1) }
            }
        }
    }
}

/// An expression as it was read.
private indirect enum Tree {
    case character(TokenExpression.Class)
    case start
    case end
    case sequence([Tree])
    case choice(Tree, Tree)
    case repeated(Tree, Int, Int?)
}

/// Reads an expression by recursive descent.
private struct Parser {
    private let source: String
    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ source: String) {
        self.source = source
        scalars = Array(source.unicodeScalars)
    }

    var isAtEnd: Bool { position == scalars.count }

    private func error(_ reason: String) -> CustomRulesError {
        CustomRulesError("\(reason) at character \(position + 1) of the expression '\(source)'")
    }

    mutating func takes(_ text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        guard scalars[position...].starts(with: wanted) else { return false }
        position += wanted.count
        return true
    }

    mutating func choice(depth: Int) throws(CustomRulesError) -> Tree {
        guard depth < 32 else { throw error("nested too deep") }
        let left = try sequence(depth)
        guard takes("|") else { return left }
        return .choice(left, try choice(depth: depth + 1))
    }

    private mutating func sequence(_ depth: Int) throws(CustomRulesError) -> Tree {
        var parts: [Tree] = []
        while position < scalars.count, scalars[position] != "|", scalars[position] != ")" {
            parts.append(try quantified(depth))
        }
        return .sequence(parts)
    }

    private mutating func quantified(_ depth: Int) throws(CustomRulesError) -> Tree {
        var tree = try atom(depth)
        while true {
            if takes("*") {
                tree = .repeated(tree, 0, nil)
            } else if takes("+") {
                tree = .repeated(tree, 1, nil)
            } else if takes("?") {
                tree = .repeated(tree, 0, 1)
            } else if takes("{") {
                let least = number() ?? 0
                let most = takes(",") ? number() : least
                guard takes("}"), least <= most ?? least, (most ?? least) <= 100 else {
                    throw error("expected a repeat like {2} or {2,5}, 100 at most,")
                }
                tree = .repeated(tree, least, most)
            } else {
                return tree
            }
            // Whether it takes few or many makes no difference to whether it is found.
            _ = takes("?")
        }
    }

    private mutating func number() -> Int? {
        var digits = ""
        while position < scalars.count, "0"..."9" ~= scalars[position], digits.count < 6 {
            digits.unicodeScalars.append(scalars[position])
            position += 1
        }
        return Int(digits)
    }

    private mutating func atom(_ depth: Int) throws(CustomRulesError) -> Tree {
        let scalar = scalars[position]
        position += 1
        switch scalar {
        case "(":
            if !takes("?:"), takes("?") { throw error("groups that look around or have names are unknown") }
            let tree = try choice(depth: depth + 1)
            guard takes(")") else { throw error("expected ')'") }
            return tree
        case "[": return .character(try characters())
        case ".": return .character(TokenExpression.Class(kinds: [.any]))
        case "^": return .start
        case "$": return .end
        case "\\": return .character(try escaped())
        case "*", "+", "?", "{": throw error("nothing to repeat")
        default: return .character(TokenExpression.Class(ranges: [scalar.value...scalar.value]))
        }
    }

    private mutating func escaped() throws(CustomRulesError) -> TokenExpression.Class {
        guard position < scalars.count else { throw error("expected a character behind '\\'") }
        let scalar = scalars[position]
        position += 1
        let kinds: [Unicode.Scalar: TokenExpression.Kind] = [
            "d": .digit, "w": .word, "s": .blank, "D": .noDigit, "W": .noWord, "S": .noBlank,
        ]
        if let kind = kinds[scalar] { return TokenExpression.Class(kinds: [kind]) }
        let isLetter = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        guard !isLetter else { throw error("'\\\(scalar)' is unknown") }
        return TokenExpression.Class(ranges: [scalar.value...scalar.value])
    }

    private mutating func characters() throws(CustomRulesError) -> TokenExpression.Class {
        var found = TokenExpression.Class()
        found.isNegated = takes("^")
        var isFirst = true
        while position < scalars.count, isFirst || scalars[position] != "]" {
            isFirst = false
            let first = scalars[position]
            position += 1
            if first == "\\" {
                let part = try escaped()
                found.ranges += part.ranges
                found.kinds += part.kinds
            } else if position + 1 < scalars.count, scalars[position] == "-", scalars[position + 1] != "]" {
                let last = scalars[position + 1]
                position += 2
                guard first.value <= last.value else { throw error("a range that runs backwards") }
                found.ranges.append(first.value...last.value)
            } else {
                found.ranges.append(first.value...first.value)
            }
        }
        guard takes("]") else { throw error("expected ']'") }
        return found
    }
}
