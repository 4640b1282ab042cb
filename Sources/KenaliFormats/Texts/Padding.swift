extension String {
    /// Where the blanks of a column stand.
    package enum Side {
        /// In front: numbers, whose ends stand below each other.
        case left
        /// Behind.
        case right
    }

    /// The text with blanks up to a width.
    package func padded(to width: Int, from side: Side = .right) -> String {
        let blanks = String(repeating: " ", count: max(0, width - count))
        return side == .left ? blanks + self : self + blanks
    }
}
