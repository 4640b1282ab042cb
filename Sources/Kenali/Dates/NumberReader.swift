import KenaliLexicon
import KenaliRules

/// Reads numbers: days, hours, how many.
enum NumberReader {
    /// A number in digits, words or Roman numerals.
    static func number(_ tokens: Range<Int>, _ document: borrowing Document) -> Int? {
        if tokens.count == 1, let digits = Int(bytes: document.bytes.extracting(document.utf8Range(of: tokens))) {
            return digits
        }
        for `class` in [document.classes.ordinal, document.classes.roman] {
            if let value = document.intValue(tokens, in: `class`) { return value }
        }
        return spokenNumber(tokens, document)
    }

    /// A number in words: "dua ribu dua puluh lima". Units and tens are added, "belas", "puluh", "ratus" and "ribu" go
    /// with what stands before them; nil for what is no number, like "dua tiga".
    private static func spokenNumber(_ tokens: Range<Int>, _ document: borrowing Document) -> Int? {
        var total = 0
        var group = 0
        // What a further word must be smaller than.
        var limit = Int.max
        var unit: Int?
        for token in tokens {
            if let value = document.intValue(token..<token + 1, in: document.classes.number) {
                guard unit == nil, value < limit else { return nil }
                if value >= 100 {
                    // seratus, seribu
                    if value == 1000 { total += value } else { group += value }
                    limit = value
                } else {
                    unit = value
                }
            } else if let multiple = document.intValue(token..<token + 1, in: document.classes.numberMultiple) {
                if multiple == 1000 {
                    guard total == 0 else { return nil }
                    total = 1000 * (group + (unit ?? 0))
                    group = 0
                    limit = 1000
                    guard total > 0 else { return nil }
                } else {
                    guard let digit = unit, digit < 10, multiple < limit || limit == .max else { return nil }
                    let isTeen = document.string(token..<token + 1).lowercased() == "belas"
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

    /// The digits that some tokens start with: 1446 of "1446H", 1980 of "1980an".
    static func leadingNumber(_ tokens: Range<Int>, _ document: borrowing Document) -> Int? {
        Int(document.string(tokens).prefix { $0.isNumber })
    }
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
