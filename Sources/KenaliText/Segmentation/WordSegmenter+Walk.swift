/// The second way: a segment at a time by ICU's compiled rules.
extension WordSegmenter {
    /// Why ``walk(_:_:_:_:_:_:_:)`` stopped.
    enum Stop {
        /// Eight bytes come that the first way may be better at, or the text or the room is at its end.
        case ascii
        /// A character has not been met before.
        case unknown(UInt32)
        /// The segment that ends here has characters of a dictionary's script.
        case dictionary(Int)
    }

    /// Writes segments.
    func walk(
        _ bytes: Span<UInt8>, _ writer: inout TokenWriter, _ room: inout MutableSpan<Token>, _ table: BreakTable,
        _ transitions: Span<UInt32>, _ ascii: Span<CharacterEntry>, _ roles: Span<AsciiRoles.Role>
    ) -> Stop {
        let index = characters.index.span
        let entries = characters.entries.span
        repeat {
            let start = writer.offset
            var offset = start
            var row = table.start
            var last = CharacterEntry()
            var shape = ShapeAccumulator()
            var found: (end: Int, shape: ShapeAccumulator, accepted: UInt8) = (start, shape, 1)
            while offset < bytes.count {
                let entry: CharacterEntry
                let (scalar, length) = bytes.decodeFast(at: offset)
                if scalar < 0x80 {
                    entry = ascii[Int(scalar)]
                } else {
                    let block = Int(index[Int(scalar &>> 6)])
                    if block == 0 { return .unknown(scalar) }
                    entry = entries[block &<< 6 | Int(scalar & 63)]
                }
                offset &+= length
                if entry.isUpper { shape.addUpper(after: last) }
                shape.add(entry)
                last = entry
                let next = transitions[row &+ entry.category]
                if next &>> 16 != 0 { found = (offset, shape, UInt8(truncatingIfNeeded: next &>> 16)) }
                row = Int(next & 0xFFFF)
                if row == BreakTable.stop { break }
            }
            if found.end == start {
                // What ICU falls back to when nothing matches: a character without a class.
                let (scalar, length) = bytes.decode(at: start)
                shape = ShapeAccumulator(CharacterEntry(scalar, table))
                found = (start &+ length, shape, 1)
            }
            if shape.hasDictionaryCharacter { return .dictionary(found.end) }
            let wordClass = WordBreakClass(accepted: found.accepted) ?? .none
            writer.write(start, found.end, found.shape.shape(wordClass, bytes, start..<found.end), wordClass, &room)
            writer.offset = found.end
        } while writer.offset < bytes.count && writer.count + 1 < room.count
            && Self.hasHard(bytes, inEightBytesFrom: writer.offset, roles)
        return .ascii
    }

    /// Whether one of the eight bytes from `offset` on, as far as there are so many, is one that the first way stops at.
    @inline(__always) private static func hasHard(
        _ bytes: Span<UInt8>, inEightBytesFrom offset: Int, _ roles: Span<AsciiRoles.Role>
    ) -> Bool {
        if offset &+ 8 <= bytes.count {
            // One look at eight bytes tells whether they are ASCII. Safe: the condition keeps them inside.
            let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
            if word & 0x8080_8080_8080_8080 != 0 { return true }
        }
        var all: UInt8 = 0
        for index in offset..<min(offset &+ 8, bytes.count) { all |= roles[Int(bytes[index])].rawValue }
        return all & AsciiRoles.Role.hard.rawValue != 0
    }
}
