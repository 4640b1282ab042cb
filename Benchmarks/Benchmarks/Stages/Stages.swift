import Benchmark
import Workbench

let benchmarks: @Sendable () -> Void = {
    let allocations = BenchmarkMetric.custom("Allocations", polarity: .prefersSmaller, useScalingFactor: true)
    var metrics: [BenchmarkMetric] = [.wallClock, .cpuTotal, .throughput, .instructions]
    if Allocations.areCounted { metrics.append(allocations) }
    Benchmark.defaultConfiguration = .init(metrics: metrics, warmupIterations: 2, maxDuration: .seconds(1))

    guard let corpus = try? Corpus.standard() else { fatalError("KENALI_CORPUS names no file that can be read") }

    /// Registers a benchmark of what `make` prepares.
    func add(_ name: String, _ kind: TextKind, _ size: Int, _ make: @escaping (String) -> () -> Void) {
        let title = "\(name), \(kind.rawValue), \(size / 1000) kB"
        Benchmark(title, configuration: .init(scalingFactor: size < 100_000 ? .kilo : .one)) { benchmark in
            let body = make(kind.text(from: corpus, bytes: size))
            body()
            benchmark.startMeasurement()
            let count = Allocations.count { for _ in benchmark.scaledIterations { body() } }
            benchmark.stopMeasurement()
            if Allocations.areCounted { benchmark.measurement(allocations, count) }
        }
    }

    /// A stage of Kenali.
    func add(_ stage: Stage, _ kind: TextKind, _ size: Int) {
        add(stage.rawValue, kind, size) { text in
            let workload = Box()
            return { workload.run(stage, text) }
        }
    }

    /// Ways that others cut texts.
    func addOthers(_ kind: TextKind, _ size: Int) {
        let ways: [(String, (RawICU) -> Int)] = [
            ("ICU UTF-16", { $0.utf16() }),
            ("ICU UTF-16 converting", { $0.utf16Converting() }),
            ("ICU UText", { $0.utext() }),
        ]
        for (name, way) in ways {
            add(name, kind, size) { text in
                guard let icu = try? RawICU(text) else { fatalError("ICU has no word rules") }
                return { blackHole(way(icu)) }
            }
        }
        add("String", kind, size) { text in { blackHole(characters(in: text)) } }
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
