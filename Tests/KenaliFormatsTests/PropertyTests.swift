import Foundation
import Kenali
import KenaliFormats
import KenaliText
import Testing

/// What holds of any text. The invariants of ``Kenali/Extraction`` are asserted by each extraction itself.
@Suite("Properties of any text")
struct PropertyTests {
    private static let extractor = Extractor()
    private static let day = CalendarDate(year: 2024, month: 12, day: 27)

    /// What tells mentions apart wherever they stand.
    private struct Found: Hashable {
        var kind: MentionKind
        var start: Int
        var text: String
        var rule: String

        init(_ mention: Mention, in text: String, shift: Int = 0) {
            kind = mention.kind
            start = mention.utf8Range.lowerBound - shift
            self.text = String(mention.text(in: text))
            rule = mention.rule
        }
    }

    private static func found(_ text: String, shift: Int = 0) -> [Found] {
        extractor.extract(from: text, referenceDate: day).mentions.map { Found($0, in: text, shift: shift) }
    }

    private func forEachText(strange: Bool = true, _ body: (String) throws -> Void) rethrows {
        for seed in 0..<RandomDocument.rounds {
            var random = RandomDocument(seed: UInt64(seed + 1))
            try body(random.text(strange: strange))
        }
    }

    @Test("Read again, a text says the same; a worker that has read others says what a new one does")
    func repeated() {
        var worker = ExtractionWorker(Self.extractor)
        forEachText { text in
            let once = Self.extractor.extract(from: text)
            #expect(once == Self.extractor.extract(from: text), "\(text.debugDescription)")
            #expect(once == worker.extract(from: text), "\(text.debugDescription)")
        }
    }

    @Test("Positions are those of the mention in every unit")
    func units() {
        forEachText { text in
            let extraction = Self.extractor.extract(from: text, referenceDate: Self.day)
            let (bytes, scalars, units) = (Array(text.utf8), Array(text.unicodeScalars), Array(text.utf16))
            for unit in OffsetUnit.allCases {
                let offsets = OffsetIndex(text.utf8Span.span, unit: unit)
                for mention in extraction.mentions {
                    let start = offsets.offset(ofUTF8: mention.utf8Range.lowerBound, in: text.utf8Span.span)
                    let end = offsets.offset(ofUTF8: mention.utf8Range.upperBound, in: text.utf8Span.span)
                    let slice =
                        switch unit {
                        case .utf8: String(decoding: bytes[start..<end], as: UTF8.self)
                        case .codepoint: String(String.UnicodeScalarView(scalars[start..<end]))
                        case .utf16: String(decoding: units[start..<end], as: UTF16.self)
                        }
                    #expect(Array(slice.utf8) == Array(mention.text(in: text).utf8), "\(text.debugDescription)")
                }
            }
        }
    }

    @Test(
        "Blanks and a byte order mark in front move everything and change nothing",
        arguments: [" ", "\n\n", "\t ", "\u{FEFF}"])
    func shifted(front: String) {
        forEachText { text in
            #expect(Self.found(text) == Self.found(front + text, shift: front.utf8.count), "\(text.debugDescription)")
        }
    }

    @Test("Lines end in CRLF as in LF")
    func lineEnds() {
        forEachText { text in
            let plain = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\r" }))
            let windows = plain.replacing("\n", with: "\r\n")
            let (left, right) = (Self.found(plain), Self.found(windows))
            #expect(
                left.map(\.kind) == right.map(\.kind) && left.map(\.rule) == right.map(\.rule),
                "\(text.debugDescription)")
            #expect(left.map(\.text) == right.map { $0.text.replacing("\r\n", with: "\n") }, "\(text.debugDescription)")
        }
    }

    @Test("Each kind asked for alone is found as among the others")
    func kinds() {
        let alone = MentionKind.allCases.map { Extractor(kinds: [$0]) }
        forEachText { text in
            let all = Self.found(text)
            for (kind, extractor) in zip(MentionKind.allCases, alone) {
                let some = extractor.extract(from: text, referenceDate: Self.day).mentions.map { Found($0, in: text) }
                #expect(some == all.filter { $0.kind == kind }, "\(kind): \(text.debugDescription)")
            }
        }
    }

    @Test("Two documents joined find all that each of them found", arguments: [1, 5])
    func joined(distance: Int) throws {
        let folder = Project.folder.appending(path: "Fixtures/articles")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
        let texts = try files.map { try String(contentsOf: $0, encoding: .utf8) }
        #expect(texts.count > 10)
        struct Spot: Hashable {
            var kind: MentionKind
            var range: Range<Int>
        }
        func spots(_ text: String, shift: Int = 0) -> [Spot] {
            Self.extractor.extract(from: text, referenceDate: Self.day).mentions.map {
                Spot(kind: $0.kind, range: $0.utf8Range.lowerBound + shift..<$0.utf8Range.upperBound + shift)
            }
        }
        for index in texts.indices {
            let (first, second) = (texts[index], texts[(index + distance) % texts.count])
            let both = Set(spots(first + "\n\n" + second))
            // Names and short forms that one establishes may be found in the other besides; none may be lost.
            let lost = (spots(first) + spots(second, shift: first.utf8.count + 2)).filter { !both.contains($0) }
            #expect(lost.isEmpty, "\(files[index].lastPathComponent): \(lost)")
        }
    }

    @Test("Every format writes every text, whole, and JSON is JSON")
    func formats() throws {
        try forEachText { text in
            for variant in [text, text.uppercased(), text.lowercased()] {
                let document = ExtractedDocument(
                    id: .string("a"), text: variant, extraction: Self.extractor.extract(from: variant))
                for format in ExtractionFormats.all { _ = format.text(of: [document, document]) }
                var options = FormatOptions()
                options.isSingleDocument = true
                options.hasText = true
                options.hasSentences = true
                let line = JSONLinesFormat.text(of: [document], options)
                let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
                #expect((object["mentions"] as? [Any])?.count == document.extraction.mentions.count)
                #expect(line.utf8.count { $0 == UInt8(ascii: "\n") } == 1)
                let read = try InputRecord(line: line.utf8Span.span.extracting(0..<line.utf8.count - 1))
                #expect(Array(read.text.utf8) == Array(variant.utf8))
                let report = TextReport.text(of: [document], options)
                #expect(Array(report.utf8.prefix(variant.utf8.count)) == Array(variant.utf8))
            }
        }
    }

    @Test("Any number of workers finds the same, in order", arguments: [1, 2, 5])
    func workers(count: Int) async throws {
        let texts = (0..<max(20, RandomDocument.rounds / 5)).map { seed in
            var random = RandomDocument(seed: UInt64(seed + 7000))
            return random.text()
        }
        var found: [Extraction] = []
        let inputs = AsyncStream { continuation in
            for text in texts { continuation.yield(ExtractionInput(text)) }
            continuation.finish()
        }
        for await extraction in Self.extractor.extractions(of: inputs, workers: count) { found.append(extraction) }
        #expect(found == texts.map { Self.extractor.extract(from: $0) })
    }
}
