/// The rules, in the order of ``verdict()``. Each answers nil where it has nothing to say.
extension SentenceGap {
    /// The rule that decides here, and whether it splits. Nil when nothing proposes an end.
    func verdict() -> (SentenceRule, splits: Bool)? {
        if isAtLineEnd { return lineEnd() }
        guard isSpaced else { return glued() }
        guard last > context.first else { return nil }
        return continued() ?? bracket() ?? speech() ?? lowerCase() ?? nameWithMark() ?? item() ?? fullStop()
            ?? (.terminator, true)
    }

    // MARK: Lines and blanks

    /// A line end ends a sentence, unless it has no terminator and the next line goes on in lower case.
    private func lineEnd() -> (SentenceRule, splits: Bool) {
        guard !mark.ends, nextToken.shape.contains(.allLower) else { return (.line, true) }
        let previous = tokens[next - 1]
        let goesOn =
            !previous.shape.isDisjoint(with: [.word, .number]) || bytes[Int(previous.start)] == UInt8(ascii: ",")
        return goesOn ? (.lineContinued, false) : (.line, true)
    }

    /// Print that lost a blank: behind a question mark, a bracket, a percent sign, a long number or a quotation, where
    /// no domain name, section number or initial could be meant. Between letters a full stop is inside the token.
    private func glued() -> (SentenceRule, splits: Bool)? {
        guard last > context.first + 1, let before, mark != .ellipsis else { return nil }
        // A mark whose script writes no blanks: 。！
        if mark == .stop, tokens[last].utf8Range.count == 3, !mark(next).closes, !isContinued { return (.glued, true) }
        if isClosed {
            return mark(next - 1).isQuote && isGluedStart(next) ? speech() ?? (.glued, true) : nil
        }
        // A straight quotation mark that closes was seen above; one that opens belongs to what follows it.
        if mark(next) == .openQuote || mark(next) == .quote && !context.isQuoted {
            return next + 1 < tokens.count && isGlued(next + 1) && isGluedStart(next + 1) ? (.glued, true) : nil
        }
        guard isGluedStart(next) else { return nil }
        if mark == .stop {
            // "Benar?Ya" but not the query of an address, "…/daftar?Id=5".
            let isWord = before.shape.contains(.word) && !word(last - 1).contains(.mark)
            return isWord && (next + 1 == tokens.count || !isGlued(next + 1)) ? (.glued, true) : nil
        }
        // A year or an amount; not the code "7308.XX".
        let isNumber = before.shape.contains(.number) && before.utf8Range.count > 3
        guard
            isNumber && !nextToken.shape.contains(.allUpper) || mark(last - 1) == .closeBracket
                || bytes[Int(before.start)] == UInt8(ascii: "%")
        else {
            return nil
        }
        return (.glued, true)
    }

    /// Whether a token is a capitalised word that can begin a sentence without a blank before it.
    private func isGluedStart(_ index: Int) -> Bool {
        let token = tokens[index]
        return token.shape.contains(.initialUpper) && !token.shape.contains(.singleLetter) && !isInitials(token)
    }

    // MARK: What follows

    private var isContinued: Bool { mark(next) == .continuation }

    private func continued() -> (SentenceRule, splits: Bool)? { isContinued ? (.continued, false) : nil }

    /// "Undang-undang itu (lihat hlm. 5. Bagian kedua) berlaku." is one sentence. The closing bracket must be near.
    private func bracket() -> (SentenceRule, splits: Bool)? {
        guard let open = context.openBracket, open > context.first, !isClosed else { return nil }
        var depth = 1
        for index in next..<min(next + 40, tokens.count) {
            if tokens[index].shape.contains(.lineBefore) { return nil }
            switch mark(index) {
            case .openBracket: depth += 1
            case .closeBracket: depth -= 1
            default: continue
            }
            if depth == 0 { return (.bracket, false) }
        }
        return nil
    }

    /// "Siapa itu?" Tanya Budi. — "Siapa itu?" Budi bertanya.
    private func speech() -> (SentenceRule, splits: Bool)? {
        guard isClosed, mark(next - 1).isQuote, nextToken.shape.contains(.initialUpper) else { return nil }
        if words.isSaying(nextToken, bytes) { return (.speech, false) }
        guard mark == .stop, next + 1 < tokens.count, word(next + 1).contains(.speech) else { return nil }
        return (.speech, false)
    }

    /// Lower case goes on with the sentence (SB8), unless an ordinary word stands before the full stop, which is no
    /// abbreviation then, and another behind it.
    private func lowerCase() -> (SentenceRule, splits: Bool)? {
        let index = following
        guard tokens[index].shape.contains(.allLower), !standsForCapital(index) else { return nil }
        if index > next {
            // Behind an opening mark: UAX #29 lets "?" and "!" end a sentence before lower case.
            if mark == .full || words.isSaying(tokens[index], bytes) { return (.lowerCase, false) }
            return nil
        }
        guard !isClosed, let before, !words.isSaying(nextToken, bytes) else { return (.lowerCase, false) }
        switch mark {
        case .stop:
            return before.shape.contains(.allLower) ? (.lowerCaseStart, true) : (.lowerCase, false)
        case .full:
            guard isPlainWord(before, 4), word(last - 1).isDisjoint(with: .abbreviation) else { break }
            if hasFullStop(next) {
                return nextToken.shape.contains(.singleLetter) ? (.lettered, true) : (.lowerCase, false)
            }
            if isPlainWord(nextToken, 2) { return (.lowerCaseStart, true) }
        default:
            break
        }
        return (.lowerCase, false)
    }

    /// Whether a lower-case token begins sentences as it is: "dr. Tirta", "e-KTP".
    private func standsForCapital(_ index: Int) -> Bool {
        guard index + 2 < tokens.count else { return false }
        if hasFullStop(index) {
            return word(index).contains(.name) && tokens[index + 2].shape.contains(.initialUpper) && !isGlued(index + 2)
        }
        return tokens[index].shape.contains(.singleLetter) && isGlued(index + 1) && isGlued(index + 2)
            && bytes[Int(tokens[index + 1].start)] == UInt8(ascii: "-")
            && tokens[index + 2].shape.contains(.initialUpper)
    }

    /// "Yahoo! Indonesia"
    private func nameWithMark() -> (SentenceRule, splits: Bool)? {
        guard mark == .stop, !isClosed, before != nil, word(last - 1).contains(.mark), !opens else { return nil }
        return (.nameWithMark, false)
    }

    // MARK: Full stops

    /// "1. Pendahuluan", "b. Syarat", "Bab IV. Penutup" at the start of a sentence or behind a colon.
    private func item() -> (SentenceRule, splits: Bool)? {
        guard mark == .full, !isClosed, let before else { return nil }
        let start = last - 1
        guard start == context.first || beginsList(start - 1) || isHeading(start - 1) else { return nil }
        let length = before.utf8Range.count
        let isNumber = before.shape.contains(.number) && (length <= 3 || hasStop(before))
        let isLetter = before.shape.contains(.singleLetter)
        guard isNumber || isLetter || isRoman(before) else { return nil }
        return (.item, false)
    }

    /// Whether a list can begin behind a token: "syaratnya: 1. Sehat", "atau; b. Setuju".
    private func beginsList(_ index: Int) -> Bool {
        let byte = bytes[Int(tokens[index].start)]
        return byte == UInt8(ascii: ":") || byte == UInt8(ascii: ";")
    }

    /// Whether a token is the first of its sentence and a word that numbers follow in headings.
    private func isHeading(_ index: Int) -> Bool {
        index == context.first && tokens[index].shape.contains(.initialUpper) && word(index).contains(.heading)
    }

    private func isRoman(_ token: Token) -> Bool {
        guard token.shape.contains(.allUpper), token.utf8Range.count <= 5 else { return false }
        for offset in token.utf8Range {
            switch bytes[offset] {
            case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"): continue
            default: return false
            }
        }
        return true
    }

    /// What the word says that the full stop stands behind.
    private func fullStop() -> (SentenceRule, splits: Bool)? {
        guard mark == .full, let before, before.shape.contains(.word) else { return nil }
        if isClosed { return bracketedAbbreviation() }
        if before.shape.contains(.singleLetter) { return letter(before) }
        let word = word(last - 1)
        if !word.isDisjoint(with: .abbreviation) { return abbreviation(word) }
        if isDotted(before) { return dotted(before) }
        // "2,4 Gb." is a measure.
        let isMeasure = last - 2 >= context.first && tokens[last - 2].shape.contains(.number)
        return hasNoVowel(before) && !isMeasure ? abbreviation(.name) : nil
    }

    /// "Letjen (Purn.) Suharto"
    private func bracketedAbbreviation() -> (SentenceRule, splits: Bool)? {
        guard last - 2 >= context.first, mark(last - 2) == .openBracket, word(last - 1).contains(.name), !opens else {
            return nil
        }
        return (.abbreviation, false)
    }

    /// "A. Yani", "vitamin C.", "abad ke-5 M."
    private func letter(_ letter: Token) -> (SentenceRule, splits: Bool)? {
        let previous = last - 2
        guard previous >= context.first else { return (.initial, false) }
        if tokens[previous].shape.contains(.number) { return (.letterOfNumber, true) }
        let byte = bytes[Int(tokens[previous].start)]
        if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || tokens[previous].shape.contains(.symbol) {
            return (.compound, true)
        }
        if word(previous).contains(.label) { return (.label, true) }
        if opens { return (.opener, true) }
        if mark(next) == .openBracket { return (.apposition, false) }
        let isName = tokens[previous].shape.contains(.initialUpper)
        if letter.shape.contains(.allLower) {
            // "hlm. 5" in short: "h. 5"; "Umar b. Khattab"
            return isName || tokens[following].shape.contains(.number) ? (.initial, false) : nil
        }
        // "Gubernur I. B. Mantra"
        if nextToken.shape.contains(.singleLetter), hasFullStop(next) { return (.initial, false) }
        // Rulers and wars are numbered more often than persons have these initials.
        let numeral = bytes[Int(letter.start)]
        if numeral == UInt8(ascii: "X") || numeral == UInt8(ascii: "I") && isName { return (.label, true) }
        return (.initial, false)
    }

    /// "Dr. Ahmad", "No. 12", "PT Sinar Tbk. (SNR)"
    private func abbreviation(_ word: SentenceWord) -> (SentenceRule, splits: Bool)? {
        let index = following
        let shape = tokens[index].shape
        if word.contains(.head) { return (.abbreviation, false) }
        if word.contains(.number), !shape.isDisjoint(with: [.digit, .allUpper]) { return (.abbreviation, false) }
        if opens { return (.opener, true) }
        if word.contains(.name) { return (.abbreviation, false) }
        if word.contains(.either) {
            if mark(next) == .openBracket { return (.apposition, false) }
            if hasFullStop(index), self.word(index).contains(.either) { return (.abbreviation, false) }
        }
        return nil
    }

    /// "B.J. Habibie", "Ahmad, S.H. Ia", "S.H. M.H."
    private func dotted(_ token: Token) -> (SentenceRule, splits: Bool)? {
        if isDotted(tokens[next]), tokens[next].shape.contains(.initialUpper), hasFullStop(next) {
            return (.degree, false)
        }
        guard isInitials(token) else {
            return mark(next) == .openBracket && token.shape.contains(.initialUpper) ? (.apposition, false) : nil
        }
        if last - 2 >= context.first, bytes[Int(tokens[last - 2].start)] == UInt8(ascii: ",") { return (.degree, true) }
        if opens { return (.opener, true) }
        if mark(next) == .openBracket { return (.apposition, false) }
        return (.initial, false)
    }
}
