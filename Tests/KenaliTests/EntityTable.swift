import Foundation
import Testing

@testable import Kenali

/// A table of `Fixtures/entities`: sentences in which brackets mark what must be found.
///
/// A line is a text with `\n` for a line break. `#` starts a comment; the first one names the kinds that the file
/// checks, `# kinds: person, location`: all their mentions are marked, and nothing else of them may be found. A mark is
/// a letter for the kind, perhaps a number for the entity, and the mention: `[p1 Gus _Ipul_]`. Mentions with the same
/// number must share an entity, those with different ones must not. The bare name of a person stands between
/// underscores when it is not the whole mention. Behind ` = ` stands what the mention means, when it is checked:
///
/// | kind | mark | meaning |
/// |---|---|---|
/// | person | `[p _Saifullah Yusuf_ = Menteri Sosial]` | the role, `-` for none |
/// | ministry | `[m Kemensos = Kementerian Sosial]`, `[m ... = Kementerian Luar Negeri; country Jepang]` | the official name |
/// | organization | `[o KPK = Komisi Pemberantasan Korupsi]` | its name |
/// | location | `[l Bandung = Kota Bandung; 32.73]` | its name, and its code when that is checked |
///
/// `@2024-12-27 ` before the text is the document's date. `? ` before all marks a line that is known to fail.
struct EntityTable: Sendable {
    /// A line as it is written.
    struct Line: Sendable, CustomTestStringConvertible {
        var file: String
        var number: Int
        var source: String
        var kinds: Set<MentionKind>
        /// Whether it stands below a heading that says "traps".
        var isBelowTraps: Bool

        var isKnownToFail: Bool { source.hasPrefix("? ") }
        var isTrap: Bool { isBelowTraps || source.firstMatch(of: Example.mark) == nil }
        var testDescription: String { "\(file):\(number): \(source)" }
    }

    var file: String
    var lines: [Line] = []

    /// Reads a table. Consecutive comments are one heading.
    init(_ text: String, named file: String) {
        self.file = file
        var kinds: Set<MentionKind> = []
        var heading = ""
        var isHeading = false
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("# kinds:") {
                let names = line.dropFirst(8).split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
                kinds = Set(names.compactMap(MentionKind.init(rawValue:)))
            } else if line.hasPrefix("#") {
                heading = isHeading ? heading + line : String(line)
                isHeading = true
            } else if !line.isEmpty {
                isHeading = false
                lines.append(
                    Line(
                        file: file, number: index + 1, source: String(line), kinds: kinds,
                        isBelowTraps: heading.lowercased().contains("traps")))
            }
        }
    }

    /// The tables of the folder, by name.
    static let all: [EntityTable] = {
        let folder = Project.folder.appending(path: "Fixtures/entities")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted().map { name in
            let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
            return EntityTable(text ?? "", named: name)
        }
    }()
}

extension EntityTable {
    /// What a line says: a text, and what must be found in it.
    struct Example {
        struct Mark {
            var kind: MentionKind
            var entity: String?
            /// In bytes of the text.
            var range: Range<Int>
            /// The bare name of a person.
            var name: Range<Int>
            var value: String?
        }

        var text = ""
        var date: CalendarDate?
        var marks: [Mark] = []

        static var mark: Regex<(Substring, Substring, Substring, Substring, Substring?)> {
            #/\[([pmol])(\d*) ([^\]]*?)(?: = ([^\]]*))?\]/#
        }

        /// Nil when the date cannot be read, or a bracket is left over.
        init?(_ line: Line) {
            var rest = line.source.dropFirst(line.isKnownToFail ? 2 : 0)
            if rest.first == "@", let blank = rest.firstIndex(of: " ") {
                guard let date = CalendarDate(String(rest[..<blank].dropFirst())) else { return nil }
                self.date = date
                rest = rest[rest.index(after: blank)...]
            }
            let source = rest.replacing("\\n", with: "\n")
            var end = source.startIndex
            for match in source.matches(of: Self.mark) {
                text += source[end..<match.range.lowerBound]
                end = match.range.upperBound
                guard let kind = Self.kind(match.output.1) else { return nil }
                let label = match.output.2.isEmpty ? nil : String(match.output.1 + match.output.2)
                append(match.output.3, kind, label, match.output.4.map(String.init))
            }
            text += source[end...]
            if text.firstMatch(of: #/\[[pmol]\d* /#) != nil { return nil }
        }

        private mutating func append(_ content: Substring, _ kind: MentionKind, _ label: String?, _ value: String?) {
            let start = text.utf8.count
            let parts = content.split(separator: "_", omittingEmptySubsequences: false)
            guard kind == .person, parts.count == 3 else {
                text += content
                let range = start..<text.utf8.count
                marks.append(Mark(kind: kind, entity: label, range: range, name: range, value: value))
                return
            }
            text += parts.joined()
            let name = start + parts[0].utf8.count..<start + parts[0].utf8.count + parts[1].utf8.count
            marks.append(Mark(kind: kind, entity: label, range: start..<text.utf8.count, name: name, value: value))
        }

        private static func kind(_ letter: Substring) -> MentionKind? {
            switch letter {
            case "p": .person
            case "m": .ministry
            case "o": .organization
            case "l": .location
            default: nil
            }
        }
    }
}

extension EntityTable.Example {
    /// What an extraction of the text gets wrong, one sentence each.
    func differences(_ extraction: Extraction, kinds: Set<MentionKind>) -> [String] {
        let found = extraction.mentions.filter { kinds.contains($0.kind) }
        let marks = marks.filter { kinds.contains($0.kind) }
        var differences: [String] = []
        var entities: [String: Int] = [:]
        for mark in marks {
            let written = "\(mark.kind) '\(string(mark.range))'"
            guard let mention = found.first(where: { $0.kind == mark.kind && $0.utf8Range == mark.range }) else {
                differences.append("missing: \(written)")
                continue
            }
            if case .person(let person) = mention.detail, person.nameUTF8Range != mark.name {
                differences.append("\(written) has the name '\(person.name)', not '\(string(mark.name))'")
            }
            if let value = mark.value, let meaning = mention.meaning(like: value), meaning != value {
                differences.append("\(written) means '\(meaning)', not '\(value)'")
            }
            guard let label = mark.entity else { continue }
            let entity = mention.entity ?? -1
            if let known = entities[label], known != entity {
                differences.append("\(written) is not the same as the others marked \(label)")
            } else if entities[label] == nil, let other = entities.first(where: { $0.value == entity }) {
                differences.append("\(written), marked \(label), is taken for what is marked \(other.key)")
            }
            entities[label] = entity
        }
        for mention in found where !marks.contains(where: { $0.kind == mention.kind && $0.range == mention.utf8Range })
        {
            differences.append("besides: \(mention.kind) '\(string(mention.utf8Range))' by \(mention.rule)")
        }
        return differences
    }

    private func string(_ range: Range<Int>) -> String {
        String(decoding: Array(text.utf8)[range], as: UTF8.self)
    }
}

extension Mention {
    /// What the mention means, in the form of a table's value; nil for what has no meaning that tables check.
    fileprivate func meaning(like value: String) -> String? {
        switch detail {
        case .person(let person): return person.role ?? "-"
        case .ministry(let ministry):
            return ministry.country.map { "\(ministry.canonicalName); country \($0)" } ?? ministry.canonicalName
        case .organization(let organization): return organization.canonicalName
        case .location(let place):
            return value.contains(";") ? "\(place.canonicalName); \(place.code ?? "no code")" : place.canonicalName
        default: return nil
        }
    }
}
