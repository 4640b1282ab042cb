import KenaliLexicon

/// The bytes of JSON as they are written: an array with room behind its end, so that several are written at once without
/// asking whose it is for each.
struct JSONBytes: Sendable {
    /// What has been written, and behind it room for more.
    private var storage: [UInt8] = []
    /// The number of bytes that have been written.
    private(set) var count = 0

    init() {}

    /// What has been written.
    var span: Span<UInt8> {
        @_lifetime(borrow self) get { storage.span.extracting(first: count) }
    }

    /// Forgets what has been written and keeps the memory.
    mutating func removeAll() { count = 0 }

    @inline(__always)
    private mutating func makeRoom(for more: Int) {
        if storage.count &- count < more { grow(by: more) }
    }

    @inline(never)
    private mutating func grow(by more: Int) {
        storage.append(contentsOf: repeatElement(0, count: max(more, storage.count, 1 << 10)))
    }

    /// Appends a byte.
    mutating func append(_ byte: UInt8) {
        makeRoom(for: 1)
        storage[count] = byte
        count &+= 1
    }

    /// Appends bytes.
    mutating func append(_ bytes: Span<UInt8>) {
        makeRoom(for: bytes.count)
        let start = count
        var room = storage.mutableSpan
        copy(bytes, to: &room, at: start)
        count = start &+ bytes.count
    }

    /// Appends a key and its colon, behind a comma if one is wanted.
    mutating func append(_ key: JSONKey, hasComma: Bool) {
        write(atMost: JSONKey.room) { $0.append(key, hasComma: hasComma) }
    }

    /// Appends a key and a text in quotation marks.
    @inline(__always)
    mutating func append(_ key: JSONKey, hasComma: Bool, quoting text: Span<UInt8>) {
        var isPlain = false
        write(atMost: JSONKey.room &+ text.count &+ 2) { room in
            room.append(key, hasComma: hasComma)
            isPlain = room.append(quoting: text)
        }
        if !isPlain { append(escaping: text) }
    }

    /// Appends a key and a whole number in decimal.
    mutating func append(_ key: JSONKey, hasComma: Bool, decimal number: Int) {
        guard let digits = DecimalDigits(number) else {
            append(key, hasComma: hasComma)
            return append(String(number).utf8Span.span)
        }
        write(atMost: JSONKey.room &+ 8) { room in
            room.append(key, hasComma: hasComma)
            room.append(digits.word, digits.count)
        }
    }

    /// Appends a text in quotation marks.
    @inline(__always)
    mutating func append(quoting text: Span<UInt8>) {
        var isPlain = false
        write(atMost: text.count &+ 2) { isPlain = $0.append(quoting: text) }
        if !isPlain { append(escaping: text) }
    }

    /// Appends a text that needs escapes, behind the quotation mark in front, and the mark behind it.
    @inline(never)
    private mutating func append(escaping text: Span<UInt8>) {
        var start = 0
        while true {
            let plain = text.endOfPlainText(from: start)
            append(text.extracting(start..<plain))
            guard plain < text.count else { break }
            escape(text[plain])
            start = plain &+ 1
        }
        append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) {
        append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: append(UInt8(ascii: "b"))
        case 0x09: append(UInt8(ascii: "t"))
        case 0x0A: append(UInt8(ascii: "n"))
        case 0x0C: append(UInt8(ascii: "f"))
        case 0x0D: append(UInt8(ascii: "r"))
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
        default:
            let digits = Array("0123456789abcdef".utf8)
            append("u00".utf8Span.span)
            append(digits[Int(byte >> 4)])
            append(digits[Int(byte & 15)])
        }
    }

    /// Appends a whole number in decimal.
    mutating func append(decimal number: Int) {
        guard let digits = DecimalDigits(number) else { return append(String(number).utf8Span.span) }
        write(atMost: 8) { $0.append(digits.word, digits.count) }
    }

    /// Appends what `body` writes, which is at most so many bytes.
    @inline(__always)
    private mutating func write(atMost length: Int, _ body: (inout ByteRoom) -> Void) {
        makeRoom(for: length &+ ByteRoom.slack)
        let start = count
        var room = ByteRoom(storage.mutableSpan, from: start)
        body(&room)
        count = room.end
    }
}

extension ByteRoom {
    /// Writes a quotation mark, and a text with the other mark if it needs no escape; false when it does.
    @inline(__always)
    @_lifetime(self: copy self)
    fileprivate mutating func append(quoting text: Span<UInt8>) -> Bool {
        append(UInt8(ascii: "\""))
        guard append(plain: text) else { return false }
        append(UInt8(ascii: "\""))
        return true
    }
}

@inline(__always)
private func copy(_ bytes: Span<UInt8>, to room: inout MutableSpan<UInt8>, at start: Int) {
    precondition(start >= 0 && bytes.count <= room.count &- start, "no room for so many bytes")
    // Safe: there is room for all of them, as was checked, and the two don't overlap: the room can be written to.
    unsafe room.withUnsafeMutableBufferPointer { room in
        unsafe bytes.withUnsafeBufferPointer { bytes in
            guard let target = room.baseAddress, let source = bytes.baseAddress else { return }
            unsafe (target + start).update(from: source, count: bytes.count)
        }
    }
}
