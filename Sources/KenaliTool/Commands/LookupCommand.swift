import ArgumentParser
import Kenali
import KenaliFormats
import KenaliLexicon

struct LookupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lookup",
        abstract:
            "Shows what is known under a name: ministries, offices and who held them, persons, regions, bodies, abbreviations.",
        discussion: """
            EXAMPLES
              kenali lookup Kemensos
              kenali lookup Kemendikbud --on 2016-05-02 --format json
              kenali lookup Mensos --on 2024-12-27
              kenali lookup Gus Ipul

            The name is an id, a name, an acronym, a nickname, or the title of an office; capitals, blanks and marks do \
            not matter. Everything of that name is shown, ministries first; of ministries, that of today first. \
            Exit status: 0 when there is something, 1 when there is nothing; names of ministries that are spelt nearly \
            alike, or that hold the name, are then listed on standard error.
            """
    )

    @Argument(help: "The name; words need no quotes.")
    var name: [String]

    @Option(name: [.customShort("f"), .long], help: "'text' for people, or 'json', an array.")
    var format: ReportFormat = .text

    @Option(
        help: ArgumentHelp(
            "Only ministries that bore their name on this day, and who held an office then.", valueName: "YYYY-MM-DD"),
        transform: CalendarDate.argument)
    var on: CalendarDate?

    func run() throws {
        let registry = MinistryRegistry.builtIn
        let persons = PersonRegistry.builtIn
        let name = name.joined(separator: " ")
        let day = on?.description
        let ministries = registry.entries(named: name)
            .filter { ministry in day.map { ministry.isInForce(on: $0) } ?? true }
            .map { MinistryRecord($0, in: registry, foundBy: name) }
        let offices = persons.officeIDs(of: name).map { PublicOfficeRecord($0, in: persons, on: day) }
            .filter { !$0.holders.isEmpty }
        let people = persons.entries(named: name, on: day).map { PersonRecord($0, in: persons, on: day) }
        let ministryNames = Set(ministries.flatMap { [$0.name] + $0.minister + $0.viceMinister })
        let entries = Lexicon.builtIn.entries(named: name).filter { !ministryNames.contains($0.name) }
            .filter { entry in !people.contains { $0.name == entry.name } }
            .map(KnownNameRecord.init)
        guard !(ministries.isEmpty && offices.isEmpty && people.isEmpty && entries.isEmpty) else {
            let near = registry.nearNames(to: name)
            let hint = near.isEmpty ? "" : "; nearly alike: \(near.joined(separator: ", "))"
            StandardStreams.complain("nothing is named '\(name)'\(hint)")
            throw ExitCode(1)
        }
        let records =
            ministries.map(Record.ministry) + offices.map(Record.office) + people.map(Record.person)
            + entries.map(Record.entry)
        switch format {
        case .json: StandardStreams.write(Array((records.json(.pretty) + "\n").utf8))
        case .text: StandardStreams.write(Array(records.map(\.text).joined(separator: "\n").utf8))
        }
    }

    /// What a name may be.
    private enum Record: JSONRepresentable {
        case ministry(MinistryRecord)
        case office(PublicOfficeRecord)
        case person(PersonRecord)
        case entry(KnownNameRecord)

        func write(to json: inout JSONWriter) {
            switch self {
            case .ministry(let record): record.write(to: &json)
            case .office(let record): record.write(to: &json)
            case .person(let record): record.write(to: &json)
            case .entry(let record): record.write(to: &json)
            }
        }

        var text: String {
            switch self {
            case .ministry(let record): LookupCommand.text(record)
            case .office(let record): LookupCommand.text(record)
            case .person(let record): LookupCommand.text(record)
            case .entry(let record):
                "\(record.name)  (\([record.kind, record.code].compactMap(\.self).joined(separator: ", ")))\n"
            }
        }
    }

    private static func line(_ head: String, _ values: [String]) -> String {
        values.isEmpty ? "" : "  \(head.padded(to: 14))\(values.joined(separator: "; "))\n"
    }

    private static func era(_ since: String?, _ until: String?) -> String { "\(since ?? "?") – \(until ?? "today")" }

    private static func lines(_ head: String, _ values: [String]) -> String {
        values.enumerated().map { index, value in "  \((index == 0 ? head : "").padded(to: 14))\(value)\n" }.joined()
    }

    private static func text(_ record: MinistryRecord) -> String {
        func chain(_ head: String, _ links: [DatedLink]) -> String {
            lines(head, links.map { "\($0.name) (\($0.id), \(era($0.since, $0.until)))" })
        }
        return "\(record.name)  (\(record.id), \(era(record.since, record.until)))\n" + line("also", record.forms)
            + line(record.kind == "agency" ? "head" : "minister", record.minister)
            + line("vice minister", record.viceMinister)
            + line("heads as well", record.attachedBody.map { [$0] } ?? [])
            + chain("before", record.ancestors)
            + chain("after", record.descendants)
    }

    private static func text(_ record: PublicOfficeRecord) -> String {
        "\(record.title)  (office, \(record.id))\n"
            + lines(
                "held by",
                record.holders.map { holder in
                    "\(holder.name) (\(holder.id), \(era(holder.since, holder.until))\(holder.acting == true ? ", acting" : ""))"
                })
    }

    private static func text(_ record: PersonRecord) -> String {
        "\(record.name)  (person, \(record.id))\n" + line("also", record.forms)
            + lines(
                "offices",
                record.offices.map { "\($0.name) (\(era($0.since, $0.until))\($0.acting == true ? ", acting" : ""))" })
    }
}
