/// A word that by its letters may be a short form that no list has: capitals with small letters or digits between.
///
/// | built of | |
/// |---|---|
/// | capitals and the end of a word that the last of them begins | APBDesa, RKPDesa |
/// | a syllable and an initialism | BaKTI |
/// | capitals with the digits 2 and 3 inside, that say how often a letter stands | DP2KBMD |
struct MixedForm: Equatable {
    /// The length of the word at the end, its capital included; nil for forms that have none.
    var tail: Int?

    /// Nil for a word that is not built so.
    init?(_ word: Span<UInt8>) {
        guard 5...12 ~= word.count else { return nil }
        var upper = 0
        var leading = 0
        var trailing = 0
        var digits = 0
        for index in 0..<word.count {
            let byte = word[index]
            if byte &- 0x41 < 26 {
                upper += 1
                if leading == index { leading += 1 }
                trailing += 1
            } else if byte &- 0x61 < 26 {
                trailing = 0
            } else if byte &- 0x32 < 2, index > 0, index + 1 < word.count, word[index - 1] &- 0x41 < 26,
                word[index + 1] &- 0x41 < 26
            {
                digits += 1
            } else {
                return nil
            }
        }
        let lower = word.count - upper - digits
        if digits > 0 {
            guard lower == 0, upper >= 4 else { return nil }
        } else if 3...6 ~= leading, upper == leading, lower >= 2 {
            tail = lower + 1
        } else if leading != 1 || lower != 1 || !(3...5 ~= trailing) || upper != trailing + 1 {
            return nil
        }
    }
}
