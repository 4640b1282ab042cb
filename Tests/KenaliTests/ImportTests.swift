import Foundation
import Testing

/// The targets import in one direction only.
@Suite("Imports")
struct ImportTests {
    /// Each target may import those before it.
    private static let order = [
        "CByteBlock", "CICU", "CMalloc", "KenaliData", "KenaliText", "KenaliStorage", "KenaliLexicon", "KenaliRules",
        "KenaliImageBuilder", "KenaliImage", "Kenali", "KenaliFormats", "KenaliTool",
    ]

    /// What comes with the compiler and costs nothing.
    private static let system: Set = ["Synchronization", "Glibc", "Musl", "Darwin"]

    private static let sources = Project.folder.appending(path: "Sources")

    @Test("A target imports only what stands before it, and the library no Foundation", arguments: order)
    func imports(target: String) throws {
        let place = try #require(Self.order.firstIndex(of: target))
        let files = try FileManager.default.subpathsOfDirectory(atPath: Self.sources.appending(path: target).path)
        #expect(!files.isEmpty)
        for file in files where file.hasSuffix(".swift") {
            let text = try String(contentsOf: Self.sources.appending(path: "\(target)/\(file)"), encoding: .utf8)
            for line in text.split(separator: "\n") {
                guard let module = Self.module(importedBy: line) else { continue }
                if let imported = Self.order.firstIndex(of: module) {
                    #expect(imported < place, "\(target)/\(file) imports \(module)")
                } else if !["KenaliImageBuilder", "KenaliTool"].contains(target), !Self.system.contains(module) {
                    Issue.record("\(target)/\(file) imports \(module)")
                }
            }
        }
    }

    /// The module that a line imports: behind attributes and a level of access, a declaration of it or the whole.
    private static func module(importedBy line: Substring) -> String? {
        let levels: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
        var words = line.prefix(upTo: line.firstRange(of: "//")?.lowerBound ?? line.endIndex).split(separator: " ")[...]
        while let word = words.first, word.hasPrefix("@") || levels.contains(word) { words.removeFirst() }
        guard words.popFirst() == "import", let path = words.last else { return nil }
        return path.split(separator: ".").first.map(String.init)
    }

    @Test(
        "An import is known however it is written",
        arguments: [
            ("import KenaliText", "KenaliText"), ("@_exported public import KenaliLexicon", "KenaliLexicon"),
            ("    @testable @preconcurrency import Kenali  // why", "Kenali"),
            ("import struct Foundation.URL", "Foundation"),
            ("package import func Glibc.open", "Glibc"), ("// import Kenali", nil), ("let import_ = 1", nil),
        ])
    func lines(line: String, module: String?) { #expect(Self.module(importedBy: line[...]) == module) }

    @Test("Every target has its place")
    func areKnown() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path).filter {
            !$0.hasPrefix(".")
        }
        #expect(Set(folders) == Set(Self.order))
    }

    @Test("Beside each use of a pointer stands why it is safe")
    func reasons() throws {
        // A reason holds for the lines below it, as many as a short function has.
        let reach = 16
        var uses = 0
        for file in try FileManager.default.subpathsOfDirectory(atPath: Self.sources.path)
        where file.hasSuffix(".swift") {
            let text = try String(contentsOf: Self.sources.appending(path: file), encoding: .utf8)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            for (number, line) in lines.enumerated() {
                let code = line.prefix(upTo: line.firstRange(of: "//")?.lowerBound ?? line.endIndex)
                guard code.contains(/\bunsafe [^\-]|\(unsafe\)/) else { continue }
                uses += 1
                let above = lines[max(0, number - reach)...number]
                #expect(above.contains { $0.contains("// Safe") || $0.contains(" Safe: ") }, "\(file):\(number + 1)")
            }
        }
        #expect(uses > 50)
    }
}
