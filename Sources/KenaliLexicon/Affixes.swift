/// The affixes of Indonesian words that no list has: "Disanksi" is from "sanksi", "Penulisnya" from "penulis", "Tetanggaku" from
/// "tetangga".
enum Affixes {
    /// The shortest stem behind a prefix: shorter ones are found in names ("Terawan" is not from "awan").
    private static let shortestStem = 5

    /// The first answer for what is left of a word without an affix, the likeliest asked first; nil when there is none.
    ///
    /// A word with a clitic, or with "-an" ("Pujian"), has the stem before it. Behind a prefix of verbs stands the stem,
    /// with or without "-kan".
    static func first<Answer>(
        of word: Span<UInt8>, _ answer: (_ stem: Range<Int>) -> Answer?
    ) -> Answer? {
        let whole = 0..<word.count
        for clitic in clitics where ends(word, whole, clitic) {
            if let found = answer(0..<word.count - clitic.count) { return found }
        }
        if let stem = withoutSuffix(word, whole), let found = answer(stem) { return found }
        if ends(word, whole, nominal), let found = answer(0..<word.count - nominal.count) { return found }
        for prefix in prefixes where starts(word, prefix) && word.count - prefix.count >= shortestStem {
            let rest = prefix.count..<word.count
            if let found = answer(rest) { return found }
            if let stem = withoutSuffix(word, rest), let found = answer(stem) { return found }
        }
        return nil
    }

    /// A part of a word without "-kan".
    private static func withoutSuffix(_ word: Span<UInt8>, _ part: Range<Int>) -> Range<Int>? {
        guard part.count - suffix.count >= shortestStem, ends(word, part, suffix) else { return nil }
        return part.lowerBound..<part.upperBound - suffix.count
    }

    /// Whether a word ends as verbs do, and names do not, though nobody knows its stem: "Acungkan".
    static func isVerb(_ word: Span<UInt8>) -> Bool { word.count >= 7 && ends(word, 0..<word.count, suffix) }

    private static let clitics = ["nya", "lah", "kah", "ku", "mu"].map { Array($0.utf8) }
    private static let suffix = Array("kan".utf8)
    private static let nominal = Array("an".utf8)
    private static let prefixes = [
        "di", "ter", "ber", "me", "mem", "men", "meng", "pem", "pen", "peng", "diper", "memper",
    ]
    .map { Array($0.utf8) }

    private static func starts(_ word: Span<UInt8>, _ prefix: [UInt8]) -> Bool {
        guard word.count > prefix.count else { return false }
        return prefix.indices.allSatisfy { word[$0] | 0x20 == prefix[$0] }
    }

    private static func ends(_ word: Span<UInt8>, _ range: Range<Int>, _ suffix: [UInt8]) -> Bool {
        guard range.count > suffix.count else { return false }
        let start = range.upperBound - suffix.count
        return suffix.indices.allSatisfy { word[start + $0] | 0x20 == suffix[$0] }
    }
}
