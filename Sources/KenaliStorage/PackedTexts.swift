/// A read-only list of texts, used where it lies.
package struct PackedTexts: Sendable {
    /// Where each text starts, and where the last one ends.
    private let starts: PackedTable
    private let bytes: PackedBytes

    /// Nil when the texts are not in order within the bytes.
    init?(starts: PackedTable, bytes: PackedBytes) {
        guard starts.count > 0, starts[starts.count - 1] == bytes.count else { return nil }
        self.starts = starts
        self.bytes = bytes
    }

    /// No texts.
    package init() {
        starts = PackedTable([0])
        bytes = PackedBytes([])
    }

    /// The number of texts.
    package var count: Int { starts.count - 1 }

    /// A text's bytes.
    package subscript(index: Int) -> Span<UInt8> {
        @_lifetime(borrow self) get { bytes[starts[index]..<starts[index + 1]] }
    }

    /// A text.
    package func string(_ index: Int) -> String {
        // Safe: the bytes are copied while the span is alive.
        unsafe self[index].withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }

    /// The place of a text in a list whose texts stand in the order of their bytes, each once; nil when it is not there.
    ///
    /// - Complexity: O(log *n*), *n* the number of texts.
    package func firstIndex(ofSorted text: Span<UInt8>) -> Int? { firstIndex(of: text, sorted: nil) }

    /// The place of a text, when `order` has the places of all texts in the order of their bytes; of tables, when it has
    /// those of their rows, which have so many cells.
    ///
    /// - Complexity: O(log *n*), *n* the number of texts.
    package func firstIndex(of text: Span<UInt8>, sorted order: PackedTable?, every width: Int = 1) -> Int? {
        var low = 0
        var high = order?.count ?? count
        while low < high {
            let middle = (low + high) / 2
            let place = (order.map { $0[middle] } ?? middle) * width
            switch Self.compare(self[place], text) {
            case 0: return place
            case ..<0: low = middle + 1
            default: high = middle
            }
        }
        return nil
    }

    /// The texts that start with the words of a title, say, as these are read one after the other, in a list whose texts stand
    /// in the order of their bytes: each step looks only behind the place of the one before.
    package struct PrefixSearch {
        /// The first text that does not stand before what was read.
        private var low = -1

        /// A search for which nothing has been read.
        package init() {}

        /// Whether a text of the list starts with what has been read, which goes on with what was read before; and the text that
        /// is just that, if there is one.
        ///
        /// - Complexity: O(log *n*), *n* the number of texts.
        package mutating func read(_ text: Span<UInt8>, in texts: PackedTexts) -> (isPrefix: Bool, whole: Int?) {
            low = low < 0 ? texts.lowerBound(of: text, in: 0..<texts.count) : texts.lowerBound(of: text, near: low)
            guard low < texts.count, texts[low].count >= text.count,
                PackedTexts.compare(texts[low].extracting(first: text.count), text) == 0
            else { return (false, nil) }
            return (true, texts[low].count == text.count ? low : nil)
        }
    }

    /// The first of some texts that does not stand before a text; their end when all do.
    private func lowerBound(of text: Span<UInt8>, in places: Range<Int>) -> Int {
        var low = places.lowerBound
        var high = places.upperBound
        while low < high {
            let middle = (low + high) / 2
            if Self.compare(self[middle], text) < 0 { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The same of a text that stands at a place or soon behind it.
    private func lowerBound(of text: Span<UInt8>, near start: Int) -> Int {
        var low = start
        var step = 1
        while low + step <= count, Self.compare(self[low + step - 1], text) < 0 {
            low += step
            step *= 2
        }
        return lowerBound(of: text, in: low..<min(count, low + step - 1))
    }

    /// Negative when the first text stands before the second one, 0 when they are equal.
    private static func compare(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
        let shared = min(left.count, right.count)
        var index = 0
        while index &+ 8 <= shared {
            // Safe: the condition of the loop keeps the eight bytes inside both.
            let own = unsafe left.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
            // Safe: as above.
            let other = unsafe right.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
            // As numbers with the first byte highest they are in the order of their bytes.
            if own != other { return UInt64(bigEndian: own) < UInt64(bigEndian: other) ? -1 : 1 }
            index &+= 8
        }
        while index < shared {
            if left[index] != right[index] { return Int(left[index]) - Int(right[index]) }
            index &+= 1
        }
        return left.count - right.count
    }
}

extension Image {
    /// The list of texts of this name.
    package func texts(_ name: String) -> PackedTexts {
        guard let texts = PackedTexts(starts: table(name + ".starts"), bytes: text(name + ".bytes")) else {
            assertionFailure("the image's texts '\(name)' are not whole")
            return PackedTexts()
        }
        return texts
    }
}

extension ImageWriter {
    /// Adds a list of texts, which must be UTF-8.
    package mutating func add(_ name: String, texts: some Sequence<[UInt8]>) {
        var starts = [0]
        var bytes: [UInt8] = []
        for text in texts {
            bytes += text
            starts.append(bytes.count)
        }
        add(name + ".starts", starts)
        add(name + ".bytes", text: bytes)
    }
}
