import ArgumentParser
import Kenali
import KenaliText

/// Prints a man page made of the help of all commands, so that it says what they say.
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "man",
        abstract: "Prints the manual as a man page.",
        discussion: """
            EXAMPLES
              kenali man | man -l -
              kenali man > /usr/local/share/man/man1/kenali.1

            Completions for the shell: kenali --generate-completion-script bash (or zsh, fish).
            """
    )

    func run() throws {
        var page = ".TH KENALI 1 \"\" \"kenali \(Version.text)\"\n.SH NAME\nkenali \\- "
        page += Self.escaped(KenaliCommand.configuration.abstract) + "\n"
        page += Self.section("KENALI", KenaliCommand.helpMessage(columns: 80))
        for command in KenaliCommand.configuration.subcommands {
            let name = command.configuration.commandName ?? ""
            let help = KenaliCommand.helpMessage(for: command, columns: 80)
            page += Self.section("KENALI \(name.uppercased())", help)
        }
        StandardStreams.write(Array(page.utf8))
    }

    private static func section(_ name: String, _ help: String) -> String {
        ".SH \(name)\n.nf\n"
            + help.split(separator: "\n", omittingEmptySubsequences: false).map { escaped(String($0)) }
            .joined(separator: "\n") + "\n.fi\n"
    }

    /// A line of roff that is printed as it is.
    private static func escaped(_ line: String) -> String {
        let escaped = line.replacing(byte: "\\", with: "\\e").replacing(byte: "-", with: "\\-")
        return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
    }
}
