/// Where the syllables and stems of Indonesian words may start.
enum Syllables {
    /// Prefixes behind which a stem starts: "awas" of "pengawas", "lin" of "perlindungan".
    private static let prefixes: [Letters] = [
        "penge", "peng", "peny", "pem", "pen", "per", "pel", "pe", "meng", "mem", "men", "me", "ke", "ter", "ber", "di",
        "se",
    ].map { prefix in
        var letters = Letters()
        for letter in prefix.utf8 { letters.append(UInt16(letter)) }
        return letters
    }

    /// The letters of a word at which a syllable may start, a bit each: a consonant before a vowel, a consonant before l, r,
    /// w, y and a vowel, a vowel behind a vowel, or what follows a prefix.
    ///
    /// - Complexity: O(*n*), *n* the number of letters.
    static func starts(of word: Letters) -> UInt64 {
        var starts: UInt64 = 0
        for index in 0..<word.count {
            let isStart: Bool
            if index == 0 {
                isStart = true
            } else if isVowel(word[index]) {
                isStart = isVowel(word[index - 1])
            } else {
                isStart = index + 1 < word.count && (isVowel(word[index + 1]) || isCluster(word, at: index))
            }
            if isStart { starts |= 1 << UInt64(index) }
        }
        let prefixes = prefixes.span
        for index in prefixes.indices where prefixes[index].first == word.first {
            let count = prefixes[index].count
            if word.count > count + 2, word.holds(prefixes[index], 0..<count, at: 0) { starts |= 1 << UInt64(count) }
        }
        return starts
    }

    private static func isVowel(_ letter: UInt16) -> Bool {
        switch UInt8(truncatingIfNeeded: letter) {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"):
            letter < 0x80
        default: false
        }
    }

    private static func isCluster(_ word: Letters, at index: Int) -> Bool {
        guard index + 2 < word.count, isVowel(word[index + 2]) else { return false }
        switch UInt8(truncatingIfNeeded: word[index + 1]) {
        case UInt8(ascii: "l"), UInt8(ascii: "r"), UInt8(ascii: "w"), UInt8(ascii: "y"), UInt8(ascii: "h"): return true
        case UInt8(ascii: "g"): return word[index] == UInt16(UInt8(ascii: "n"))
        default: return false
        }
    }
}
