/// The class that ICU's word rules give a segment (`UWordBreak`).
public enum WordBreakClass: UInt8, Sendable, CaseIterable {
    /// White space, punctuation, symbols.
    case none
    /// Digits, `UBRK_WORD_NUMBER`.
    case number
    /// Letters, `UBRK_WORD_LETTER`.
    case letter
    /// Kana, `UBRK_WORD_KANA`; unused by ICU's present rules.
    case kana
    /// Ideographs and kana, `UBRK_WORD_IDEO`.
    case ideograph

    /// ICU's rule status.
    public var ruleStatus: Int { Int(rawValue) * 100 }

    /// The class that an accepting state of ``BreakTable`` stands for, nil for one that does not accept.
    @inline(__always) init?(accepted: UInt8) {
        self.init(rawValue: accepted &- 1)
    }
}
