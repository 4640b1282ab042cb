import KenaliLexicon
import KenaliText

/// Where a long form lies among the words before its short form.
extension DefinitionReader {
    /// The most proper words that may stand between a long form and its short form: the "Yogyakarta" of
    /// "Universitas Gadjah Mada Yogyakarta (UGM)".
    private static let mostBetween = 3

    /// The most words that a long form has before those that the lists know.
    private static let mostBefore = 2

    /// Where in the words a long form lies.
    struct Place {
        /// How many words at the end don't belong to it.
        var dropped = 0
        var count: Int
        var cost: Int
        var short: Range<Int>
    }

    /// The long form at the end of the words, and the tokens of the short form that it is of.
    mutating func place(of tokens: Range<Int>, _ document: borrowing Document) -> Place? {
        let (short, shared) = withoutSharedWords(tokens, document)
        let letters = document.bytes.extracting(document.utf8Range(of: short))
        if let known = knownCount(words.all, tokens, document) {
            // The list may know the name without its "PT", the text write it with.
            if mayStart(before: words.count - known, letters[0] | 0x20, document), let form = ShortForm(letters),
                let found = DefinitionAligner.align(&words, to: form, in: document), found.cost == 0,
                found.count > known, found.count <= known + Self.mostBefore,
                !holds(words.count - found.count..<words.count, short, document)
            {
                return Place(count: found.count, cost: 0, short: tokens)
            }
            return Place(count: known, cost: 0, short: tokens)
        }
        let end = words.count - shared
        guard let form = ShortForm(letters), end > 0, !holds(max(0, end - 4)..<end, short, document) else { return nil }
        if let found = DefinitionAligner.align(&words, 0..<end, to: form, in: document),
            !holds(end - found.count..<end, short, document)
        {
            return Place(dropped: shared, count: found.count, cost: found.cost, short: short)
        }
        guard form.letterCount >= 3, form.style != .lowerBlend else { return nil }
        return placeBeforeProperWords(of: tokens, short, form, document)
    }

    /// Whether one of the last words before some can be the first of the long form of a short form that begins with a letter,
    /// as far as a look tells.
    private func mayStart(before end: Int, _ letter: UInt8, _ document: borrowing Document) -> Bool {
        for index in max(0, end - Self.mostBefore)..<end where document.mayStart(words.token(index), with: letter) {
            return true
        }
        return false
    }

    /// A long form with proper words between it and its short form.
    private mutating func placeBeforeProperWords(
        of tokens: Range<Int>, _ short: Range<Int>, _ form: ShortForm, _ document: borrowing Document
    ) -> Place? {
        let isBlend = form.style == .blend
        for dropped in 1...Self.mostBetween {
            guard words.count > dropped + 1 else { return nil }
            let last = words.count - dropped
            guard document.isCapitalized(words.token(last)) || document.shape(words.token(last)).contains(.number),
                !words.isBehindComma(last)
            else { return nil }
            if let known = knownCount(0..<last, tokens, document) {
                return Place(dropped: dropped, count: known, cost: 0, short: tokens)
            }
            if let found = DefinitionAligner.align(&words, 0..<last, to: form, in: document),
                found.cost <= (isBlend ? 1 : 0), !isBlend || form.letterCount >= 5,
                !holds(last - found.count..<last, short, document)
            {
                return Place(dropped: dropped, count: found.count, cost: found.cost, short: short)
            }
        }
        return nil
    }

    /// A short form of several words without those that the long form has as well: of "(Dirjen Pajak)" behind
    /// "Direktur Jenderal Pajak" *Dirjen* is the short form, of "(PT PPI)" *PPI*.
    ///
    /// - Returns: The tokens of the short form, and how many words at the end of the long form it leaves out.
    private func withoutSharedWords(_ tokens: Range<Int>, _ document: borrowing Document) -> (Range<Int>, Int) {
        guard tokens.count > 1 else { return (tokens, 0) }
        var (start, end) = (tokens.lowerBound, tokens.upperBound)
        var shared = 0
        while end - start > 1, shared < words.count - 1,
            document.shape(end - 1).isSuperset(of: [.spaceBefore, .word]),
            document.key(at: end - 1) == document.key(at: words.token(words.count - 1 - shared))
        {
            end -= 1
            shared += 1
        }
        while end - start > 1, document.shape(start + 1).contains(.spaceBefore),
            holds(max(0, words.count - 6)..<words.count, start..<start + 1, document)
        {
            start += 1
        }
        // "(Bakom RI)": the state is no part of the short form.
        if end - start > 1, document.shape(end - 1).contains(.spaceBefore), document.isWritten(end - 1, "ri") {
            end -= 1
        }
        // "Kemenko IPK": the field of a ministry has an abbreviation of its own.
        if end - start > 1, document.shape(start + 1).contains(.spaceBefore),
            document.has(start, document.classes.ministryDomain)
        {
            start += 1
        }
        return (start..<end, shared)
    }

    /// Whether a short form is itself one of the words: "Prabowo Subianto (Prabowo)".
    func holds(_ range: Range<Int>, _ short: Range<Int>, _ document: borrowing Document) -> Bool {
        guard short.count == 1 else { return false }
        let own = document.text.tokens[short.lowerBound]
        for index in range {
            // Words of another length are others; equal ones are rare.
            let token = document.text.tokens[words.token(index)]
            guard
                token.end - token.start == own.end - own.start
                    || token.shape.union(own.shape).contains(.nonASCII)
            else { continue }
            if document.key(at: words.token(index)) == document.key(short) { return true }
        }
        return false
    }
}
