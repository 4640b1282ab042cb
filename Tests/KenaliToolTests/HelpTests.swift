import Testing

/// What a new user has: the help.
@Suite("Tool: help")
struct HelpTests {
    static let commands = [
        "", "extract", "tokenize", "glossary", "index", "lookup", "explain", "evaluate", "classes", "man",
    ]

    @Test("Examples come first, and none of their lines is broken", arguments: commands)
    func examples(command: String) throws {
        let help = try Shell.run("\"$KENALI\" \(command) --help").output.split(
            separator: "\n", omittingEmptySubsequences: false)
        let example = try #require(help.firstIndex(of: "EXAMPLES"))
        #expect(example < 5 && help.firstIndex { $0.hasPrefix("USAGE") } ?? 0 > example)
        var isTable = false
        for line in help {
            if ["EXAMPLES", "FORMATS", "EXIT STATUS"].contains(line) {
                isTable = true
            } else if line.isEmpty {
                isTable = false
            } else if isTable {
                #expect(line.hasPrefix("  ") && line.count <= 80)
                if line.contains("kenali ") { #expect(line.hasPrefix("  kenali \(command)"), "\(line)") }
            }
        }
    }

    @Test("Completions and the manual know every command", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) throws {
        let script = try Shell.run("\"$KENALI\" --generate-completion-script \(shell)")
        let manual = try Shell.run("\"$KENALI\" man")
        #expect(script.status == 0 && manual.status == 0)
        for command in Self.commands.dropFirst() {
            #expect(script.output.contains(command) && manual.output.contains("kenali \(command)"))
        }
    }
}
