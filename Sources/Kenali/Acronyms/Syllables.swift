/// Where the syllables and stems of Indonesian words may start.
enum Syllables {
    /// Prefixes behind which a stem starts: "awas" of "pengawas", "lin" of "perlindungan".
    private static let prefixes = [
        "penge", "peng", "peny", "pem", "pen", "per", "pel", "pe", "meng", "mem", "men", "me", "ke", "ter", "ber", "di",
        "se",
    ].map { Array($0.unicodeScalars) }

    /// Whether a syllable may start at each letter of a word: a consonant before a vowel, a consonant before l, r, w, y
    /// and a vowel, a vowel behind a vowel, or what follows a prefix.
    ///
    /// - Complexity: O(*n*), *n* the number of letters.
    static func starts(of word: [Unicode.Scalar]) -> [Bool] {
        var starts = [Bool](repeating: false, count: word.count)
        for index in word.indices {
            if index == 0 {
                starts[index] = true
            } else if isVowel(word[index]) {
                starts[index] = isVowel(word[index - 1])
            } else if index + 1 < word.count {
                starts[index] = isVowel(word[index + 1]) || isCluster(word, at: index)
            }
        }
        for prefix in prefixes where word.count > prefix.count + 2 && word.starts(with: prefix) {
            starts[prefix.count] = true
        }
        return starts
    }

    private static func isVowel(_ letter: Unicode.Scalar) -> Bool {
        switch letter {
        case "a", "e", "i", "o", "u": true
        default: false
        }
    }

    private static func isCluster(_ word: [Unicode.Scalar], at index: Int) -> Bool {
        guard index + 2 < word.count, isVowel(word[index + 2]) else { return false }
        switch word[index + 1] {
        case "l", "r", "w", "y", "h": return true
        case "g": return word[index] == "n"
        default: return false
        }
    }
}
