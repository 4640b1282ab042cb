import Kenali
import Testing

/// Many documents on several cores.
@Suite("Extraction on several cores")
struct ParallelTests {
    private static let texts = (0..<60).map {
        ExtractionInput("Menteri Sosial Saifullah Yusuf tiba di Demak pada \($0 % 28 + 1) Mei 2025. Kemensos (\($0)).")
    }

    @Test("The results are those of one core, in order", arguments: [1, 2, 7])
    func order(workers: Int) async {
        let extractor = Extractor()
        let wanted = Self.texts.map { extractor.extract(from: $0.text) }
        #expect(await extractor.extract(Self.texts, workers: workers) == wanted)
        var found: [Extraction] = []
        let stream = AsyncStream { continuation in
            for text in Self.texts { continuation.yield(text) }
            continuation.finish()
        }
        for await extraction in extractor.extractions(of: stream, workers: workers) { found.append(extraction) }
        #expect(found == wanted)
    }
}
