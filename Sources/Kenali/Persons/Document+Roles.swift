import KenaliLexicon
import KenaliText

/// What the words beside a name say of an office: see ``RoleReader``.
extension Document {
    /// Whether a word or phrase that names an office starts here and reaches `least`, but not beyond `most`.
    func isHead(_ token: Int, _ least: Int, _ most: Int) -> Bool {
        headLength(token).map { least...most ~= token + $0 } ?? false
    }

    /// Where a word or phrase starts that tells what somebody is to the person named right behind it.
    func relation(endingAt token: Int) -> Int? {
        (max(0, token - 3)..<token).first { text.isEntry($0..<token, in: classes.roleRelation) }
    }

    /// Whether words end at a token that say what somebody is to the person named right behind them: "pengganti". What an
    /// office ends with says no such thing: "panitera pengganti", "Kepala Bagian Komunikasi Pimpinan".
    func endsWithRelation(_ token: Int) -> Bool {
        guard let start = (max(0, token - 3)..<token).first(where: { text.isEntry($0..<token, in: classes.roleOf) }),
            !shape(start).contains(.initialUpper) || has(start, classes.strictHonorific)
        else { return false }
        return !(max(0, start - 3)..<start).contains { text.isEntry($0..<token, in: classes.role) }
    }

    /// Whether a name of one or two words stands before a verb in capitals, and a role within the clause before it.
    func isHeadline(_ name: Int, _ role: Int) -> Bool {
        guard !shape(role).contains(.sentenceStart) else { return false }
        return (name + 1...name + 2).contains { token in
            token < tokenCount && !endsLine(token - 1) && shape(token).isSuperset(of: [.word, .initialUpper])
                && has(token, classes.verb)
        }
    }

    /// Where an office starts that is joined by "dan" to the one at a token: "Model dan aktris".
    func coordinated(before token: Int) -> Int? {
        guard token > 1, has(token - 1, classes.roleLink), has(token - 1, classes.function),
            text.tokens[token - 1].utf8Range.count == 3, starts(token, classes.occupation)
        else { return nil }
        return (max(0, token - 4)..<token - 1).first { text.isEntry($0..<token - 1, in: classes.occupation) }
    }

    /// Whether somebody named before a token is what a sentence says that another chooses, or calls something.
    func isChosen(_ token: Int) -> Bool {
        var index = token - 1
        while index >= 0, token - index < 24 {
            if has(index, classes.choice) { return true }
            if shape(index).contains(.sentenceStart) { return false }
            index -= 1
        }
        return false
    }

    /// Whether a name is the last or a middle one of a list: "Siti, dan Rina".
    func isListed(_ name: Range<Int>) -> Bool {
        let next = name.upperBound
        return next + 1 < tokenCount && isMark(next, ",") && has(next + 1, classes.roleLink)
    }

    /// The length of the longest word or phrase that names an office or a job here.
    func headLength(_ token: Int) -> Int? {
        text.endOfEntry(at: token, in: classes.role).map { $0 - token }
    }

    /// Whether a sentence or a line ends with a token.
    func endsLine(_ token: Int) -> Bool {
        token < 0 || token + 1 >= tokenCount || !shape(token + 1).isDisjoint(with: [.sentenceStart, .lineBefore])
    }

    /// Where a word like "mantan" starts that ends right before a token.
    func prefix(endingAt token: Int) -> Int? {
        let end = isMark(token - 1, ".") ? token - 1 : token
        guard end > 0, has(end - 1, classes.officePrefix) else { return nil }
        return end - 1
    }

    func isFunction(_ token: Int) -> Bool {
        has(token, classes.function) && !shape(token).contains(.initialUpper)
    }

    /// Whether a token stands for a signature, or is a mark of one.
    func isSignature(_ token: Int) -> Bool {
        has(token, classes.signature) || isMark(token, ".") || isMark(token, "/") || isMark(token, ",")
    }

    func startsRole(_ token: Int) -> Bool {
        headLength(token) != nil || has(token, classes.officePrefix)
    }

    /// Whether a word ends with "-nya".
    func hasClitic(_ token: Int) -> Bool {
        let range = text.tokens[token].utf8Range
        return range.count > 5 && bytes.extracting(range).ends(with: "nya")
    }

    /// An office without its own short form in brackets at its end: "Menteri Keuangan (Menkeu)".
    func withoutShortForm(_ role: Range<Int>) -> Range<Int> {
        guard let opening = openingBracket(role.upperBound - 1), opening > role.lowerBound, startsRole(opening + 1)
        else { return role }
        return role.lowerBound..<opening
    }

    /// Whether a token may stand between the word of an office and a name; counts words in small letters.
    func mayLimit(_ token: Int, _ smallWords: inout Int) -> Bool {
        let shape = shape(token)
        if shape.contains(.number) { return true }
        if shape.contains(.word) {
            if has(token, classes.verb) || isVerb(token) { return false }
            if shape.contains(.initialUpper) { return true }
            smallWords += 1
            // "Presiden ke-5 RI"
            if isMark(token + 1, "-") { return true }
            return !isFunction(token) || has(token, classes.roleLink)
        }
        // Lists in names: "Pusat Data, Informasi, dan Komunikasi".
        if isMark(token, ",") {
            return token > 0 && token + 1 < tokenCount && self.shape(token - 1).contains(.initialUpper)
                && (self.shape(token + 1).contains(.initialUpper) || has(token + 1, classes.roleLink))
        }
        return isMark(token, "/") || isMark(token, "&") || isMark(token, "-") || isMark(token, ".")
    }

    /// Whether a word has the form of a verb, "me-" with what it does to the next letter, and names no office or field.
    private func isVerb(_ token: Int) -> Bool {
        if has(token, classes.nameEnd), !has(token, classes.function.union(classes.roleLink)),
            !shape(token).contains(.initialUpper)
        {
            return !isMark(token + 1, "-")
        }
        let range = text.tokens[token].utf8Range
        if isOrder(range), !starts(token, classes.role.union(classes.place)) { return true }
        guard range.count >= 7, bytes[range.lowerBound] | 0x20 == UInt8(ascii: "m"),
            bytes[range.lowerBound + 1] | 0x20 == UInt8(ascii: "e"), !starts(token, classes.role)
        else { return false }
        let third = bytes[range.lowerBound + 2] | 0x20
        let fourth = bytes[range.lowerBound + 3] | 0x20
        // "meng-", "meny-", "mend-", "memb-" ...: no field begins so.
        return third == UInt8(ascii: "n") && "gydjc".utf8.contains(fourth)
            || third == UInt8(ascii: "m") && "bpu".utf8.contains(fourth)
    }

    /// Whether a word ends with "-kan" behind a consonant or "i", and no noun begins so: "Mantapkan" of a headline, no
    /// "Penyidikan", no "Gerakan".
    private func isOrder(_ range: Range<Int>) -> Bool {
        guard range.count >= 7 else { return false }
        let end = range.upperBound
        let first = bytes[range.lowerBound] | 0x20
        let isNoun =
            (first == UInt8(ascii: "p") || first == UInt8(ascii: "k"))
            && bytes[range.lowerBound + 1] | 0x20 == UInt8(ascii: "e")
        return !isNoun && bytes[end - 1] == UInt8(ascii: "n") && bytes[end - 2] == UInt8(ascii: "a")
            && bytes[end - 3] == UInt8(ascii: "k") && !"aeou".utf8.contains(bytes[end - 4])
    }

    /// The bracket that opens what this one closes, when it holds a word or two.
    func openingBracket(_ token: Int) -> Int? {
        guard isMark(token, ")") else { return nil }
        return (max(0, token - 4)..<token).last { isMark($0, "(") }
    }

    /// The bracket that closes what this one opens, when it holds a word or two.
    func closingBracket(_ token: Int) -> Int? {
        (token..<min(tokenCount, token + 5)).first { isMark($0, ")") }
    }
}
