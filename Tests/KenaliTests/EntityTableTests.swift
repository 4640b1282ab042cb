import Testing

@testable import Kenali

/// The tables of `Fixtures/entities`, whose notation ``EntityTable`` describes.
@Suite("Entity tables")
struct EntityTableTests {
    private static let extractor = Extractor()

    static let lines = EntityTable.all.flatMap(\.lines)

    @Test("What is marked is found, with its meaning, and nothing else of the file's kinds is", arguments: lines)
    func line(_ line: EntityTable.Line) {
        if line.isKnownToFail {
            withKnownIssue { check(line) }
        } else {
            check(line)
        }
    }

    private func check(_ line: EntityTable.Line) {
        let place = SourceLocation(
            fileID: "entities/\(line.file)", filePath: line.file, line: line.number, column: 1)
        guard let example = EntityTable.Example(line) else {
            Issue.record("\(line.file):\(line.number) can't be read", sourceLocation: place)
            return
        }
        let extraction = Self.extractor.extract(from: example.text, referenceDate: example.date)
        let differences = example.differences(extraction, kinds: line.kinds)
        guard !differences.isEmpty else { return }
        Issue.record(
            "\(line.file):\(line.number): \(differences.joined(separator: "; "))", sourceLocation: place)
    }

    @Test(
        "A file names its kinds; a third of it are traps, and at most a twentieth is known to fail",
        arguments: EntityTable.all.map(\.file))
    func shape(_ file: String) throws {
        let table = try #require(EntityTable.all.first { $0.file == file })
        #expect(table.lines.allSatisfy { !$0.kinds.isEmpty })
        let traps = table.lines.count { $0.isTrap }
        #expect(3 * traps >= table.lines.count, "\(traps) traps of \(table.lines.count)")
        let failing = table.lines.count { $0.isKnownToFail }
        #expect(20 * failing <= table.lines.count, "\(failing) known to fail of \(table.lines.count)")
    }

    @Test("A line is read to the byte")
    func notation() throws {
        let table = EntityTable(
            "# kinds: person, ministry\n# first\n@2024-12-27 Kata [p1 Gus _Ipul_ = Menteri],\\n[m Kemensos]\n# More traps\n# of a kind\n? Béta\n",
            named: "x.txt")
        let line = try #require(table.lines.first)
        let example = try #require(EntityTable.Example(line))
        #expect(example.text == "Kata Gus Ipul,\nKemensos")
        #expect(example.date == CalendarDate(year: 2024, month: 12, day: 27))
        #expect(example.marks.map(\.range) == [5..<13, 15..<23])
        #expect(example.marks.map(\.name) == [9..<13, 15..<23])
        #expect(example.marks.map(\.value) == ["Menteri", nil])
        #expect(example.marks.map(\.entity) == ["p1", nil])
        #expect(table.lines.map(\.number) == [3, 6])
        #expect(table.lines.map(\.isTrap) == [false, true])
        #expect(table.lines.map(\.isKnownToFail) == [false, true])
        #expect(table.lines[1].kinds == [.person, .ministry])
    }

    @Test("A difference is told as missing or as found besides")
    func differences() throws {
        let table = EntityTable("# kinds: ministry\nPejabat [m Menteri Sosial] dan Kemensos hadir.\n", named: "x.txt")
        let example = try #require(EntityTable.Example(table.lines[0]))
        let differences = example.differences(Self.extractor.extract(from: example.text), kinds: [.ministry])
        #expect(differences.count == 2)
        #expect(differences.first == "missing: ministry 'Menteri Sosial'")
        #expect(differences.last?.hasPrefix("besides: ministry 'Kemensos'") == true)
    }
}
