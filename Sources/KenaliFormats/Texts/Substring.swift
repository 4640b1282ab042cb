extension String {
    /// The part of the string at these UTF-8 offsets, which are boundaries of characters; without what lies outside.
    package func substring(_ range: Range<Int>) -> String {
        let start = utf8.index(startIndex, offsetBy: max(0, range.lowerBound), limitedBy: endIndex) ?? endIndex
        return String(self[start..<(utf8.index(start, offsetBy: range.count, limitedBy: endIndex) ?? endIndex)])
    }
}
