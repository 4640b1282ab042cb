/// Bytes that are read where they lie: constant data of the binary, or memory of their own that all copies share.
///
/// At least ``PackedBytes/slack`` readable bytes follow the last one, so that an integer can be loaded whole.
@safe @usableFromInline package struct PackedBytes: @unchecked Sendable {
    // Safe to share: never written to once it is made, and kept alive by `owner`.
    @usableFromInline let base: UnsafeRawPointer
    @usableFromInline package let count: Int
    /// What keeps the bytes alive; nil for constant data, which lives as long as the process.
    @usableFromInline let owner: Owner?

    /// How many bytes can be read behind the last one.
    @usableFromInline package static let slack = 4

    @safe @usableFromInline final class Owner: Sendable {
        // Safe: written by `init` alone.
        nonisolated(unsafe) let memory: UnsafeMutableRawPointer

        init(_ bytes: [UInt8]) {
            // Safe: what is written is as long as what was allocated, and nothing is read before it is written.
            unsafe memory = UnsafeMutableRawPointer.allocate(byteCount: bytes.count + slack, alignment: 8)
            unsafe bytes.withUnsafeBytes { source in
                unsafe UnsafeMutableRawBufferPointer(start: memory, count: bytes.count).copyMemory(from: source)
            }
            unsafe memory.advanced(by: bytes.count).initializeMemory(as: UInt8.self, repeating: 0, count: slack)
        }

        // Safe: no copy of the bytes is left that points here.
        deinit { unsafe memory.deallocate() }
    }

    /// Memory of their own with the content of an array.
    @usableFromInline package init(_ bytes: [UInt8]) {
        let owner = Owner(bytes)
        self.owner = owner
        // Safe: the owner is kept beside the pointer, and its memory holds `count` bytes and the slack.
        unsafe base = UnsafeRawPointer(owner.memory)
        count = bytes.count
    }

    /// The constant bytes of a literal, without the last ``slack`` ones.
    @usableFromInline package init(_ literal: StaticString) {
        guard literal.hasPointerRepresentation, literal.utf8CodeUnitCount >= Self.slack else {
            self.init([])
            return
        }
        // Safe: a literal lives as long as the process; the guard leaves the slack behind the last byte.
        unsafe self.init(
            UnsafeRawPointer(literal.utf8Start), count: literal.utf8CodeUnitCount - Self.slack, owner: nil)
    }

    private init(_ base: UnsafeRawPointer, count: Int, owner: Owner?) {
        unsafe self.base = base
        self.count = count
        self.owner = owner
    }

    /// A part of the bytes; nil when it isn't one.
    @usableFromInline package func part(_ range: Range<Int>) -> PackedBytes? {
        guard range.lowerBound >= 0, range.upperBound <= count else { return nil }
        // Safe: the guard keeps the range inside.
        return unsafe PackedBytes(base.advanced(by: range.lowerBound), count: range.count, owner: owner)
    }

    /// The bytes.
    @inlinable package var span: Span<UInt8> {
        @_lifetime(borrow self) get {
            // Safe: `count` bytes lie at `base`, and the owner lives as long as `self`, which is borrowed.
            let buffer = unsafe UnsafeBufferPointer(start: base.assumingMemoryBound(to: UInt8.self), count: count)
            return unsafe _overrideLifetime(Span(_unsafeElements: buffer), borrowing: self)
        }
    }

    /// The bytes of a range; it must be one of these.
    @inlinable package subscript(range: Range<Int>) -> Span<UInt8> {
        @_lifetime(borrow self) get { span.extracting(range) }
    }
}
