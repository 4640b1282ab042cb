import KenaliLexicon
import Testing

@Suite("Names of persons")
struct PersonNameTests {
    @Test(
        "Spellings of one name are one",
        arguments: [
            ("Soekarno", "Sukarno"), ("Djoko Widodo", "Joko Widodo"), ("Tjokroaminoto", "Cokroaminoto"),
            ("Sjafruddin", "Syafruddin"), ("Rudy Hartono", "Rudi Hartono"), ("Hatta", "Hata"), ("JOKOWI", "Jokowi"),
            ("M. Tito Karnavian", "Tito Karnavian"), ("Muhammad Tito Karnavian", "Moh. Tito Karnavian"),
            ("M. Ali", "Muhammad Ali"), ("José Ramos", "Jose Ramos"), ("Ma'ruf Amin", "Maruf Amin"),
            ("W. S. Rendra", "Rendra"), ("Anies Rasyid  Baswedan", "Anies-Rasyid Baswedan"),
        ])
    func same(one: String, other: String) {
        #expect(PersonName(one).key == PersonName(other).key)
    }

    @Test(
        "Names of two are two",
        arguments: [
            ("Muhammad Ali", "Ali"), ("Budi Santoso", "Santoso Budi"), ("Pakubuwono X", "Pakubuwono XI"),
            ("Ali", "Alia"), ("Hamengkubuwono IX", "Hamengkubuwono"), ("Ani", "Ana"),
        ])
    func different(one: String, other: String) {
        #expect(PersonName(one).key != PersonName(other).key)
    }

    @Test("A name holds another whose words it has, in order")
    func holding() {
        let name = PersonName("Edward Omar Sharif Hiariej")
        #expect(name.contains(PersonName("Edward Hiariej")) && name.contains(PersonName("Hiariej")))
        #expect(!name.contains(PersonName("Hiariej Edward")))
        #expect(!name.contains(PersonName("Edward Omar Hiariej Sharif")))
        #expect(name.contains(PersonName("Edward")) && !name.contains(PersonName("Eddy")))
        #expect(PersonName("?! -").words.isEmpty)
    }
}
