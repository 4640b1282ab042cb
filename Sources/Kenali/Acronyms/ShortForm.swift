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
    /// Its letters and digits in lower case; with digits that repeat a letter, a second reading: P2MI is also PPMI.
    var readings: [[Unicode.Scalar]]
    var letterCount: Int { readings.first?.count ?? 0 }

    /// The longest short form that is aligned, in letters.
    static let longest = 24

    /// Nil for what has no letter, or fewer than two letters and digits, or too many.
    init?(_ text: String) { self.init(text.utf8Span.span) }

    /// The same of UTF-8.
    init?(_ bytes: Span<UInt8>) {
        var letters: [Unicode.Scalar] = []
        letters.reserveCapacity(min(bytes.count, Self.longest + 1))
        var upper = 0
        var lower = 0
        var index = 0
        while index < bytes.count, bytes[index] < 0x80 {
            let byte = bytes[index]
            index += 1
            let folded = byte | 0x20
            if folded &- 0x61 < 26 {
                if byte & 0x20 == 0 { upper += 1 } else { lower += 1 }
                letters.append(Unicode.Scalar(folded))
            } else if byte &- 0x30 < 10 {
                letters.append(Unicode.Scalar(byte))
            }
        }
        if index < bytes.count {
            Self.append(String(copying: bytes.extracting(index..<bytes.count)), to: &letters, &upper, &lower)
        }
        guard upper + lower > 0, letters.count >= 2, letters.count <= Self.longest else { return nil }
        style = lower == 0 ? .initialism : upper == 0 ? .lowerBlend : .blend
        readings = [letters]
        if let repeated = Self.repeating(letters) { readings.append(repeated) }
    }

    /// Adds the letters of a text that is not all ASCII.
    private static func append(
        _ text: String, to letters: inout [Unicode.Scalar], _ upper: inout Int, _ lower: inout Int
    ) {
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

    init(_ text: String) { self.init(text.utf8Span.span) }

    /// The same of UTF-8.
    init(_ bytes: Span<UInt8>) {
        letters = []
        letters.reserveCapacity(min(bytes.count, Self.longest))
        isCapitalized = false
        var index = 0
        while index < bytes.count, bytes[index] < 0x80 {
            let byte = bytes[index]
            let folded = byte | 0x20
            if letters.count < Self.longest, folded &- 0x61 < 26 || byte &- 0x30 < 10 {
                letters.append(Unicode.Scalar(folded))
            }
            if index == 0 { isCapitalized = byte &- 0x41 < 26 }
            index += 1
        }
        guard index < bytes.count else { return }
        let rest = String(copying: bytes.extracting(index..<bytes.count))
        if index == 0 { isCapitalized = rest.unicodeScalars.first?.properties.isUppercase ?? false }
        append(rest)
    }

    /// Adds the letters of a text that is not all ASCII.
    private mutating func append(_ text: String) {
        for scalar in text.unicodeScalars where letters.count < Self.longest {
            if scalar.isASCII {
                let folded = UInt8(scalar.value) | 0x20
                if folded &- 0x61 < 26 || scalar.value &- 0x30 < 10 { letters.append(Unicode.Scalar(folded)) }
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                letters.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
    }
}
