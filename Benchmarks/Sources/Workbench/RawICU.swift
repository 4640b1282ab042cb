internal import CRawICU

/// ICU as a C program would use it, over some documents.
public final class RawICU {
    private let icu: OpaquePointer
    private let documents: [[CChar]]
    private let converted: [[UInt16]]

    public enum Failure: Error { case opens, converts }

    /// Opens an iterator and converts the documents.
    public init(_ documents: [String]) throws {
        guard let icu = raw_icu_open() else { throw Failure.opens }
        self.icu = icu
        self.documents = documents.map { $0.utf8.map { CChar(bitPattern: $0) } }
        converted = try self.documents.map { document in
            let count = raw_icu_convert(icu, document, Int32(document.count))
            guard count >= 0 else { throw Failure.converts }
            return Array(UnsafeBufferPointer(start: raw_icu_units(icu), count: Int(count)))
        }
    }

    deinit { raw_icu_close(icu) }

    // Each returns the number of segments.

    /// Over a document in UTF-16, which was made before.
    public func utf16(_ index: Int) -> Int {
        Int(raw_icu_utf16(icu, converted[index], Int32(converted[index].count)))
    }

    /// The same, and the document is converted first.
    public func utf16Converting(_ index: Int) -> Int {
        let count = raw_icu_convert(icu, documents[index], Int32(documents[index].count))
        return Int(raw_icu_utf16(icu, raw_icu_units(icu), count))
    }

    /// Over a document in UTF-8.
    public func utext(_ index: Int) -> Int {
        Int(raw_icu_utext(icu, documents[index], Int32(documents[index].count)))
    }

    /// The linked ICU's major version.
    public static var version: Int { Int(raw_icu_version()) }
}

/// The CPU time of this thread.
public func threadSeconds() -> Double { thread_seconds() }
