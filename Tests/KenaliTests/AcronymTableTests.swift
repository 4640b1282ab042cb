import Foundation
import Testing

@testable import Kenali

/// The tables of `Fixtures/acronyms`: sentences in which brackets mark what must be found.
@Suite("Acronym tables")
struct AcronymTableTests {
    private static let extractor = Extractor()

    struct Line: CustomTestStringConvertible, Sendable {
        var text: String
        var number: Int
        var testDescription: String { "\(number): \(text)" }
    }

    static let definitions = lines("definitions.txt")
    static let uses = lines("uses.txt")

    private static func lines(_ name: String) -> [Line] {
        let url = Project.folder.appending(path: "Fixtures/acronyms/\(name)")
        let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            line.isEmpty || line.hasPrefix("#") ? nil : Line(text: String(line), number: index + 1)
        }
    }

    private func acronyms(_ text: String) -> [(form: String, acronym: Acronym)] {
        Self.extractor.extract(from: text).mentions.compactMap { mention in
            if case .acronym(let acronym) = mention.detail { (String(mention.text(in: text)), acronym) } else { nil }
        }
    }

    @Test("At least 250 lines, a third of which define or mean nothing")
    func size() {
        let all = Self.definitions + Self.uses
        let negative = all.count { !$0.text.contains("[") && !$0.text.contains("{") }
        #expect(all.count >= 250 && 3 * negative >= all.count, "\(negative) of \(all.count)")
    }

    @Test("Definitions: [ ] marks the long form, { } the short form", arguments: definitions)
    func definition(_ line: Line) {
        var long = ""
        var short = ""
        var text = ""
        var open: Character?
        var previous: Character?
        for (index, character) in zip(line.text.indices, line.text) {
            let next = line.text.index(after: index)
            let isBeforeForm = next < line.text.endIndex && line.text[next] == "{"
            switch character {
            // A bracket around the short form belongs to the text.
            case "[" where isBeforeForm, "]" where previous == "}": text.append(character)
            case "[", "{": open = character
            case "]", "}": open = nil
            default:
                text.append(character)
                if open == "[" { long.append(character) }
                if open == "{" { short.append(character) }
            }
            previous = character
        }
        let found = acronyms(text).filter { $0.acronym.source == .text }
        let expected = short.isEmpty ? [] : ["\(short) = \(long)"]
        #expect(Set(found.map { "\($0.form) = \($0.acronym.expansion ?? "?")" }) == Set(expected))
    }

    @Test("Uses: { } marks every short form; behind => stands what the last one means", arguments: uses)
    func use(_ line: Line) {
        let parts = line.text.split(separator: " => ")
        var text = ""
        var expected: [String] = []
        var form: String?
        for character in parts[0] {
            switch character {
            case "{": form = ""
            case "}":
                if let form { expected.append(form) }
                form = nil
            default:
                text.append(character)
                form?.append(character)
            }
        }
        let found = acronyms(text)
        #expect(found.map(\.form) == expected)
        if parts.count > 1 { #expect((found.last?.acronym.expansion ?? "?") == parts[1]) }
    }
}
