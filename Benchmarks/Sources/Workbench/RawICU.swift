internal import CRawICU

/// ICU as a C program would use it, over one text.
public final class RawICU {
    private let icu: OpaquePointer
    private let text: [CChar]

    public enum Failure: Error { case opens, converts }

    /// Opens an iterator and converts `text`.
    public init(_ text: String) throws {
        guard let icu = raw_icu_open() else { throw Failure.opens }
        self.icu = icu
        self.text = text.utf8.map { CChar(bitPattern: $0) }
        guard raw_icu_convert(icu, self.text, Int32(self.text.count)) >= 0 else { throw Failure.converts }
    }

    deinit { raw_icu_close(icu) }

    /// The number of segments of the text in UTF-16, which was made before.
    public func utf16() -> Int { Int(raw_icu_utf16(icu)) }

    /// The same, and the text is converted first.
    public func utf16Converting() -> Int {
        _ = raw_icu_convert(icu, text, Int32(text.count))
        return utf16()
    }

    /// The number of segments of the text in UTF-8.
    public func utext() -> Int { Int(raw_icu_utext(icu, text, Int32(text.count))) }

    /// The linked ICU's major version.
    public static var version: Int { Int(raw_icu_version()) }
}

/// The CPU time of this thread.
public func threadSeconds() -> Double { thread_seconds() }
