import KenaliText
import Testing

@testable import KenaliLexicon

@Suite("Lexicon")
struct LexiconTests {
    /// The classes of the first token of a text, and of the phrases that start there.
    private func classes(_ text: String, _ table: String) throws -> (word: Set<String>, start: Set<String>) {
        let lexicon = try Lexicon(ofTable: "form\tclass\tvalue\n\(table)\n")
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
        let lexicon = try Lexicon(
            ofTable:
                "form\tclass\tvalue\nPKB\tacronym\tPartai Kebangkitan Bangsa\nPKB\tacronym,party\tPerjanjian Kerja Bersama\n"
        )
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

extension Lexicon {
    /// A lexicon of one table, whose classes need no declaration.
    init(ofTable table: String) throws {
        let names = table.split(separator: "\n").dropFirst().flatMap {
            $0.split(separator: "\t", omittingEmptySubsequences: false).dropFirst().first?.split(separator: ",") ?? []
        }
        self.init(classes: Set(names.map(String.init)).sorted())
        try add(table: table, named: "test.tsv")
    }
}
