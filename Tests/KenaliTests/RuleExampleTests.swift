import KenaliRules
import KenaliText
import Testing

@testable import Kenali

/// The examples beside the rules.
@Suite("Rule examples")
struct RuleExampleTests {
    private static let extractor = Extractor()
    /// The day on which all examples are read: a Friday.
    private static let day = CalendarDate(year: 2024, month: 12, day: 27)

    struct Case: CustomTestStringConvertible, Sendable {
        var rule: String
        var kind: String
        var example: RuleExample

        var testDescription: String { "\(example.file):\(example.line) \(rule)" }
    }

    static let cases = BuiltInRules.definitions.flatMap { rule in
        ((try? rule.examples()) ?? []).map { Case(rule: rule.name, kind: rule.kind, example: $0) }
    }

    @Test("Every rule that proposes a mention shows what it finds")
    func everyRuleHasExamples() throws {
        for rule in BuiltInRules.definitions {
            let examples = try rule.examples()
            guard MentionKind.allCases.contains(where: { $0.rawValue == rule.kind }) else { continue }
            #expect(examples.contains { !$0.expected.isEmpty }, "\(rule.name) has no example")
        }
        #expect(Set(BuiltInRules.definitions.map(\.name)).count == BuiltInRules.definitions.count)
    }

    @Test(
        "What is marked is found, with its value, by a rule of that kind; nothing else of the kind is", arguments: cases
    )
    func example(_ test: Case) throws {
        let mentions = Self.extractor.extract(from: test.example.text, referenceDate: Self.day).mentions
        if test.example.expected.isEmpty {
            #expect(mentions.filter { $0.rule == test.rule }.map(\.utf8Range) == [], "\(test.example.text)")
            // A rule that only blocks shows that nothing is left of what it blocks.
            if test.kind == "other" {
                #expect(mentions.filter { $0.kind == .date || $0.kind == .duration }.map(\.utf8Range) == [])
            }
            return
        }
        let found = mentions.filter { $0.kind.rawValue == test.kind }
        #expect(found.map(\.utf8Range) == test.example.expected, "\(test.example.text)")
        #expect(found.contains { $0.rule == test.rule }, "\(found.map(\.rule))")
        if let value = test.example.value { #expect(found.first?.value == value) }
    }
}

extension Mention {
    /// What an example gives behind its arrow.
    var value: String? {
        switch detail {
        case .person(let person): person.name
        case .ministry(let ministry): ministry.canonicalName
        case .date(let value), .time(let value), .duration(let value): value.value
        case .acronym(let acronym): acronym.expansion
        case .organization(let organization): organization.canonicalName
        case .location(let place): place.canonicalName
        case .custom: nil
        }
    }
}
