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
            Self.before(name, from: floor, document) ?? Self.above(name, from: floor, document)
            ?? Self.behind(name, upTo: next, document)
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

    /// - Parameter floor: Where the person before ends.
    private static func before(
        _ person: Range<Int>, from floor: Int, _ document: borrowing Document
    ) -> Range<Int>? {
        let name = person.lowerBound
        guard name > floor, !document.shape(name).contains(.sentenceStart) else { return nil }
        // "General Manager Senjata - Widjil Jadmiko"
        let end = document.isMark(name - 1, ",") || document.isMark(name - 1, "-") ? name - 1 : name
        guard end > floor, !document.isFunction(end - 1), let head = head(before: end, from: end, floor, document)
        else { return nil }
        // "istri Sutarman" is somebody else, "istrinya Siti" is Siti; so is "pelatih pengganti Kluivert", "kuasa hukum Pak RK".
        if end == name,
            document.text.isEntry(head..<end, in: document.classes.kin) && !document.hasClitic(end - 1)
                || document.endsWithRelation(end)
        {
            return nil
        }
        let role = extendedStart(of: head..<end, isAdjacent: end == name, floor, document)..<end
        return isOthers(role, before: name, floor, document) ? nil : role
    }

    /// Where an office starts whose last part is known. What is an office may limit another: "Sekretaris Kementerian
    /// Koordinator", "Sekjen Golkar sekaligus Ketua Fraksi".
    private static func extendedStart(
        of role: Range<Int>, isAdjacent: Bool, _ floor: Int, _ document: borrowing Document
    ) -> Int {
        var start = role.lowerBound
        let end = role.upperBound
        while start > floor, !document.endsLine(start - 1) {
            if let outer = head(before: start, from: end, floor, document, smallWords: 0) {
                // "Kabinet pimpinan Presiden ...", "istri Gubernur ...": the office is whole.
                if isAdjacent,
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
        return start
    }

    /// Whether an office in front of a name is that of others.
    private static func isOthers(
        _ role: Range<Int>, before name: Int, _ floor: Int, _ document: borrowing Document
    ) -> Bool {
        let start = role.lowerBound
        guard start > floor else { return false }
        let isApart = role.upperBound < name
        // "Kepada para siswa, Teddy berpesan": what several are is the office of nobody. "Bertemu Tokoh Agama, Puan Tegaskan
        // ...": in a headline the clause ends at the comma.
        if isApart, document.has(start - 1, document.classes.plural) || document.isHeadline(name, start) { return true }
        // "Siti Aminah sebagai Hakim Ketua, Rudi Hartono": the office is that of the one before.
        return document.has(start - 1, document.classes.roleHolder) && (isApart || start - 1 == floor)
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
    private static func above(
        _ person: Range<Int>, from floor: Int, _ document: borrowing Document
    ) -> Range<Int>? {
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

    /// How an office stands behind a name.
    private enum Link {
        /// After "selaku", "sebagai", "menjabat".
        case held
        /// Behind a comma.
        case apposed
        /// With nothing between: "Bambang Soesatyo Ketua MPR".
        case adjacent
    }

    /// - Parameter next: Where the next person starts.
    private static func behind(
        _ person: Range<Int>, upTo next: Int, _ document: borrowing Document
    ) -> Range<Int>? {
        guard let (link, first) = link(behind: person.upperBound, document), first < document.tokenCount,
            document.startsRole(first), !document.has(first, document.classes.roleBare)
        else { return nil }
        let end = endOfRole(from: first, document)
        guard end > first else { return nil }
        // "Senada dengan Sarmuji, Waketum Demokrat Dede Yusuf": the next one's; "..., Wakil Ketua adalah Abdul".
        let isOthers = end >= next || end < document.tokenCount && document.has(end, document.classes.copula)
        switch link {
        case .held: break
        case .apposed:
            // A headline goes on with what the office does: "Dudung, Babinsa Harus Cek".
            let goesOn =
                end < document.tokenCount && document.shape(end).isSuperset(of: [.word, .initialUpper])
                && !document.endsLine(end - 1)
            if isOthers || goesOn { return nil }
        case .adjacent:
            let isLimited = document.headLength(first).map { end > first + $0 } ?? false
            guard !isOthers, first == person.upperBound, document.shape(first).contains(.initialUpper),
                document.starts(first, document.classes.officeWord),
                isLimited || document.text.isEntry(first..<end, in: document.classes.office)
            else { return nil }
        }
        return first..<min(end, max(next, first + 1))
    }

    /// How what stands behind a name is joined to it, and its first token; nil where the line ends, or where nobody is it.
    private static func link(behind name: Int, _ document: borrowing Document) -> (Link, first: Int)? {
        // An age: "Rudi (35), warga Solo,".
        let start = document.isMark(name, "(") && document.isMark(name + 2, ")") ? name + 3 : name
        guard start < document.tokenCount, !document.endsLine(start - 1) else { return nil }
        var first = start
        while first < document.tokenCount, document.has(first, document.classes.roleHolder), first < name + 5 {
            first += 1
        }
        guard first == start else {
            // What somebody is chosen for or called is not yet, or not, the office: "menunjuk Agus Wibowo sebagai Direktur".
            return document.isChosen(name) ? nil : (.held, first)
        }
        return document.isMark(first, ",") ? (.apposed, first + 1) : (.adjacent, first)
    }

    /// Where an office ends that starts at a token, with all that limits it.
    private static func endOfRole(from first: Int, _ document: borrowing Document) -> Int {
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
        return end
    }
}
