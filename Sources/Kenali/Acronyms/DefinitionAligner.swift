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

    /// The long form at the end of `words`, nil when the short form stands for none there.
    ///
    /// - Parameter isWhole: Whether all words must belong to it.
    /// - Complexity: O(*w* × *l*²) with *w* words and *l* letters, both bounded by constants.
    static func align(_ words: [LongFormWord], to short: ShortForm, isWhole: Bool = false) -> Alignment? {
        var best: Alignment?
        for reading in short.readings {
            guard let found = align(words, to: reading, short.style, isWhole: isWhole) else { continue }
            if let known = best, known.cost <= found.cost { continue }
            best = found
        }
        if best == nil, short.style == .initialism, short.letterCount >= 5, let letters = short.readings.first {
            best = align(words, to: letters, .lowerBlend, isWhole: isWhole, isCapital: true)
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
        var cost = Int.max
        /// How many words gave letters.
        var takes = 0
    }

    private static func align(
        _ words: [LongFormWord], to letters: [Unicode.Scalar], _ style: ShortForm.Style, isWhole: Bool,
        isCapital: Bool = false
    ) -> Alignment? {
        let count = min(words.count, longestForm)
        if isWhole, words.count > count { return nil }
        // paths[k]: the cheapest way in which the words so far, from the end, leave the first k letters over.
        var paths = [Path](repeating: Path(), count: letters.count + 1)
        paths[letters.count] = Path(cost: 0)
        var best: Alignment?
        // What costs more than any alignment may is given up at once, and with the last of them the search: most words
        // beside a short form have nothing to do with it.
        let most = limit(letters.count, style: style, takes: letters.count)
        var next = paths
        for taken in stride(from: 1, through: count, by: 1) {
            guard paths.contains(where: { $0.cost <= most }) else { break }
            let word = words[words.count - taken]
            // Where syllables start is asked for few words.
            var starts: [Bool]?
            for rest in next.indices { next[rest] = Path() }
            for rest in stride(from: letters.count, through: 1, by: -1) where paths[rest].cost <= most {
                let path = paths[rest]
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
            }
            swap(&paths, &next)
            // All letters are used, and this word gave the first: here a long form starts.
            let path = paths[0]
            paths[0] = Path()
            guard path.cost < .max, word.role != .function, !isWhole || taken == count else { continue }
            guard taken >= 2, path.takes >= 2, path.cost <= limit(letters.count, style: style, takes: path.takes)
            else { continue }
            let isNickname = style != .initialism && letters.count == path.takes && letters.count < 4
            let cost = path.cost + (isNickname ? nickname : 0)
            if let known = best, known.cost <= cost { continue }
            best = Alignment(count: taken, cost: cost)
        }
        return best
    }

    private static func offer(_ path: Path, to place: inout Path) {
        if path.cost < place.cost { place = path }
    }

    /// What it costs when a word gives no letter.
    private static func skip(_ word: LongFormWord) -> Int {
        if word.isTied { return 0 }
        switch word.role {
        case .function: return 0
        case .weak: return 1
        case .content: return 4
        }
    }

    /// What it costs that a word gives the `length` letters that end before `rest`, nil when it can't.
    private static func take(
        _ length: Int, of word: LongFormWord, _ starts: inout [Bool]?, before rest: Int, in letters: [Unicode.Scalar],
        _ style: ShortForm.Style
    ) -> Int? {
        let start = rest - length
        let wanted = letters[start..<rest]
        let isInitialism = style == .initialism
        if length == 1 {
            if word.digit == letters[start] { return 0 }
            if word.letters.first == letters[start] { return isInitialism ? 0 : 1 }
            // "Exchange" is abbreviated by its x.
            return letters[start] == "x" && word.letters.contains("x") ? 2 : nil
        }
        if word.letters.starts(with: wanted) {
            return isInitialism && word.letters.count > length ? 2 : 0
        }
        var inner: Int?
        for index in word.letters.indices.dropFirst() where word.letters[index] == letters[start] {
            guard word.letters[index...].starts(with: wanted) else { continue }
            let known = starts ?? Syllables.starts(of: word.letters)
            starts = known
            if known[index] {
                inner = isInitialism ? 4 : 1
                break
            }
            if !isInitialism, length >= 3 { inner = 2 }
        }
        if let inner { return inner }
        guard length <= 6, word.letters.first == letters[start], holds(word.letters, wanted) else { return nil }
        return isInitialism ? 3 : 2
    }

    /// Whether letters occur in a word in order.
    private static func holds(_ word: [Unicode.Scalar], _ letters: ArraySlice<Unicode.Scalar>) -> Bool {
        var rest = letters
        for letter in word where letter == rest.first { rest = rest.dropFirst() }
        return rest.isEmpty
    }
}
