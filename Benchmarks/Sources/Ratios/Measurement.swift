import Foundation
import Workbench

/// A way to cut a text.
enum Way: String, CaseIterable {
    case utf16, utext, utf16Converting, kenali, string

    /// All but the one that they are compared with.
    static let others = Way.allCases.filter { $0 != .utf16 }

    var title: String {
        switch self {
        case .utf16: "ICU, UTF-16"
        case .utext: "ICU, UText"
        case .utf16Converting: "ICU, UTF-16 and converting"
        case .kenali: "Kenali"
        case .string: "`String` iteration"
        }
    }
}

/// The times that a text took in each way.
struct Measurement {
    private var seconds: [Way: [Double]] = [:]
    private let bytes: Int

    /// Reads the documents in every way, one after the other, `rounds` times, after a round that is not counted.
    init(of sample: Sample, rounds: Int) throws {
        let documents = sample.documents
        bytes = documents.reduce(0) { $0 + $1.utf8.count }
        let icu = try RawICU(documents)
        var workload = Workload()
        // Short texts are read so often that the clock can tell.
        var repeats: [Way: Int] = [:]
        for round in 0...rounds {
            for way in Way.allCases {
                let count = repeats[way] ?? 1
                let start = threadSeconds()
                for _ in 0..<count {
                    for index in documents.indices {
                        switch way {
                        case .utf16: Measurement.sink &+= icu.utf16(index)
                        case .utext: Measurement.sink &+= icu.utext(index)
                        case .utf16Converting: Measurement.sink &+= icu.utf16Converting(index)
                        case .kenali: Measurement.sink &+= workload.run(.tokens, on: documents[index])
                        case .string: Measurement.sink &+= characters(in: documents[index])
                        }
                    }
                }
                let passed = threadSeconds() - start
                if round == 0 {
                    repeats[way] = max(1, Int(0.01 / max(passed, 1e-7)))
                } else {
                    seconds[way, default: []].append(passed / Double(count))
                }
            }
        }
    }

    /// Where results go, so that none is left out.
    nonisolated(unsafe) static var sink = 0

    /// Megabytes per second, by the best round.
    func speed(of way: Way) -> Double {
        Double(bytes) / 1e6 / (seconds[way]?.min() ?? .infinity)
    }

    /// How many times as fast as ICU over UTF-16, round by round.
    func ratio(of way: Way) -> Spread {
        Spread(zip(seconds[.utf16] ?? [], seconds[way] ?? []).map { $0 / $1 })
    }
}

/// Several measurements of one thing.
struct Spread: CustomStringConvertible {
    private let values: [Double]

    init(_ values: [Double]) { self.values = values.sorted() }

    var median: Double { values.isEmpty ? .nan : values[values.count / 2] }

    /// From the least to the most.
    var range: String {
        guard let least = values.first, let most = values.last else { return "-" }
        let ends = [least, most].map(Self.format)
        return ends[0] == ends[1] ? ends[0] : ends.joined(separator: "–")
    }

    var description: String { "\(Self.format(median)) (\(range))" }

    /// Two digits that count.
    private static func format(_ value: Double) -> String { String(format: value < 9.95 ? "%.2f" : "%.1f", value) }
}
