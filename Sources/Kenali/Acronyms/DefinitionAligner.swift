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
    ///   - words: The words of a text; those that matter are read.
    ///   - range: The words that may belong to it; all of them when nil.
    ///   - source: What they are read in.
    ///   - isWhole: Whether all of these must.
    /// - Complexity: O(*w* × *l*²) with *w* words and *l* letters, both bounded by constants.
    static func align<Source: LongFormSource & ~Escapable>(
        _ words: inout DefinitionWords, _ range: Range<Int>? = nil, to short: ShortForm, isWhole: Bool = false,
        in source: borrowing Source
    ) -> Alignment? {
        let range = range ?? words.all
        var best = AlignmentSearch.alignment(short.letters, short.style, &words, range, source, isWhole: isWhole)
        if let repeated = short.repeated,
            let found = AlignmentSearch.alignment(repeated, short.style, &words, range, source, isWhole: isWhole),
            found.cost < best?.cost ?? .max
        {
            best = found
        }
        if best == nil, short.style == .initialism, short.letterCount >= 5 {
            best = AlignmentSearch.alignment(
                short.letters, .lowerBlend, &words, range, source, isWhole: isWhole, isCapital: true)
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
}
