import KenaliText

/// Cuts words that text taken from web pages has glued together, because a link or the end of a paragraph stood between:
/// "kepadadetikJateng", "kataFaruk", "Huda.Alumni".
///
/// ICU makes one token of each. It is cut only when the lexicon has no such word and the cut leaves a word in small letters
/// that it has ("kepada" | "detikJateng", "kata" | "Faruk"), or where a full stop stands between a small letter and a
/// capitalised word ("Huda" | "." | "Alumni").
struct GluedWords {
    /// The places at which a token is cut, in bytes of the text; empty for nearly all.
    ///
    /// - Complexity: O(*n*), *n* the length of the token.
    static func cuts(in token: Token, _ bytes: Span<UInt8>, _ lexicon: Lexicon) -> [Int] {
        let range = token.utf8Range
        if range.count == 5, token.shape.isSuperset(of: [.word, .digit]) { return cutsInTimestamp(range, bytes) }
        // Nearly all words are of one letter case.
        guard 5...longestToken ~= range.count, token.shape.contains(.word),
            token.shape.isDisjoint(with: [.allLower, .allUpper])
        else { return [] }
        if token.shape.contains(.innerUpper), token.shape.isDisjoint(with: [.initialUpper, .digit, .nonASCII]) {
            return cutsBeforeCapital(range, bytes, lexicon)
        }
        return cutsAtStop(range, bytes, lexicon)
    }

    /// The day and the hour of a timestamp, 2026-11-28T08:15: on both sides of the T.
    private static func cutsInTimestamp(_ range: Range<Int>, _ bytes: Span<UInt8>) -> [Int] {
        let middle = range.lowerBound + 2
        guard bytes[middle] == UInt8(ascii: "T"), range.lowerBound > 0, range.upperBound < bytes.count,
            bytes[range.lowerBound - 1] == UInt8(ascii: "-"), bytes[range.upperBound] == UInt8(ascii: ":"),
            range.allSatisfy({ $0 == middle || bytes[$0] &- 0x30 < 10 })
        else { return [] }
        return [middle, middle + 1]
    }

    /// "Huda.Alumni": on both sides of the full stop.
    private static func cutsAtStop(_ range: Range<Int>, _ bytes: Span<UInt8>, _ lexicon: Lexicon) -> [Int] {
        var stop: Int?
        for index in range.lowerBound + 1..<range.upperBound - 2 where bytes[index] == UInt8(ascii: ".") {
            guard stop == nil, isSmall(bytes[index - 1]), isCapital(bytes[index + 1]), isSmall(bytes[index + 2]) else {
                return []
            }
            stop = index
        }
        guard let stop, stop + 2 < range.upperBound, lexicon.find(bytes.extracting(range)) == nil else { return [] }
        return [stop, stop + 1]
    }

    /// "kepadadetikJatengdi", "kataFaruk": before a medium's name that begins with a small letter, or before the capital, and
    /// behind the longest listed name.
    private static func cutsBeforeCapital(_ range: Range<Int>, _ bytes: Span<UInt8>, _ lexicon: Lexicon) -> [Int] {
        guard let capital = range.first(where: { isCapital(bytes[$0]) }), lexicon.find(bytes.extracting(range)) == nil
        else {
            return []
        }
        // A listed name across the capital: "detikJateng", with a word behind it ("di") or not.
        for start in max(range.lowerBound, capital - longestHead)..<capital {
            for end in (capital + 1..<range.upperBound + 1).reversed() {
                guard lexicon.find(bytes.extracting(start..<end)) != nil,
                    isWord(range.lowerBound..<start, bytes, lexicon), isWord(end..<range.upperBound, bytes, lexicon)
                else { continue }
                return [start, end].filter { $0 > range.lowerBound && $0 < range.upperBound }
            }
        }
        guard capital - range.lowerBound >= 3, isWord(range.lowerBound..<capital, bytes, lexicon) else { return [] }
        return [capital]
    }

    /// The most small letters in front of the capital of a medium's name.
    private static let longestHead = 6
    /// The longest token that is looked at.
    static let longestToken = 40

    /// Nothing, or a word of the lexicon in small letters.
    private static func isWord(_ range: Range<Int>, _ bytes: Span<UInt8>, _ lexicon: Lexicon) -> Bool {
        guard !range.isEmpty else { return true }
        guard range.allSatisfy({ isSmall(bytes[$0]) }), let word = lexicon.find(bytes.extracting(range)) else {
            return false
        }
        return !lexicon.classes(of: word, [.word, .allLower]).isEmpty
    }

    private static func isSmall(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
    private static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
}
