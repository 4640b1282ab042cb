/// Tells by its letters that a word no list has is a short form: capitals with small letters or digits between.
enum MixedForm {
    /// Whether a word of ASCII letters and digits is built so:
    ///
    /// - capitals of an initialism and a short word behind them: APBDesa, RKPDesa;
    /// - a blend and then an initialism: BaKTI, KemenPPPA;
    /// - capitals with single digits from 2 to 5 inside, that say how often a letter stands: DP2KBMD.
    static func isOne(_ word: Span<UInt8>) -> Bool {
        guard 5...12 ~= word.count else { return false }
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
            } else if byte &- 0x32 < 4, index > 0, index + 1 < word.count, word[index - 1] &- 0x41 < 26,
                word[index + 1] &- 0x41 < 26
            {
                digits += 1
            } else {
                return false
            }
        }
        let lower = word.count - upper - digits
        if digits > 0 { return lower == 0 && upper >= 4 }
        // The last of the leading capitals begins the word: D of Desa.
        if 3...6 ~= leading, upper == leading { return 2...6 ~= lower }
        return leading == 1 && 2...5 ~= trailing && upper == trailing + 1 && 1...4 ~= lower
    }
}
