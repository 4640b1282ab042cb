extension UInt8 {
    /// ASCII's capitals made small, other bytes as they are.
    @inlinable package var folded: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
