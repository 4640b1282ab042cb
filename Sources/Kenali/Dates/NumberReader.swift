import KenaliLexicon
import KenaliRules

extension Document {
    /// A number in digits, words or Roman numerals.
    func number(_ tokens: Range<Int>) -> Int? {
        if tokens.count == 1, let digits = Int(bytes: bytes.extracting(utf8Range(of: tokens))) { return digits }
        for `class` in [classes.ordinal, classes.roman] {
            if let value = intValue(tokens, in: `class`) { return value }
        }
        return spokenNumber(tokens)
    }

    /// A number in words: "dua ribu dua puluh lima". Units and tens are added, "belas", "puluh", "ratus" and "ribu" go
    /// with what stands before them; nil for what is no number, like "dua tiga".
    private func spokenNumber(_ tokens: Range<Int>) -> Int? {
        var total = 0
        var group = 0
        // What a further word must be smaller than.
        var limit = Int.max
        var unit: Int?
        for token in tokens {
            if let value = intValue(token..<token + 1, in: classes.number) {
                guard unit == nil, value < limit else { return nil }
                if value >= 100 {
                    // seratus, seribu
                    if value == 1000 { total += value } else { group += value }
                    limit = value
                } else {
                    unit = value
                }
            } else if let multiple = intValue(token..<token + 1, in: classes.numberMultiple) {
                if multiple == 1000 {
                    guard total == 0 else { return nil }
                    total = 1000 * (group + (unit ?? 0))
                    group = 0
                    limit = 1000
                    guard total > 0 else { return nil }
                } else {
                    guard let digit = unit, digit < 10, multiple < limit || limit == .max else { return nil }
                    let isTeen = string(token..<token + 1).lowercased() == "belas"
                    group += isTeen ? 10 + digit : multiple * digit
                    limit = isTeen ? 1 : multiple
                }
                unit = nil
            } else {
                return nil
            }
        }
        return total + group + (unit ?? 0)
    }

    func intValue(_ tokens: Range<Int>, in class: WordClasses) -> Int? {
        text.withValue(of: tokens, in: `class`, grammar.lexicon) { Int(bytes: $0) }.flatMap { $0 }
    }

    /// The digits that some tokens start with: 1446 of "1446H", 1980 of "1980an".
    func leadingNumber(_ tokens: Range<Int>) -> Int? { Int(string(tokens).prefix { $0.isNumber }) }
}

extension Int {
    /// The number that digits write, with a sign or without; nil for anything else.
    init?(bytes: Span<UInt8>) {
        var index = 0
        let isNegative = !bytes.isEmpty && bytes[0] == UInt8(ascii: "-")
        if isNegative || !bytes.isEmpty && bytes[0] == UInt8(ascii: "+") { index = 1 }
        guard index < bytes.count, bytes.count - index < 19 else { return nil }
        var value = 0
        while index < bytes.count {
            let digit = bytes[index] &- 0x30
            guard digit < 10 else { return nil }
            value = 10 * value + Int(digit)
            index += 1
        }
        self = isNegative ? -value : value
    }
}
