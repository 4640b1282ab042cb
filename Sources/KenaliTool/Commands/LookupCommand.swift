import ArgumentParser
import Kenali
import KenaliFormats
import KenaliLexicon

struct LookupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lookup",
        abstract: "Shows what is known of a ministry: its names, ministers' titles, and what it was before and after.",
        discussion: """
            EXAMPLES
              kenali lookup Kemensos
              kenali lookup Kemendikbud --on 2016-05-02 --format json

            The name is an id, an official name, an acronym or the title of a minister or vice minister; capitals, blanks \
            and marks do not matter. Several entries are shown when a name was used again; that of today stands first. \
            Exit status: 0 when there is one, 1 when there is none; names that are spelt nearly alike, or that hold the \
            name, are then listed on standard error.
            """
    )

    @Argument(help: "The name; words need no quotes.")
    var name: [String]

    @Option(name: [.customShort("f"), .long], help: "'text' for people, or 'json', an array.")
    var format: Format = .text

    @Option(help: ArgumentHelp("Only ministries that bore their name on this day.", valueName: "YYYY-MM-DD"))
    var on: CalendarDay?

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    func run() throws {
        let registry = MinistryRegistry.builtIn
        let name = name.joined(separator: " ")
        let records = registry.entries(named: name)
            .filter { ministry in on.map { ministry.isInForce(on: $0.text) } ?? true }
            .map { MinistryRecord($0, in: registry, foundBy: name) }
        guard !records.isEmpty else {
            let near = registry.nearNames(to: name)
            let hint = near.isEmpty ? "" : "; nearly alike: \(near.joined(separator: ", "))"
            StandardStreams.complain("no ministry is named '\(name)'\(hint)")
            throw ExitCode(1)
        }
        switch format {
        case .json:
            StandardStreams.write(Array((records.json(.pretty) + "\n").utf8))
        case .text:
            let text = records.map(Self.text).joined(separator: "\n")
            StandardStreams.write(Array(text.utf8))
        }
    }

    private static func text(_ record: MinistryRecord) -> String {
        func padded(_ head: String) -> String { head + String(repeating: " ", count: max(0, 14 - head.count)) }
        func line(_ head: String, _ values: [String]) -> String {
            values.isEmpty ? "" : "  \(padded(head))\(values.joined(separator: "; "))\n"
        }
        func era(_ since: String?, _ until: String?) -> String { "\(since ?? "?") – \(until ?? "today")" }
        func chain(_ head: String, _ links: [MinistryRecord.Link]) -> String {
            links.enumerated().map { index, link in
                "  \(padded(index == 0 ? head : ""))\(link.name) "
                    + "(\(link.id), \(era(link.since, link.until)))\n"
            }.joined()
        }
        return "\(record.name)  (\(record.id), \(era(record.since, record.until)))\n" + line("also", record.forms)
            + line(record.kind == "agency" ? "head" : "minister", record.minister)
            + line("vice minister", record.viceMinister)
            + line("heads as well", record.attachedBody.map { [$0] } ?? [])
            + chain("before", record.ancestors)
            + chain("after", record.descendants)
    }
}

/// A day on the command line.
struct CalendarDay: ExpressibleByArgument {
    var text: String

    init?(argument: String) {
        guard let date = CalendarDate(argument) else { return nil }
        text = date.description
    }
}
