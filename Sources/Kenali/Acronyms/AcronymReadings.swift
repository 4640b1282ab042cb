import KenaliLexicon
import KenaliText

/// The readings that the lists have for the short forms that a worker has met lately, ready to be compared.
///
/// It is kept from document to document, since the lists stay what they are.
struct AcronymReadings: Sendable {
    private var choices = MetForms<Choice>(most: 1 << 10)

    /// The readings of a short form, and the words of each.
    struct Choice: Sendable {
        var readings: [LexiconReading]
        var words: [ReadingWords]
    }

    /// The readings of the short form at some tokens.
    mutating func choice(of tokens: Range<Int>, _ document: borrowing Document) -> Choice {
        choices.value(of: tokens, document) {
            let readings = document.readings(of: tokens)
            return Choice(
                readings: readings, words: readings.map { ReadingWords($0.value, document.grammar.lexicon) })
        }
    }
}

/// The words of a reading, as keys.
struct ReadingWords: Sendable {
    struct Word: Sendable {
        var key: UInt64
        /// Whether it says something by itself.
        var isLong: Bool
    }

    private(set) var words: [Word] = []

    init(_ value: String, _ lexicon: Lexicon) {
        let letters = value.utf8Span.span
        guard letters.isASCII else {
            words = value.split { !$0.isLetter }.map { Self.word(String($0).utf8Span.span, lexicon) }
            return
        }
        var start = 0
        for end in 0..<letters.count + 1 where end == letters.count || letters[end] | 0x20 &- 0x61 >= 26 {
            if end > start { words.append(Self.word(letters.extracting(start..<end), lexicon)) }
            start = end + 1
        }
    }

    private static func word(_ letters: Span<UInt8>, _ lexicon: Lexicon) -> Word {
        Word(key: lexicon.key(of: letters), isLong: letters.count > 3)
    }

    /// Whether the words of one are all among those of the other: one thing, one name shorter.
    func agree(with other: ReadingWords) -> Bool { isPart(of: other) || other.isPart(of: self) }

    private func isPart(of other: ReadingWords) -> Bool {
        words.allSatisfy { word in other.words.contains { $0.key == word.key } }
    }
}

extension Document {
    /// The readings that the lists have for a short form, without those that differ only in capitals.
    func readings(of tokens: Range<Int>) -> [LexiconReading] {
        let readings = text.readings(of: tokens, in: classes.acronym, grammar.lexicon)
        guard readings.count > 1 else { return readings }
        var seen = DistinctTexts()
        return readings.filter { seen.add($0.value.lowercased()) }
    }
}
