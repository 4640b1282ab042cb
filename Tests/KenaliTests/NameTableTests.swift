import KenaliLexicon
import KenaliText
import Testing

@testable import Kenali

@Suite("Names as numbers")
struct NameTableTests {
    @Test("Names are one but for capitals, and numbers stay when the table grows")
    func numbers() {
        var names = NameTable()
        let numbers = (0..<500).map { names.number(lowercased: "Dinas Kesehatan Kota \($0)") }
        #expect(Set(numbers).count == 500 && names.count == 500)
        for (index, number) in numbers.enumerated() {
            #expect(names.number(lowercased: "DINAS Kesehatan kota \(index)") == number)
            #expect(names[number].isEqual(to: "x") == false)
            #expect(String(copying: names[number]) == "dinas kesehatan kota \(index)")
        }
        #expect(names.number(lowercased: "ÉCOLE") == names.number(lowercased: "école"))
        #expect(names.count == 501)
    }

    @Test("A name is found while it is written, and what is dropped leaves nothing")
    func writing() {
        var names = NameTable()
        let short = names.number(lowercased: "Bank Tani")
        let long = names.number(lowercased: "Bank Tani Jaya")
        var found: [NameTable.Number?] = []
        for part in ["BANK", " Tani", " Jaya", " Makmur"] {
            names.write(lowercased: part.utf8Span.span)
            found.append(names.find())
        }
        #expect(found == [nil, short, long, nil])
        names.drop()
        #expect(names.find() == nil && names.count == 2)
        #expect(names.number(lowercased: "bank tani") == short)
    }

    @Test(
        "Words of a body's name are spelled out, without what says nothing",
        arguments: [
            ("PT Bank Tani (Persero) Tbk.", "bank tani"),
            ("Komisi Pemilihan Umum Republik Indonesia", "komisi pemilihan umum"),
            ("Republik Indonesia", "republik indonesia"), ("  Dewan   Adat ", "dewan adat"), ("", ""), ("PT", ""),
            ("Badan (di bawah menteri) Arsip RI", "badan arsip"),
        ])
    func plainNames(name: String, words: String) {
        var spelled = SpelledName()
        spelled.read(plain: "Nama lain yang panjang sekali")
        spelled.read(plain: name)
        #expect(String(copying: spelled[0..<spelled.count]) == words)
    }
}
