import Foundation
import KenaliLexicon
import KenaliText
import Testing

@testable import Kenali

@Suite("Extractor")
struct ExtractorTests {
    private static let extractor = Extractor()
    private static let text = """
        Mensos Gus Ipul Temui Warga
        Menteri Sosial Saifullah Yusuf (Gus Ipul) memimpin Kementerian Sosial (Kemensos) pada Jumat, 27 Desember 2024.
        Usulan Dana Alokasi Khusus (DAK) dibahas Kemensos. "DAK penting," kata Gus Ipul. Saifullah lalu pulang.
        """

    private func entities(_ text: String, _ kind: MentionKind) -> [Entity] {
        Self.extractor.extract(from: text).entities.filter { $0.kind == kind }
    }

    @Test("One person under all names, with the office")
    func person() throws {
        let persons = entities(Self.text, .person)
        #expect(persons.map(\.name) == ["Saifullah Yusuf"])
        #expect(persons.first?.aliases == ["Gus Ipul", "Saifullah"])
        #expect(persons.first?.roles.contains("Menteri Sosial") == true)
        #expect(persons.first?.mentions.count == 5)
    }

    @Test("One ministry, to which its acronym belongs")
    func ministry() throws {
        let extraction = Self.extractor.extract(from: Self.text)
        let ministry = try #require(extraction.entities.first { $0.kind == .ministry })
        #expect(ministry.name == "Kementerian Sosial" && ministry.aliases == ["Kemensos"])
        let texts = ministry.mentions.map { String(extraction.mentions[$0].text(in: Self.text)) }
        #expect(texts == ["Kementerian Sosial", "Kemensos", "Kemensos", "Kemensos", "Kemensos"])
    }

    @Test("What the text defines holds in all of it, before the lexicon")
    func definition() {
        let text = "PKB naik. Program Kartu Beras (PKB) lalu dibagikan, dan PKB diterima."
        let expansions = Self.extractor.extract(from: text).mentions.compactMap { mention -> Acronym? in
            if case .acronym(let acronym) = mention.detail { acronym } else { nil }
        }
        #expect(expansions == Array(repeating: Acronym(expansion: "Program Kartu Beras", source: .text), count: 3))
    }

    @Test("A glossary: one entry for each form and meaning, in alphabetical order")
    func glossary() throws {
        let text = "Soal MBG. Program Makan Bergizi Gratis (MBG) jalan. DPR setuju; QZX tidak. DPR pulang."
        let extraction = Self.extractor.extract(from: text)
        #expect(extraction.glossary.map(\.form) == ["DPR", "MBG", "QZX"])
        #expect(extraction.glossary.map(\.mentions.count) == [2, 2, 1])
        #expect(
            extraction.glossary.map(\.acronym.expansion)
                == ["Dewan Perwakilan Rakyat", "Makan Bergizi Gratis", nil])
        let first = try #require(extraction.glossary.first?.mentions.first)
        #expect(extraction.mentions[first].text(in: text) == "DPR")
        #expect(Extractor(kinds: [.person]).extract(from: text).glossary.isEmpty)
    }

    @Test("A worker that makes no glossary gives all else")
    func withoutGlossary() {
        let text = "Soal MBG. Program Makan Bergizi Gratis (MBG) jalan. DPR setuju; QZX tidak. DPR pulang."
        var worker = ExtractionWorker(Self.extractor)
        var other = ExtractionWorker(Self.extractor, makesGlossary: false)
        var extraction = worker.extract(from: text)
        #expect(!extraction.glossary.isEmpty)
        extraction.glossary = []
        #expect(other.extract(from: text) == extraction)
    }

    @Test("The last definition before a use holds; capitals of the definition are kept")
    func severalDefinitions() {
        let text = """
            Dewan Pimpinan Daerah (DPD) rapat. Kata DPD, cukup. Dewan Perwakilan Daerah (DPD) menolak. DPD pulang.
            Ruang Aman Taman (RAT) dibuka, rat itu kecil.
            """
        let found = Self.extractor.extract(from: text).mentions.compactMap { mention -> String? in
            if case .acronym(let acronym) = mention.detail { acronym.expansion } else { nil }
        }
        #expect(
            found == Array(repeating: "Dewan Pimpinan Daerah", count: 2)
                + Array(repeating: "Dewan Perwakilan Daerah", count: 2) + ["Ruang Aman Taman"])
    }

    @Test("A reading that nothing decides is flagged, with the others")
    func ambiguity() {
        for mention in Self.extractor.extract(from: "PBB naik.").mentions {
            guard case .acronym(let acronym) = mention.detail else { continue }
            #expect(acronym.isAmbiguous && acronym.source == .lexicon && acronym.alternatives.count >= 2)
        }
    }

    @Test("Mentions lie in order inside the text, and entities do not overlap")
    func order() {
        for text in [Self.text, ArticleTests.articles.map(\.text).joined(separator: "\n")] {
            let mentions = Self.extractor.extract(from: text).mentions
            let layer = mentions.filter { $0.kind != .acronym }
            for (left, right) in zip(layer, layer.dropFirst()) {
                #expect(left.utf8Range.upperBound <= right.utf8Range.lowerBound)
            }
            for (left, right) in zip(mentions, mentions.dropFirst()) {
                #expect(left.utf8Range.lowerBound <= right.utf8Range.lowerBound)
            }
            for mention in mentions {
                #expect(
                    text.utf8.distance(from: text.startIndex, to: mention.range(in: text).lowerBound)
                        == mention.utf8Range.lowerBound)
                #expect(!mention.rule.isEmpty)
            }
        }
    }

    @Test("Only the kinds that are asked for", arguments: MentionKind.allCases)
    func kinds(kind: MentionKind) {
        let all = Self.extractor.extract(from: Self.text).mentions.filter { $0.kind == kind }
        let some = Extractor(kinds: [kind]).extract(from: Self.text).mentions
        #expect(some.map(\.utf8Range) == all.map(\.utf8Range))
        #expect(some.allSatisfy { $0.kind == kind })
    }

    @Test("Words of one's own")
    func lexicon() throws {
        var lexicon = Lexicon.builtIn
        try lexicon.add(
            table: "form\tclass\tvalue\nQRWZ\tacronym\tQuasi Regu Warga Zamrud\n".utf8Span.span, named: "mine.tsv")
        let mentions = Extractor(lexicon: lexicon).extract(from: "Program QRWZ dimulai.").mentions
        #expect(mentions.map(\.detail) == [.acronym(Acronym(expansion: "Quasi Regu Warga Zamrud", source: .lexicon))])
    }

    @Test(
        "Hostile input neither crashes nor hangs",
        arguments: [
            String(repeating: "Gus ", count: 20_000),
            String(repeating: "(", count: 20_000),
            String(repeating: "A", count: 200_000),
            String(repeating: "Menteri Sosial ", count: 10_000),
            String(repeating: "DAK (", count: 10_000),
            String(repeating: "12/", count: 20_000),
            String(repeating: "Senin ", count: 20_000),
            String(repeating: "1 Ramadan ", count: 5_000),
            String(repeating: "dua puluh ribu ", count: 8_000) + "hari",
            String(repeating: "20-22 Oktober, ", count: 5_000),
            String(repeating: "31 Februari 9999 ", count: 5_000),
            String(repeating: "pukul 24.00 hingga ", count: 5_000),
            String(repeating: "500 abad lalu ", count: 5_000),
            String(repeating: "keesokan harinya ", count: 5_000),
            "9999999999999999999 hari lalu, 31/12/9999, abad ke-30, tahun 9999 SM, 99999 tahun, 1 Januari 1 M",
            String(repeating: "DAK, ", count: 10_000),
            String(repeating: "Dana Alokasi (DAK) atau ", count: 3_000),
            String(repeating: "A/B&C-", count: 5_000),
            String(repeating: "Prof. Dr. H. ", count: 10_000),
            String(repeating: "S.H., ", count: 10_000),
            String(repeating: "Agus ", count: 20_000),
            String(repeating: "e\u{301}", count: 20_000) + " Gus Ipul",
            "\u{0}\u{FEFF}\u{202E}🙂\u{1F1EE}\u{1F1E9} Gus Ipul",
            "", "\n", "\u{2028}", "Zwendo, Kepala Dinas Sosial.", "H. Zwendo", ", Budi",
            "memenuhi – delivery @ Sp.Ok.(K)",
        ])
    func hostile(text: String) {
        let mentions = Self.extractor.extract(from: text, referenceDate: CalendarDate(year: 2024, month: 2, day: 29))
            .mentions
        #expect(mentions.allSatisfy { $0.utf8Range.upperBound <= text.utf8.count })
    }

    @Test("Words of all lists and marks in any order neither crash nor give mentions beyond the text", arguments: 1...4)
    func anyWords(seed: UInt64) throws {
        var forms = [
            ",", ".", "(", ")", "-", "/", "\"", "\n", "'", "&", "@", "–", ":", "12", "(23)", "dan", "H.", "al-", "Rp",
            "tahun",
        ]
        let folder = Project.folder.appending(path: "Sources/KenaliData/Lexicon")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
            for index in stride(from: 1, to: rows.count, by: max(1, rows.count / 40)) {
                forms.append(String(rows[index].prefix { $0 != "\t" }))
            }
        }
        var random = SplitMix(seed: seed)
        for _ in 0..<400 {
            let words = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                forms[Int.random(in: forms.indices, using: &random)]
            }
            let text = words.joined(separator: Bool.random(using: &random) ? " " : "")
            let mentions = Self.extractor.extract(from: text).mentions
            #expect(
                mentions.allSatisfy { $0.utf8Range.upperBound <= text.utf8.count && !$0.utf8Range.isEmpty }, "\(text)")
        }
    }
}
