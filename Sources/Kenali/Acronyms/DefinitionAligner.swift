/// Decides whether words are what a short form stands for, and where the long form starts.
///
/// Builds on Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text"
/// (Pacific Symposium on Biocomputing, 2003), which looks for the letters of the short form in the words before it,
/// from the end. Indonesian also abbreviates by syllables, often inner ones (Bawaslu takes *Ba*, peng*awas*, pemi*lu*),
/// so that here every word takes a run of letters, each kind of run has a price, and the cheapest way to use up the
/// short form wins. The words are taken from the last to the first; a long form starts at the word that takes the
/// first letter.
///
/// | what a word does | initialism | blend |
/// |---|---|---|
/// | gives its first letter (**D**ana) | 0 | 1 |
/// | gives itself (**PT** in PTPN; **HAM** in Kemenkumham), or the digit it names (S1, strata satu) | 0 | 0 |
/// | gives the run it starts with (**Kemen**terian, **IN**dustri) | 2 | 0 |
/// | gives letters in order, its first one first (**K**ep**a**la) | 3 | 2 |
/// | gives the run a syllable or stem starts with (penga**was**) | 4 | 1 |
/// | gives three or more letters in a row from elsewhere (Nus**antara**) | - | 2 |
/// | gives its x (E**x**change) | 2 | 2 |
/// | is the first word and gives letters from its inside (kelom**pok**) | not | 1 more |
/// | of a form of two or three letters not in capitals, gives its first letter alone | - | 100 more for all |
/// | is a function word, or tied by a hyphen (undang-*undang*), and gives nothing | 0 | 0 |
/// | is a word often left out (*Negara*, the number of a law), or a number, and gives nothing | 1 | 1 |
/// | is any other word and gives nothing | 4 | 4 |
///
/// What a short form may cost grows with its length: see ``limit(_:style:takes:)``. A capital short form of five letters
/// or more that is no initialism is tried as a blend (BAZNAS).
enum DefinitionAligner {
    /// The most words that a long form can have.
    static let longestForm = 16

    /// How a short form was found in words.
    struct Alignment: Equatable {
        /// The number of words at the end that make the long form.
        var count: Int
        var cost: Int
    }

    /// The long form at the end of some words, nil when the short form stands for none there.
    ///
    /// - Parameters:
    ///   - range: The words that may belong to it; all of them when nil.
    ///   - isWhole: Whether all of these must.
    /// - Complexity: O(*w* × *l*²) with *w* words and *l* letters, both bounded by constants.
    static func align(
        _ words: [LongFormWord], _ range: Range<Int>? = nil, to short: ShortForm, isWhole: Bool = false
    ) -> Alignment? {
        let range = range ?? 0..<words.count
        var best = align(words, range, to: short.letters, short.style, isWhole: isWhole)
        if let repeated = short.repeated, let found = align(words, range, to: repeated, short.style, isWhole: isWhole),
            found.cost < best?.cost ?? .max
        {
            best = found
        }
        if best == nil, short.style == .initialism, short.letterCount >= 5 {
            best = align(words, range, to: short.letters, .lowerBlend, isWhole: isWhole, isCapital: true)
        }
        return best
    }

    /// The most that a short form of so many letters may cost, its letters taken from so many words.
    static func limit(_ letters: Int, style: ShortForm.Style, takes: Int) -> Int {
        switch style {
        case .initialism: letters <= 2 ? 0 : letters == 3 ? 2 : letters
        case .blend: letters == 2 ? 0 : letters == 3 ? takes + 1 : 2 * takes + 1
        case .lowerBlend: letters < 4 ? 0 : 2 * takes
        }
    }

    /// What short initials not in capitals cost besides: "Afu" may be what a person is called, and is no short form else.
    static let nickname = 100

    /// A way to use up the last letters of a short form.
    private struct Path {
        var cost = Int32.max
        /// How many words gave letters.
        var takes: Int32 = 0
    }

    /// The cheapest way to leave so many letters over, for each number of letters.
    private typealias Paths = InlineArray<25, Path>

    private static func align(
        _ words: [LongFormWord], _ range: Range<Int>, to letters: Letters, _ style: ShortForm.Style,
        isWhole: Bool, isCapital: Bool = false
    ) -> Alignment? {
        let count = min(range.count, longestForm)
        if isWhole, range.count > count { return nil }
        // paths[k]: the cheapest way in which the words so far, from the end, leave the first k letters over.
        var paths = Paths(repeating: Path())
        paths[letters.count] = Path(cost: 0)
        var best: Alignment?
        // What costs more than any alignment may is given up at once, and with the last of them the search: most words
        // beside a short form have nothing to do with it.
        let most = Int32(limit(letters.count, style: style, takes: letters.count))
        for taken in stride(from: 1, through: count, by: 1) {
            let index = range.upperBound - taken
            var next = Paths(repeating: Path())
            guard
                step(words[index], letters, style, isCapital: isCapital, most, from: paths, to: &next)
            else { break }
            paths = next
            // All letters are used, and this word gave the first: here a long form starts.
            let path = paths[0]
            paths[0] = Path()
            guard path.cost < .max, words[index].role != .function, !isWhole || taken == count else { continue }
            let takes = Int(path.takes)
            guard taken >= 2, takes >= 2, path.cost <= limit(letters.count, style: style, takes: takes)
            else { continue }
            let isNickname = style != .initialism && letters.count == takes && letters.count < 4
            let cost = Int(path.cost) + (isNickname ? nickname : 0)
            if let known = best, known.cost <= cost { continue }
            best = Alignment(count: taken, cost: cost)
        }
        return best
    }

    /// What a word adds to the ways so far; false when none of them is cheap enough to go on.
    private static func step(
        _ word: LongFormWord, _ letters: Letters, _ style: ShortForm.Style, isCapital: Bool,
        _ most: Int32, from paths: Paths, to next: inout Paths
    ) -> Bool {
        var isAlive = false
        // Where syllables start is asked for few words.
        var starts: UInt64?
        var rest = letters.count
        while rest > 0 {
            let path = paths[rest]
            guard path.cost <= most else {
                rest -= 1
                continue
            }
            isAlive = true
            // The last word of a long form gives something, but for a twin.
            if rest < letters.count || word.isTied {
                offer(Path(cost: path.cost + skip(word), takes: path.takes), to: &next[rest])
            }
            // A sign has no letters ("@"), so there may be no length at all.
            for length in stride(from: 1, through: min(rest, word.letters.count, 12), by: 1) {
                guard var cost = take(length, of: word, &starts, before: rest, in: letters, style) else { continue }
                // A long form that does not begin as its short form does.
                if length == rest, word.letters.first != letters.first, word.digit != letters.first {
                    guard style != .initialism, !isCapital else { continue }
                    cost += 1
                }
                offer(Path(cost: path.cost + cost, takes: path.takes + 1), to: &next[rest - length])
            }
            rest -= 1
        }
        return isAlive
    }

    private static func offer(_ path: Path, to place: inout Path) {
        if path.cost < place.cost { place = path }
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
    @inline(__always)
    private static func take(
        _ length: Int, of word: LongFormWord, _ starts: inout UInt64?, before rest: Int,
        in letters: Letters, _ style: ShortForm.Style
    ) -> Int32? {
        let start = rest - length
        let wanted = start..<rest
        let first = letters[start]
        let isInitialism = style == .initialism
        if length == 1 {
            if word.digit == first { return 0 }
            if word.letters.first == first { return isInitialism ? 0 : 1 }
            // "Exchange" is abbreviated by its x.
            return first == letterX && word.letters.holdsInOrder(letters, wanted) ? 2 : nil
        }
        if word.letters.holds(letters, wanted, at: 0) { return isInitialism && word.letters.count > length ? 2 : 0 }
        var inner: Int32?
        var index = 1
        while index + length <= word.letters.count {
            defer { index += 1 }
            guard word.letters[index] == first, word.letters.holds(letters, wanted, at: index) else { continue }
            let known = starts ?? Syllables.starts(of: word.letters)
            starts = known
            if known >> UInt64(index) & 1 != 0 {
                inner = isInitialism ? 4 : 1
                break
            }
            if !isInitialism, length >= 3 { inner = 2 }
        }
        if let inner { return inner }
        guard length <= 6, word.letters.first == first, word.letters.holdsInOrder(letters, wanted) else { return nil }
        return isInitialism ? 3 : 2
    }

    private static let letterX = UInt16(UInt8(ascii: "x"))
}
