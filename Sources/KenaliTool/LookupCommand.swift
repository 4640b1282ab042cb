import ArgumentParser
import Foundation
import KenaliFormats
import KenaliLexicon

struct LookupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lookup",
        abstract: "Shows what is known of a ministry: its names, ministers' titles, and what it was before and after.",
        discussion: """
            The name is an id, an official name, an acronym or a minister's title, in any letter case. Several entries are \
            shown when a name was used again; that of today stands first. Exit status: 0 when there is one, 1 when there is \
            none; names that are spelt nearly alike are then listed on standard error.
            """
    )

    @Argument(help: "The name; words need no quotes.")
    var name: [String]

    @Option(help: "'text' for people, or 'json', an array.")
    var format: Format = .text

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    func run() throws {
        let registry = MinistryRegistry.builtIn
        let name = name.joined(separator: " ")
        let records = registry.entries(named: name).map { MinistryRecord($0, in: registry) }
        guard !records.isEmpty else {
            let near = registry.nearNames(to: name)
            let hint = near.isEmpty ? "" : "; nearly alike: \(near.joined(separator: ", "))"
            FileHandle.standardError.write(Data("kenali: no ministry is named '\(name)'\(hint)\n".utf8))
            throw ExitCode(1)
        }
        switch format {
        case .json:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            FileHandle.standardOutput.write(try encoder.encode(records) + Data("\n".utf8))
        case .text:
            let text = records.map(Self.text).joined(separator: "\n")
            FileHandle.standardOutput.write(Data(text.utf8))
        }
    }

    private static func text(_ record: MinistryRecord) -> String {
        func line(_ head: String, _ values: [String]) -> String {
            values.isEmpty
                ? "" : "  \(head.padding(toLength: 14, withPad: " ", startingAt: 0))\(values.joined(separator: "; "))\n"
        }
        let era = "\(record.since ?? "?") – \(record.until ?? "today")"
        return "\(record.name)  (\(record.id), \(era))\n" + line("also", record.forms)
            + line("minister", record.minister)
            + line("vice minister", record.viceMinister)
            + line("before", record.predecessors.map { "\($0.name) (\($0.id))" })
            + line("after", record.successors.map { "\($0.name) (\($0.id))" })
    }
}
