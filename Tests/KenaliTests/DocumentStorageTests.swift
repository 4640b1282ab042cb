import Testing

@testable import Kenali

@Suite("Numbers by key, sets of tokens")
struct DocumentStorageTests {
    @Test("A table of keys has what a dictionary has, before it is emptied and after")
    func keyTable() {
        var random = SplitMix(seed: 3)
        var table = KeyTable()
        for _ in 0..<3 {
            var expected: [UInt64: Int] = [:]
            for number in 0..<500 {
                // Few different keys, some of which differ only in bits that choose no place.
                let key = UInt64.random(in: 0..<300, using: &random) << UInt64.random(in: 0..<40, using: &random)
                table[key] = number
                expected[key] = number
            }
            for (key, number) in expected { #expect(table[key] == number) }
            #expect(table[0xFFFF_FFFF_FFFF] == nil)
            table.removeAll()
            #expect(table.isEmpty)
            for key in expected.keys { #expect(table[key] == nil) }
        }
    }

    @Test("A set of tokens holds what was put into it, until it is emptied for another text")
    func tokenSet() {
        var set = TokenSet()
        #expect(!set.contains(5))
        set.removeAll(tokenCount: 200)
        set.insert(60..<70)
        set.insert(199..<200)
        #expect((0..<200).filter(set.contains) == Array(60..<70) + [199])
        set.removeAll(tokenCount: 10)
        #expect((0..<10).allSatisfy { !set.contains($0) })
    }
}
