import KenaliLexicon
import KenaliText

/// Reads the office or description that stands next to a name: in front of it ("Kepala Dinas Sosial Kota Bandung Rahmat
/// Hidayat", "Ketua BEM, Rahmat Hidayat,"), on the line above ("BUPATI BLORA,⏎ttd⏎RAHMAT HIDAYAT"), or behind it, between
/// commas, after "selaku", "sebagai" or "menjabat", or in capitals with nothing between ("Rahmat Hidayat Ketua MPR").
///
/// An office begins with a word of the lists. What may stand between it and the name are capitalised words, numbers and
/// brackets, and the few small words that limit offices ("ahli gizi di Bandung"); no verb, and no other person, but for what
/// somebody is to somebody else ("Kuasa hukum Nikita, Usman Lawara,": it is Usman's). Its own short form in brackets at its
/// end is no part of it.
struct RoleReader {
    /// The persons of the document, in order.
    private let persons: [Range<Int>]

    init(persons: [Range<Int>]) { self.persons = persons }

    /// The most tokens of an office.
    private static let longest = 28
    /// The most words in small letters before the office's own word.
    private static let mostSmallWords = 4
    /// The most tokens of a signature between an office and the name: "ttd.", "/ttd/".
    private static let longestSignature = 5

    /// The office of the person at an index; nil when none stands next to the name.
    ///
    /// - Complexity: O(1), since offices have a longest length.
    func role(of person: Int, _ document: borrowing Document) -> Range<Int>? {
        let name = persons[person]
        let floor = person > 0 ? persons[person - 1].upperBound : 0
        if person > 0, let role = relation(to: person - 1, document) { return role }
        let next = person + 1 < persons.count ? persons[person + 1].lowerBound : document.tokenCount
        if person + 1 < persons.count, relation(to: person, document) != nil { return nil }
        let role =
            Self.before(name.lowerBound, floor, document) ?? Self.above(name, floor, document)
            ?? Self.behind(name.upperBound, next, document)
        guard let role else { return nil }
        let bare = document.withoutShortForm(role)
        return document.text.isEntry(bare, in: document.classes.roleBare) ? nil : bare
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
        // "General Manager Senjata - Widjil Jadmiko"
        let end = document.isMark(name - 1, ",") || document.isMark(name - 1, "-") ? name - 1 : name
        guard end > floor, !document.isFunction(end - 1),
            var start = head(before: end, from: end, floor, document)
        else { return nil }
        // "istri Sutarman" is somebody else, "istrinya Siti" is Siti; so is "pelatih pengganti Kluivert", "kuasa hukum Pak RK".
        if end == name,
            document.text.isEntry(start..<end, in: document.classes.kin) && !document.hasClitic(end - 1)
                || document.endsWithRelation(end)
        {
            return nil
        }
        // What is an office may limit another: "Sekretaris Kementerian Koordinator", "Sekjen Golkar sekaligus Ketua Fraksi".
        while start > floor, !document.endsLine(start - 1) {
            if let outer = head(before: start, from: end, floor, document, smallWords: 0) {
                // "Kabinet pimpinan Presiden ...", "istri Gubernur ...": the office is whole.
                if end == name,
                    document.endsWithRelation(start) || document.text.isEntry(outer..<start, in: document.classes.kin)
                {
                    break
                }
                start = outer
            } else if let prefix = document.prefix(endingAt: start), prefix >= floor {
                start = prefix
            } else if document.has(start - 1, document.classes.roleJoint),
                let other = head(before: start - 1, from: end, floor, document)
            {
                start = other
            } else if let other = document.coordinated(before: start), other >= floor {
                start = other
            } else {
                break
            }
        }
        // "Kepada para siswa, Teddy berpesan": what several are is the office of nobody. "Bertemu Tokoh Agama, Puan Tegaskan
        // ...": in a headline the clause ends at the comma.
        if end < name, start > floor,
            document.has(start - 1, document.classes.plural) || document.isHeadline(name, start)
        {
            return nil
        }
        // "Siti Aminah sebagai Hakim Ketua, Rudi Hartono": the office is that of the one before.
        if start > floor, document.has(start - 1, document.classes.roleHolder), end < name || start - 1 == floor {
            return nil
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

    /// The office that is all of the line above a name that ends its line, or of what a signature stands behind.
    private static func above(_ person: Range<Int>, _ floor: Int, _ document: borrowing Document) -> Range<Int>? {
        let name = person.lowerBound
        guard name > floor + 1 else { return nil }
        var end = name
        var isSigned = false
        while end > floor, name - end < longestSignature, document.isSignature(end - 1) {
            end -= 1
            isSigned = isSigned || document.has(end, document.classes.signature)
        }
        if !isSigned { end = name }
        while end > floor, document.isMark(end - 1, ",") || isSigned && document.isMark(end - 1, ":") { end -= 1 }
        guard end > floor, !document.isMark(end - 1, "."),
            // A name that its sentence goes on behind stands below a headline.
            isSigned || document.endsLine(name - 1) && document.endsLine(person.upperBound - 1)
        else { return nil }
        var start = end - 1
        while start > floor, !document.endsLine(start - 1), end - start < longest { start -= 1 }
        // What stands in front of an office on a line of its own is no part of it, where a signature tells that one is meant.
        if isSigned, let head = head(before: end, from: end, start, document, smallWords: 0) { start = head }
        guard isSigned || start == floor || document.endsLine(start - 1), document.startsRole(start) else {
            return nil
        }
        var smallWords = 0
        var index = start
        while index < end {
            if let length = document.headLength(index) {
                index += length
            } else if document.mayLimit(index, &smallWords), !document.isMark(index, ",") {
                index += 1
            } else {
                return nil
            }
        }
        return index == end && smallWords <= mostSmallWords ? start..<end : nil
    }

    // MARK: - Behind

    private static func behind(_ name: Int, _ next: Int, _ document: borrowing Document) -> Range<Int>? {
        var first = name
        // An age: "Rudi (35), warga Solo,".
        if document.isMark(first, "("), document.isMark(first + 2, ")") { first += 3 }
        guard first < document.tokenCount, !document.endsLine(first - 1) else { return nil }
        var isHeld = false
        while first < document.tokenCount, document.has(first, document.classes.roleHolder), first < name + 5 {
            first += 1
            isHeld = true
        }
        // What somebody is chosen for or called is not yet, or not, the office: "menunjuk Agus Wibowo sebagai Direktur".
        if isHeld, document.isChosen(name) { return nil }
        let isApposed = !isHeld && document.isMark(first, ",")
        if isApposed { first += 1 }
        guard first < document.tokenCount, document.startsRole(first), !document.has(first, document.classes.roleBare)
        else { return nil }
        let head = document.headLength(first)
        if !isHeld, !isApposed {
            // Without anything between: "Bambang Soesatyo Ketua MPR".
            guard first == name, document.shape(first).contains(.initialUpper),
                document.starts(first, document.classes.officeWord)
            else { return nil }
        }
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
        while end > first,
            document.isFunction(end - 1) || document.isMark(end - 1, ".") || document.isMark(end - 1, "-")
        {
            end -= 1
        }
        guard end > first else { return nil }
        // "Senada dengan Sarmuji, Waketum Demokrat Dede Yusuf": the next one's; "..., Wakil Ketua adalah Abdul".
        if !isHeld, end >= next || end < document.tokenCount && document.has(end, document.classes.copula) {
            return nil
        }
        // A headline goes on with what the office does: "Dudung, Babinsa Harus Cek".
        if isApposed, end < document.tokenCount, document.shape(end).isSuperset(of: [.word, .initialUpper]),
            !document.endsLine(end - 1)
        {
            return nil
        }
        if !isHeld, !isApposed {
            let isLimited = head.map { end > first + $0 } ?? false
            guard isLimited || document.text.isEntry(first..<end, in: document.classes.office) else { return nil }
        }
        return first..<min(end, max(next, first + 1))
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

    /// Whether words end at a token that say what somebody is to the person named right behind them: "pengganti". What an
    /// office ends with says no such thing: "panitera pengganti", "Kepala Bagian Komunikasi Pimpinan".
    fileprivate func endsWithRelation(_ token: Int) -> Bool {
        guard let start = (max(0, token - 3)..<token).first(where: { text.isEntry($0..<token, in: classes.roleOf) }),
            !shape(start).contains(.initialUpper) || has(start, classes.strictHonorific)
        else { return false }
        return !(max(0, start - 3)..<start).contains { text.isEntry($0..<token, in: classes.role) }
    }

    /// Whether a name of one or two words stands before a verb in capitals, and a role within the clause before it.
    fileprivate func isHeadline(_ name: Int, _ role: Int) -> Bool {
        guard !shape(role).contains(.sentenceStart) else { return false }
        return (name + 1...name + 2).contains { token in
            token < tokenCount && !endsLine(token - 1) && shape(token).isSuperset(of: [.word, .initialUpper])
                && has(token, classes.verb)
        }
    }

    /// Where an office starts that is joined by "dan" to the one at a token: "Model dan aktris".
    fileprivate func coordinated(before token: Int) -> Int? {
        guard token > 1, has(token - 1, classes.roleLink), has(token - 1, classes.function),
            text.tokens[token - 1].utf8Range.count == 3, starts(token, classes.occupation)
        else { return nil }
        return (max(0, token - 4)..<token - 1).first { text.isEntry($0..<token - 1, in: classes.occupation) }
    }

    /// Whether somebody named before a token is what a sentence says that another chooses, or calls something.
    fileprivate func isChosen(_ token: Int) -> Bool {
        var index = token - 1
        while index >= 0, token - index < 24 {
            if has(index, classes.choice) { return true }
            if shape(index).contains(.sentenceStart) { return false }
            index -= 1
        }
        return false
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
        token < 0 || token + 1 >= tokenCount || !shape(token + 1).isDisjoint(with: [.sentenceStart, .lineBefore])
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

    /// Whether a token stands for a signature, or is a mark of one.
    fileprivate func isSignature(_ token: Int) -> Bool {
        has(token, classes.signature) || isMark(token, ".") || isMark(token, "/") || isMark(token, ",")
    }

    fileprivate func startsRole(_ token: Int) -> Bool {
        headLength(token) != nil || has(token, classes.officePrefix)
    }

    /// Whether a word ends with "-nya".
    fileprivate func hasClitic(_ token: Int) -> Bool {
        let range = text.tokens[token].utf8Range
        return range.count > 5 && bytes.extracting(range).ends(with: "nya")
    }

    /// An office without its own short form in brackets at its end: "Menteri Keuangan (Menkeu)".
    fileprivate func withoutShortForm(_ role: Range<Int>) -> Range<Int> {
        guard let opening = openingBracket(role.upperBound - 1), opening > role.lowerBound, startsRole(opening + 1)
        else { return role }
        return role.lowerBound..<opening
    }

    /// Whether a token may stand between the word of an office and a name; counts words in small letters.
    fileprivate func mayLimit(_ token: Int, _ smallWords: inout Int) -> Bool {
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
    fileprivate func openingBracket(_ token: Int) -> Int? {
        guard isMark(token, ")") else { return nil }
        return (max(0, token - 4)..<token).last { isMark($0, "(") }
    }

    /// The bracket that closes what this one opens, when it holds a word or two.
    fileprivate func closingBracket(_ token: Int) -> Int? {
        (token..<min(tokenCount, token + 5)).first { isMark($0, ")") }
    }
}
