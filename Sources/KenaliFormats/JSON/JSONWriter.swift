/// Writes JSON as bytes, in memory that is kept: one writer serves many documents.
///
/// Keys stand in the order in which they are written. Text is UTF-8; only quotation marks, backslashes and control
/// characters are escaped, as Foundation's encoder escapes them with `.withoutEscapingSlashes`.
///
/// ```swift
/// var json = JSONWriter()
/// json.object { json in
///     json.field("id", 7)
///     json.field("aliases", ["Gus Ipul"])
/// }
/// ```
public struct JSONWriter: Sendable {
    /// How values are laid out.
    public enum Layout: Sendable {
        /// All on one line, without blanks.
        case line
        /// A value a line, two blanks a level.
        case pretty
    }

    /// What has been written.
    public private(set) var bytes: [UInt8] = []
    private let layout: Layout
    private var depth = 0
    /// Whether the next value is the first of its object or array.
    private var isFirst = true
    /// Whether a key waits for its value.
    private var isAfterKey = false

    /// A writer that has written nothing.
    public init(_ layout: Layout = .line) { self.layout = layout }

    /// Forgets what has been written and keeps the memory.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        depth = 0
        isFirst = true
        isAfterKey = false
    }

    // MARK: - Objects and arrays

    /// Writes an object; `body` writes its fields.
    @inlinable public mutating func object(_ body: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "{"))
        body(&self)
        close(UInt8(ascii: "}"))
    }

    /// Writes an array of an element for each item; `body` writes one.
    @inlinable public mutating func array<Items: Sequence>(
        _ items: Items, _ body: (inout JSONWriter, Items.Element) -> Void
    ) {
        open(UInt8(ascii: "["))
        for item in items { body(&self, item) }
        close(UInt8(ascii: "]"))
    }

    @usableFromInline mutating func open(_ bracket: UInt8) {
        place()
        bytes.append(bracket)
        depth += 1
        isFirst = true
    }

    @usableFromInline mutating func close(_ bracket: UInt8) {
        depth -= 1
        if layout == .pretty, !isFirst { startLine() }
        bytes.append(bracket)
        isFirst = false
    }

    /// Writes a field's key; its value must follow.
    public mutating func key(_ key: StaticString) {
        place()
        bytes.append(UInt8(ascii: "\""))
        // Safe: the bytes are copied inside the closure.
        key.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        endKey()
    }

    /// Writes a field's key that is text of somebody's; its value must follow.
    public mutating func key(text key: String) {
        place()
        quote(key)
        endKey()
    }

    private mutating func endKey() {
        bytes.append(UInt8(ascii: ":"))
        if layout == .pretty { bytes.append(UInt8(ascii: " ")) }
        isAfterKey = true
    }

    /// Writes what stands in front of a value: a comma, the line's start.
    private mutating func place() {
        if isAfterKey {
            isAfterKey = false
            return
        }
        if !isFirst, depth > 0 { bytes.append(UInt8(ascii: ",")) }
        if layout == .pretty, depth > 0 { startLine() }
        isFirst = false
    }

    private mutating func startLine() {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    // MARK: - Values

    /// Writes a string.
    public mutating func write(_ text: String) {
        place()
        quote(text)
    }

    /// Writes a whole number.
    public mutating func write(_ number: Int) {
        place()
        bytes.append(decimal: number)
    }

    /// Writes true or false.
    public mutating func write(_ flag: Bool) {
        place()
        bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    }

    /// Writes a number; what JSON cannot say (infinity, no number) as null.
    public mutating func write(_ number: Double) {
        guard number.isFinite else { return writeNull() }
        writeRaw(number.description)
    }

    /// Writes null.
    public mutating func writeNull() { writeRaw("null") }

    /// Writes a value that is JSON already.
    public mutating func writeRaw(_ json: String) {
        place()
        bytes.append(contentsOf: json.utf8)
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        let utf8 = text.utf8Span.span
        var start = 0
        for index in 0..<utf8.count {
            let byte = utf8[index]
            guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
            bytes.append(copying: utf8.extracting(start..<index))
            escape(byte)
            start = index + 1
        }
        bytes.append(copying: utf8.extracting(start..<utf8.count))
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        default:
            let digits = Array("0123456789abcdef".utf8)
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 15)])
        }
    }
}

extension Array where Element == UInt8 {
    /// Appends the bytes of a span.
    package mutating func append(copying span: Span<UInt8>) {
        // Safe: the bytes are copied while the span is alive.
        unsafe span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }

    /// Appends a number in decimal.
    package mutating func append(decimal number: Int) {
        guard number < 0 || number > 9 else { return append(UInt8(ascii: "0") + UInt8(number)) }
        var rest = number.magnitude
        let start = count + (number < 0 ? 1 : 0)
        if number < 0 { append(UInt8(ascii: "-")) }
        while rest > 0 {
            append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        }
        self[start...].reverse()
    }
}
