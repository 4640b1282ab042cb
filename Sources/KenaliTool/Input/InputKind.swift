import ArgumentParser

/// What a file holds.
enum InputKind: String, ExpressibleByArgument, CaseIterable, Sendable {
    case text, lines, jsonl, csv, tsv

    /// The kind that the ending of a file's name tells, packed or not; nil when it tells nothing.
    private init?(name: String) {
        var name = name.lowercased()
        for ending in [".gz", ".zst", ".zstd"] where name.hasSuffix(ending) { name.removeLast(ending.count) }
        let endings: [String: InputKind] = [
            ".jsonl": .jsonl, ".ndjson": .jsonl, ".csv": .csv, ".tsv": .tsv, ".txt": .text, ".text": .text,
            ".md": .text,
        ]
        guard let kind = endings.first(where: { name.hasSuffix($0.key) })?.value else { return nil }
        self = kind
    }

    /// The kind of a file by its ending, else by its first byte that is not blank: JSON Lines begin with a brace.
    static func of(_ file: InputFile) throws(InputError) -> InputKind {
        if let kind = InputKind(name: file.name) { return kind }
        var start = try file.peek()[...]
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { start = start.dropFirst(3) }
        let first = start.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        return first == UInt8(ascii: "{") ? .jsonl : .text
    }
}
