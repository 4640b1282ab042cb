import KenaliText

/// Cuts words that text taken from web pages has glued together, because a link or the end of a paragraph stood between:
/// "kepadadetikJateng", "kataFaruk", "Huda.Alumni".
///
/// ICU makes one token of each. It is cut only when the lexicon has no such word and the cut leaves a word in small letters
/// that it has ("kepada" | "detikJateng", "Pantauan" | "detikcom" | "di", "kata" | "Faruk", "dirilis" | "BPS" | "pada"),
/// where a full stop stands between a small letter and a capitalised word ("Huda" | "." | "Alumni"), behind titles and
/// initials ("KH" | "." | "Abdul"), where the number of the next line of a list ends a name ("Bandung" | "2" in
/// "Bandung2. Cirebon"), and at the underscores that chats set around a name.
struct GluedWords {
    /// Whether the answer is the same wherever the letters of a token stand: a timestamp, the number of a list and a hashtag are
    /// known by what stands around them.
    static func goesByLetters(_ token: Token) -> Bool {
        token.shape.isDisjoint(with: .initialUpper) || token.shape.isDisjoint(with: [.digit, .innerUpper])
    }

    /// Whether a token is worth a closer look: hardly a short word of one letter case is.
    private static func maybe(_ token: Token, _ bytes: Span<UInt8>) -> Bool {
        let count = Int(token.end - token.start)
        guard count >= 5, token.shape.contains(.word) else { return false }
        return token.shape.isDisjoint(with: .allLower) || count >= 2 + shortestMedium
            || bytes[Int(token.start)] == underscore || bytes[Int(token.end) - 1] == underscore
    }

    /// The places at which a token is cut, in bytes of the text; empty for nearly all.
    ///
    /// - Parameter isListed: Whether the lexicon is known to have the word, as it is written.
    /// - Complexity: O(*n*), *n* the length of the token.
    static func cuts(in token: Token, isListed: Bool, _ bytes: Span<UInt8>, _ lexicon: Lexicon) -> [Int] {
        guard maybe(token, bytes) else { return [] }
        let range = token.utf8Range
        if range.count == 5, token.shape.isSuperset(of: [.word, .digit]), token.shape.contains(.allUpper) {
            return cutsInTimestamp(range, bytes)
        }
        guard 5...longestToken ~= range.count, token.shape.contains(.word) else { return [] }
        if bytes[range.lowerBound] == underscore || bytes[range.upperBound - 1] == underscore {
            return cutsAtUnderscores(range, bytes)
        }
        if isListed { return [] }
        // Nearly all words are of one letter case.
        guard token.shape.isDisjoint(with: [.allLower, .allUpper]) else {
            return token.shape.contains(.allLower) ? cutsAtMedium(range, bytes, lexicon) : []
        }
        let hasStop = range.contains { bytes[$0] == UInt8(ascii: ".") }
        if hasStop {
            let cuts = cutsBehindTitles(range, bytes, lexicon)
            guard cuts.isEmpty else { return cuts }
        }
        if token.shape.isSuperset(of: [.initialUpper, .digit]) { return cutsBeforeNumber(range, bytes, lexicon) }
        var cuts: [Int] = []
        if token.shape.isSuperset(of: [.initialUpper, .innerUpper]) || isCapital(bytes[range.lowerBound + 1]) {
            cuts = cutsAtBody(range, bytes, lexicon)
        } else if token.shape.contains(.innerUpper),
            token.shape.isDisjoint(with: [.initialUpper, .digit, .nonASCII])
        {
            cuts = cutsBeforeCapital(range, bytes, lexicon)
        } else if hasStop {
            return cutsAtStop(range, bytes, lexicon)
        }
        return cuts.isEmpty ? cutsAtMedium(range, bytes, lexicon) : cuts
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

    private static let underscore = UInt8(ascii: "_")

    /// "_Budi", "Santoso_": behind the first and before the last.
    private static func cutsAtUnderscores(_ range: Range<Int>, _ bytes: Span<UInt8>) -> [Int] {
        var cuts: [Int] = []
        if bytes[range.lowerBound] == underscore, bytes[range.lowerBound + 1] != underscore {
            cuts.append(range.lowerBound + 1)
        }
        if bytes[range.upperBound - 1] == underscore, bytes[range.upperBound - 2] != underscore {
            cuts.append(range.upperBound - 1)
        }
        return cuts
    }

    /// "Bandung2" in "Bandung2. Cirebon": before one or two digits with a full stop and a capital behind them.
    private static func cutsBeforeNumber(_ range: Range<Int>, _ bytes: Span<UInt8>, _ lexicon: Lexicon) -> [Int] {
        var start = range.upperBound
        while start > range.lowerBound, bytes[start - 1] &- 0x30 < 10 { start -= 1 }
        guard 1...2 ~= range.upperBound - start, isSmall(bytes[start - 1]),
            range.upperBound + 2 < bytes.count, bytes[range.upperBound] == UInt8(ascii: "."),
            bytes[range.upperBound + 1] == UInt8(ascii: " ")
                ? isCapital(bytes[range.upperBound + 2]) : isCapital(bytes[range.upperBound + 1]),
            lexicon.find(bytes.extracting(range)) == nil
        else { return [] }
        return [start]
    }

    /// "BMKGpada", "BiologiIPB": behind, or before, a short form of the lists in capitals.
    private static func cutsAtBody(_ range: Range<Int>, _ bytes: Span<UInt8>, _ lexicon: Lexicon) -> [Int] {
        var end = range.lowerBound
        while end < range.upperBound, isCapital(bytes[end]) { end += 1 }
        var start = range.upperBound
        while start > range.lowerBound, isCapital(bytes[start - 1]) { start -= 1 }
        guard lexicon.find(bytes.extracting(range)) == nil else { return [] }
        let body = lexicon.classes(named: "organization") ?? .none
        func isBody(_ range: Range<Int>) -> Bool {
            guard range.count >= 3, let word = lexicon.find(bytes.extracting(range)) else { return false }
            return !lexicon.classes(of: word, [.word, .initialUpper, .allUpper]).isDisjoint(with: body)
        }
        if end < range.upperBound, isBody(range.lowerBound..<end), isLink(end..<range.upperBound, bytes, lexicon) {
            return [end]
        }
        if start > range.lowerBound, isBody(start..<range.upperBound), start - range.lowerBound >= 4,
            isListed(range.lowerBound..<start, bytes, lexicon)
        {
            return [start]
        }
        return cutBehindName(range, bytes, lexicon)
    }

    /// "LazuardiBerita", "HartawanSekretaris": a name and an ordinary word or another name, where the next line was lost.
    private static func cutBehindName(_ range: Range<Int>, _ bytes: Span<UInt8>, _ lexicon: Lexicon) -> [Int] {
        let inner = range.dropFirst().filter { isCapital(bytes[$0]) }
        guard let start = inner.first, inner.count == 1, start - range.lowerBound >= 4, range.upperBound - start >= 5,
            range.allSatisfy({ isCapital(bytes[$0]) || isSmall(bytes[$0]) }),
            range.lowerBound == 0 || isBreak(bytes[range.lowerBound - 1])
        else { return [] }
        func isOne(_ part: Range<Int>, of classes: WordClasses) -> Bool {
            guard let word = lexicon.find(bytes.extracting(part)) else { return false }
            return !lexicon.classes(of: word, [.word, .initialUpper]).isDisjoint(with: classes)
        }
        guard isOne(range.lowerBound..<start, of: lexicon.personNames),
            isOne(start..<range.upperBound, of: lexicon.personNames.union(lexicon.ordinary))
        else { return [] }
        return [start]
    }

    /// Whether a byte is white space: hashtags and addresses are glued on purpose.
    private static func isBreak(_ byte: UInt8) -> Bool { byte <= UInt8(ascii: " ") }

    /// Whether some bytes are a small word that names are followed by: "pada", "di".
    private static func isLink(_ range: Range<Int>, _ bytes: Span<UInt8>, _ lexicon: Lexicon) -> Bool {
        guard range.count >= 2, range.allSatisfy({ isSmall(bytes[$0]) }),
            let word = lexicon.find(bytes.extracting(range)), let function = lexicon.classes(named: "function")
        else { return false }
        return !lexicon.classes(of: word, [.word, .allLower]).isDisjoint(with: function)
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

    /// "KH.Abdul", "Drs.H.Nasir", "M.Natsir": on both sides of each full stop, where all in front of the name are titles of the
    /// lists or initials.
    private static func cutsBehindTitles(_ range: Range<Int>, _ bytes: Span<UInt8>, _ lexicon: Lexicon) -> [Int] {
        guard isCapital(bytes[range.lowerBound]) else { return [] }
        let titles = lexicon.titles
        var cuts: [Int] = []
        var start = range.lowerBound
        while let stop = (start..<range.upperBound).first(where: { bytes[$0] == UInt8(ascii: ".") }) {
            guard isTitle(start..<stop, bytes, titles, lexicon) else { return [] }
            cuts += [stop, stop + 1]
            start = stop + 1
        }
        // Shorter ones are degrees: "S.Kom".
        let name = start..<range.upperBound
        guard name.count >= 4, isCapital(bytes[start]), name.dropFirst().allSatisfy({ isSmall(bytes[$0]) }),
            lexicon.find(bytes.extracting(range)) == nil
        else { return [] }
        return cuts
    }

    /// Whether some bytes are an initial, or a title.
    private static func isTitle(
        _ range: Range<Int>, _ bytes: Span<UInt8>, _ titles: WordClasses, _ lexicon: Lexicon
    ) -> Bool {
        if range.count == 1 { return isCapital(bytes[range.lowerBound]) }
        guard range.count >= 2, isCapital(bytes[range.lowerBound]),
            range.allSatisfy({ isCapital(bytes[$0]) || isSmall(bytes[$0]) }),
            let word = lexicon.find(bytes.extracting(range))
        else { return false }
        let shape: TokenShape =
            isCapital(bytes[range.upperBound - 1]) ? [.word, .initialUpper, .allUpper] : [.word, .initialUpper]
        return !lexicon.classes(of: word, shape).isDisjoint(with: titles)
    }

    /// "kepadadetikJatengdi", "kataFaruk": before a medium's name that begins with a small letter, or before the capital, and
    /// behind the longest listed name.
    private static func cutsBeforeCapital(_ range: Range<Int>, _ bytes: Span<UInt8>, _ lexicon: Lexicon) -> [Int] {
        guard let capital = range.first(where: { isCapital(bytes[$0]) }), lexicon.find(bytes.extracting(range)) == nil
        else {
            return []
        }
        // A listed name across the capital, or from it on: "detikJateng", "Xinhua", with a word behind it ("di") or not.
        for start in max(range.lowerBound, capital - longestHead)..<capital + 1 {
            for end in (capital + 1..<range.upperBound + 1).reversed() {
                guard lexicon.find(bytes.extracting(start..<end)) != nil,
                    isWord(range.lowerBound..<start, bytes, lexicon),
                    start < capital
                        ? isWord(end..<range.upperBound, bytes, lexicon)
                        : end == range.upperBound || isLink(end..<range.upperBound, bytes, lexicon)
                else { continue }
                return [start, end].filter { $0 > range.lowerBound && $0 < range.upperBound }
            }
        }
        guard capital - range.lowerBound >= 2, isWord(range.lowerBound..<capital, bytes, lexicon) else { return [] }
        // Where mark-up was lost in front of a name, it was lost behind it as well: "dariEuronewspada".
        for end in capital + 3..<max(capital + 3, range.upperBound - 2)
        where range.upperBound - end >= 4 && isLink(end..<range.upperBound, bytes, lexicon) {
            return capital - range.lowerBound >= 3 ? [capital, end] : [capital]
        }
        return capital - range.lowerBound >= 3 ? [capital] : []
    }

    /// "dihubungidetikcom", "DilansirdetikFinance", "pantauandetikcomdi": before a medium's name that begins with a small
    /// letter, and before the word behind it.
    private static func cutsAtMedium(_ range: Range<Int>, _ bytes: Span<UInt8>, _ lexicon: Lexicon) -> [Int] {
        guard range.count >= 2 + shortestMedium, lexicon.find(bytes.extracting(range)) == nil,
            let media = lexicon.classes(named: "organization.lower")
        else { return [] }
        let first = range.lowerBound + 2
        for end in (first + shortestMedium..<range.upperBound + 1).reversed()
        where isWord(end..<range.upperBound, bytes, lexicon, initial: true) {
            for start in max(first, end - longestMedium)..<end - shortestMedium + 1 where isSmall(bytes[start]) {
                guard let name = lexicon.find(bytes.extracting(start..<end)),
                    !lexicon.classes(of: name, [.word, .allLower, .innerUpper]).isDisjoint(with: media),
                    isWord(range.lowerBound..<start, bytes, lexicon, initial: true)
                else { continue }
                return end < range.upperBound ? [start, end] : [start]
            }
        }
        return []
    }

    /// The fewest and the most bytes of the name of a medium that is found without a capital inside: "detikcom".
    private static let shortestMedium = 8
    private static let longestMedium = 16

    /// The most small letters in front of the capital of a medium's name.
    private static let longestHead = 6
    /// The longest token that is looked at.
    static let longestToken = 40

    /// Nothing, or a word of the lexicon in small letters, which no name is; or with a capital at its start if that is allowed.
    private static func isWord(
        _ range: Range<Int>, _ bytes: Span<UInt8>, _ lexicon: Lexicon, initial: Bool = false
    ) -> Bool {
        guard !range.isEmpty else { return true }
        return range.dropFirst().allSatisfy { isSmall(bytes[$0]) }
            && (isSmall(bytes[range.lowerBound]) || initial && isCapital(bytes[range.lowerBound]))
            && isListed(range, bytes, lexicon)
    }

    /// Whether a word of the lexicon has these letters, and not only as a name.
    private static func isListed(_ range: Range<Int>, _ bytes: Span<UInt8>, _ lexicon: Lexicon) -> Bool {
        guard let word = lexicon.find(bytes.extracting(range)) else { return false }
        return !lexicon.classes(of: word, [.word, .allLower]).subtracting(lexicon.smallNames).isEmpty
    }

    private static func isSmall(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
    private static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
}

extension Lexicon {
    fileprivate var personNames: WordClasses { Self.classes(["given", "family"], names) }

    /// The classes of titles that stand in front of a name.
    fileprivate var titles: WordClasses {
        Self.classes(["honorific", "honorific.weak", "rank", "degree"], names)
    }
}
