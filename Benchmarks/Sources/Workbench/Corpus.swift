import Foundation

/// The Indonesian text that all texts to measure are made from.
public struct Corpus: Sendable {
    /// Its lines, in order; a blank line stands between documents.
    public var lines: [String]
    /// Whether it stands for real text as it is, long enough not to be repeated.
    private var isGiven = false

    /// What can't be read.
    public struct Unreadable: Error, CustomStringConvertible {
        public var description: String
    }

    /// The file that KENALI_CORPUS names, else the project's articles.
    public static func standard() throws -> Corpus {
        if let path = ProcessInfo.processInfo.environment["KENALI_CORPUS"] { return try Corpus(file: path) }
        // Benchmarks/Sources/Workbench/Corpus.swift
        var folder = URL(filePath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        folder.append(path: "Fixtures/articles")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }
        let articles = try names.sorted().map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
        return Corpus(documents: articles)
    }

    /// A plain text, or a `.jsonl` whose objects have a "text".
    public init(file path: String) throws {
        guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8)
        else { throw Unreadable(description: "\(path) can't be read as UTF-8") }
        var documents = [text]
        if path.hasSuffix(".jsonl") {
            documents = try text.split(separator: "\n").map { line in
                let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
                guard let text = object?["text"] as? String else {
                    throw Unreadable(description: "\(path) has a line without a \"text\"")
                }
                return text
            }
        }
        self.init(documents: documents)
        isGiven = true
    }

    init(documents: [String]) {
        lines = documents.flatMap { document in
            document.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) + [""]
        }
    }

    /// The text as it stands.
    public var whole: String { lines.joined(separator: "\n") }

    /// Lines of about `size` bytes: the corpus in order and, when it is too short, its lines again and again, each time in
    /// another order, so that no branch predictor learns them by heart. Always the same for the same corpus.
    func text(ofBytes size: Int) -> String {
        var text = ""
        text.reserveCapacity(size + 1024)
        var order = lines
        var random = Lehmer()
        while true {
            for line in order {
                text += line
                text += "\n"
                if text.utf8.count >= size { return text }
            }
            order = lines.filter { !$0.isEmpty }.shuffled(using: &random)
            if order.isEmpty { return text }
        }
    }
}

/// A random number generator that gives the same numbers everywhere.
struct Lehmer: RandomNumberGenerator {
    private var state: UInt64 = 20_251_021

    mutating func next() -> UInt64 {
        let high = step()
        return high << 32 | step()
    }

    private mutating func step() -> UInt64 {
        state = state * 48_271 % 2_147_483_647
        return state
    }
}
