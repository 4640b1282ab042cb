import Foundation
import KenaliText
import Testing

@testable import KenaliLexicon

/// The word lists as data.
@Suite("Word lists")
struct LexiconDataTests {
    @Test(
        "Every list opens with its rule of membership and has whole rows",
        arguments: try DataFolder.names(in: "Lexicon"))
    func rows(name: String) throws {
        let text = try String(contentsOf: DataFolder.url.appending(path: "Lexicon/\(name)"), encoding: .utf8)
        #expect(text.hasPrefix("# "), "no rule of membership")
        #expect(text.precomposedStringWithCanonicalMapping == text, "not in NFC")
        var width: Int?
        var seen = Set<String>()
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where !line.isEmpty && !line.hasPrefix("#") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            if let width { #expect(fields.count == width, "\(name):\(index + 1)") }
            // The last columns of a generic list may be left out.
            if fields.count > 2 || width == nil { width = fields.count }
            #expect(
                fields.allSatisfy { $0 == $0.trimmingCharacters(in: .whitespaces) },
                "\(name):\(index + 1): blanks around a field")
            #expect(seen.insert(String(line)).inserted, "\(name):\(index + 1): a row twice")
        }
        #expect(seen.count > 1, "no rows")
    }
}
