import KenaliLexicon

/// Why bytes are no JSON, and where.
package struct JSONError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was expected, or what is wrong.
    package var reason: String
    /// The place, in bytes from the start.
    package var offset: Int

    package var description: String { "\(reason) at byte \(offset + 1)" }
}

/// Reads JSON (RFC 8259) from UTF-8 bytes, one value after the other.
///
/// Whoever calls says what is wanted: a whole value, or the fields of an object one by one, those not wanted being
/// skipped without a copy. Objects and arrays may lie in each other ``deepest`` levels deep, as with Foundation's decoder.
package struct JSONReader: ~Escapable {
    package static let deepest = 512

    private let bytes: Span<UInt8>
    /// The offset of what is read next.
    package private(set) var position = 0
    private var depth = 0

    /// A reader of bytes that are well-formed UTF-8; ill-formed ones read as U+FFFD. A byte order mark is skipped.
    @_lifetime(copy bytes)
    package init(_ bytes: Span<UInt8>) {
        self.bytes = bytes
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
    }

    package func failure(_ reason: String) -> JSONError { JSONError(reason: reason, offset: position) }

    // MARK: - Structure

    /// The byte that the next value starts with; nil at the end.
    package mutating func peek() -> UInt8? {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return bytes[position]
            }
        }
        return nil
    }

    /// Checks that nothing follows.
    package mutating func finish() throws(JSONError) {
        if peek() != nil { throw failure("something follows the value") }
    }

    /// Starts to read an object or an array.
    package mutating func open(_ bracket: Unicode.Scalar) throws(JSONError) {
        try take(bracket)
        depth += 1
        if depth > Self.deepest { throw failure("nested more than \(Self.deepest) levels deep") }
    }

    /// Moves to the next field of an object; nil at its end, which is then read.
    ///
    /// - Parameter isFirst: Whether nothing of the object was read; set to false.
    package mutating func nextKey(_ isFirst: inout Bool) throws(JSONError) -> String? {
        guard try next(&isFirst, "}") else { return nil }
        guard peek() == UInt8(ascii: "\"") else { throw failure("expected a key in quotation marks") }
        let key = try string()
        try take(":")
        return key
    }

    /// Moves to the next element of an array; false at its end, which is then read.
    package mutating func nextElement(_ isFirst: inout Bool) throws(JSONError) -> Bool { try next(&isFirst, "]") }

    private mutating func next(_ isFirst: inout Bool, _ bracket: Unicode.Scalar) throws(JSONError) -> Bool {
        let byte = peek()
        if let byte, UInt32(byte) == bracket.value {
            position += 1
            depth -= 1
            return false
        }
        if isFirst {
            isFirst = false
        } else {
            guard byte == UInt8(ascii: ",") else { throw failure("expected ',' or '\(bracket)'") }
            position += 1
        }
        return true
    }

    private mutating func take(_ mark: Unicode.Scalar) throws(JSONError) {
        guard let byte = peek(), UInt32(byte) == mark.value else { throw failure("expected '\(mark)'") }
        position += 1
    }

    // MARK: - Values

    /// Reads a value.
    package mutating func value() throws(JSONError) -> JSONValue {
        switch peek() {
        case UInt8(ascii: "{"):
            var members: [JSONValue.Member] = []
            var isFirst = true
            try open("{")
            while let key = try nextKey(&isFirst) { members.append(JSONValue.Member(key: key, value: try value())) }
            return .object(members)
        case UInt8(ascii: "["):
            var elements: [JSONValue] = []
            var isFirst = true
            try open("[")
            while try nextElement(&isFirst) { elements.append(try value()) }
            return .array(elements)
        case UInt8(ascii: "\""): return .string(try string())
        default:
            let range = try scalar()
            let first = bytes[range.lowerBound]
            switch first {
            case UInt8(ascii: "t"): return .bool(true)
            case UInt8(ascii: "f"): return .bool(false)
            case UInt8(ascii: "n"): return .null
            default: return .number(String(copying: bytes.extracting(range)))
            }
        }
    }

    /// Reads over a value without keeping it; it is checked all the same.
    package mutating func skip() throws(JSONError) {
        switch peek() {
        case UInt8(ascii: "{"):
            var isFirst = true
            try open("{")
            while try next(&isFirst, "}") {
                guard peek() == UInt8(ascii: "\"") else { throw failure("expected a key in quotation marks") }
                _ = try stringEnd()
                try take(":")
                try skip()
            }
        case UInt8(ascii: "["):
            var isFirst = true
            try open("[")
            while try nextElement(&isFirst) { try skip() }
        case UInt8(ascii: "\""): _ = try stringEnd()
        default: _ = try scalar()
        }
    }

    /// Reads a number, `true`, `false` or `null` and gives its place.
    private mutating func scalar() throws(JSONError) -> Range<Int> {
        guard let first = peek() else { throw failure("the value is missing") }
        let start = position
        switch first {
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        default: try number()
        }
        return start..<position
    }

    private mutating func word(_ word: StaticString) throws(JSONError) {
        let end = position + word.utf8CodeUnitCount
        guard end <= bytes.count, String(copying: bytes.extracting(position..<end)) == "\(word)" else {
            throw failure("expected a value")
        }
        position = end
    }

    private mutating func number() throws(JSONError) {
        if at("-") { position += 1 }
        if at("0") { position += 1 } else { try digits("expected a value") }
        if at(".") {
            position += 1
            try digits("expected a digit")
        }
        if at("e") || at("E") {
            position += 1
            if at("+") || at("-") { position += 1 }
            try digits("expected a digit")
        }
    }

    private mutating func digits(_ reason: String) throws(JSONError) {
        let start = position
        while position < bytes.count, bytes[position] &- 0x30 < 10 { position += 1 }
        if position == start { throw failure(reason) }
    }

    private func at(_ mark: Unicode.Scalar) -> Bool {
        position < bytes.count && UInt32(bytes[position]) == mark.value
    }
}

// MARK: - Strings

extension JSONReader {
    /// Reads a string, at whose quotation mark the reader stands.
    package mutating func string() throws(JSONError) -> String {
        let start = position + 1
        let hasEscapes = try stringEnd()
        let content = bytes.extracting(start..<position - 1)
        return hasEscapes ? Self.unescaped(content) : String(copying: content)
    }

    /// Reads over a string, checks it, and tells whether it has escapes.
    private mutating func stringEnd() throws(JSONError) -> Bool {
        var hasEscapes = false
        var index = position + 1
        while true {
            index = bytes.endOfPlainText(from: index)
            guard index < bytes.count else { break }
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                position = index + 1
                return hasEscapes
            }
            if byte < 0x20 {
                position = index
                throw failure("a control character in a string must be escaped")
            }
            index += 1
            guard byte == UInt8(ascii: "\\") else { continue }
            hasEscapes = true
            position = index - 1
            index += try escapeLength(at: index)
        }
        position = bytes.count
        throw failure("the string has no end")
    }

    /// The bytes of an escape behind its backslash; a pair of surrogates is one escape.
    private func escapeLength(at index: Int) throws(JSONError) -> Int {
        guard index < bytes.count else { throw failure("the string has no end") }
        switch bytes[index] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return 1
        case UInt8(ascii: "u"):
            guard let unit = Self.unit(bytes, at: index + 1) else { throw failure("expected four hexadecimal digits") }
            guard unit & 0xF800 == 0xD800 else { return 5 }
            guard unit < 0xDC00, index + 6 < bytes.count, bytes[index + 5] == UInt8(ascii: "\\"),
                bytes[index + 6] == UInt8(ascii: "u"), let second = Self.unit(bytes, at: index + 7),
                second & 0xFC00 == 0xDC00
            else { throw failure("half of a pair of surrogates") }
            return 11
        default: throw failure("unknown escape in a string")
        }
    }

    private static func unit(_ bytes: Span<UInt8>, at index: Int) -> UInt32? {
        guard index + 4 <= bytes.count else { return nil }
        var unit: UInt32 = 0
        for offset in index..<index + 4 {
            let byte = bytes[offset]
            switch byte {
            case 0x30...0x39: unit = unit << 4 | UInt32(byte - 0x30)
            case 0x41...0x46, 0x61...0x66: unit = unit << 4 | UInt32((byte | 0x20) - 0x57)
            default: return nil
            }
        }
        return unit
    }

    /// The text of a string whose escapes were checked; no escape is longer than what it stands for.
    private static func unescaped(_ content: Span<UInt8>) -> String {
        // Safe: what was written into the room is said when it is handed back.
        unsafe String(unsafeUninitializedCapacity: content.count) { room in
            var text = unsafe OutputSpan(buffer: room, initializedCount: 0)
            unescape(content, into: &text)
            return unsafe text.finalize(for: room)
        }
    }

    private static func unescape(_ content: Span<UInt8>, into text: inout OutputSpan<UInt8>) {
        var index = 0
        while index < content.count {
            let escape = content.endOfPlainText(from: index)
            text.append(copying: content.extracting(index..<escape))
            index = escape
            guard index < content.count else { break }
            let mark = content[index + 1]
            index += 2
            switch mark {
            case UInt8(ascii: "b"): text.append(0x08)
            case UInt8(ascii: "f"): text.append(0x0C)
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "u"):
                var value = unit(content, at: index) ?? 0xFFFD
                index += 4
                if value & 0xF800 == 0xD800 {
                    value = 0x10000 + (value & 0x3FF) << 10 + ((unit(content, at: index + 2) ?? 0) & 0x3FF)
                    index += 6
                }
                let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
                for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { text.append(byte) }
            default: text.append(mark)
            }
        }
    }
}
