/// A short form as the aligner reads it.
struct ShortForm {
    /// How a short form takes letters from words.
    enum Style {
        /// A letter a word, in capitals: DPR, P2MI.
        case initialism
        /// Syllables, with a capital in front: Kemensos.
        case blend
        /// Syllables in small letters: bansos.
        case lowerBlend
    }

    var style: Style
    /// Its letters and digits in lower case; with digits that repeat a letter, a second reading: P2MI is also PPMI.
    var readings: [[Unicode.Scalar]]
    var letterCount: Int { readings.first?.count ?? 0 }

    /// The longest short form that is aligned, in letters.
    static let longest = 24

    /// Nil for what has no letter, or fewer than two letters and digits, or too many.
    init?(_ text: String) {
        var letters: [Unicode.Scalar] = []
        var upper = 0
        var lower = 0
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                let folded = UInt8(scalar.value) | 0x20
                if folded &- 0x61 < 26 {
                    if scalar.value & 0x20 == 0 { upper += 1 } else { lower += 1 }
                } else if scalar.value &- 0x30 >= 10 {
                    continue
                }
                letters.append(Unicode.Scalar(folded))
                continue
            }
            let properties = scalar.properties
            if properties.isUppercase { upper += 1 } else if properties.isLowercase { lower += 1 }
            guard properties.isAlphabetic || properties.numericType != nil else { continue }
            letters.append(contentsOf: properties.lowercaseMapping.unicodeScalars)
        }
        guard upper + lower > 0, letters.count >= 2, letters.count <= Self.longest else { return nil }
        style = lower == 0 ? .initialism : upper == 0 ? .lowerBlend : .blend
        readings = [letters]
        if let repeated = Self.repeating(letters) { readings.append(repeated) }
    }

    /// The letters with each digit from 2 to 5 written out: the letter before it, or at the start the one behind it,
    /// stands so many times. Nil without such a digit.
    private static func repeating(_ letters: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        var written: [Unicode.Scalar] = []
        var changed = false
        for (index, letter) in letters.enumerated() {
            guard ("2"..."5").contains(letter) else {
                written.append(letter)
                continue
            }
            let times = Int(letter.value) - 0x30 - 1
            let source = index > 0 ? letters[index - 1] : letters.count > 1 ? letters[1] : letter
            written.append(contentsOf: repeatElement(source, count: times))
            changed = true
        }
        return changed && written.count <= longest ? written : nil
    }
}

/// A word that may belong to a long form.
struct LongFormWord {
    /// What a word may be to a short form, besides giving it letters.
    enum Role {
        case content
        /// Leaves no trace as a rule, and starts no long form: dan, di, untuk, of.
        case function
        /// Can be left out at a small cost: the "Negara" of Polri, the number of a law.
        case weak
    }

    /// The letters and digits in lower case, at most ``longest``.
    var letters: [Unicode.Scalar]
    var role = Role.content
    /// Whether a hyphen ties it to the word before: the second "Undang".
    var isTied = false
    var isCapitalized = false
    /// The digit that the word is written as: satu, 1.
    var digit: Unicode.Scalar?

    static let longest = 40

    init(_ text: String) {
        letters = []
        letters.reserveCapacity(min(text.utf8.count, Self.longest))
        for scalar in text.unicodeScalars where letters.count < Self.longest {
            if scalar.isASCII {
                let folded = UInt8(scalar.value) | 0x20
                if folded &- 0x61 < 26 || scalar.value &- 0x30 < 10 { letters.append(Unicode.Scalar(folded)) }
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                letters.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        isCapitalized =
            text.unicodeScalars.first.map { $0.isASCII ? $0.value &- 0x41 < 26 : $0.properties.isUppercase } ?? false
    }
}
