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

    /// Appends a text that needs no escapes in quotation marks, perhaps with a mark in front and one behind.
    @inline(__always)
    mutating func append(_ front: UInt8? = nil, quoting text: Span<UInt8>, _ behind: UInt8? = nil) {
        let length = text.count &+ 4
        makeRoom(for: length)
        let start = count
        var end = 0
        // Safe: there is room for the text and four marks, and the two don't overlap: the room can be written to.
        unsafe storage.withUnsafeMutableBufferPointer { room in
            guard let target = room.baseAddress, room.count &- start >= length else { return }
            let place = unsafe target + start
            if let front {
                unsafe place[0] = front
                end = 1
            }
            unsafe place[end] = UInt8(ascii: "\"")
            end &+= 1
            // Safe: the text is copied while the span is alive.
            unsafe text.withUnsafeBufferPointer { bytes in
                guard let source = bytes.baseAddress else { return }
                unsafe (place + end).update(from: source, count: bytes.count)
            }
            end &+= text.count
            unsafe place[end] = UInt8(ascii: "\"")
            end &+= 1
            if let behind {
                unsafe place[end] = behind
                end &+= 1
            }
        }
        count = start &+ end
    }

    /// Appends a whole number in decimal.
    mutating func append(decimal number: Int) {
        guard 0..<100_000_000 ~= number else { return append(String(number).utf8Span.span) }
        // The digits in one word, the first one lowest.
        var digits: UInt64 = 0
        var rest = UInt32(number)
        repeat {
            digits = digits << 8 | UInt64(UInt8(ascii: "0")) + UInt64(rest % 10)
            rest /= 10
        } while rest > 0
        makeRoom(for: 8)
        var end = count
        var room = storage.mutableSpan
        while digits > 0 {
            room[end] = UInt8(truncatingIfNeeded: digits)
            digits >>= 8
            end &+= 1
        }
        count = end
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
