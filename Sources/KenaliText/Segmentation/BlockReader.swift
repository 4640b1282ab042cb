internal import CByteBlock

/// What each of 64 bytes of a text is: bit *i* of a mask speaks of byte *i*.
typealias ByteBlock = kenali_block

/// Reads the ``ByteBlock``s of a text by the roles of ASCII characters.
///
/// There are two ways to do so, which a test compares: scalar code in Swift for all machines, and vector code in C.
@safe struct BlockReader: @unchecked Sendable {
    // Safe to share: nothing is written after `init`. Holds no reference, so that handing it on costs nothing; its owner,
    // ``WordRules``, frees it.

    /// The characters that the vector code compares with. Nil when it is not used.
    private let characters: OpaquePointer?
    private let vector: kenali_classifier

    /// The number of bytes of a block.
    static let width = 64

    /// - Parameter usesVectors: whether to use vector code, if it has places for all characters with a role.
    init(_ roles: AsciiRoles, usesVectors: Bool) {
        let joiners = roles.bytes([.joinsLetters, .joinsDigits])
        let hard = roles.bytes(.hard)
        // Safe: C copies the characters; `free` is called once, by the owner.
        unsafe characters =
            usesVectors ? kenali_characters_make(joiners, Int32(joiners.count), hard, Int32(hard.count)) : nil
        unsafe vector = kenali_best_classifier()
    }

    // Safe: the owner calls it when nobody holds the reader any more.
    func free() { unsafe kenali_characters_free(characters) }

    /// Reads the block at `offset`. Bytes behind the end of the text read as NULs.
    @inline(__always)
    func read(_ block: inout ByteBlock, at offset: Int, in bytes: Span<UInt8>, _ roles: Span<AsciiRoles.Role>) {
        guard offset &+ Self.width <= bytes.count else { return readLast(&block, at: offset, in: bytes, roles) }
        readWhole(&block, at: offset, in: bytes, roles)
    }

    @inline(__always)
    private func readWhole(
        _ block: inout ByteBlock, at offset: Int, in bytes: Span<UInt8>, _ roles: Span<AsciiRoles.Role>
    ) {
        // Safe: the precondition keeps the 64 bytes that C reads inside the buffer.
        guard let characters = unsafe characters else { return Self.readScalar(&block, at: offset, in: bytes, roles) }
        precondition(offset >= 0 && offset <= bytes.count &- Self.width)
        unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            unsafe vector(base + offset, characters, &block)
        }
    }

    @inline(never)
    private func readLast(
        _ block: inout ByteBlock, at offset: Int, in bytes: Span<UInt8>, _ roles: Span<AsciiRoles.Role>
    ) {
        var rest = [64 of UInt8](repeating: 0)
        for index in offset..<bytes.count { rest[index - offset] = bytes[index] }
        readWhole(&block, at: 0, in: rest.span, roles)
    }

    /// The scalar way: the roles of eight bytes in a word, then one bit of each brought together.
    static func readScalar(
        _ block: inout ByteBlock, at offset: Int, in bytes: Span<UInt8>, _ roles: Span<AsciiRoles.Role>
    ) {
        block = ByteBlock()
        for group in 0..<8 {
            var word: UInt64 = 0
            for index in 0..<8 {
                let role = roles[Int(bytes[offset &+ 8 &* group &+ index])]
                word |= UInt64(role.rawValue) &<< UInt64(truncatingIfNeeded: 8 &* index)
            }
            let shift = UInt64(truncatingIfNeeded: 8 &* group)
            block.hard |= bits(.hard, word) &<< shift
            block.upper |= bits(.upper, word) &<< shift
            block.lower |= bits(.lower, word) &<< shift
            block.digits |= bits(.digit, word) &<< shift
            block.spaces |= bits(.space, word) &<< shift
            block.joiners |= (bits(.joinsLetters, word) | bits(.joinsDigits, word)) &<< shift
        }
    }

    /// One bit of each byte of a word, the first byte's lowest.
    @inline(__always) private static func bits(_ role: AsciiRoles.Role, _ word: UInt64) -> UInt64 {
        let lowest = word &>> UInt64(truncatingIfNeeded: role.rawValue.trailingZeroBitCount) & 0x0101_0101_0101_0101
        // The product puts bit 0 of byte i at bit 56 + i.
        return (lowest &* 0x0102_0408_1020_4080) &>> 56
    }
}
