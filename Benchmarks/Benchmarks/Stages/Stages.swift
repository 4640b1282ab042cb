import Benchmark
import Foundation
import Kenali
import KenaliText

/// The text to read: the file that KENALI_CORPUS names, else the project's articles, repeated to about a megabyte.
private func corpus() -> String {
    if let path = ProcessInfo.processInfo.environment["KENALI_CORPUS"],
        let text = try? String(contentsOfFile: path, encoding: .utf8)
    {
        return text
    }
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures/articles")
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter {
        $0.hasSuffix(".txt")
    }.sorted()
    let articles = names.compactMap { try? String(contentsOf: folder.appending(path: $0), encoding: .utf8) }.joined(
        separator: "\n")
    return String(repeating: articles + "\n", count: max(1, 1_000_000 / max(1, articles.utf8.count)))
}

let benchmarks: @Sendable () -> Void = {
    let text = corpus()
    let documents = text.split(separator: "\n\n").map(String.init)
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .throughput, .instructions, .mallocCountTotal, .peakMemoryResident], warmupIterations: 2,
        maxDuration: .seconds(5))

    Benchmark("String characters, \(text.utf8.count) bytes") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(text.count) }
    }

    Benchmark("Tokens, \(text.utf8.count) bytes") { benchmark in
        var tokenizer = Tokenizer()
        var tokens = Tokens()
        for _ in benchmark.scaledIterations {
            tokenizer.tokenize(text.utf8Span.span, into: &tokens)
            blackHole(tokens.count)
        }
    }

    Benchmark("Tokens and sentences, \(text.utf8.count) bytes") { benchmark in
        var tokenizer = Tokenizer()
        var tokens = Tokens()
        let splitter = SentenceSplitter()
        for _ in benchmark.scaledIterations {
            tokenizer.tokenize(text.utf8Span.span, into: &tokens)
            blackHole(splitter.sentences(of: &tokens, in: text.utf8Span.span).count)
        }
    }

    Benchmark("Extraction, \(text.utf8.count) bytes") { benchmark in
        let extractor = Extractor()
        for _ in benchmark.scaledIterations {
            for document in documents { blackHole(extractor.extract(from: document).mentions.count) }
        }
    }
}
