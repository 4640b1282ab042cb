import ArgumentParser
import Kenali

@main
struct KenaliCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kenali",
        abstract: "Finds people, ministries, organisations, places, acronyms and dates in Indonesian text.",
        discussion: """
            EXAMPLES
              kenali berita.txt                        a text with its mentions
              kenali -f html berita.txt > berita.html  a page to look at
              kenali -f jsonl a.jsonl > hasil.jsonl    a line out for each line in
              kenali -f tsv -r arsip/ > mentions.tsv   a table of a folder's files
              kenali -f jsonl --text-field isi a.csv   a table; packed ones, too
              kenali glossary *.txt                    what abbreviations stand for
              kenali index --kind person *.jsonl       who is named most, and when
              kenali lookup Mensos --on 2024-12-27     who held which office
              kenali explain "Gus Ipul di Demak."      which rule found what, and why
              kenali evaluate gold.jsonl               precision and recall

            Without a subcommand it extracts: 'kenali berita.txt' is
            'kenali extract berita.txt'.

            EXIT STATUS
              0    all input was read
              1    nothing is known under the name (lookup)
              64   the arguments are wrong
              65   some input is not what it should be; the rest was read
              66   some input is not there or can't be read; the rest was read
              74   the output can't be written
              130, 143  stopped by SIGINT or SIGTERM, after a word about where
            """,
        version: Version.text,
        subcommands: [
            ExtractCommand.self, TokenizeCommand.self, GlossaryCommand.self, IndexCommand.self, LookupCommand.self,
            ExplainCommand.self, EvaluateCommand.self, ClassesCommand.self, ManualCommand.self,
        ],
        defaultSubcommand: isExtractNamed ? nil : ExtractCommand.self
    )

    /// Whether the first argument is `extract`. Then none is needed by default, which the parser would look at all the same, with all
    /// its options: a sixth of a start.
    private static let isExtractNamed =
        CommandLine.arguments.dropFirst().first == ExtractCommand.configuration.commandName

    static func main() {
        LargeMemory.giveBackAtOnce()
        StandardStreams.open()
        main(CommandLineArguments.strings)
    }
}
