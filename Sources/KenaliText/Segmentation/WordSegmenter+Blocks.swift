internal import CByteBlock

/// The first way: 64 bytes at a step.
extension WordSegmenter {
    /// Writes the tokens of a block that starts at the writer's place, as far as all can be known of them.
    ///
    /// - Returns: False when that is not even one segment.
    @inline(__always) static func write(
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
}
