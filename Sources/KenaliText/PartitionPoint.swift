extension Range<Int> {
    /// The first index that does not stand before what is looked for, the end when all do: by halving, in what is in order.
    ///
    /// - Complexity: O(log *n*), *n* the number of indices.
    @inlinable @inline(__always)
    package func partitionPoint(_ isBefore: (Int) -> Bool) -> Int {
        var low = lowerBound
        var high = upperBound
        while low < high {
            let middle = (low + high) / 2
            if isBefore(middle) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
