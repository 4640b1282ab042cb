internal import CICU

/// ICU's word break iterator for locale `id`: the only place that talks to C.
///
/// Owns an iterator and the text handle it reads through. Opening one costs microseconds, so one prototype is opened
/// for the process and cloned for each owner.
struct BreakIterator: ~Copyable {
    private let iterator: OpaquePointer
    private var text: OpaquePointer?

    init() {
        guard let prototype = Prototype.word.iterator, let clone = unsafe cicu_clone(prototype) else {
            // Nothing can be segmented without ICU's own data, and no caller could do anything about it.
            preconditionFailure("ICU has no word break rules: is its data library installed?")
        }
        iterator = clone
    }

    deinit {
        unsafe cicu_close(iterator)
        unsafe cicu_text_close(text)
    }

    /// The class that ICU gives a segment, `UWordBreak`: below 100 neither letters nor digits.
    struct Status {
        var rawValue: Int32

        var isNumber: Bool { rawValue >= 100 && rawValue < 200 }
        var isWord: Bool { rawValue >= 200 }
    }

    /// Calls `body` with the end and the class of each segment, in order. At most `Int32.max` bytes.
    ///
    /// - Complexity: O(*n*), *n* the number of bytes.
    mutating func forEachSegment(
        in bytes: Span<UInt8>, _ body: (_ end: Int, _ status: Status) -> Void
    ) {
        guard !bytes.isEmpty else { return }
        unsafe bytes.withUnsafeBytes { buffer in
            guard let base = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
                let opened = unsafe cicu_text_open(text, base, Int64(buffer.count))
            else { return }
            unsafe text = opened
            guard unsafe cicu_set_text(iterator, opened) else { return }
            _ = unsafe cicu_first(iterator)
            while true {
                let end = unsafe cicu_next(iterator)
                if end == Int32(cicu_done) { break }
                body(Int(end), Status(rawValue: unsafe cicu_status(iterator)))
            }
        }
    }
}

/// An iterator that is only ever cloned.
private final class Prototype: @unchecked Sendable {
    // Safe to share: `ubrk_clone` reads a const iterator, and nobody sets a text on this one.
    static let word = Prototype(type: Int32(cicu_word))

    let iterator: OpaquePointer?

    private init(type: Int32) {
        unsafe iterator = cicu_open(type, "id")
    }
}

/// The major version of the ICU in use. Word boundaries differ a little between versions.
public var icuMajorVersion: Int { Int(cicu_major_version()) }
