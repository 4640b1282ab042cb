import Foundation
import Testing

@testable import KenaliText

/// Whole files against ICU.
@Suite("Boundaries of files")
struct BoundaryFileTests {
    /// All texts of Fixtures, and the files that `KENALI_TEXTS` names, with colons between.
    private static var files: [String] {
        let fixtures = Project.folder.appending(path: "Fixtures")
        let own = ((try? FileManager.default.subpathsOfDirectory(atPath: fixtures.path)) ?? [])
            .filter { !$0.hasPrefix(".") && $0.contains(".") }.map { fixtures.appending(path: $0).path }
        let others = ProcessInfo.processInfo.environment["KENALI_TEXTS"] ?? ""
        return own.sorted() + others.split(separator: ":").map(String.init)
    }

    @Test("Every file as a whole, and line by line", arguments: files)
    func file(path: String) throws {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        var iterator = BreakIterator()
        var differential = Differential()
        let isRight = differential.check(bytes) { iterator.forEachSegment(in: $0, $1) }
        #expect(isRight)
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            guard differential.check(Array(line), against: { iterator.forEachSegment(in: $0, $1) }) else { return }
        }
    }

    /// The strings of the Unicode Character Database's `WordBreakTest.txt`, in the folder that `KENALI_UNICODE_DATA` names.
    ///
    /// What is expected is what the linked ICU says: it differs from the standard where it breaks at `:` or asks a
    /// dictionary.
    @Test(
        "Unicode's word break test",
        .enabled(if: ProcessInfo.processInfo.environment["KENALI_UNICODE_DATA"] != nil))
    func unicode() throws {
        let folder = try #require(ProcessInfo.processInfo.environment["KENALI_UNICODE_DATA"])
        let path = URL(filePath: folder).appending(path: "auxiliary/WordBreakTest.txt")
        let text = try String(contentsOf: path, encoding: .utf8)
        var iterator = BreakIterator()
        var differential = Differential()
        var count = 0
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.prefix { $0 != "#" }.split(separator: " ")
            let scalars = fields.compactMap { UInt32($0, radix: 16) }.compactMap(Unicode.Scalar.init)
            var string = ""
            string.unicodeScalars.append(contentsOf: scalars)
            guard differential.check(Array(string.utf8), against: { iterator.forEachSegment(in: $0, $1) }) else {
                return
            }
            count += 1
        }
        #expect(count > 1000)
    }
}
