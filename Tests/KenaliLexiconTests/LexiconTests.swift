import KenaliText
import Testing

@testable import KenaliLexicon

@Suite("Lexicon")
struct LexiconTests {
    /// The classes of the first token of a text, and of the phrases that start there.
    private func classes(_ text: String, _ table: String) throws -> (word: Set<String>, start: Set<String>) {
        var lexicon = Lexicon()
        try lexicon.add(table: "form\tclass\tvalue\n\(table)\n".utf8Span.span, named: "test.tsv")
        let read = AnnotatedTokens(reading: text, with: lexicon)
        let annotation = try #require(read.annotations.first)
        return (lexicon.names(of: annotation.classes), lexicon.names(of: annotation.startClasses))
    }

    @Test(
        "A form matches itself and every spelling with more capitals",
        arguments: [
            ("pak", "pak", true), ("pak", "Pak", true), ("pak", "PAK", true),
            ("Mei", "mei", false), ("Mei", "Mei", true), ("Mei", "MEI", true),
            ("DAK", "dak", false), ("DAK", "Dak", false), ("DAK", "DAK", true),
            ("Jum'at", "Jum’at", true), ("Kota", "Kotak", false),
        ])
    func caseRule(form: String, text: String, matches: Bool) throws {
        #expect(try classes(text, "\(form)\tx").word == (matches ? ["x"] : []))
    }

    @Test(
        "Phrases",
        arguments: [
            ("Jawa Barat", "Jawa Barat", true), ("Jawa Barat", "Jawa  \n Barat", true),
            ("Jawa Barat", "Jawa barat", false),
            ("Jawa Barat", "Jawa", false), ("wali kota", "Wali Kota", true), ("S.H.", "S.H.", true),
            ("Sp.OG(K)", "Sp.OG(K)", true), ("KemenPAN-RB", "KemenPAN-RB", true), ("s/d", "s/d", true),
        ])
    func phrases(form: String, text: String, matches: Bool) throws {
        #expect(try classes(text, "\(form)\tx").start == (matches ? ["x"] : []))
    }

    @Test("A word has the classes of all its rows, and values in their order")
    func readings() throws {
        var lexicon = Lexicon()
        let table =
            "form\tclass\tvalue\nPKB\tacronym\tPartai Kebangkitan Bangsa\nPKB\tacronym,party\tPerjanjian Kerja Bersama\n"
        try lexicon.add(table: table.utf8Span.span, named: "test.tsv")
        let read = AnnotatedTokens(reading: "PKB", with: lexicon)
        let acronym = try #require(lexicon.classes(named: "acronym"))
        #expect(
            read.values(of: 0..<1, in: acronym, lexicon) == ["Partai Kebangkitan Bangsa", "Perjanjian Kerja Bersama"])
        #expect(lexicon.names(of: read.annotations[0].classes) == ["acronym", "party"])
        #expect(
            read.values(of: 0..<1, in: try #require(lexicon.classes(named: "party")), lexicon) == [
                "Perjanjian Kerja Bersama"
            ])
    }

    @Test("Words added to a copy leave the original as it was")
    func isValue() throws {
        var mine = Lexicon.builtIn
        try mine.add(table: "form\tclass\nQwertyuiop\tgiven\n".utf8Span.span, named: "mine.tsv")
        #expect(!AnnotatedTokens(reading: "Qwertyuiop", with: mine).annotations[0].classes.isEmpty)
        #expect(AnnotatedTokens(reading: "Qwertyuiop", with: .builtIn).annotations[0].classes.isEmpty)
    }

    @Test(
        "Errors name file, line and reason",
        arguments: [
            ("", "mine.tsv:1: no line names the columns"),
            ("form\tvalue\n", "mine.tsv:1: there is no column 'class'"),
            ("word\tclass\n", "mine.tsv:1: there is no column 'form'"),
            ("# x\nform\tclass\npak\thonorific\n\tgiven\n", "mine.tsv:4: the form is empty"),
            ("form\tclass\npak\n", "mine.tsv:2: the row has no class"),
            ("form\tclass\n\(String(repeating: "a ", count: 33))\tx\n", "mine.tsv:2: the form has more than 32 tokens"),
            (
                "form\tclass\na\t" + (0...WordClasses.limit).map { "c\($0)" }.joined(separator: ",") + "\n",
                "mine.tsv:2: there are more than 191 classes"
            ),
        ])
    func errors(table: String, message: String) {
        var lexicon = Lexicon()
        let error = #expect(throws: LexiconError.self) {
            try lexicon.add(table: table.utf8Span.span, named: "mine.tsv")
        }
        #expect(error?.description == message)
    }
}

extension AnnotatedTokens {
    init(reading text: String, with lexicon: Lexicon) {
        self.init()
        var tokenizer = Tokenizer()
        _ = read(text.utf8Span.span, &tokenizer, SentenceSplitter(), lexicon)
    }
}

extension Lexicon {
    func names(of classes: WordClasses) -> Set<String> {
        Set(classNames.filter { !(self.classes(named: $0) ?? .none).isDisjoint(with: classes) })
    }
}
