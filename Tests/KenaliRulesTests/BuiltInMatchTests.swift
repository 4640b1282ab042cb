import Foundation
import KenaliLexicon
import KenaliText
import Testing

@testable import Kenali
@testable import KenaliRules

/// The built-in rules, as they stand in the image, find what the first matcher finds: on the texts of Fixtures, and on the
/// news beside the project where they are there. Every twentieth text; all with KENALI_LATTICES=1000000.
@Suite("Equal matches of the built-in rules")
struct BuiltInMatchTests {
    private static let isWhole = ProcessInfo.processInfo.environment["KENALI_LATTICES"] != nil

    /// Ten lines of a file each.
    private static func texts(of file: URL) throws -> [String] {
        let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n")
        return stride(from: 0, to: lines.count, by: 10).map {
            lines[$0..<min($0 + 10, lines.count)].joined(separator: "\n")
        }
    }

    private static func fixtures() throws -> [String] {
        let folder = Project.folder.appending(path: "Fixtures")
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
        return try names.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".tsv") }
            .flatMap { try texts(of: folder.appending(path: $0)) }
    }

    private static func news() throws -> [String] {
        let file = Project.folder.deletingLastPathComponent().appending(path: "shared/data/news-raw.jsonl")
        guard FileManager.default.fileExists(atPath: file.path) else { return [] }
        return try String(decoding: Data(contentsOf: file), as: UTF8.self).split(separator: "\n").compactMap {
            (try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])?["text"] as? String
        }
    }

    @Test("The image's grammar and its trained automaton, one matcher for all texts")
    func equal() throws {
        let grammar = BuiltInRules.grammar
        let reference = try ReferenceGrammar(rules: BuiltInRules.definitions, lexicon: grammar.lexicon)
        var matcher = Matcher(grammar)
        var old = ReferenceMatcher()
        var tokenizer = Tokenizer()
        var read = AnnotatedTokens()
        var matches = Matches()
        var expected = ReferenceMatches()
        let texts = try Self.fixtures() + Self.news()
        for text in Self.isWhole ? texts : stride(from: 0, to: texts.count, by: 20).map({ texts[$0] }) {
            let bytes = text.utf8Span.span
            let sentences = read.read(bytes, &tokenizer, SentenceSplitter(), grammar.lexicon)
            matcher.match(read, sentences, bytes, into: &matches)
            old.match(reference, read, sentences, bytes, into: &expected)
            let isEqual =
                matches.matches.map(\.rule) == expected.matches.map(\.rule)
                && matches.matches.map(\.tokens) == expected.matches.map(\.tokens)
                && captures(matches, grammar) == captures(expected, reference)
            #expect(isEqual, "\(text)")
        }
    }

    private func captures(_ matches: Matches, _ grammar: Grammar) -> [[Int32]] {
        matches.matches.map { match in
            let head = grammar.rules.head(of: Int(match.rule))
            let first = Int(match.firstSlot)
            return Array(matches.slots[first..<first + head.slotCount - 2 * head.spanCount])
        }
    }

    private func captures(_ matches: ReferenceMatches, _ grammar: ReferenceGrammar) -> [[Int32]] {
        matches.matches.map { match in
            let first = Int(match.firstSlot)
            return Array(matches.slots[first..<first + 2 * grammar.programs[Int(match.rule)].labels.count])
        }
    }
}
