import ArgumentParser

@main
struct KenaliCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kenali",
        abstract: "Finds people, ministries, organisations, places, acronyms and dates in Indonesian text.",
        discussion: """
            Without a subcommand it extracts: 'kenali berita.txt' is 'kenali extract berita.txt'.

            EXIT STATUS
              0   all input was read
              1   some input could not be read; the rest was
              64  the arguments are wrong
            """,
        version: "0.1.0",
        subcommands: [ExtractCommand.self, TokenizeCommand.self, GlossaryCommand.self, LookupCommand.self],
        defaultSubcommand: ExtractCommand.self
    )

    static func main() {
        StandardStreams.open()
        main(CommandLineArguments.strings)
    }
}
