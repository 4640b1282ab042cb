import KenaliLexicon

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
    /// Its letters and digits in lower case.
    var letters = Letters()
    /// With digits that repeat a letter, a second reading: P2MI is also PPMI.
    var repeated: Letters?
    var letterCount: Int { letters.count }

    /// The longest short form that is aligned, in letters.
    static let longest = 24

    /// Nil for what has no letter, or fewer than two letters and digits, or too many.
    init?(_ text: String) { self.init(text.utf8Span.span) }

    /// The same of UTF-8.
    init?(_ bytes: Span<UInt8>) {
        var upper = 0
        var lower = 0
        var repeats = false
        var index = 0
        while index < bytes.count, bytes[index] < 0x80 {
            let byte = bytes[index]
            index += 1
            let folded = byte | 0x20
            if folded &- 0x61 < 26 {
                if byte & 0x20 == 0 { upper += 1 } else { lower += 1 }
                letters.append(UInt16(folded))
            } else if byte &- 0x30 < 10 {
                letters.append(UInt16(byte))
                repeats = repeats || Self.repeatingDigits.contains(byte)
            }
            if letters.count > Self.longest { return nil }
        }
        if index < bytes.count {
            let rest = String(copying: bytes.extracting(index..<bytes.count))
            for scalar in rest.unicodeScalars {
                if scalar.properties.isUppercase { upper += 1 } else if scalar.properties.isLowercase { lower += 1 }
            }
            letters.append(contentsOf: rest)
            repeats = true
        }
        guard upper + lower > 0, letters.count >= 2, letters.count <= Self.longest else { return nil }
        style = lower == 0 ? .initialism : upper == 0 ? .lowerBlend : .blend
        if repeats { repeated = Self.repeating(letters) }
    }

    /// The digits that repeat a letter: from 2 to 5.
    private static let repeatingDigits = UInt8(ascii: "2")...UInt8(ascii: "5")

    /// The letters with each digit from 2 to 5 written out: the letter before it, or at the start the one behind it,
    /// stands so many times. Nil without such a digit.
    private static func repeating(_ letters: Letters) -> Letters? {
        var written = Letters()
        var changed = false
        for index in 0..<letters.count {
            let letter = letters[index]
            guard letter < 0x80, Self.repeatingDigits.contains(UInt8(letter)) else {
                written.append(letter)
                continue
            }
            let source = index > 0 ? letters[index - 1] : letters.count > 1 ? letters[1] : letter
            for _ in 0..<Int(letter) - 0x31 where !written.append(source) { return nil }
            changed = true
        }
        return changed && written.count <= longest ? written : nil
    }
}
