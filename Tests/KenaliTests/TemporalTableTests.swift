import Foundation
import Testing

@testable import Kenali

/// The table of `Fixtures/dates`: what is found in a sentence, and what it means.
@Suite("Table of dates, times and durations")
struct TemporalTableTests {
    private static let extractor = Extractor(kinds: [.date, .time, .duration])

    /// A line of the table.
    struct Row: Sendable, CustomTestStringConvertible {
        var line: Int
        var sentence: String
        var reference: CalendarDate?
        /// What must be found: kind, marked text and value.
        var expected: [String]

        var testDescription: String { "line \(line): \(sentence)" }

        /// Reads `sentence TAB date TAB kinds TAB values`; nil for a line that is no example.
        init?(_ text: Substring, line: Int) {
            let fields = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard !text.hasPrefix("#"), fields.count == 4, fields[0] != "sentence" else { return nil }
            self.line = line
            reference = CalendarDate(fields[1])
            sentence = fields[0].filter { $0 != "[" && $0 != "]" }
            let marked = fields[0].split(separator: "[", omittingEmptySubsequences: false).dropFirst().map {
                String($0.prefix { $0 != "]" })
            }
            let kinds = fields[2].split(separator: " ")
            let values = fields[3].split(separator: " ")
            expected =
                fields[2] == "-"
                ? []
                : (0..<max(marked.count, kinds.count, values.count)).map { index in
                    let mark = index < marked.count ? marked[index] : "?"
                    let kind = index < kinds.count ? String(kinds[index]) : "?"
                    return "\(kind) '\(mark)' \(index < values.count ? String(values[index]) : "?")"
                }
        }
    }

    static let lines: [Substring] = {
        let text =
            (try? String(contentsOf: Project.folder.appending(path: "Fixtures/dates/examples.tsv"), encoding: .utf8))
            ?? ""
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { Substring($0) }
    }()

    static let rows = lines.enumerated().compactMap { Row($1, line: $0 + 1) }

    @Test("The table has at least 300 examples, a fifth of them without anything to find, and no broken line")
    func size() {
        #expect(Self.rows.count >= 300)
        #expect(5 * Self.rows.count { $0.expected.isEmpty } >= Self.rows.count)
        #expect(
            Self.lines.count { !$0.hasPrefix("#") && !$0.isEmpty } == Self.rows.count + 1,
            "a line has not four fields")
        #expect(Self.rows.allSatisfy { row in row.expected.allSatisfy { !$0.contains("?") } })
    }

    @Test("What is marked is found, and nothing else", arguments: rows)
    func example(row: Row) {
        let mentions = Self.extractor.extract(from: row.sentence, referenceDate: row.reference).mentions
        let found = mentions.map { mention in
            "\(mention.kind.rawValue) '\(mention.text(in: row.sentence))' \(mention.temporalValue?.noted ?? "-")"
        }
        #expect(found == row.expected)
    }
}

extension TemporalValue {
    /// The value with what else is known of it, as the table writes it.
    fileprivate var noted: String {
        ([value, modifier?.rawValue, zone].compactMap { $0 } + issues.map { "!\($0.rawValue)" }).joined(separator: ",")
    }
}
