import KenaliLexicon
import KenaliText
import Testing

@testable import Kenali

@Suite("What linking keeps from document to document")
struct LinkMemoryTests {
    @Test("Entities are found by their names and aliases whatever their capitals, the first of several")
    func entityNames() {
        let entities = [
            Entity(id: 0, kind: .organization, name: "Bank Tani", aliases: ["BT", "Baté"]),
            Entity(id: 1, kind: .location, name: "bank tani", aliases: ["Kota Batu"]),
            Entity(id: 2, kind: .person, name: "ÉMILE Ridwan"),
        ]
        var names = EntityNames()
        func entity(_ name: String) -> Int? { names.entity(named: name.utf8Span.span, in: entities) }
        func thing(_ name: String) -> Int? { names.thing(named: name.utf8Span.span, in: entities) }
        names.read(entities, withThings: true)
        #expect(["BANK TANI", "émile ridwan", "bt", "bank", ""].map(entity) == [0, 2, nil, nil, nil])
        #expect(["Bank tani", "bt", "BATÉ", "kota batu", "Batu"].map(thing) == [0, 0, 0, 1, nil])
        #expect(thing("émile ridwan") == nil)
        names.read(entities, withThings: false)
        #expect(entity("bank tani") == 0 && thing("bank tani") == nil)
        names.read([], withThings: true)
        #expect(entity("bank tani") == nil)
    }

    @Test("Names of the same words have one number")
    func nameWords() {
        var names = NameWords()
        func number(_ words: [UInt64]) -> NameWords.Number {
            for word in words { names.write(word) }
            #expect(names.isWritten == !words.isEmpty)
            return names.take()
        }
        let numbers = [[1, 2], [2, 1], [1], [1, 2], [1, 2, 3]].map { number($0) }
        #expect(numbers == [0, 1, 2, 0, 3] && !names.isWritten)
        #expect(names[1].count == 2 && names[1][0] == 2 && names[1][1] == 1 && names[-1].isEmpty)
        names.removeAll()
        #expect(number([1]) == 0)
    }

    @Test("A worker says of a text what a new one says, whatever it has read before")
    func documents() {
        let texts = [
            "Menteri Sosial Saifullah Yusuf (Gus Ipul) bertemu Ketua DPR Puan Maharani di Jakarta. Gus Ipul menyebut Kemensos.",
            "Rapat RUPS PT Tani Maju dihadiri Komisaris Rina Hartati. Rina, kata Rapat Umum Pemegang Saham, tetap menjabat.",
            "Bupati Bogor, Rudi Hartono, dan Dinas Kesehatan Kabupaten Bogor membahas PMK. Dinkes menunggu vaksin PMK.",
        ]
        let extractor = Extractor()
        var worker = ExtractionWorker(extractor)
        for round in 0..<3 {
            for index in texts.indices {
                let text = texts[(index + round) % texts.count]
                #expect(worker.extract(from: text) == extractor.extract(from: text), "\(text)")
            }
        }
    }
}
