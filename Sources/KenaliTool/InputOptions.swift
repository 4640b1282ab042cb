public import ArgumentParser
public import KenaliText

/// What is read, and how positions are counted: the same for all commands.
struct InputOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("Files to read; '-' or none is standard input.", valueName: "file"))
    var files: [String] = []

    @Option(
        help:
            "What the files hold: 'text', a document each, or 'jsonl', a document a line: {\"id\", \"text\", \"date\"}."
    )
    var input: InputFormat = .text

    @Option(help: "What positions count: 'codepoint', 'utf8' or 'utf16'.")
    var offsets: OffsetUnit = .codepoint

    /// Whether there can be only one document.
    var isSingleDocument: Bool { input == .text && files.count <= 1 }
}

enum InputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, jsonl
}

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, jsonl
}

extension OffsetUnit: ExpressibleByArgument {}
