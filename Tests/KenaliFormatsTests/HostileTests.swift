import Foundation
import Testing

/// What once broke something, or might: `Fixtures/hostile`, a folder for each entry of the fuzzer.
@Suite("Hostile inputs")
struct HostileTests {
    private static let folder = Project.folder.appending(path: "Fixtures/hostile")

    private static func files(of entry: FuzzEntry) -> [URL] {
        (try? FileManager.default.contentsOfDirectory(
            at: folder.appending(path: entry.rawValue), includingPropertiesForKeys: nil)) ?? []
    }

    @Test("Every input is read to its end", arguments: FuzzEntry.allCases)
    func replay(entry: FuzzEntry) throws {
        let files = Self.files(of: entry)
        #expect(!files.isEmpty)
        for file in files { entry.run([UInt8](try Data(contentsOf: file)).span, isWhole: true) }
    }

    @Test("An input of one entry is a text and a line, too", arguments: [FuzzEntry.tokens, .extraction, .lines])
    func everyEntry(entry: FuzzEntry) throws {
        for other in FuzzEntry.allCases where other != entry {
            for file in Self.files(of: other) { entry.run([UInt8](try Data(contentsOf: file)).span, isWhole: true) }
        }
    }
}
