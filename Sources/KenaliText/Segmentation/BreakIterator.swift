internal import CICU

/// ICU's word break iterator for locale `id`: the only place that talks to C.
///
/// Opening one costs microseconds, so one prototype is opened
/// for the process and cloned for each owner.
@safe struct BreakIterator: ~Copyable, @unchecked Sendable {
    // Safe to send: the handle has one owner, and ICU ties it to no thread.
    private let iterator: OpaquePointer

    init() {
        // Safe: the prototype lives as long as the process; the clone is this value's own.
        guard let prototype = unsafe Prototype.word.iterator, let clone = unsafe cicu_clone(prototype) else {
            // Nothing can be segmented without ICU's own data, and no caller could do anything about it.
            preconditionFailure("ICU has no word break rules: is its data library installed?")
        }
        unsafe iterator = clone
    }

    deinit {
        // Safe: the value is not copyable, so that it is closed once.
        unsafe cicu_close(iterator)
    }

    /// The compiled rules of ICU's word iterator, see ``BreakTable``. Empty when it has none.
    static func wordRules() -> [UInt8] {
        // Safe: ICU writes no more than the buffer's length, which is what it asked for.
        guard let prototype = unsafe Prototype.word.iterator else { return [] }
        let length = Int(unsafe cicu_binary_rules(prototype, nil, 0))
        return unsafe [UInt8](unsafeUninitializedCapacity: max(0, length)) { buffer, count in
            count = Int(unsafe cicu_binary_rules(prototype, buffer.baseAddress, Int32(buffer.count)))
        }
    }

    /// Calls `body` with the end and the class of each segment of a text in UTF-16, in order.
    ///
    /// - Complexity: O(*n*), *n* the number of units, of which `Int32.max` are looked at.
    mutating func forEachSegment(
        in units: Span<UInt16>, _ body: (_ end: Int, _ wordClass: WordBreakClass) -> Void
    ) {
        guard !units.isEmpty else { return }
        // Safe: ICU reads the text only until the closure ends; the next call sets another.
        unsafe units.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress,
                unsafe cicu_set_text(iterator, base, Int32(clamping: buffer.count))
            else { return }
            _ = unsafe cicu_first(iterator)
            while true {
                let end = unsafe cicu_next(iterator)
                if end == Int32(cicu_done) { break }
                let status = unsafe cicu_status(iterator)
                body(Int(end), WordBreakClass(rawValue: UInt8(clamping: status / 100)) ?? .none)
            }
        }
    }
}

/// An iterator that is only ever cloned.
@safe private final class Prototype: @unchecked Sendable {
    // Safe to share: `ubrk_clone` reads a const iterator, and nobody sets a text on this one.
    static let word = Prototype(type: Int32(cicu_word))

    let iterator: OpaquePointer?

    private init(type: Int32) {
        // Safe: never closed, and nil where ICU has no data.
        unsafe iterator = cicu_open(type, "id")
    }
}
