import ArgumentParser
import Kenali
import KenaliFormats
import KenaliLexicon
import KenaliText

struct ClassesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classes",
        abstract: "Lists the classes of words that lists and rules of your own can use.",
        discussion: """
            EXAMPLES
              kenali classes
              kenali classes person
              kenali classes -f jsonl

            A line a class: its name, how many rows it has, what belongs to it, an example, and behind 'not' one that does \
            not belong to it. With a word only the classes whose name or description holds it are listed.
            """
    )

    @Argument(help: "A part of a name or a description.")
    var word: String?

    @Option(
        name: [.customShort("f"), .long], help: "'text' for people, 'json', an array, or 'jsonl', one object a line.")
    var format: ListFormat = .text

    func run() throws {
        var classes = Lexicon.describedClasses
        if let word = word?.lowercased() {
            classes = classes.filter { ($0.name + " " + $0.members).lowercased().holds(word) }
        }
        let text: String
        switch format {
        case .json: text = classes.json(.pretty) + "\n"
        case .jsonl: text = classes.map { $0.json() + "\n" }.joined()
        case .text:
            let width = classes.map(\.name.count).max() ?? 0
            text = classes.map { entry in
                let count = String(entry.count).padded(to: 6, from: .left)
                return "\(entry.name.padded(to: width))\(count)  \(entry.members): \(entry.example), "
                    + "not \(entry.counterexample)\n"
            }.joined()
        }
        StandardStreams.write(Array(text.utf8))
    }
}
