import ArgumentParser
import Kenali
import KenaliFormats
import KenaliText

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Says why a sentence's mentions are what they are.",
        discussion: """
            EXAMPLES
              kenali explain "Menteri Sosial Saifullah Yusuf tiba di Demak."
              kenali explain -d 2025-10-21 "Rapat digelar Senin depan."

            For each mention the rule that found it, the words with the classes that the lists give them, and below what \
            else was proposed for the same words and lost: the rule, what it is worth (the weight of a token times the \
            tokens and those of context that speak for it). 'other' is what must not be taken for a mention.
            """
    )

    @Argument(help: "The sentence; words need no quotes.")
    var text: [String]

    @Option(
        name: [.customShort("d"), .long],
        help: ArgumentHelp("The day the text was written.", valueName: "YYYY-MM-DD"),
        transform: CalendarDate.argument)
    var referenceDate: CalendarDate?

    @OptionGroup var own: OwnWordsOptions

    func run() throws {
        let text = text.joined(separator: " ")
        let explanation = try own.extractor().explain(text, referenceDate: referenceDate)
        var report = ""
        for mention in explanation.extraction.mentions { report += Self.report(mention, explanation, text) }
        let others = explanation.proposals.filter { proposal in
            proposal.stands && !explanation.extraction.mentions.contains { $0.utf8Range.overlaps(proposal.utf8Range) }
        }
        for other in others {
            report += "\(text.substring(other.utf8Range).oneLine)\n  no mention: \(Self.line(other))\n"
        }
        if report.isEmpty { report = "nothing was proposed\n" }
        StandardStreams.write(Array(report.utf8))
    }

    private static func report(_ mention: Mention, _ explanation: Explanation, _ text: String) -> String {
        var report = "\(text.substring(mention.utf8Range).oneLine)\n  \(mention.kind.rawValue) by \(mention.rule)\n"
        for word in explanation.words where word.utf8Range.overlaps(mention.utf8Range) {
            let classes = word.classes.isEmpty ? "in no list" : word.classes.joined(separator: ", ")
            report += "    \(word.text.oneLine): \(classes)\n"
        }
        for proposal in explanation.proposals {
            let isSelf = proposal.stands && proposal.rule == mention.rule && proposal.kind == mention.kind
            guard proposal.utf8Range.overlaps(mention.utf8Range),
                (proposal.kind == .acronym) == (mention.kind == .acronym)
            else { continue }
            if isSelf {
                report += "  worth \(proposal.value) = \(proposal.weight) × tokens\(Self.context(proposal))\n"
            } else if !proposal.stands {
                report += "  lost: \(text.substring(proposal.utf8Range).oneLine) as \(Self.line(proposal))\n"
            }
        }
        return report
    }

    private static func context(_ proposal: Explanation.Proposal) -> String {
        proposal.evidence > 0 ? ", \(proposal.evidence) of context among them" : ""
    }

    private static func line(_ proposal: Explanation.Proposal) -> String {
        "\(proposal.kind?.rawValue ?? "other") by \(proposal.rule), worth \(proposal.value)"
    }
}
