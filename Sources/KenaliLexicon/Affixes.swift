/// The affixes of Indonesian words that no list has: "Disanksi" is from "sanksi", "Penulisnya" from "penulis".
enum Affixes {
    /// The shortest stem behind a prefix: shorter ones are found in names ("Terawan" is not from "awan").
    private static let shortestStem = 5

    /// What is left of a word without an affix, likeliest first.
    ///
    /// A word with a clitic, or with "-an" ("Pujian"), has the stem before it. Behind a prefix of verbs stands the stem, with or without "-kan", "-i",
    /// "-an".
    static func stems(of word: Span<UInt8>) -> [Range<Int>] {
        var stems: [Range<Int>] = []
        let whole = 0..<word.count
        for clitic in clitics where ends(word, whole, clitic) { stems.append(0..<word.count - clitic.count) }
        for suffix in suffixes where ends(word, whole, suffix) && word.count - suffix.count >= shortestStem {
            stems.append(0..<word.count - suffix.count)
        }
        if ends(word, whole, nominal) { stems.append(0..<word.count - 2) }
        for prefix in prefixes where starts(word, prefix) && word.count - prefix.count >= shortestStem {
            stems.append(prefix.count..<word.count)
            let rest = prefix.count..<word.count
            for suffix in suffixes where ends(word, rest, suffix) && rest.count - suffix.count >= shortestStem {
                stems.append(prefix.count..<word.count - suffix.count)
            }
        }
        return stems
    }

    /// Whether a word ends as verbs do, and names do not, though nobody knows its stem: "Acungkan".
    static func isVerb(_ word: Span<UInt8>) -> Bool { word.count >= 7 && ends(word, 0..<word.count, suffixes[0]) }

    private static let clitics = ["nya", "lah", "kah"].map { Array($0.utf8) }
    private static let suffixes = ["kan"].map { Array($0.utf8) }
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
