import KenaliImage
import KenaliLexicon
import Testing

@testable import Kenali

@Suite("Word classes as numbers")
struct ClassTableTests {
    @Test("Each class has in code the number that the lexicon gives it, and its name")
    func numbers() {
        let names = Lexicon.builtIn.classNames
        #expect(names.count == BuiltInClass.allCases.count)
        for known in BuiltInClass.allCases {
            let name = names[known.rawValue]
            #expect(Lexicon.builtIn.classes(named: name) == WordClasses(known), "\(name)")
            let parts = name.split { $0 == "." || $0 == "-" }
            let tail = parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
            #expect("\(known)" == parts[0] + tail)
        }
    }

    @Test("A list of classes holds those whose names begin so")
    func lists() {
        let names = Lexicon.builtIn.classNames.filter { $0.hasPrefix("domain.") }
        #expect(BuiltInClass.domain.map { Lexicon.builtIn.classNames[$0.rawValue] } == names)
        #expect(names.count > 10)
    }

    @Test("A lexicon of one's own has the built-in classes under their numbers")
    func ownLexicon() throws {
        var lexicon = Lexicon()
        try lexicon.add(table: "form\tclass\nqrwz\tmine.own\n", named: "mine.tsv", makesClasses: true)
        #expect(lexicon.classes(named: "rank.tail") == WordClasses(.rankTail))
        #expect(lexicon.classes(named: "mine.own") == WordClasses(number: BuiltInClass.allCases.count))
    }
}
