import KenaliLexicon
import KenaliText

/// Reads the office or description that stands next to a name, in front of it ("Kepala Dinas Sosial Kota Bandung Rahmat
/// Hidayat", "Ketua BEM, Rahmat Hidayat,") or between commas behind it.
///
/// An office begins with a word of the lists. What may stand between it and the name are capitalised words, numbers and
/// brackets, and the few small words that limit offices ("ahli gizi di Bandung"); no verb, and no other person, but for what
/// somebody is to somebody else ("Kuasa hukum Nikita, Usman Lawara,": it is Usman's).
struct RoleReader {
    /// The persons of the document, in order.
    private let persons: [Range<Int>]

    init(persons: [Range<Int>]) { self.persons = persons }

    /// The most tokens of an office.
    private static let longest = 28
    /// The most words in small letters before the office's own word.
    private static let mostSmallWords = 4

    /// The office of the person at an index; nil when none stands next to the name.
    ///
    /// - Complexity: O(1), since offices have a longest length.
    func role(of person: Int, _ document: borrowing Document) -> Range<Int>? {
        let name = persons[person]
        let floor = person > 0 ? persons[person - 1].upperBound : 0
        if person > 0, let role = relation(to: person - 1, document) { return role }
        if person + 1 < persons.count, relation(to: person, document) != nil { return nil }
        return Self.before(name.lowerBound, floor, document) ?? Self.behind(name.upperBound, document)
    }

    /// What the person behind a comma is to the one before it: "kuasa hukum Nikita".
    private func relation(to person: Int, _ document: borrowing Document) -> Range<Int>? {
        let name = persons[person]
        guard document.isMark(name.upperBound, ","), persons[person + 1].lowerBound == name.upperBound + 1,
            // In a list each has what stands before the name.
            !document.isListed(persons[person + 1]),
            let start = document.relation(endingAt: name.lowerBound),
            start >= (person > 0 ? persons[person - 1].upperBound : 0)
        else { return nil }
        return start..<name.upperBound
    }

    // MARK: - In front

    private static func before(_ name: Int, _ floor: Int, _ document: borrowing Document) -> Range<Int>? {
        guard name > floor, !document.shape(name).contains(.sentenceStart) else { return nil }
        let end = document.isMark(name - 1, ",") ? name - 1 : name
        guard end > floor, !document.isFunction(end - 1),
            var start = head(before: end, from: end, floor, document)
        else { return nil }
        // What is an office may limit another: "Sekretaris Kementerian Koordinator", "Sekjen Golkar sekaligus Ketua Fraksi".
        while start > floor, !document.endsLine(start - 1) {
            if let outer = head(before: start, from: end, floor, document, smallWords: 0) {
                start = outer
            } else if let prefix = document.prefix(endingAt: start), prefix >= floor {
                start = prefix
            } else if document.has(start - 1, document.classes.roleJoint),
                let other = head(before: start - 1, from: end, floor, document)
            {
                start = other
            } else {
                break
            }
        }
        return start..<end
    }

    /// The nearest word of an office in front of a token, with nothing between that does not belong to the office.
    private static func head(
        before token: Int, from end: Int, _ floor: Int, _ document: borrowing Document,
        smallWords mostSmallWords: Int = mostSmallWords
    ) -> Int? {
        var smallWords = 0
        var index = token - 1
        while index >= max(floor, end - longest) {
            // Words of an office may be offices themselves: "Direktur Jenderal".
            if let start = (max(floor, index - 3)...index).first(where: { document.isHead($0, index + 1, end) }) {
                return start
            }
            if let opening = document.openingBracket(index) {
                index = opening
            } else if !document.mayLimit(index, &smallWords) || smallWords > mostSmallWords
                || mostSmallWords == 0 && document.isMark(index, ",")
            {
                return nil
            }
            if document.endsLine(index - 1) { return nil }
            index -= 1
        }
        return nil
    }

    // MARK: - Behind

    private static func behind(_ name: Int, _ document: borrowing Document) -> Range<Int>? {
        var comma = name
        // An age: "Rudi (35), warga Solo,".
        if document.isMark(comma, "("), document.isMark(comma + 2, ")") { comma += 3 }
        guard document.isMark(comma, ","), comma + 1 < document.tokenCount, document.startsRole(comma + 1) else {
            return nil
        }
        let first = comma + 1
        var end = first
        var smallWords = 0
        while end < min(document.tokenCount, first + longest), !document.shape(end).contains(.sentenceStart) {
            if document.isMark(end, "("), let close = document.closingBracket(end) {
                end = close + 1
                continue
            }
            guard let length = document.headLength(end) ?? (document.mayLimit(end, &smallWords) ? 1 : nil),
                smallWords <= 2 * mostSmallWords, !document.isMark(end, ",")
            else { break }
            end += length
        }
        while end > first, document.isFunction(end - 1) || document.isMark(end - 1, ".") { end -= 1 }
        return end > first ? first..<end : nil
    }
}

extension Document {
    /// Whether a word or phrase that names an office starts here and reaches `least`, but not beyond `most`.
    fileprivate func isHead(_ token: Int, _ least: Int, _ most: Int) -> Bool {
        headLength(token).map { least...most ~= token + $0 } ?? false
    }

    /// Where a word or phrase starts that tells what somebody is to the person named right behind it.
    fileprivate func relation(endingAt token: Int) -> Int? {
        (max(0, token - 3)..<token).first { text.isEntry($0..<token, in: classes.roleRelation) }
    }

    /// Whether a name is the last or a middle one of a list: "Siti, dan Rina".
    fileprivate func isListed(_ name: Range<Int>) -> Bool {
        let next = name.upperBound
        return next + 1 < tokenCount && isMark(next, ",") && has(next + 1, classes.roleLink)
    }

    /// The length of the longest word or phrase that names an office or a job here.
    fileprivate func headLength(_ token: Int) -> Int? {
        text.endOfEntry(at: token, in: classes.role).map { $0 - token }
    }

    /// Whether a sentence or a line ends with a token.
    fileprivate func endsLine(_ token: Int) -> Bool {
        token < 0 || !shape(token + 1).isDisjoint(with: [.sentenceStart, .lineBefore])
    }

    /// Where a word like "mantan" starts that ends right before a token.
    fileprivate func prefix(endingAt token: Int) -> Int? {
        let end = isMark(token - 1, ".") ? token - 1 : token
        guard end > 0, has(end - 1, classes.officePrefix) else { return nil }
        return end - 1
    }

    fileprivate func isFunction(_ token: Int) -> Bool {
        has(token, classes.function) && !shape(token).contains(.initialUpper)
    }

    fileprivate func startsRole(_ token: Int) -> Bool {
        headLength(token) != nil || has(token, classes.officePrefix)
    }

    /// Whether a token may stand between the word of an office and a name; counts words in small letters.
    fileprivate func mayLimit(_ token: Int, _ smallWords: inout Int) -> Bool {
        let shape = shape(token)
        if shape.contains(.number) { return true }
        if shape.contains(.word) {
            if has(token, classes.verb) { return false }
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

    /// The bracket that opens what this one closes, when it holds a word or two.
    fileprivate func openingBracket(_ token: Int) -> Int? {
        guard isMark(token, ")") else { return nil }
        return (max(0, token - 4)..<token).last { isMark($0, "(") }
    }

    /// The bracket that closes what this one opens, when it holds a word or two.
    fileprivate func closingBracket(_ token: Int) -> Int? {
        (token..<min(tokenCount, token + 5)).first { isMark($0, ")") }
    }
}
