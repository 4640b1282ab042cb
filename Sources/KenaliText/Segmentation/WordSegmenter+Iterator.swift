/// The third way: by ICU's iterator.
extension WordSegmenter {
    /// Appends the tokens of a stretch from the writer's place on that ends where ``readStretch(from:through:of:)`` says.
    mutating func appendByIterator(
        through end: Int, of bytes: Span<UInt8>, _ writer: inout TokenWriter, into tokens: inout Tokens
    ) {
        readStretch(from: writer.offset, through: end, of: bytes)
        var iterator = self.iterator.take() ?? BreakIterator()
        let (table, text) = (rules.table, units)
        var unit = 0
        iterator.forEachSegment(in: text.span) { end, wordClass in
            let start = writer.offset
            var offset = start
            var shape = ShapeAccumulator()
            var last = CharacterEntry()
            while unit < end {
                let (scalar, length) = bytes.decodeFast(at: offset)
                unit &+= scalar < 0x10000 ? 1 : 2
                offset &+= length
                let entry = characters.entry(of: scalar, table)
                if entry.isUpper { shape.addUpper(after: last) }
                shape.add(entry)
                last = entry
            }
            tokens.makeRoom(for: 1, ofAll: writer.expectedCount(in: bytes.count))
            tokens.withRoom(atMost: .max) { room in
                writer.write(start, offset, shape.shape(wordClass, bytes, start..<offset), wordClass, &room)
            }
            writer.offset = offset
            tokens.count = writer.count
        }
        self.iterator = consume iterator
    }

    /// In bytes.
    private static var longStretch: Int { 1 << 14 }

    /// Puts a stretch of the text into ``units``, since ICU is fastest over UTF-16.
    ///
    /// It ends behind `end`, before a space or a line feed which no character of a dictionary's script follows soon: one long stretch costs
    /// the iterator less than many short ones. A stretch of ``longStretch`` ends before the next such blank in any case.
    private mutating func readStretch(from start: Int, through end: Int, of bytes: Span<UInt8>) {
        units.removeAll(keepingCapacity: true)
        var offset = start
        // Where the stretch may end, and the number of units up to there.
        var blank = Int.max
        var count = 0
        var last: UInt32 = 0
        while offset < bytes.count, blank == .max || offset &- blank < 32 {
            let (scalar, length) = bytes.decodeFast(at: offset)
            if blank != .max {
                // Dense text is not looked at here.
                if scalar >= 0x80, offset &- start < Self.longStretch,
                    characters.entry(of: scalar, rules.table).isDictionary
                {
                    blank = .max
                }
            } else if scalar <= 0x20, offset >= end, splits(last, before: scalar) {
                (blank, count) = (offset, units.count)
            }
            last = scalar
            if scalar < 0x10000 {
                units.append(UInt16(truncatingIfNeeded: scalar))
            } else {
                units.append(UInt16(truncatingIfNeeded: 0xD7C0 &+ scalar &>> 10))
                units.append(UInt16(truncatingIfNeeded: 0xDC00 | scalar & 0x3FF))
            }
            offset &+= length
        }
        if blank != .max { units.removeLast(units.count - count) }
    }

    /// Whether there is always a boundary between a character and a space or a line feed behind it.
    @inline(never) private mutating func splits(_ last: UInt32, before scalar: UInt32) -> Bool {
        let category = characters.entry(of: last, rules.table).category
        switch scalar {
        case 0x20: return rules.splitsBeforeSpace[category]
        case 0x0A: return rules.splitsBeforeLineFeed[category]
        default: return false
        }
    }
}
