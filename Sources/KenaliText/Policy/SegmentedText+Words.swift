/// What single segments look like, for ``SegmentTest``.
extension SegmentedText {
    /// Whether the sentence goes on behind the full stop that follows a segment, so that the stop does not end it.
    func leadsOn(_ index: Int) -> Bool {
        guard index + 2 < limit else { return false }
        let next = segments[index + 2]
        return !next.shape.isDisjoint(with: [.word, .number]) || bytes[next.utf8Range.lowerBound] == UInt8(ascii: ",")
    }

    /// An abbreviation whose full stop does not end the sentence.
    func isAbbreviation(_ index: Int) -> Bool {
        leadsOn(index) && !SentenceWords.builtIn[segments[index], bytes].isDisjoint(with: .abbreviation)
    }

    /// `S.H`, `M.Si`, `a.n`: parts of letters, short and capitalised or of one letter each.
    func isDotted(_ segment: Token) -> Bool {
        var length = 0
        var parts = 1
        var isCapitalised = true
        var isShort = true
        for offset in segment.utf8Range {
            let byteClass = ByteClass.table[Int(bytes[offset])]
            if bytes[offset] == UInt8(ascii: ".") {
                parts += 1
                length = 0
                continue
            }
            guard byteClass & (ByteClass.upper | ByteClass.lower) != 0 else { return false }
            if length == 0, byteClass & ByteClass.upper == 0 { isCapitalised = false }
            length += 1
            if length > 1 { isShort = false }
            if length > 4 { return false }
        }
        return parts > 1 && (isCapitalised || isShort)
    }

    /// `kenali.id`: a name of the net, which ends in two to six small letters behind a full stop.
    func isDomain(_ segment: Token) -> Bool {
        var length = 0
        var parts = 1
        for offset in segment.utf8Range {
            if bytes[offset] == UInt8(ascii: ".") {
                parts += 1
                length = 0
            } else {
                guard bytes[offset] < 0x80 else { return false }
                length = ByteClass.table[Int(bytes[offset])] & ByteClass.lower != 0 ? length + 1 : -100
            }
        }
        return parts > 1 && (2...6).contains(length)
    }

    func isScheme(_ segment: Token) -> Bool {
        Self.schemes.contains { bytes.holds($0, at: segment.utf8Range) }
    }

    /// Digits alone, `most` of them at most.
    func isDigits(_ segment: Token, _ most: Int) -> Bool {
        guard segment.utf8Range.count <= most else { return false }
        return segment.utf8Range.allSatisfy { ByteClass.table[Int(bytes[$0])] & ByteClass.digit != 0 }
    }

    /// `Rp1.000`, `USD5`: a currency and a number.
    func isAmount(_ segment: Token) -> Bool {
        guard segment.shape.isSuperset(of: .lettersAndDigits) else { return false }
        let range = segment.utf8Range
        var digits = range.lowerBound
        while ByteClass.table[Int(bytes[digits])] & (ByteClass.upper | ByteClass.lower) != 0 { digits += 1 }
        guard Self.currencies.contains(where: { bytes.holds($0, at: range.lowerBound..<digits) }) else { return false }
        return (digits..<range.upperBound).allSatisfy {
            ByteClass.table[Int(bytes[$0])] & ByteClass.digit != 0 || bytes[$0] == UInt8(ascii: ".")
                || bytes[$0] == UInt8(ascii: ",")
        }
    }

    private static let schemes: [StaticString] = ["https", "http", "ftp"]
    private static let currencies: [StaticString] = ["Rp", "RP", "rp", "IDR", "USD", "EUR", "SGD", "MYR", "AUD", "JPY"]
}
