/// Decides whether words are what a short form stands for, and where the long form starts.
///
/// Builds on Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text"
/// (2003): the letters of the short form are looked for in the words before it, from the end. Two things differ,
/// because Indonesian also abbreviates by syllables: each word takes a run of letters from its start or from the start
/// of one of its syllables (Kemensos takes *Kemen* and *Sos*), and a word may be skipped only when it is a function
/// word, since a long form has no content word without a trace.
enum DefinitionAligner {
    /// Function words that leave no letter in a short form.
    static let skippable: Set<String> = [
        "dan", "di", "untuk", "atas", "dari", "yang", "pada", "dalam", "dengan", "atau", "ke", "oleh", "serta", "bagi",
        // Left out of the short form of many state bodies: Polri.
        "negara",
        "of", "the", "for", "and", "on", "in", "to", "de",
    ]

    /// The most words that a long form can have.
    static let longestForm = 14

    /// The number of words at the end of `words` that the short form stands for, nil when it stands for none.
    ///
    /// Words and short form are in lower case; the short form has letters and digits only.
    /// - Complexity: O(*w* × *l*²) with *w* words and *l* letters, both bounded.
    static func alignSuffix(of words: [String], to short: String) -> Int? {
        let letters = Array(short.unicodeScalars)
        guard letters.count >= 2, letters.count <= 24 else { return nil }
        let count = min(words.count, longestForm)
        // reached[k]: the words taken so far, from the end, can leave the first k letters over; the score is how many
        // letters are first letters of their words, which tells initials from chance.
        var reached: [Int: Int] = [letters.count: 0]
        for taken in 1..<max(2, count + 1) where taken <= count {
            let word = words[words.count - taken]
            let scalars = Array(word.unicodeScalars)
            var next: [Int: Int] = [:]
            for (rest, score) in reached {
                guard rest > 0 else { continue }
                if skippable.contains(word), taken < count { next[rest] = max(next[rest] ?? .min, score) }
                for length in takes(of: scalars, before: rest, in: letters) {
                    next[rest - length] = max(next[rest - length] ?? .min, score + 1)
                }
            }
            // All letters are used, and the first word gave the first letter: this is the long form.
            if next[0] != nil, !skippable.contains(word) {
                return taken >= 2 ? taken : nil
            }
            reached = next
            if reached.isEmpty { return nil }
        }
        return nil
    }

    /// Prefixes behind which a stem may start: "bang" of "pembangunan", "ren" of "perencanaan".
    private static let prefixes = ["peng", "peny", "pem", "pen", "per", "pe", "ke", "ter", "ber"].map {
        Array($0.unicodeScalars)
    }

    /// The numbers of letters, ending before `rest`, that a word can give, from its start or from that of its stem.
    private static func takes(of word: [Unicode.Scalar], before rest: Int, in letters: [Unicode.Scalar]) -> Set<Int> {
        var lengths = Set(runs(of: word[...], before: rest, in: letters))
        for prefix in prefixes where word.count > prefix.count + 3 && word.starts(with: prefix) {
            // A stem gives a syllable, not a single letter.
            lengths.formUnion(runs(of: word[prefix.count...], before: rest, in: letters).filter { $0 > 1 })
        }
        return lengths
    }

    /// Runs from the first letter: further letters in order, as "Kemensos" has them of "Kementerian", "Tbk" of "Terbuka".
    private static func runs(of word: ArraySlice<Unicode.Scalar>, before rest: Int, in letters: [Unicode.Scalar])
        -> [Int]
    {
        guard let first = word.first else { return [] }
        var lengths: [Int] = []
        for length in 1...min(rest, 8) {
            let start = rest - length
            guard letters[start] == first else { continue }
            var position = word.startIndex
            var index = start
            while index < rest, position < word.endIndex {
                if word[position] == letters[index] { index += 1 }
                position += 1
            }
            if index == rest { lengths.append(length) }
        }
        return lengths
    }
}
