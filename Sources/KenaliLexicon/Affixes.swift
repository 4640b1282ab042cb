/// The affixes of Indonesian words that no list has: "Disanksi" is from "sanksi", "Penulisnya" from "penulis", "Tetanggaku" from
/// "tetangga".
enum Affixes {
    /// The shortest stem behind a prefix: shorter ones are found in names ("Terawan" is not from "awan").
    private static let shortestStem = 5

    /// Which affixes are looked for.
    enum Kind {
        /// "-nya" and the like, which names don't end in, alone; or all.
        case clitics, all
    }

    /// The first answer for what is left of a word without an affix, the likeliest asked first; nil when there is none.
    ///
    /// A word with a clitic, or with "-an" ("Pujian"), has the stem before it. Behind a prefix of verbs stands the stem,
    /// with or without "-kan".
    ///
    /// - Parameter lexicon: Handed to `answer`, which would make a copy if it kept one.
    static func first<Answer>(
        of word: Span<UInt8>, _ kind: Kind, _ lexicon: borrowing Lexicon,
        _ answer: (_ stem: Range<Int>, borrowing Lexicon) -> Answer?
    ) -> Answer? {
        let whole = 0..<word.count
        for clitic in clitics where ends(word, whole, clitic) {
            if let found = answer(0..<word.count - clitic.utf8CodeUnitCount, lexicon) { return found }
        }
        guard kind == .all else { return nil }
        if let stem = withoutSuffix(word, whole), let found = answer(stem, lexicon) { return found }
        if ends(word, whole, nominal), let found = answer(0..<word.count - nominal.utf8CodeUnitCount, lexicon) {
            return found
        }
        for prefix in prefixes where word.starts(withLowercased: prefix) {
            let rest = prefix.utf8CodeUnitCount..<word.count
            guard rest.count >= shortestStem else { continue }
            if let found = answer(rest, lexicon) { return found }
            if let stem = withoutSuffix(word, rest), let found = answer(stem, lexicon) { return found }
        }
        return nil
    }

    /// A part of a word without "-kan".
    private static func withoutSuffix(_ word: Span<UInt8>, _ part: Range<Int>) -> Range<Int>? {
        guard part.count - suffix.utf8CodeUnitCount >= shortestStem, ends(word, part, suffix) else { return nil }
        return part.lowerBound..<part.upperBound - suffix.utf8CodeUnitCount
    }

    /// Whether a word ends as verbs do, and names do not, though nobody knows its stem: "Acungkan".
    static func isVerb(_ word: Span<UInt8>) -> Bool { word.count >= 7 && ends(word, 0..<word.count, suffix) }

    private static let clitics: [StaticString] = ["nya", "lah", "kah", "ku", "mu"]
    private static let suffix: StaticString = "kan"
    private static let nominal: StaticString = "an"
    private static let prefixes: [StaticString] = [
        "di", "ter", "ber", "me", "mem", "men", "meng", "pem", "pen", "peng", "diper", "memper",
    ]

    /// Whether a part of a word ends so, and is longer.
    private static func ends(_ word: Span<UInt8>, _ part: Range<Int>, _ suffix: StaticString) -> Bool {
        part.count > suffix.utf8CodeUnitCount && word.extracting(part).ends(withLowercased: suffix)
    }
}
