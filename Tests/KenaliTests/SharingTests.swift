import KenaliLexicon
import Testing

@testable import Kenali

/// One extractor among many tasks, as ThreadSanitizer looks at it: see `.ci/sanitize`.
@Suite("An extractor shared by tasks")
struct SharingTests {
    private static let texts = [
        "Menteri Sosial Saifullah Yusuf (Gus Ipul) memimpin Kementerian Sosial (Kemensos) sejak 2024. Gus Ipul pulang.",
        "Usulan Dana Alokasi Khusus (DAK) dibahas Kemensos, Selasa (21/10/2025) pukul 09.30 WIB. DAK itu penting.",
        "Kapolres Demak AKBP Hanafi Wiratama meninjau RSUD Sunan Kalijaga di Kabupaten Demak bulan depan.",
        "KPK DAN POLRI MEMERIKSA BUDI SANTOSO ALIAS ANDI DI KOTA BANDUNG, 漢字 🙂 e\u{301}.",
    ]

    /// What is found in the texts from one on, each text read twice, by an extractor and by a worker of a task's own.
    private static func found(by extractor: Extractor, from start: Int) -> [Extraction] {
        var worker = ExtractionWorker(extractor)
        return (start..<start + 2 * texts.count).map { index in
            let text = texts[index % texts.count]
            return index % 2 == 0 ? extractor.extract(from: text) : worker.extract(from: text)
        }
    }

    @Test("Sixteen tasks with one extractor find what one task finds, with own rules and words, too")
    func sixteenTasks() async throws {
        var lexicon = Lexicon.builtIn
        try lexicon.add(table: "form\tclass\tvalue\nQRWZ\tacronym\tQuasi Regu Warga Zamrud\n", named: "own.tsv")
        var rules = CustomRules()
        try rules.add(rules: "rule vessel.named : vessel 90\n    \"KMP\" Initial{1,3}\n", named: "own.rules")
        for extractor in [Extractor(), try Extractor(lexicon: lexicon, rules: rules)] {
            let alone = Self.texts.map { extractor.extract(from: $0) }
            await withTaskGroup(of: (Int, [Extraction]).self) { group in
                for task in 0..<16 { group.addTask { (task, Self.found(by: extractor, from: task)) } }
                for await (task, found) in group {
                    for (index, extraction) in found.enumerated() {
                        #expect(extraction == alone[(task + index) % alone.count])
                    }
                }
            }
        }
    }

    @Test("Sixteen tasks that make the first extractor, and ask the registries, at once")
    func firstUse() async {
        await withTaskGroup(of: Int.self) { group in
            for task in 0..<16 {
                group.addTask {
                    let text = Self.texts[task % Self.texts.count]
                    let known = MinistryRegistry.builtIn["kemensos"] != nil && !PersonRegistry.builtIn.persons.isEmpty
                    return known ? Extractor().extract(from: text).mentions.count : -1
                }
            }
            for await count in group { #expect(count > 0) }
        }
    }
}
