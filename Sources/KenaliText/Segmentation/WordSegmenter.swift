internal import CByteBlock

/// Cuts a text at the boundaries of ICU's word rules, in one of three ways, the fastest that is exact:
///
/// 1. 64 bytes at a step, as long as they are ASCII characters whose part is known (``AsciiRoles``): nearly all of the
///    news.
/// 2. A segment at a time by ICU's compiled rules (``BreakTable``), where another character stands in it or beside it.
/// 3. By ICU's iterator, in scripts whose words ICU looks up in dictionaries (Thai, Han, ...).
///
/// Where a segment ends depends on nothing before its start: that is how ICU applies its rules. So each way can take over
/// from another at any boundary.
struct WordSegmenter: ~Copyable, Sendable {
    private let rules: WordRules
    private var characters = Characters()
    /// Made when it is first needed: most texts never do.
    private var iterator: BreakIterator?
    private var units: [UInt16] = []

    init(_ rules: WordRules = .shared) { self.rules = rules }

    /// Appends the tokens from the writer's place on, to the end of the text or until there are `limit` tokens, give or
    /// take some dozens.
    mutating func append(_ bytes: Span<UInt8>, _ writer: inout TokenWriter, into tokens: inout Tokens, limit: Int) {
        while writer.offset < bytes.count, writer.count < limit {
            tokens.makeRoom(for: 4 * BlockReader.width)
            guard let table = rules.table else {
                appendByIterator(through: bytes.count, of: bytes, &writer, into: &tokens)
                return
            }
            let end = tokens.withRoom(atMost: limit &+ 2 &* BlockReader.width) { room in
                scan(bytes, &writer, &room, table)
            }
            tokens.count = writer.count
            if let end { appendByIterator(through: end, of: bytes, &writer, into: &tokens) }
        }
    }

    /// The first way, and the second where it does not apply, until the room is used up.
    ///
    /// - Returns: Nil, or the end of a segment at the writer's place that the iterator must cut.
    private mutating func scan(
        _ bytes: Span<UInt8>, _ writer: inout TokenWriter, _ room: inout MutableSpan<Token>, _ table: BreakTable
    ) -> Int? {
        let blocks = rules.blocks
        let (roleTable, shapeTable, asciiTable, transitionTable) = (
            rules.roles, rules.shapes, rules.ascii, table.transitions
        )
        let roles = roleTable.span
        let shapes = shapeTable.span
        let ascii = asciiTable.span
        let transitions = transitionTable.span
        var block = ByteBlock()
        while writer.offset < bytes.count, writer.count &+ BlockReader.width < room.count {
            blocks.read(&block, at: writer.offset, in: bytes, roles)
            if Self.write(block, of: bytes, &writer, &room, roles, shapes) { continue }
            switch walk(bytes, &writer, &room, table, transitions, ascii) {
            case .ascii: break
            case .unknown(let scalar): characters.learn(scalar, table)
            case .dictionary(let end): return end
            }
        }
        return nil
    }

    /// Writes the tokens of a block that starts at the writer's place, as far as all can be known of them.
    ///
    /// - Returns: False when that is not even one segment.
    @inline(__always) private static func write(
        _ block: ByteBlock, of bytes: Span<UInt8>, _ writer: inout TokenWriter, _ room: inout MutableSpan<Token>,
        _ roles: Span<AsciiRoles.Role>, _ shapes: Span<AsciiShapes.Kind>
    ) -> Bool {
        let origin = writer.offset
        let rest = bytes.count &- origin
        let known = min(block.hard.trailingZeroBitCount, rest)
        guard known > 0 else { return false }

        // No boundary where two characters of words or two spaces meet, nor on either side of a joiner in a word.
        let letters = block.upper | block.lower
        let words = letters | block.digits
        var joined = words & words &<< 1 | block.spaces & block.spaces &<< 1
        let inside = block.joiners & (letters &<< 1 & letters &>> 1 | block.digits &<< 1 & block.digits &>> 1)
        if inside != 0 {
            let joining = Self.joining(inside, letters, at: origin, in: bytes, roles)
            joined |= joining | joining &<< 1
        }

        // A boundary is known if the bytes around it are; a joiner's, if the byte behind the joiner is.
        var boundaries = ~joined & (~0 &>> UInt64(truncatingIfNeeded: 64 &- known)) & ~1
        if known == rest, rest < BlockReader.width {
            boundaries |= 1 &<< UInt64(truncatingIfNeeded: rest)
        } else {
            boundaries &= ~(block.joiners & 1 &<< UInt64(truncatingIfNeeded: known &- 1))
        }
        guard boundaries != 0 else { return false }
        let last = 63 &- boundaries.leadingZeroBitCount

        // The tokens in front of the last boundary: each start has its end.
        let skipped = writer.keepsBlanks ? 0 : block.spaces
        var starts = (boundaries | 1) & ~skipped & (1 &<< UInt64(truncatingIfNeeded: last) &- 1)
        var ends = boundaries & ~(skipped &<< 1)
        // Where capitals or digits stand inside words.
        let odd = block.upper & block.lower &<< 1 | letters & block.digits &<< 1 | block.digits & letters &<< 1
        var local = writer
        while starts != 0 {
            let start = UInt64(truncatingIfNeeded: starts.trailingZeroBitCount)
            let end = UInt64(truncatingIfNeeded: ends.trailingZeroBitCount)
            starts &= starts &- 1
            ends &= ends &- 1
            let from = origin &+ Int(truncatingIfNeeded: start)
            let to = origin &+ Int(truncatingIfNeeded: end)
            let all = 1 &<< (end &- start) &- 1
            let upper = block.upper &>> start & all
            let lower = block.lower &>> start & all
            if odd &>> start & all != 0 {
                let shape = AsciiShapes.mixed(upper: upper, lower: lower, digits: block.digits &>> start & all)
                let endsInLetter = letters &>> (end &- 1) & 1 != 0
                local.writeWord(from, to, shape, endsInLetter ? .letter : .number, &room)
            } else {
                let word = AsciiShapes.wordIndex(upper: upper, lower: lower, all: all)
                let lone = AsciiShapes.firstLone &+ Int(bytes[from] & 0x7F)
                // Chosen by arithmetic: which of the two it is can't be foretold, and a wrong guess costs more.
                let ifWord = 0 &- Int(truncatingIfNeeded: words &>> start & 1)
                let kind = shapes[lone ^ (lone ^ word) & ifWord]
                local.write(from, to, kind.shape, kind.wordClass, &room)
            }
        }
        local.offset = origin &+ last
        writer = local
        return true
    }

    /// Which of the joiners `inside` letters or digits of a block join just these.
    @inline(never) private static func joining(
        _ inside: UInt64, _ letters: UInt64, at offset: Int, in bytes: Span<UInt8>, _ roles: Span<AsciiRoles.Role>
    ) -> UInt64 {
        var joining: UInt64 = 0
        var rest = inside
        while rest != 0 {
            let bit = rest & (0 &- rest)
            rest ^= bit
            let role = roles[Int(bytes[offset &+ bit.trailingZeroBitCount])]
            // What stands before it stands behind it as well.
            if role.contains(letters & bit &>> 1 != 0 ? .joinsLetters : .joinsDigits) { joining |= bit }
        }
        return joining
    }

    /// Why ``walk(_:_:_:_:_:_:)`` stopped.
    private enum Stop {
        /// Eight bytes come that the first way may be better at, or the text or the room is at its end.
        case ascii
        /// A character has not been met before.
        case unknown(UInt32)
        /// The segment that ends here has characters of a dictionary's script.
        case dictionary(Int)
    }

    /// The second way: writes segments.
    private func walk(
        _ bytes: Span<UInt8>, _ writer: inout TokenWriter, _ room: inout MutableSpan<Token>, _ table: BreakTable,
        _ transitions: Span<UInt32>, _ ascii: Span<CharacterEntry>
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
            && bytes.hasNonASCII(inEightBytesFrom: writer.offset)
        return .ascii
    }

    /// The third way: a stretch from the writer's place on that ends where ``readStretch(from:through:of:)`` says.
    private mutating func appendByIterator(
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
            tokens.makeRoom(for: 1)
            tokens.withRoom(atMost: .max) { room in
                writer.write(start, offset, shape.shape(wordClass, bytes, start..<offset), wordClass, &room)
            }
            writer.offset = offset
            tokens.count = writer.count
        }
        self.iterator = consume iterator
    }

    /// Puts a stretch of the text into ``units``, since ICU is fastest over UTF-16.
    ///
    /// It ends behind `end`, before a space or a line feed which no character of a dictionary's script follows soon: one long stretch costs
    /// the iterator less than many short ones.
    private mutating func readStretch(from start: Int, through end: Int, of bytes: Span<UInt8>) {
        units.removeAll(keepingCapacity: true)
        var offset = start
        // Where the stretch may end, and the number of units up to there.
        var blank = Int.max
        var count = 0
        var last = CharacterEntry()
        while offset < bytes.count, blank == .max || offset &- blank < 32 {
            let (scalar, length) = bytes.decodeFast(at: offset)
            let entry = characters.entry(of: scalar, rules.table)
            if offset >= end, blank == .max,
                scalar == 0x20 && rules.splitsBeforeSpace[last.category]
                    || scalar == 0x0A && rules.splitsBeforeLineFeed[last.category]
            {
                (blank, count) = (offset, units.count)
            }
            if entry.isDictionary { blank = .max }
            last = entry
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
}
