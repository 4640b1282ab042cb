import Foundation
import KenaliText
import Testing

@testable import KenaliLexicon

/// The word lists as data.
@Suite("Word lists")
struct LexiconDataTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/KenaliData")

    static func names(in subfolder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: subfolder).path)
            .filter { !$0.hasPrefix(".") }.sorted()
    }

    @Test("Every file of the data folder is embedded, as it stands there")
    func embedded() throws {
        for subfolder in ["Lexicon", "Rules"] {
            for name in try Self.names(in: subfolder) {
                let file = try #require(EmbeddedFile(named: name), "\(name) is missing in files.c")
                let content = try Data(contentsOf: Self.folder.appending(path: "\(subfolder)/\(name)"))
                #expect(String(copying: file.bytes).utf8.elementsEqual(content), "\(name)")
            }
        }
    }

    @Test("Every list opens with its rule of membership and has whole rows", arguments: try names(in: "Lexicon"))
    func rows(name: String) throws {
        let text = try String(contentsOf: Self.folder.appending(path: "Lexicon/\(name)"), encoding: .utf8)
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
