import Foundation
import Kenali
import KenaliText
import Testing

@testable import KenaliLexicon

/// Words of users, on top of the built-in ones.
@Suite("Words of one's own")
struct AddingTests {
    private func classes(_ text: String, _ lexicon: Lexicon) -> Set<String> {
        lexicon.names(of: AnnotatedTokens(reading: text, with: lexicon).annotations[0].startClasses)
    }

    @Test("Words added to a copy leave the original as it was")
    func isValue() throws {
        var mine = Lexicon.builtIn
        try mine.add(table: "form\tclass\nQwertyuiop\tgiven\nQwertyuiop Zxcv\tperson.known\n", named: "mine.tsv")
        #expect(classes("Qwertyuiop", mine) == ["given"])
        #expect(classes("Qwertyuiop Zxcv", mine) == ["given", "person.known"])
        #expect(classes("Qwertyuiop", .builtIn).isEmpty)
    }

    @Test("A built-in word keeps its classes and gets more, and its phrases go on")
    func builtInWords() throws {
        var mine = Lexicon.builtIn
        let before = classes("Kota Bandung", mine)
        try mine.add(
            [
                .init(form: "Kota", class: "degree", value: "x"),
                .init(form: "Kota Bandung", class: "degree", value: "y"),
                .init(form: "Kota Bandung Qwx", class: "rank"),
            ])
        #expect(classes("Kota Bandung", mine) == before.union(["degree"]))
        #expect(classes("Kota Bandung Qwx", mine) == before.union(["degree", "rank"]))
        let degree = try #require(mine.classes(named: "degree"))
        let read = AnnotatedTokens(reading: "Kota Bandung", with: mine)
        #expect(read.values(of: 0..<1, in: degree, mine) == ["x"])
        #expect(read.values(of: 0..<2, in: degree, mine) == ["y"])
        let city = try #require(mine.classes(named: "city"))
        #expect(read.values(of: 0..<2, in: city, mine).first?.hasPrefix("32.73") == true)
    }

    @Test("Words are taken out of a class, however they are written")
    func removal() throws {
        var mine = Lexicon.builtIn
        #expect(classes("Jakarta", mine).contains("province"))
        try mine.add(table: "form\tclass\n-jakarta\tprovince\n-Kota Bandung\tcity\n", named: "mine.tsv")
        #expect(!classes("Jakarta", mine).contains("province"))
        #expect(!classes("JAKARTA", mine).contains("province"))
        #expect(!classes("Kota Bandung", mine).contains("city"))
        #expect(classes("Bandung", mine).contains("city"))
        try mine.add([.init(form: "Jakarta", class: "province")])
        #expect(classes("Jakarta", mine).contains("province"))
    }

    @Test(
        "Errors name file, line and reason, and nothing was added",
        arguments: [
            ("", "mine.tsv:1: no line names the columns"),
            ("form\tvalue\n", "mine.tsv:1: there is no column 'class'"),
            ("word\tclass\n", "mine.tsv:1: there is no column 'form'"),
            ("# x\nform\tclass\nQwx\thonorific\n\tgiven\n", "mine.tsv:4: the form is empty"),
            ("form\tclass\nQwx\trank\n \tgiven\n", "mine.tsv:3: the form is empty"),
            ("form\tclass\nQwx\trank\nQwy\n", "mine.tsv:3: the row has no class"),
            (
                "form\tclass\nQwx\trank\n\(String(repeating: "a ", count: 33))\trank\n",
                "mine.tsv:3: the form has more than 32 tokens"
            ),
            (
                "form\tclass\nQwx\trank\nQwy\thonorifc\n",
                "mine.tsv:3: there is no class 'honorifc'; did you mean honorific?"
            ),
            ("form\tclass\nQwx\trank\nQwy\trank,xyzzyq\n", "mine.tsv:3: there is no class 'xyzzyq'"),
            ("form\tclass\nQwx\trank\nQwy\trank\nQwx\trank\n", "mine.tsv:4: the same row stands above: Qwx"),
            ("form\tclass\nQwx\trank\n-Qwy\trank\n", "mine.tsv:3: 'Qwy' is not in the class 'rank'"),
            ("form\tclass\nQwx\trank\n-Kota\trank\n", "mine.tsv:3: 'Kota' is not in the class 'rank'"),
        ])
    func errors(table: String, message: String) {
        var lexicon = Lexicon.builtIn
        let error = #expect(throws: LexiconError.self) { try lexicon.add(table: table, named: "mine.tsv") }
        #expect(error?.description == message)
        #expect(classes("Qwx", lexicon).isEmpty && lexicon.isPlain)
    }

    @Test("Classes of one's own are made when asked for, and only with rows in order")
    func ownClasses() throws {
        var mine = Lexicon.builtIn
        #expect(throws: LexiconError.self) {
            try mine.add(table: "form\tclass\nQwx\tmy.class\n\trank\n", named: "mine.tsv", makesClasses: true)
        }
        #expect(mine.classes(named: "my.class") == nil)
        try mine.add(table: "form\tclass\nQwx\tmy.class,rank\n", named: "mine.tsv", makesClasses: true)
        #expect(classes("Qwx", mine) == ["my.class", "rank"])
        try mine.addClass(named: "my.other")
        try mine.add([.init(form: "Qwy", class: "my.other")])
        #expect(classes("Qwy", mine) == ["my.other"])
    }

    @Test("A byte order mark and line feeds of other systems are accepted")
    func encodings() throws {
        var mine = Lexicon.builtIn
        try mine.add(
            table: "\u{FEFF}# mine\r\nform\tclass\tvalue\r\nQwx\tacronym\tQuasi Wira\r\n\r\nQwy\trank\r\n",
            named: "mine.tsv")
        let read = AnnotatedTokens(reading: "Qwx", with: mine)
        #expect(read.values(of: 0..<1, in: try #require(mine.classes(named: "acronym")), mine) == ["Quasi Wira"])
        #expect(classes("Qwy", mine) == ["rank"])
    }

    @Test("Many rows of one form take time in proportion")
    func linear() throws {
        func time(_ count: Int) throws -> Duration {
            let entries = (0..<count).map { Lexicon.Row(form: "Qwx", class: "acronym", value: "Nama \($0)") }
            return try ContinuousClock().measure {
                var mine = Lexicon.builtIn
                try mine.add(entries)
                try mine.add([.init(form: "Qwx", class: "acronym", value: "zuletzt")])
            }
        }
        _ = try time(1000)
        let (short, long) = (try time(4000), try time(32_000))
        #expect(long < short * 24, "\(short), \(long)")
    }

    @Test("A lexicon without words has the classes, and words of its own")
    func bare() throws {
        var bare = Lexicon()
        #expect(bare.classNames == Lexicon.builtIn.classNames)
        #expect(classes("Kota Bandung", bare).isEmpty)
        try bare.add([.init(form: "Kota Bandung", class: "rank"), .init(form: "Kota", class: "degree")])
        #expect(classes("Kota Bandung", bare) == ["rank", "degree"])
        #expect(classes("Jakarta", bare).isEmpty)
    }

    @Test("A table without its columns is answered with the line that names them")
    func columns() {
        var lexicon = Lexicon()
        let error = #expect(throws: LexiconError.self) {
            try lexicon.add(table: "# Words.\n\nform\tkelas\nbudi\tgiven\n", named: "mine.tsv")
        }
        #expect(error?.description == "mine.tsv:3: there is no column 'class'")
    }
}
