/// The digits of a small whole number in one word, the first one lowest.
struct DecimalDigits {
    private(set) var word: UInt64 = 0
    private(set) var count = 0

    /// Nil for a number with a sign, and for one of more than eight digits.
    @inline(__always)
    init?(_ number: Int) {
        guard 0..<100_000_000 ~= number else { return nil }
        var rest = UInt32(truncatingIfNeeded: number)
        while rest >= 10_000 {
            word = word << 8 | UInt64(UInt8(ascii: "0")) &+ UInt64(rest % 10)
            count &+= 1
            rest /= 10
        }
        // The last four at once: pairs of digits in sixteen bits each, then digits in eight; zeros in front fall away.
        let hundreds = (rest &* 5243) >> 19
        let pairs = hundreds | (rest &- hundreds &* 100) << 16
        let tens = (pairs &* 103) >> 10 & 0x000F_000F
        let digits = tens | (pairs &- tens &* 10) << 8
        let zeros = min(3, digits.trailingZeroBitCount / 8)
        let shown = (digits | 0x3030_3030) >> UInt32(8 &* zeros)
        word = word << UInt64(8 &* (4 &- zeros)) | UInt64(shown)
        count &+= 4 &- zeros
    }
}
