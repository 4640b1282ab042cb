import Kenali
import KenaliText
import Testing

@testable import KenaliLexicon

/// The memory of words that were met lately says what the lexicon says.
@Suite("Word cache")
struct WordCacheTests {
    private struct Answer: Equatable {
        var range: Range<Int>
        var lexeme: LexemeID
        var classes: WordClasses
        var startClasses: WordClasses
    }

    private func answers(_ text: String, _ lexicon: Lexicon, _ annotated: inout AnnotatedTokens) -> [Answer] {
        var tokenizer = Tokenizer()
        _ = annotated.read(text.utf8Span.span, &tokenizer, SentenceSplitter(), lexicon)
        return zip(annotated.tokens, annotated.annotations).map { token, annotation in
            Answer(
                range: token.utf8Range, lexeme: annotation.lexeme, classes: annotation.classes,
                startClasses: annotation.startClasses)
        }
    }

    @Test("A word is what it is in each spelling, met before or not, by whatever lexicon is asked")
    func agreement() throws {
        let words = Lexicon.builtIn
        var own = Lexicon.builtIn
        try own.add(table: "form\tclass\tvalue\nKemensos\tgiven\t\n", named: "own.tsv")
        let texts = [
            "Mei mei MEI dan Dan DAN, Jakarta jakarta JAKARTA: Kemensos KEMENSOS kemensos.",
            "Jum'at Jum’at JUM‘AT “Jakarta” Presiden presiden PRESIDEN Republik Indonesia ri RI",
            // Glued words, some of them only where they stand.
            "Rapat di Bandung2. Cirebon, kataBudi kepada Huda.Alumni; kata Budi di Bandung2 dan Kota Bandung2. Jakarta.",
            "Lewat #AhokDjarot dan AhokDjarot, lalu #AhokDjarot lagi.",
            "Pada 2026-11-28T08:15 di ruang 28T08 dan 28T08: Menteri Keuangan kataMenteri Keuangan Republik Indonesia.",
            "pertanggungjawaban Pertanggungjawaban PERTANGGUNGJAWABAN kependudukanlah kependudukan Kependudukan a A Aa",
        ]
        var kept = AnnotatedTokens()
        for round in 0..<3 {
            for text in texts {
                for lexicon in round == 1 ? [own, words] : [words, own] {
                    var fresh = AnnotatedTokens()
                    #expect(answers(text, lexicon, &kept) == answers(text, lexicon, &fresh))
                }
            }
        }
    }
}
