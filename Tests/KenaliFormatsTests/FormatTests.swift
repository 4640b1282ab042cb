import Foundation
import Kenali
import KenaliText
import Testing

@testable import KenaliFormats

/// The formats for other programs; that those programs read them is checked by `Fixtures/formats/read-back.py`.
@Suite("Formats")
struct FormatTests {
    private static let text =
        "e\u{301} 🙂 <b>&\"DAK\"\r\nMenteri Sosial Saifullah Yusuf (Gus Ipul) memimpin Kementerian\nSosial sejak Jumat, 27 Desember 2024. \u{2028}\u{1}"
    private static let document = ExtractedDocument(
        id: .string("a/1"), text: text, extraction: Extractor().extract(from: text))
    private static let nothing = ExtractedDocument(id: nil, text: "", extraction: Extraction())

    private func written(_ format: any ExtractionFormat.Type, _ documents: [ExtractedDocument]) -> String {
        format.text(of: documents)
    }

    @Test("Every file of a format has its line in the list, and names are told apart")
    func registered() throws {
        let folder = Project.folder.appending(path: "Sources/KenaliFormats/Writers")
        let names = Set(ExtractionFormats.all.map { "\($0)" })
        var declared: Set<String> = []
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            let source = try String(contentsOf: file, encoding: .utf8)
            for match in source.matches(of: /struct (\w+): ExtractionFormat/) { declared.insert(String(match.1)) }
        }
        #expect(declared == names, "ExtractionFormats.all lacks \(declared.subtracting(names))")
        #expect(Set(ExtractionFormats.all.map { $0.name }).count == ExtractionFormats.all.count)
    }

    @Test(
        "Every format writes any document, an empty one, and mentions that lie nowhere",
        arguments: ExtractionFormats.all.map { $0.name })
    func anything(name: String) throws {
        let format = try #require(ExtractionFormats.named(name))
        var odd = Self.document
        odd.extraction.mentions = [
            Mention(utf8Range: 0..<500, detail: .organization(Organization(canonicalName: "\t\"<")), rule: "r"),
            Mention(utf8Range: 3..<3, detail: .acronym(Acronym(expansion: nil, source: nil)), rule: ""),
            Mention(utf8Range: 2..<9, detail: .acronym(Acronym(expansion: "x\ny", source: .text)), rule: ""),
            Mention(utf8Range: 400..<450, detail: .organization(Organization(canonicalName: "x")), rule: ""),
        ]
        odd.extraction.entities = []
        for documents in [[], [Self.nothing], [Self.document, Self.nothing, Self.document], [odd]] {
            let output = written(format, documents)
            if ["json", "labelstudio"].contains(name) {
                #expect(try JSONValue(parsing: Array(output.utf8).span).array?.count == documents.count)
            } else if format.fileEnding.hasPrefix("jsonl") {
                let lines = output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
                #expect(lines.count == documents.count)
                for line in lines { _ = try JSONValue(parsing: Array(line.utf8).span) }
            }
        }
    }

    @Test(
        "In pieces a document is what it is in one, and JSON's pieces are small",
        arguments: ExtractionFormats.all.map { $0.name })
    func pieces(name: String) throws {
        let format = try #require(ExtractionFormats.named(name))
        for isSingle in [true, false] {
            var options = FormatOptions()
            options.isSingleDocument = isSingle
            options.hasSentences = true
            var writer = format.init(options)
            for document in [Self.long, Self.nothing, Self.long] {
                var whole: [UInt8] = []
                writer.write(document, to: &whole)
                var pieces: [[UInt8]] = []
                writer.write(document, inPieces: { piece in pieces.append(piece.indices.map { piece[$0] }) })
                #expect(Array(pieces.joined()) == whole)
                guard name.hasPrefix("json"), whole.count > 1 << 10 else { continue }
                #expect(pieces.count > 3)
                #expect(pieces.allSatisfy { $0.count < 1 << 17 })
            }
        }
    }

    /// A document with many mentions and many entities.
    private static let long: ExtractedDocument = {
        let text = (0..<1_000).map { "Bupati Kota\($0 % 7) Budi\($0) dan DAK. " }.joined()
        var extraction = Extraction()
        for index in 0..<1_000 {
            let start = 10 * index
            extraction.mentions.append(
                Mention(
                    utf8Range: start..<start + 8,
                    detail: .organization(Organization(canonicalName: "Badan \"\(index)\"")),
                    rule: "rule.\(index % 5)", entity: index))
            extraction.entities.append(
                Entity(id: index, kind: .organization, name: "Badan \(index)", mentions: [index]))
        }
        extraction.sentences = [0..<200, 200..<12_000]
        return ExtractedDocument(id: .string("long"), text: String(text.prefix(12_000)), extraction: extraction)
    }()

    @Test("A row of the table for each mention, as many fields as columns")
    func table() throws {
        let rows = written(TableFormat.self, [Self.document]).split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)
        }
        #expect(rows.count == Self.document.extraction.mentions.count + 1)
        #expect(rows.allSatisfy { $0.count == TableFormat.columns.count })
        let ministry = try #require(rows.first { $0[2] == "ministry" })
        #expect(ministry[5] == "Kementerian Sosial" && ministry[8] == "kemensos")
    }

    @Test("Labels by IOB2, and the other layer")
    func conll() {
        #expect(written(ConllFormat.self, [Self.document]).contains("Saifullah -X- O B-PERSON\nYusuf -X- O I-PERSON\n"))
        var options = FormatOptions()
        options.layer = .acronym
        #expect(ConllFormat.text(of: [Self.document], options).contains("DAK -X- O B-ACRONYM\n"))
    }

    @Test("brat: pieces where a line ends, codes, links")
    func brat() {
        let ann = written(BratFormat.self, [Self.document])
        #expect(ann.contains(";") && ann.contains("\tKementerian Sosial\n") && ann.contains("Reference T"))
        #expect(ann.contains("*\tEquiv "))
        // No piece holds a part of a line end.
        for (end, second) in [("\n", 12), ("\r\n", 13)] {
            let text = "Kementerian\(end)Sosial hadir."
            let document = ExtractedDocument(
                id: nil, text: text, extraction: Extractor(kinds: [.ministry]).extract(from: text))
            let line = "T1\tMinistry 0 11;\(second) \(second + 6)\tKementerian Sosial\n"
            #expect(written(BratFormat.self, [document]).hasPrefix(line), "\(end.debugDescription)")
        }
    }

    @Test("The page holds nothing that the text could break out of")
    func page() {
        let html = written(HTMLFormat.self, [Self.document])
        #expect(html.contains("&lt;b&gt;&amp;&quot;<abbr ") && !html.contains("<b>"))
        #expect(html.contains("<time>2024-12-27</time>") && html.contains("prefers-color-scheme: dark"))
        #expect(!html.contains("http://") && !html.contains("https://"))
        #expect(html.components(separatedBy: "<script>").count == 2)
    }

    @Test("Days with times and zones; what is no day")
    func timestamps() {
        let day = CalendarDate(year: 2024, month: 12, day: 27)
        for text in [
            "2024-12-27", "2024-12-27T23:30:00+07:00", "2024-12-27 23:30", "2024-12-27T23:30:00.123Z", "2024-12-27t01",
        ] {
            #expect(CalendarDate(timestamp: text) == day)
        }
        for text in [
            "", "2024-12-2", "2024-13-27", "2024-12-27T", "2024-12-27x10", "2024-12-27T1x", "27-12-2024",
            "2024-12-27 kemarin",
        ] {
            #expect(CalendarDate(timestamp: text) == nil, "\(text)")
        }
    }

    @Test("In CoNLL a sentence begins no label in its middle")
    func conllSentences() {
        var extraction = Extraction()
        extraction.mentions = [
            Mention(utf8Range: 3..<17, detail: .organization(Organization(canonicalName: "x")), rule: "r")
        ]
        extraction.sentences = [0..<9, 10..<17]
        let document = ExtractedDocument(id: nil, text: "Di Kwimb. Zorbano.", extraction: extraction)
        #expect(
            written(ConllFormat.self, [document]).contains(
                "Kwimb -X- O B-ORGANIZATION\n. -X- O I-ORGANIZATION\n\nZorbano -X- O B-"))
    }

    @Test("Regions of Label Studio count UTF-16, marks code points")
    func labelStudioPositions() throws {
        let line = #"""
            [{"data": {"id": "a", "text": "🙂 Di Demak."}, "annotations": [{"result": [
            {"type": "labels", "value": {"start": 6, "end": 11, "labels": ["LOCATION"]}}]}]}]
            """#
        let bytes = Array(line.utf8)
        let texts = try AnnotatedText.read(bytes.span)
        let marks = try #require(texts.first?.marks)
        #expect(marks.map(\.range) == [5..<10] && marks.map(\.kind) == ["location"])
    }
}
