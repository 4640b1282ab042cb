import Foundation
import Testing

@testable import KenaliTool

@Suite("Tool: lines of a file")
struct LineReaderTests {
    private func lines(_ content: [UInt8], limit: Int = 1 << 24) throws -> [[UInt8]?] {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data(content).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        var reader = LineReader(try InputFile(FileName(file.path)), limit: limit)
        var lines: [[UInt8]?] = []
        while let line = try reader.next() {
            if case .bytes(let bytes) = line { lines.append(bytes) } else { lines.append(nil) }
            #expect(reader.number == lines.count)
        }
        return lines
    }

    /// Bytes that tell where they stand.
    private func line(_ count: Int, _ seed: Int) -> [UInt8] { (0..<count).map { UInt8(0x20 + (seed + $0 * 7) % 90) } }

    @Test(
        "Each line is whole, wherever it starts and however long it is",
        arguments: [
            [10, 140_000, 5], [65_000, 200_000, 65_535, 3], [131_071, 131_072, 131_073, 1],
            [0, 300_000, 0, 300_000, 0],
            [300_000, 300_000], [65_530, 5, 131_080], [1, 65_534, 400_000, 65_536, 65_537],
        ])
    func wholeLines(lengths: [Int]) throws {
        let wanted = lengths.enumerated().map { line($0.element, $0.offset) }
        let content = Array(wanted.joined(separator: [0x0A]))
        #expect(try lines(content + [0x0A]) == wanted)
        // Without an end of line behind the last one.
        if lengths.last != 0 { #expect(try lines(content) == wanted) }
    }

    @Test("A line that is too long is one, and the ones around it are whole")
    func tooLong() throws {
        let wanted = [line(10, 1), line(400_000, 2), line(70_000, 3), line(140_000, 4)]
        #expect(
            try lines(Array(wanted.joined(separator: [0x0A])), limit: 150_000) == [
                wanted[0], nil, wanted[2], wanted[3],
            ])
    }
}
