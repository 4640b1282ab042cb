import Benchmark
import Workbench

let benchmarks: @Sendable () -> Void = {
    let allocations = BenchmarkMetric.custom("Allocations", polarity: .prefersSmaller, useScalingFactor: true)
    var metrics: [BenchmarkMetric] = [.wallClock, .throughput, .instructions]
    if Allocations.areCounted { metrics.append(allocations) }
    Benchmark.defaultConfiguration = .init(metrics: metrics, warmupIterations: 2, maxDuration: .seconds(1))

    guard let corpus = try? Corpus.standard() else { fatalError("KENALI_CORPUS names no file that can be read") }

    /// Registers a benchmark of what `make` prepares: a way to read the document of a number. An iteration reads one.
    func add(_ name: String, _ kind: TextKind, _ size: Int, _ make: @escaping ([String]) -> (Int) -> Void) {
        // The text first: results are listed by name, and what reads the same text belongs together.
        let title = "\(kind.rawValue), \(size / 1000) kB: \(name)"
        let isShort = size < 100_000 && name != Stage.extraction.rawValue
        Benchmark(title, configuration: .init(scalingFactor: isShort ? .kilo : .one)) { benchmark in
            let documents = kind.documents(from: corpus, bytes: size)
            let read = make(documents)
            for index in documents.indices { read(index) }
            var index = 0
            benchmark.startMeasurement()
            let count = Allocations.count {
                for _ in benchmark.scaledIterations {
                    read(index)
                    index = index + 1 < documents.count ? index + 1 : 0
                }
            }
            benchmark.stopMeasurement()
            if Allocations.areCounted { benchmark.measurement(allocations, count) }
        }
    }

    /// A stage of Kenali.
    func add(_ stage: Stage, _ kind: TextKind, _ size: Int) {
        add(stage.rawValue, kind, size) { documents in
            let workload = Box()
            return { workload.run(stage, documents[$0]) }
        }
    }

    /// Ways that others cut texts.
    func addOthers(_ kind: TextKind, _ size: Int) {
        let ways: [(String, (RawICU, Int) -> Int)] = [
            ("ICU UTF-16", { $0.utf16($1) }),
            ("ICU UTF-16 converting", { $0.utf16Converting($1) }),
            ("ICU UText", { $0.utext($1) }),
        ]
        for (name, way) in ways {
            add(name, kind, size) { documents in
                guard let icu = try? RawICU(documents) else { fatalError("ICU has no word rules") }
                return { blackHole(way(icu, $0)) }
            }
        }
        add("String", kind, size) { documents in { blackHole(characters(in: documents[$0])) } }
    }

    for size in [1_000, 10_000, 1_000_000] {
        for stage in Stage.allCases { add(stage, .news, size) }
        addOthers(.news, size)
    }
    for kind in TextKind.allCases where kind != .news {
        add(.tokens, kind, 1_000_000)
        addOthers(kind, 1_000_000)
        add(.extraction, kind, 10_000)
    }
}

/// A workload that a closure can hold.
private final class Box {
    private var workload = Workload()

    func run(_ stage: Stage, _ text: String) { blackHole(workload.run(stage, on: text)) }
}
