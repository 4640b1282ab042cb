import KenaliLexicon

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

    /// What has been written, in memory that is kept.
    private var output = JSONBytes()
    private let layout: Layout
    private var depth = 0
    /// Whether the next value is the first of its object or array.
    private var isFirst = true
    /// Whether a key waits for its value.
    private var isAfterKey = false

    /// A writer that has written nothing.
    public init(_ layout: Layout = .line) { self.layout = layout }

    /// What has been written, as an array of its own.
    public var bytes: [UInt8] { span.indices.map { span[$0] } }

    /// What has been written, where it lies.
    public var span: Span<UInt8> {
        @_lifetime(borrow self) get { output.span }
    }

    /// Forgets what has been written and keeps the memory.
    public mutating func removeAll() {
        output.removeAll()
        depth = 0
        isFirst = true
        isAfterKey = false
    }

    /// Hands over what has been written, if it is so many bytes, and goes on behind it.
    @inline(__always)
    mutating func handOver(from size: Int, to sink: (Span<UInt8>) -> Void) {
        guard output.count >= size else { return }
        sink(output.span)
        output.removeAll()
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
        output.append(bracket)
        depth += 1
        isFirst = true
    }

    @usableFromInline mutating func close(_ bracket: UInt8) {
        depth -= 1
        if layout == .pretty, !isFirst { startLine() }
        output.append(bracket)
        isFirst = false
    }

    /// Writes a field's key; its value must follow.
    public mutating func key(_ key: JSONKey) {
        if layout == .pretty { place() }
        output.append(key, hasComma: takesComma)
        if layout == .pretty { output.append(UInt8(ascii: " ")) }
        isFirst = false
        isAfterKey = true
    }

    /// Whether a key on a line has a comma in front of it.
    private var takesComma: Bool { layout == .line && !isFirst && depth > 0 }

    /// Writes a field's key that is text of somebody's; its value must follow.
    public mutating func key(text key: String) {
        place()
        output.append(quoting: key.utf8Span.span)
        output.append(UInt8(ascii: ":"))
        if layout == .pretty { output.append(UInt8(ascii: " ")) }
        isAfterKey = true
    }

    /// Writes what stands in front of a value: a comma, the line's start.
    private mutating func place() {
        if isAfterKey {
            isAfterKey = false
            return
        }
        if !isFirst, depth > 0 { output.append(UInt8(ascii: ",")) }
        if layout == .pretty, depth > 0 { startLine() }
        isFirst = false
    }

    private mutating func startLine() {
        output.append(UInt8(ascii: "\n"))
        for _ in 0..<2 * depth { output.append(UInt8(ascii: " ")) }
    }

    // MARK: - Values

    /// Writes a string.
    public mutating func write(_ text: String) {
        place()
        text.withBytes { output.append(quoting: $0) }
    }

    /// Writes a whole number.
    public mutating func write(_ number: Int) {
        place()
        output.append(decimal: number)
    }

    /// Writes true or false.
    public mutating func write(_ flag: Bool) {
        place()
        output.append((flag ? "true" : "false").utf8Span.span)
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
        output.append(json.utf8Span.span)
    }

    // MARK: - Fields at once
    // On a line a key and its value are written without asking twice for room, and whose it is.

    /// Writes a field whose value is a string.
    public mutating func field(_ key: JSONKey, _ text: String) { text.withBytes { field(key, utf8: $0) } }

    /// Writes a field whose value is a string, given as its UTF-8 bytes.
    mutating func field(_ key: JSONKey, utf8 text: Span<UInt8>) {
        guard layout == .line else {
            self.key(key)
            place()
            return output.append(quoting: text)
        }
        output.append(key, hasComma: takesComma, quoting: text)
        isFirst = false
    }

    /// Writes a field whose value is a whole number.
    public mutating func field(_ key: JSONKey, _ number: Int) {
        guard layout == .line else {
            self.key(key)
            return write(number)
        }
        output.append(key, hasComma: takesComma, decimal: number)
        isFirst = false
    }
}
