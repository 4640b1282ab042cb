import KenaliLexicon
import KenaliText

/// Where a text says that something lies, as seen from the day on which it was written.
enum Outlook: Hashable {
    /// "telah", "ditemukan": it is over.
    case behind
    /// "akan", "batas waktu": it is to come.
    case ahead
    /// "hingga": on whichever side it is nearer.
    case near

    /// -1 for what lies behind, 1 for what is to come, as ``DateParts/direction`` has it; nil for what may be either.
    var direction: Int? {
        switch self {
        case .behind: -1
        case .ahead: 1
        case .near: nil
        }
    }
}

extension Outlook {
    /// How many words before a date and behind it are asked where it lies.
    private static var reach: (before: Int, behind: Int) { (20, 8) }

    /// What the words beside a date say of where it lies: those before it in its sentence, the nearest first, else those
    /// behind it. What somebody says does not tell of the day on which it was said: "akan mundur, kata Rini pada 5 Juni".
    ///
    /// - Complexity: O(1): so many words are looked at.
    static func of(_ tokens: Range<Int>, _ document: borrowing Document) -> Outlook? {
        let sentence = document.sentences[document.sentence(of: tokens.lowerBound)].tokens
        let reach = Self.reach
        var isSince = false
        var isUntil = false
        let before = max(sentence.lowerBound, tokens.lowerBound - reach.before)..<tokens.lowerBound
        for token in before.reversed() {
            // "menargetkan" is said, too, of what is to come.
            if document.starts(token, document.classes.ahead) { return .ahead }
            if document.has(token, document.classes.speech) { return .behind }
            if token >= tokens.lowerBound - 2, document.starts(token, document.classes.range) { isUntil = true }
            // "akan berlaku sejak 1 Januari": the verb says more.
            if document.has(token, document.classes.since) {
                isSince = true
            } else if document.has(token, document.classes.behind) {
                return isUntil ? .near : .behind
            }
        }
        if isSince { return .behind }
        let behind = tokens.upperBound..<min(sentence.upperBound, tokens.upperBound + reach.behind)
        for token in behind {
            if token > tokens.upperBound, !document.shape(token).isDisjoint(with: .punctuation) { break }
            if document.has(token, document.classes.speech) { break }
            if document.starts(token, document.classes.ahead) { return .ahead }
            if document.has(token, document.classes.behind) { return .behind }
        }
        return isUntil ? .near : isScheduled(tokens.lowerBound, document) ? .ahead : nil
    }

    /// How many tokens of the lines above an item of a list are looked through for the heading of the list.
    private static var longestList: Int { 100 }
    /// The most tokens of a heading.
    private static var longestHeading: Int { 6 }

    /// Whether a token stands in an item of a list under a heading that looks ahead: "JADWAL⏎• Pameran: 1 November".
    ///
    /// - Complexity: O(1): so many tokens are looked at.
    private static func isScheduled(_ token: Int, _ document: borrowing Document) -> Bool {
        var end = token
        for start in (max(0, token - Self.longestList)...token).reversed()
        where start == 0 || document.shape(start).contains(.lineBefore) {
            if document.shape(start).isDisjoint(with: [.word, .number]) {
                end = start
                continue
            }
            return start < end && end - start <= Self.longestHeading && document.starts(start, document.classes.ahead)
        }
        return false
    }
}
