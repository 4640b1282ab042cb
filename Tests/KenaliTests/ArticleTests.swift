import Foundation
import Testing

@testable import Kenali

/// The articles of `Fixtures/articles` against what a careful reader lists.
///
/// Persons, ministries, acronyms and dates must be found exactly: nothing missing, nothing besides, values right.
@Suite("Articles")
struct ArticleTests {
    private static let extractor = Extractor()
    private static let kinds: Set<String> = ["person", "ministry", "acronym", "date"]

    struct Article: Decodable, Sendable, CustomTestStringConvertible {
        var id: String
        var date: String
        var text: String
        var mentions: [Expected]

        var testDescription: String { id }
    }

    struct Expected: Decodable, Sendable {
        var kind: String
        var start: Int
        var end: Int
        var optional: Bool?
        var name: String?
        var role: String?
        var entity: String?
        var canonical: String?
        var expansion: String?
        var value: String?
    }

    static let articles: [Article] = {
        let lines =
            (try? String(
                contentsOf: Project.folder.appending(path: "Fixtures/articles/expected.jsonl"), encoding: .utf8)) ?? ""
        return lines.split(separator: "\n").compactMap { try? JSONDecoder().decode(Article.self, from: Data($0.utf8)) }
    }()

    @Test("All fixtures are read")
    func areRead() { #expect(Self.articles.count >= 10) }

    @Test("Every mention is found, and no other", arguments: articles)
    func mentions(article: Article) {
        let scalars = Array(article.text.unicodeScalars)
        func line(_ kind: String, _ start: Int, _ end: Int, _ value: String?) -> String {
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[start..<end])
            // Values are compared as the scorer does: without regard to case.
            return "\(start)-\(end) \(kind) '\(String(text))'" + (value.map { " = \($0.lowercased())" } ?? "")
        }
        let optional = article.mentions.filter { $0.optional == true }
        let expected = article.mentions.filter { Self.kinds.contains($0.kind) && $0.optional != true }
            .map { line($0.kind, $0.start, $0.end, $0.comparedValue) }
        let valued = Set(article.mentions.filter { $0.comparedValue != nil }.map { "\($0.kind) \($0.start)" })
        let found = Self.mentions(article).filter { mention in
            Self.kinds.contains(mention.kind)
                && !optional.contains { $0.kind == mention.kind && $0.start < mention.end && mention.start < $0.end }
        }.map { line($0.kind, $0.start, $0.end, valued.contains("\($0.kind) \($0.start)") ? $0.value : nil) }
        let difference = Set(expected).symmetricDifference(found).sorted { Self.start($0) < Self.start($1) }
        #expect(
            difference.isEmpty,
            "\n\(difference.map { (expected.contains($0) ? "missing " : "besides ") + $0 }.joined(separator: "\n"))")
    }

    @Test("Mentions of one person have one entity, those of others another", arguments: articles)
    func linking(article: Article) {
        let found = Self.mentions(article)
        var expectedOf: [Int: Set<String>] = [:]
        var foundOf: [String: Set<Int>] = [:]
        for expected in article.mentions where expected.kind == "person" {
            guard let entity = expected.entity,
                let mention = found.first(where: {
                    $0.kind == "person" && $0.end > expected.start && $0.start < expected.end
                }),
                let id = mention.entity
            else { continue }
            expectedOf[id, default: []].insert(entity)
            foundOf[entity, default: []].insert(id)
        }
        for (id, entities) in expectedOf { #expect(entities.count == 1, "entity \(id) mixes \(entities.sorted())") }
        for (entity, ids) in foundOf { #expect(ids.count == 1, "\(entity) is split") }
    }

    private struct Found {
        var kind: String
        var start: Int
        var end: Int
        var value: String?
        var entity: Int?
    }

    private static func mentions(_ article: Article) -> [Found] {
        let text = article.text
        return extractor.extract(from: text, referenceDate: CalendarDate(article.date)).mentions.map { mention in
            Found(
                kind: mention.kind.rawValue,
                start: text.unicodeScalars.distance(from: text.startIndex, to: mention.range(in: text).lowerBound),
                end: text.unicodeScalars.distance(from: text.startIndex, to: mention.range(in: text).upperBound),
                value: mention.value, entity: mention.entity)
        }
    }

    private static func start(_ line: String) -> Int { Int(line.prefix { $0 != "-" }) ?? 0 }
}

extension ArticleTests.Expected {
    /// The value that the kind is compared by; "?" stands for what nobody could know.
    var comparedValue: String? {
        switch kind {
        case "person": name
        case "ministry": canonical
        case "acronym": expansion == "?" ? nil : expansion
        default: value
        }
    }
}
