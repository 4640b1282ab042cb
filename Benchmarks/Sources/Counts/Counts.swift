import Workbench

/// Reads texts of fixed sizes and prints how often each asked for memory. Run under callgrind by `Benchmarks/check`, which
/// has the counts cut at each `measurement_mark`: before and behind each line's work.
@main
struct Counts {
    static func main() throws {
        let corpus = try Corpus.standard()
        var workload = Workload()
        print("# ICU \(RawICU.version), \(hasAVX2 ? "AVX2" : "no AVX2")")
        print("stage\ttext\tbytes\tallocations")
        for stage in Stage.allCases {
            for kind in TextKind.allCases where stage != .sentences || kind == .news {
                // Twice the size should cost twice as much.
                for size in [1, 2].map({ $0 * (stage == .extraction ? 10_000 : 50_000) }) {
                    let text = kind.text(from: corpus, bytes: size)
                    workload.run(stage, on: text)
                    Allocations.mark()
                    let allocations = Allocations.count { workload.run(stage, on: text) }
                    Allocations.mark()
                    print(stage.rawValue, kind.rawValue, text.utf8.count, allocations, separator: "\t")
                }
            }
        }
    }
}
