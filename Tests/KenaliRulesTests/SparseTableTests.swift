import Testing

@testable import KenaliRules

@Suite("Tables of few numbers")
struct SparseTableTests {
    @Test("A table has what was written, and 0 elsewhere, before it is emptied and after")
    func content() {
        var table = SparseTable()
        for _ in 0..<2 {
            #expect(table[0] == 0 && table[1 << 20] == 0)
            // Both ends of pages, neighbours on one, and a page far behind the others.
            for (value, index) in [0, 1, 63, 64, 65, 4_095, 4_096, 1 << 20].enumerated() {
                table[index] = UInt32(value + 1)
            }
            for (value, index) in [0, 1, 63, 64, 65, 4_095, 4_096, 1 << 20].enumerated() {
                #expect(table[index] == UInt32(value + 1))
            }
            #expect(table[2] == 0 && table[62] == 0 && table[66] == 0 && table[1 << 19] == 0 && table[1 << 21] == 0)
            table.removeAll()
        }
    }

    @Test("A change says whether it was one")
    func change() {
        var table = SparseTable()
        let changes = [7, 7, 8, 7].map { table.change(300, to: $0) }
        #expect(changes == [true, false, true, true])
        #expect(table[300] == 7 && table[301] == 0)
    }
}
