public import Kenali

/// Reads patterns as spaCy's EntityRuler stores them: JSON Lines, an object a line.
///
/// ```
/// {"label": "PRODUK", "pattern": "Kartu Prakerja", "id": "prakerja"}
/// {"label": "PRODUK", "pattern": [{"LOWER": "kartu"}, {"IS_TITLE": true, "OP": "+"}]}
/// ```
///
/// Of a token can be asked: LOWER, TEXT, ORTH, SHAPE (a string, or an object with IN, NOT_IN; REGEX for the first three),
/// LENGTH (a number, or an object with ==, !=, <, <=, >, >=), and IS_TITLE, IS_UPPER, IS_LOWER, IS_DIGIT, IS_ALPHA,
/// IS_PUNCT, LIKE_NUM. OP is one of !, ?, +, *, {n}, {n,m}, {n,}, {,m}.
public enum EntityRulerFile {
    /// Adds the patterns of a file to rules.
    ///
    /// - Throws: The first thing that is wrong, with file and line.
    public static func read(_ bytes: Span<UInt8>, named file: String, into rules: inout CustomRules)
        throws(CustomRulesError)
    {
        var lines = FilledLines()
        while let range = lines.next(in: bytes) {
            do {
                try add(JSONValue(parsing: bytes.extracting(range)), to: &rules)
            } catch let error as JSONError {
                throw CustomRulesError("\(file):\(lines.line): not JSON: \(error)")
            } catch {
                throw CustomRulesError("\(file):\(lines.line): \(error)")
            }
        }
    }

    private static func add(_ value: JSONValue, to rules: inout CustomRules) throws {
        guard case .object(let members) = value else { throw CustomRulesError("expected an object") }
        for member in members where !["label", "pattern", "id"].contains(member.key) {
            throw unknown(member.key, among: ["label", "pattern", "id"], "a field of a pattern")
        }
        guard let label = value["label"]?.string else {
            throw CustomRulesError("expected a \"label\" in quotation marks")
        }
        let id = value["id"]?.string ?? value["id"]?.int.map(String.init)
        switch value["pattern"] {
        case .string(let phrase): try rules.add(phrase: phrase, label: label, id: id)
        case .array(let tokens):
            var parts: [CustomPattern.Part] = []
            for token in tokens { parts.append(try part(token)) }
            try rules.add(CustomPattern(label: label, id: id, parts: parts))
        default: throw CustomRulesError("expected a \"pattern\": a phrase, or an array with an object for each token")
        }
    }

    private static func unknown(_ name: String, among names: [String], _ what: String) -> CustomRulesError {
        let hint = NearNames.nearest(to: name, among: names).map { "; did you mean '\($0)'?" }
        return CustomRulesError("'\(name)' is not \(what)\(hint ?? "; known are \(names.joined(separator: ", "))")")
    }

    // MARK: - Tokens

    private static let known =
        ["LOWER", "TEXT", "ORTH", "SHAPE", "LENGTH", "OP"] + CustomPattern.Trait.allCases.map(\.rawValue)

    private static func part(_ value: JSONValue) throws(CustomRulesError) -> CustomPattern.Part {
        guard case .object(let members) = value else { throw CustomRulesError("expected an object for each token") }
        var part = CustomPattern.Part(tests: [])
        for member in members {
            let name = member.key.uppercased()
            if name == "OP" {
                try read(operation: member.value, into: &part)
            } else if let trait = CustomPattern.Trait(rawValue: name) {
                guard let flag = member.value.bool else { throw CustomRulesError("\(name) is true or false") }
                part.tests.append(.trait(trait, flag))
            } else if name == "LENGTH" {
                part.tests += try lengths(member.value)
            } else if ["LOWER", "TEXT", "ORTH", "SHAPE"].contains(name) {
                part.tests += try words(name, member.value)
            } else {
                throw unknown(member.key, among: known, "what can be asked of a token")
            }
        }
        return part
    }

    private static func words(_ name: String, _ value: JSONValue) throws(CustomRulesError) -> [CustomPattern.Test] {
        func test(_ words: Set<String>, isIn: Bool) -> CustomPattern.Test {
            switch name {
            case "LOWER": .lower(words, isIn: isIn)
            case "SHAPE": .shape(words, isIn: isIn)
            default: .text(words, isIn: isIn)
            }
        }
        if let word = value.string { return [test([word], isIn: true)] }
        guard case .object(let members) = value, !members.isEmpty else {
            throw CustomRulesError("\(name) is a string, or an object with IN, NOT_IN or REGEX")
        }
        var tests: [CustomPattern.Test] = []
        for member in members {
            switch member.key {
            case "IN", "NOT_IN":
                guard let list = member.value.array, list.allSatisfy({ $0.string != nil }) else {
                    throw CustomRulesError("\(member.key) is an array of strings")
                }
                tests.append(test(Set(list.compactMap(\.string)), isIn: member.key == "IN"))
            case "REGEX" where name != "SHAPE":
                guard let source = member.value.string else { throw CustomRulesError("REGEX is a string") }
                // In small letters the token is looked at without regard to case.
                tests.append(.expression(try TokenExpression(name == "LOWER" ? "(?i)" + source : source)))
            default: throw unknown(member.key, among: ["IN", "NOT_IN", "REGEX"], "known of \(name)")
            }
        }
        return tests
    }

    private static func lengths(_ value: JSONValue) throws(CustomRulesError) -> [CustomPattern.Test] {
        if let length = value.int { return [.length(.equal, length)] }
        guard case .object(let members) = value, !members.isEmpty else {
            throw CustomRulesError("LENGTH is a number, or an object with a comparison: {\">=\": 3}")
        }
        var tests: [CustomPattern.Test] = []
        for member in members {
            guard let comparison = CustomPattern.Comparison(rawValue: member.key), let length = member.value.int else {
                let names = CustomPattern.Comparison.allCases.map(\.rawValue).joined(separator: " ")
                throw CustomRulesError("LENGTH compares by one of \(names) with a number")
            }
            tests.append(.length(comparison, length))
        }
        return tests
    }

    private static func read(operation value: JSONValue, into part: inout CustomPattern.Part) throws(CustomRulesError) {
        let unbounded = CustomPattern.longest
        switch value.string {
        case "!": part.isNegated = true
        case "?": part.count = 0...1
        case "+": part.count = 1...unbounded
        case "*": part.count = 0...unbounded
        case "1": break
        case let text?:
            guard text.hasPrefix("{"), text.hasSuffix("}") else { fallthrough }
            let bounds = text.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false)
            let least = bounds.first.flatMap { $0.isEmpty ? 0 : Int($0) }
            let most = bounds.count == 1 ? least : bounds.last.flatMap { $0.isEmpty ? unbounded : Int($0) }
            guard bounds.count <= 2, let least, let most, 0...most ~= least, most >= 1, most <= unbounded else {
                throw CustomRulesError("'\(text)' is no count of tokens up to \(unbounded): {2}, {1,3}, {2,}, {,4}")
            }
            part.count = least...most
        default: throw CustomRulesError("OP is one of !, ?, +, *, {n}, {n,m}, {n,}, {,m}")
        }
    }
}
