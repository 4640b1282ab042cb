/// Looks for the cheapest way to take the letters of a short form from words, which are shown to it from the last to the first:
/// see ``DefinitionAligner`` for what each costs.
struct AlignmentSearch {
    private let letters: Letters
    private let style: ShortForm.Style
    /// Whether the letters are capitals that are read as a blend.
    private let isCapital: Bool
    /// What costs more than any alignment may is given up at once, and with the last of them the search: most words beside a
    /// short form have nothing to do with it.
    private let mostCost: Int32
    /// paths[k]: the cheapest way in which the words so far leave the first k letters over; and for which k there is one, a bit
    /// each.
    private var paths = InlineArray<25, Path>(repeating: Path(cost: 0, takes: 0))
    private var open: UInt32
    /// Where syllables of the word start that is being taken, once somebody has asked.
    private var syllables: UInt64?

    /// A way to use up the last letters of a short form.
    private struct Path {
        var cost: Int32
        /// How many words gave letters.
        var takes: Int32
    }

    /// The cheapest alignment of some letters, the shorter of equals; nil when there is none.
    static func alignment<Source: LongFormSource & ~Escapable>(
        _ letters: Letters, _ style: ShortForm.Style, _ words: inout DefinitionWords, _ range: Range<Int>,
        _ source: borrowing Source, isWhole: Bool, isCapital: Bool = false
    ) -> DefinitionAligner.Alignment? {
        let count = min(range.count, DefinitionAligner.longestForm)
        guard count >= 2, !isWhole || range.count == count else { return nil }
        // Most words beside a short form do not even have its last letter.
        words.read(range.upperBound - 1, in: source)
        guard words[range.upperBound - 1].mayGive(letters[letters.count - 1]) else { return nil }
        var search = AlignmentSearch(letters, style, isCapital: isCapital)
        var best: DefinitionAligner.Alignment?
        var taken = 0
        while taken < count {
            taken += 1
            let index = range.upperBound - taken
            words.read(index, in: source)
            guard search.take(words[index]) else { break }
            // All letters are used, and this word gave the first: here a long form starts.
            guard let path = search.takeComplete(), words[index].role != .function, !isWhole || taken == count,
                let cost = search.cost(of: path, taken), cost < best?.cost ?? .max
            else { continue }
            best = DefinitionAligner.Alignment(count: taken, cost: cost)
        }
        return best
    }

    private init(_ letters: Letters, _ style: ShortForm.Style, isCapital: Bool) {
        (self.letters, self.style, self.isCapital) = (letters, style, isCapital)
        mostCost = Int32(DefinitionAligner.limit(letters.count, style: style, takes: letters.count))
        open = 1 << UInt32(letters.count)
    }

    /// The way that has used all letters, which is taken out.
    private mutating func takeComplete() -> Path? {
        guard open & 1 != 0 else { return nil }
        open &= ~1
        return paths[0]
    }

    /// What a long form of so many words costs; nil when that is too much, or it is none.
    private func cost(of path: Path, _ words: Int) -> Int? {
        let takes = Int(path.takes)
        guard words >= 2, takes >= 2,
            path.cost <= DefinitionAligner.limit(letters.count, style: style, takes: takes)
        else { return nil }
        let isNickname = style != .initialism && letters.count == takes && letters.count < 4
        return Int(path.cost) + (isNickname ? DefinitionAligner.nickname : 0)
    }

    // MARK: - A word

    /// Adds what a word gives to the ways so far; false when none of them is cheap enough to go on.
    private mutating func take(_ word: LongFormWord) -> Bool {
        let skip = Self.skip(word)
        syllables = nil
        var isAlive = false
        // From few letters left over to many: a way leads to one with fewer of them, which was extended already.
        var rests = open
        open = 0
        while rests != 0 {
            let rest = rests.trailingZeroBitCount
            rests &= rests - 1
            let path = paths[rest]
            guard path.cost <= mostCost else { continue }
            isAlive = true
            // The last word of a long form gives something, but for a twin.
            if rest < letters.count || word.isTied { offer(Path(cost: path.cost + skip, takes: path.takes), rest) }
            take(word, from: path, rest)
        }
        return isAlive
    }

    /// Adds what a word gives to one way.
    private mutating func take(_ word: LongFormWord, from path: Path, _ rest: Int) {
        // A sign has no letters ("@"), so there may be no length at all.
        for length in stride(from: 1, through: min(rest, word.letters.count, 12), by: 1) {
            let first = letters[rest - length]
            // What a word lacks no longer run has either; a digit it may stand for without a letter.
            if word.letters.lacks(first), length > 1 || word.digit != first { break }
            guard var cost = cost(of: length, of: word, before: rest) else { continue }
            // A long form that does not begin as its short form does.
            if length == rest, word.letters.first != letters.first, word.digit != letters.first {
                guard style != .initialism, !isCapital else { continue }
                cost += 1
            }
            offer(Path(cost: path.cost + cost, takes: path.takes + 1), rest - length)
        }
    }

    /// Notes a way that leaves so many letters over; of equals the one whose word gives more letters stands.
    @inline(__always)
    private mutating func offer(_ path: Path, _ rest: Int) {
        let bit: UInt32 = 1 &<< UInt32(rest)
        if open & bit != 0, paths[rest].cost < path.cost { return }
        open |= bit
        paths[rest] = path
    }

    /// What it costs when a word gives no letter.
    private static func skip(_ word: LongFormWord) -> Int32 {
        if word.isTied { return 0 }
        switch word.role {
        case .function: return 0
        case .weak: return 1
        case .content: return 4
        }
    }

    /// What it costs that a word gives the `length` letters that end before `rest`, nil when it can't.
    private mutating func cost(of length: Int, of word: LongFormWord, before rest: Int) -> Int32? {
        let start = rest - length
        let wanted = start..<rest
        let first = letters[start]
        let isInitialism = style == .initialism
        if length == 1 {
            if word.digit == first { return 0 }
            if word.letters.first == first { return isInitialism ? 0 : 1 }
            // "Exchange" is abbreviated by its x.
            return first == Self.letterX && word.letters.holdsInOrder(letters, wanted) ? 2 : nil
        }
        if word.letters.holds(letters, wanted, at: 0) { return isInitialism && word.letters.count > length ? 2 : 0 }
        var inner: Int32?
        var index = 1
        while index + length <= word.letters.count {
            guard word.letters[index] == first, word.letters.holds(letters, wanted, at: index) else {
                index += 1
                continue
            }
            let starts = syllables ?? Syllables.starts(of: word.letters)
            syllables = starts
            if starts >> UInt64(index) & 1 != 0 {
                inner = isInitialism ? 4 : 1
                break
            }
            if !isInitialism, length >= 3 { inner = 2 }
            index += 1
        }
        if let inner { return inner }
        guard length <= 6, word.letters.first == first, word.letters.holdsInOrder(letters, wanted) else { return nil }
        return isInitialism ? 3 : 2
    }

    private static let letterX = UInt16(UInt8(ascii: "x"))
}
