import KenaliLexicon
import KenaliRules
import KenaliText

/// Tells short forms from words and names that are only written in capitals: shouted words, headlines, brands, the accused
/// in the decisions of courts.
///
/// | written | is no short form, because |
/// |---|---|
/// | YANG BENER AJA | its whole sentence is in capitals, or the words beside it are |
/// | ZENOVA BRATAMA | it sounds like a word, and so does the word in capitals beside it |
/// | TOHARI menelpon GEMBUL | it sounds like a word, in a text that writes names of persons in capitals |
/// | MENIMBANG, SOLUSINYA | it is built like a verb, or has a clitic |
/// | REFERENSI: | it heads its line |
/// | WOOOO, IIA, Ä | three letters are one, or it counts, or no form has such letters |
/// | ESENSI.TV, @INFO_KOTA | it is a name of the net |
struct CapitalWords: Sendable {
    /// Whether the text writes names of persons in capitals; nil as long as nobody has asked.
    private var writesNames: Bool?

    /// Whether the word in capitals at a token is no short form.
    mutating func isWord(_ token: Int, _ document: borrowing Document) -> Bool {
        let shape = document.shape(token)
        guard shape.contains(.allUpper) else { return false }
        let isListed = document.has(token, document.classes.acronym)
        if isListed, !Self.isPlain(token, document) { return false }
        if document.isShouted(token) { return true }
        let (before, behind) = Self.loudNeighbours(token, document)
        if isListed {
            return before && !Self.isShort(token - 1, document) || behind && !Self.isShort(token + 1, document)
        }
        let range = document.text.tokens[token].utf8Range
        if Self.isNetName(range, document) || Self.isOdd(range, document) { return true }
        guard Self.isSpeakable(range, document, vowels: range.count > 4 ? 2 : 1) else { return false }
        if before && Self.isOrdinary(token - 1, beside: range.count, document)
            || behind && Self.isOrdinary(token + 1, beside: range.count, document)
        {
            return true
        }
        guard range.count >= 5 else { return false }
        if Self.isBuilt(range, document) || writesNames(document) { return true }
        return shape.contains(.lineBefore) && document.isMark(token + 1, ":")
    }

    /// Whether a word in capitals is an ordinary one or a name, or sounds so beside another one of so many letters.
    private static func isOrdinary(_ token: Int, beside letters: Int, _ document: borrowing Document) -> Bool {
        guard !isShort(token, document) else { return false }
        if document.has(token, document.classes.plainOrProper) { return true }
        let range = document.text.tokens[token].utf8Range
        return letters >= 4 && range.count >= 4 && isSpeakable(range, document)
    }

    private static func isShort(_ token: Int, _ document: borrowing Document) -> Bool {
        document.has(token, document.classes.acronym) && !isPlain(token, document)
    }

    /// Whether a listed form in capitals is as well a word that has nothing to do with it: DI, ESA, but not KAPOLDA, which
    /// the lists do not have in capitals, nor BUMN, which cannot be spoken.
    private static func isPlain(_ token: Int, _ document: borrowing Document) -> Bool {
        guard document.has(token, document.classes.plainWord) else { return false }
        if document.has(token, document.classes.function) { return true }
        let capitalized = document.text.classes(ofCapitalized: token, document.grammar.lexicon)
        if !capitalized.isDisjoint(with: document.classes.acronym) { return false }
        return isSpeakable(document.text.tokens[token].utf8Range, document, vowels: 1)
    }

    /// Whether the words before a token and behind it are in capitals, on its line and in its sentence, with a blank between.
    private static func loudNeighbours(
        _ token: Int, _ document: borrowing Document
    ) -> (before: Bool, behind: Bool) {
        let inner: TokenShape = [.lineBefore, .sentenceStart]
        let before =
            token > 0 && document.shape(token).contains(.spaceBefore) && document.shape(token).isDisjoint(with: inner)
            && isInCapitals(token - 1, document)
        let behind =
            token + 1 < document.tokenCount && document.shape(token + 1).contains(.spaceBefore)
            && document.shape(token + 1).isDisjoint(with: inner) && isInCapitals(token + 1, document)
        return (before, behind)
    }

    /// Whether a token is a word of several capitals.
    private static func isInCapitals(_ token: Int, _ document: borrowing Document) -> Bool {
        document.shape(token).isSuperset(of: [.word, .allUpper])
            && document.shape(token).isDisjoint(with: [.singleLetter, .digit])
    }

    /// Whether words that only name persons stand in capitals in sentences that are not in capitals.
    private mutating func writesNames(_ document: borrowing Document) -> Bool {
        if let writesNames { return writesNames }
        let names = document.classes.personName
        var found = false
        for token in 0..<document.tokenCount
        where Self.isInCapitals(token, document) && document.text.tokens[token].utf8Range.count >= 4
            && document.has(token, names)
            && !document.has(token, document.classes.plainOrOther)
            && !document.isShouted(token)
        {
            found = true
            break
        }
        writesNames = found
        return found
    }

    /// Whether a form has three equal letters together or letters beyond ASCII, or is a Roman number with a letter behind.
    private static func isOdd(_ range: Range<Int>, _ document: borrowing Document) -> Bool {
        var roman = 0
        for index in range {
            let byte = document.bytes[index]
            if byte >= 0x80 { return true }
            if index + 2 < range.upperBound, byte == document.bytes[index + 1], byte == document.bytes[index + 2],
                byte != UInt8(ascii: "I"), byte != UInt8(ascii: "P")
            {
                return true
            }
            if romanDigits.contains(byte) { roman += 1 }
        }
        let last = document.bytes[range.upperBound - 1]
        return range.count >= 3 && roman == range.count - 1 && (UInt8(ascii: "A")...UInt8(ascii: "D")).contains(last)
    }

    private static let romanDigits = Array("IVX".utf8)

    /// Whether a form is the name of a site or an account.
    private static func isNetName(_ range: Range<Int>, _ document: borrowing Document) -> Bool {
        for index in range {
            let byte = document.bytes[index]
            if byte == UInt8(ascii: "_") || byte == UInt8(ascii: "@") { return true }
            // S.H has single letters; ESENSI.TV a name.
            if byte == UInt8(ascii: "."), index - range.lowerBound >= 3 { return true }
        }
        guard range.lowerBound > 0 else { return false }
        let before = document.bytes[range.lowerBound - 1]
        return netMarks.contains(before)
    }

    private static let netMarks = Array("@#=&?%_".utf8)

    /// Whether a form of three letters or more can be spoken as a word of Indonesian.
    ///
    /// So many vowels at least, no three together but for a last "i", and between them one consonant, or two that stand so in
    /// Indonesian words: a nasal or a liquid and another, or any and a liquid; "ng", "ny", "kh", "sy" count as one.
    private static func isSpeakable(_ range: Range<Int>, _ document: borrowing Document, vowels least: Int = 2) -> Bool
    {
        guard range.count >= 3 else { return false }
        var vowels = 0
        var run = 0
        var consonants = Consonants()
        for index in range {
            let letter = document.bytes[index] | 0x20
            guard letter &- 0x61 < 26 else { return false }
            switch letter {
            case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"):
                guard consonants.join(isFirst: vowels == 0) else { return false }
                consonants = Consonants()
                vowels += 1
                run += 1
                if run > 2, index + 1 < range.upperBound { return false }
            default:
                run = 0
                consonants.append(letter)
            }
        }
        return vowels >= least && (consonants.count < 2 || consonants.count == 2 && consonants.areNG)
    }

    /// Consonants together: how many, and the first two of them.
    private struct Consonants {
        private(set) var count = 0
        private var first: UInt8 = 0
        private var second: UInt8 = 0

        mutating func append(_ letter: UInt8) {
            if count == 0 { first = letter } else if count == 1 { second = letter }
            count += 1
        }

        var areNG: Bool { first == UInt8(ascii: "n") && second == UInt8(ascii: "g") }

        /// Whether they may stand between vowels, or in front of the first one.
        func join(isFirst: Bool) -> Bool {
            if count >= 2, areOne { return count < 4 }
            guard count == 2 else { return count < 2 }
            switch second {
            case UInt8(ascii: "l"), UInt8(ascii: "r"), UInt8(ascii: "w"), UInt8(ascii: "y"), UInt8(ascii: "h"):
                return true
            default: break
            }
            switch first {
            case UInt8(ascii: "m"), UInt8(ascii: "n"), UInt8(ascii: "l"), UInt8(ascii: "r"), UInt8(ascii: "s"):
                return !isFirst
            default: return !isFirst && first == second
            }
        }

        /// Whether the two are written for one: ng, ny, kh, sy, sh, dh, th, bh.
        private var areOne: Bool {
            switch second {
            case UInt8(ascii: "g"): return first == UInt8(ascii: "n")
            case UInt8(ascii: "y"): return first == UInt8(ascii: "n") || first == UInt8(ascii: "s")
            case UInt8(ascii: "h"):
                switch first {
                case UInt8(ascii: "k"), UInt8(ascii: "s"), UInt8(ascii: "d"), UInt8(ascii: "t"), UInt8(ascii: "b"):
                    return true
                default: return false
                }
            default: return false
            }
        }
    }

    /// Whether a form is built as words are: MENIMBANG, MEMUTUSKAN, BERGERAK, SOLUSINYA.
    private static func isBuilt(_ range: Range<Int>, _ document: borrowing Document) -> Bool {
        let word = document.bytes.extracting(range)
        return word.count >= 7
            && (word.ends(withLowercased: "nya") || word.starts(withLowercased: "men")
                || word.starts(withLowercased: "mem") || word.starts(withLowercased: "ber")
                || word.starts(withLowercased: "ter"))
    }
}
