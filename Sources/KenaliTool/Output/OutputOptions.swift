public import ArgumentParser
public import KenaliFormats
import KenaliText

/// How extractions are written.
struct OutputOptions: ParsableArguments {
    @Option(
        name: [.customShort("f"), .long],
        help: ArgumentHelp(
            "One of \(ExtractionFormats.all.map { $0.name }.joined(separator: ", ")).", valueName: "format"),
        transform: { name in
            if ExtractionFormats.named(name) != nil { return name }
            let names = ExtractionFormats.all.map { $0.name }
            let hint = NearNames.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
            throw ValidationError("'\(name)' is no format; \(hint ?? "there are \(names.joined(separator: ", "))")")
        })
    var format = TextReport.name

    @Flag(help: "With json and jsonl, each mention has the sentence it stands in.")
    var withSentence = false

    @Flag(help: "With json and jsonl, each document has its text.")
    var withText = false

    @Option(help: "The mentions of formats in which they can't overlap: 'entity' or 'acronym'.")
    var layer: FormatOptions.Layer = .entity

    @Option(help: ArgumentHelp("Colours of the text: 'auto', 'always' or 'never'.", valueName: "when"))
    var color: ColorChoice = .auto

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Write a file for each document into this folder.", valueName: "folder"))
    var output: String?

    /// The format.
    var formatType: any ExtractionFormat.Type { ExtractionFormats.named(format) ?? TextReport.self }

    /// The writer of the format.
    func writer(unit: OffsetUnit, isSingleDocument: Bool) -> any ExtractionFormat {
        var options = FormatOptions()
        options.unit = unit
        options.isSingleDocument = isSingleDocument
        options.hasText = withText
        options.hasSentences = withSentence
        options.layer = layer
        options.style = color.isColored ? .colored : .plain
        return formatType.init(options)
    }
}

extension FormatOptions.Layer: ExpressibleByArgument {}

/// The formats of commands that list something.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, jsonl
}

/// The formats of commands that say one thing.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}
