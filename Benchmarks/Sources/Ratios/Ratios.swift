import Foundation
import Workbench

/// Prints how many times as fast as raw ICU everything is, as a Markdown table.
@main
struct Ratios {
    static let usage = """
        usage: Ratios [--runs N] [--rounds N] [--size BYTES] [--text KIND] [--file FILE] [--tsv]

          --runs N      measure all N times, and end with a table of the ranges (1)
          --rounds N    rounds of a run: each reads the text in every way, one after the other (9)
          --size BYTES  size of the texts (1000000; the news also in documents of 1000 and 10000)
          --text KIND   only this text: \(TextKind.allCases.map(\.rawValue).joined(separator: ", "))
          --file FILE   only this file, as it is: plain text, or .jsonl with "text"
          --tsv         way, MB/s and ratio, tab-separated, for programs

        The texts are made from Fixtures, or from the file that KENALI_CORPUS names.
        """

    static func main() {
        do {
            try run(try Arguments(CommandLine.arguments.dropFirst()))
        } catch {
            FileHandle.standardError.write(Data("Ratios: \(error)\n\n\(usage)\n".utf8))
            exit(64)
        }
    }

    private static func run(_ arguments: Arguments) throws {
        let texts = try arguments.texts()
        if arguments.printsTSV {
            for text in texts {
                let result = try Measurement(of: text, rounds: arguments.rounds)
                for way in Way.allCases {
                    let ratio = String(format: "%.2f", result.ratio(of: way).median)
                    print(way.rawValue, String(format: "%.1f", result.speed(of: way)), ratio, separator: "\t")
                }
            }
            return
        }
        print("ICU \(RawICU.version). Times as fast as ICU over UTF-16 that was made before:", terminator: " ")
        print("median of \(arguments.rounds) interleaved rounds (least to most). CPU time of one thread.")
        var medians = [[Way: [Double]]](repeating: [:], count: texts.count)
        for run in 1...arguments.runs {
            print(arguments.runs > 1 ? "\nRun \(run) of \(arguments.runs)\n" : "")
            print(Table.head("ICU, MB/s"))
            for (index, text) in texts.enumerated() {
                let result = try Measurement(of: text, rounds: arguments.rounds)
                let cells = Way.others.map { way in
                    medians[index][way, default: []].append(result.ratio(of: way).median)
                    return result.ratio(of: way).description
                }
                print(Table.row([text.title, String(format: "%.0f", result.speed(of: .utf16))] + cells))
            }
        }
        if arguments.runs > 1 {
            print("\nThe medians of \(arguments.runs) runs, least to most\n")
            print(Table.head(nil))
            for (text, medians) in zip(texts, medians) {
                print(Table.row([text.title] + Way.others.map { Spread(medians[$0] ?? []).range }))
            }
        }
        if arguments.file == nil { try printAllocations(arguments.kinds) }
    }

    /// What a document costs in memory asked for, once the buffers have grown.
    private static func printAllocations(_ kinds: [TextKind]) throws {
        guard Allocations.areCounted else { return print("\nAllocations are counted on Linux with glibc only.") }
        print("\nAllocations for a document of 10 kB, after the first\n")
        print(Table.row(["text", "ICU, UTF-16"] + Stage.allCases.map(\.rawValue)))
        print("|---|---:|" + String(repeating: "---:|", count: Stage.allCases.count))
        let corpus = try Corpus.standard()
        var workload = Workload()
        for kind in kinds {
            let text = kind.text(from: corpus, bytes: 10_000)
            let icu = try RawICU([text])
            Measurement.sink &+= icu.utf16(0)
            let inICU = Allocations.count { Measurement.sink &+= icu.utf16(0) }
            let counts = Stage.allCases.map { stage in
                workload.run(stage, on: text)
                return Allocations.count { workload.run(stage, on: text) }
            }
            print(Table.row([kind.title, String(inICU)] + counts.map { String($0) }))
        }
    }
}

/// What the command line asks for.
struct Arguments {
    var runs = 1
    var rounds = 9
    var size = 1_000_000
    var kinds = TextKind.allCases
    var file: String?
    var printsTSV = false

    struct Misuse: Error, CustomStringConvertible {
        var description: String
    }

    init(_ arguments: ArraySlice<String>) throws {
        var rest = arguments
        func value(of option: String) throws -> String {
            guard let value = rest.popFirst() else { throw Misuse(description: "\(option) needs a value") }
            return value
        }
        func number(of option: String) throws -> Int {
            guard let number = Int(try value(of: option)), number > 0 else {
                throw Misuse(description: "\(option) needs a number above 0")
            }
            return number
        }
        while let option = rest.popFirst() {
            switch option {
            case "--runs": runs = try number(of: option)
            case "--rounds": rounds = try number(of: option)
            case "--size": size = try number(of: option)
            case "--file": file = try value(of: option)
            case "--tsv": printsTSV = true
            case "--text":
                let name = try value(of: option)
                guard let kind = TextKind(rawValue: name) else { throw Misuse(description: "no text is named \(name)") }
                kinds = [kind]
            default: throw Misuse(description: "\(option) is unknown")
            }
        }
    }

    /// The texts to measure.
    func texts() throws -> [Sample] {
        if let file {
            return [Sample(title: URL(filePath: file).lastPathComponent, documents: [try Corpus(file: file).whole])]
        }
        let corpus = try Corpus.standard()
        var texts = kinds.map { Sample(title: $0.title, documents: [$0.text(from: corpus, bytes: size)]) }
        if kinds.first == .news {
            let small = [1_000, 10_000].filter { $0 < size }
            texts += small.map {
                Sample(
                    title: "news as it is, documents of \($0 / 1000) kB",
                    documents: TextKind.news.documents(from: corpus, bytes: $0))
            }
        }
        return texts
    }
}

/// Documents to measure.
struct Sample {
    var title: String
    var documents: [String]
}

/// Lines of a Markdown table.
enum Table {
    static func head(_ first: String?) -> String {
        let titles = (first.map { [$0] } ?? []) + Way.others.map(\.title)
        return row(["text"] + titles) + "\n|---|" + String(repeating: "---:|", count: titles.count)
    }

    static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
}
