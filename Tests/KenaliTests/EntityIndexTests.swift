import Testing

@testable import Kenali

/// The index of a corpus.
@Suite("Index of a corpus")
struct EntityIndexTests {
    /// Documents of our own, with persons who are named by parts of their names in others.
    private static let documents: [(text: String, date: String)] = [
        ("Presiden Prabowo Subianto bertemu Wakil Presiden Gibran Rakabuming Raka di Istana Merdeka.", "2025-01-10"),
        ("Prabowo menerima Gibran Rakabuming Raka dan pimpinan Komisi Pemberantasan Korupsi.", "2025-02-11"),
        ("Menteri Sosial Saifullah Yusuf membuka rapat Kementerian Sosial di Kota Bandung.", "2024-12-27"),
        ("Gus Ipul meninjau kantor Kemensos di Bandung.", "2025-02-01"),
        ("Kapolres Wonoasri AKBP Hanafi Wiratama menutup kasus itu bersama Lestari Kusumawati.", "2025-03-01"),
        ("Kapolres Wonoasri AKBP Hanafi menggelar jumpa pers.", "2025-03-02"),
        ("Pengamat Lestari Kusumawati dan Hanafi Wiratama hadir di Universitas Tirta Kencana.", "2025-03-05"),
        ("Hanafi membantah kabar itu, kata Lestari Kusumawati dari Universitas Tirta Kencana.", "2025-03-09"),
        ("Hanafi menanam jagung di kebunnya.", "2025-03-11"),
        ("Hanafi memetik melati di halaman.", "2025-03-12"),
    ]

    private static let extractions: [Extraction] = {
        let extractor = Extractor()
        return documents.map { extractor.extract(from: $0.text, referenceDate: CalendarDate($0.date)) }
    }()

    private static func index(_ extractions: some Sequence<Extraction>) -> EntityIndex {
        var index = EntityIndex()
        for extraction in extractions { index.add(extraction) }
        return index
    }

    private let index = Self.index(Self.extractions)

    private func entity(_ key: String) -> IndexedEntity? { index.entities().first { $0.key == key } }

    @Test("Names, offices, months and company of a person")
    func person() throws {
        let person = try #require(entity("person:saifullah-yusuf"))
        #expect(person.name == "Saifullah Yusuf" && person.count == 2 && person.documentCount == 2)
        #expect(person.months.map(\.month) == ["2024-12", "2025-02"])
        #expect(person.offices.map(\.title) == ["Menteri Sosial"])
        #expect(person.offices.first?.first == "2024-12-27" && person.offices.first?.last == "2024-12-27")
        #expect(person.companions.contains { $0.key == "ministry:kemensos" && $0.count == 2 })
    }

    @Test("An office has its first and its last day, in whatever order the documents come")
    func days() throws {
        let extractor = Extractor()
        let days = ["2025-03-05", "2025-01-10", "2025-06-20", "2025-02-01"]
        for order in [days, days.reversed()] {
            let index = Self.index(
                order.map {
                    extractor.extract(
                        from: "Menteri Sosial Saifullah Yusuf membuka rapat.", referenceDate: CalendarDate($0))
                })
            let office = try #require(index.entities(of: .person).first?.offices.first)
            #expect(office.first == "2025-01-10" && office.last == "2025-06-20")
        }
    }

    @Test("Ministries and places are one by id and code")
    func others() {
        #expect(entity("ministry:kemensos")?.count == 2)
        #expect(entity("location:32.73")?.count == 2)
    }

    @Test("A part of a name is joined by office or company, and the join says why; a bare name is not")
    func joins() throws {
        let person = try #require(entity("person:hanafi wiratama"))
        #expect(person.joinedBy.contains { $0.name == "hanafi" && $0.evidence == .office })
        #expect(person.joinedBy.contains { $0.name == "hanafi" && $0.evidence == .company })
        #expect(person.count == 4)
        let bare = index.entities(of: .person).filter { $0.name == "Hanafi" }
        #expect(bare.count == 2 && bare.allSatisfy { $0.count == 1 }, "two of whom nothing is known stay two")
    }

    @Test("Bodies and offices are one however they are written")
    func spellings() throws {
        let extractor = Extractor()
        let index = Self.index(
            [
                "Pemprov Jabar menunda rapat dengan Otorita IKN.", "Pemerintah Provinsi Jawa Barat menunda rapat.",
                "Otorita Ibu Kota Nusantara (IKN) menunda rapat.",
                "Kadis Sosial Klaten Sutarjono menolak usul itu.",
                "Kepala Dinas Sosial Sutarjono menolak usul itu.",
            ].map { extractor.extract(from: $0) })
        let bodies = index.entities(of: .organization)
        #expect(bodies.first { $0.key == "organization:pemerintah provinsi jawa barat" }?.count == 2)
        #expect(bodies.first { $0.key == "organization:otorita ibu kota nusantara" }?.count == 2)
        let person = try #require(index.entities(of: .person).first { $0.name == "Sutarjono" })
        #expect(person.count == 2 && person.joinedBy.contains { $0.evidence == .office })
    }

    @Test("The order of the documents does not matter")
    func order() {
        var generator = SplitMix(seed: 7)
        for _ in 0..<10 {
            let shuffled = Self.index(Self.extractions.shuffled(using: &generator))
            #expect(shuffled.text == index.text)
            #expect(shuffled.entities() == index.entities())
        }
    }

    @Test("Any split merges to the same index")
    func merging() {
        var generator = SplitMix(seed: 11)
        for parts in [2, 3, 7] {
            var indexes = Array(repeating: EntityIndex(), count: parts)
            for extraction in Self.extractions { indexes[Int.random(in: 0..<parts, using: &generator)].add(extraction) }
            var merged = EntityIndex()
            for part in indexes.shuffled(using: &generator) { merged.merge(part) }
            #expect(merged.text == index.text)
            #expect(merged.entities() == index.entities())
        }
    }

    @Test("Whom the corpus calls by a single name has it in documents without the full one, with company in common")
    func calledSo() throws {
        let extractor = Extractor()
        let named = (1...6).map { day in
            (
                "Pengamat Wirastuti Lasmana membuka lokakarya Universitas Melati Kencana. Wirastuti berterima kasih kepada Ratna Anggraini.",
                "2025-04-0\(day)"
            )
        }
        let others = [
            ("Kata Wirastuti, lokakarya Universitas Melati Kencana selesai bersama Ratna Anggraini.", "2025-04-08"),
            ("Warga bernama Wirastuti, petani, bertemu Ratna Anggraini.", "2025-04-10"),
        ]
        let index = Self.index(
            (named + others).map { extractor.extract(from: $0.0, referenceDate: CalendarDate($0.1)) } + Self.extractions
        )
        let person = try #require(index.entities(of: .person).first { $0.name == "Wirastuti Lasmana" })
        #expect(person.documentCount == 7)
        #expect(person.joinedBy.contains { $0.name == "wirastuti" && $0.evidence == .company })
    }

    @Test("Bodies are one whatever their legal form; ministries of two countries are two")
    func bodies() {
        let extractor = Extractor()
        let texts = [
            "PT Pertamina (Persero) menaikkan harga.", "Pertamina menaikkan harga.",
            "Kementerian Luar Negeri Jepang memprotes.", "Kementerian Luar Negeri Rusia memprotes.",
        ]
        let index = Self.index(texts.map { extractor.extract(from: $0) })
        #expect(index.entities(of: .organization).map(\.count) == [2])
        #expect(
            index.entities(of: .ministry).map(\.name).sorted() == [
                "Kementerian Luar Negeri Jepang", "Kementerian Luar Negeri Rusia",
            ])
    }

    @Test("What a file says may be any number")
    func largeCounts() throws {
        let line = "person:a b\t4294967295\t4294967295\t0A B\t4294967295\n"
        let index = try #require(EntityIndex(text: "kenali-index\t1\t9\n" + line + line))
        #expect(index.entities().first?.count == 4_294_967_295)
        var both = index
        both.merge(index)
        #expect(both.entities() == index.entities())
        #expect(EntityIndex(text: "kenali-index\t1\t-1\n") == nil)
        #expect(EntityIndex(text: "kenali-index\t1\t1\nperson:a b\t1\t1\t1-7\t1\n") == nil)
    }

    @Test("An index can be stored and read")
    func stored() throws {
        let read = try #require(EntityIndex(text: index.text))
        #expect(read.text == index.text && read.entities() == index.entities())
        #expect(read.documentCount == Self.documents.count)
        for broken in [
            "", "kenali-index\t2\t1\n", "kenali-index\t1\t1\nkey\t1\n", "kenali-index\t1\t1\nkey\t1\t1\t9x\t1\n",
        ] {
            #expect(EntityIndex(text: broken) == nil)
        }
    }

    @Test("What a node keeps has a bound, and does not depend on the order")
    func bounds() {
        func store(_ values: [Int]) -> IndexStore {
            var store = IndexStore()
            let node = store.node("person:a b")
            for value in values { store.add(.name, store.text("name \(value)"), 1, to: node) }
            return store
        }
        func names(_ store: IndexStore) -> [String: UInt32] {
            Dictionary(
                uniqueKeysWithValues: store.pruned().facts(.name, of: 0).map { (store.texts[$0.value], $0.count) })
        }
        let values = Array(0..<1000) + Array(0..<1000)
        var generator = SplitMix(seed: 3)
        let one = names(store(values))
        #expect(one.count == 256 && one.values.allSatisfy { $0 == 2 })
        #expect(one == names(store(values.shuffled(using: &generator))))
        var merged = store(Array(0..<1400).filter { $0 < 1000 })
        merged.merge(store(Array(0..<1000).reversed()))
        #expect(one == names(merged))
    }
}
