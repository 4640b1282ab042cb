import KenaliText
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

    @Test("The help of tokenize names the policy's rules")
    func rules() throws {
        // It is typed: every command would make the policy at its start.
        let help = try Shell.run("\"$KENALI\" tokenize --help").output
        let policy = TokenPolicy.indonesian
        let list = try #require(help.firstRange(of: "Rules: ")).upperBound
        let names = help[list...].prefix { $0 != "." }.split { ", \n".contains($0) }.map(String.init)
        #expect(names == policy.ruleNames)
        #expect(policy.ruleNames.filter { !policy.enabledRuleNames.contains($0) } == ["slash"])
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
