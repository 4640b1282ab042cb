/// A JSON value. Numbers keep the digits they were written with, objects the order of their keys.
package enum JSONValue: Sendable, Hashable {
    /// A field of an object.
    package struct Member: Sendable, Hashable {
        package var key: String
        package var value: JSONValue

        package init(key: String, value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    case null
    case bool(Bool)
    /// A number as it was written.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([Member])

    /// Reads a value; nothing but white space may stand around it.
    ///
    /// - Complexity: O(*n*), *n* the number of bytes.
    package init(parsing bytes: Span<UInt8>) throws(JSONError) {
        var reader = JSONReader(bytes)
        self = try reader.value()
        try reader.finish()
    }

    /// The first value of a key; nil when there is none, or when this is no object.
    package subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The string, nil for other values.
    package var string: String? {
        guard case .string(let string) = self else { return nil }
        return string
    }

    /// The whole number, nil for other values and for numbers that are too large.
    package var int: Int? {
        guard case .number(let digits) = self else { return nil }
        if let number = Int(digits) { return number }
        // `1.0` and `1e3` are whole numbers, too.
        guard let number = Double(digits), abs(number) < 9_007_199_254_740_992 else { return nil }
        let whole = Int(number)
        return Double(whole) == number ? whole : nil
    }

    /// The flag, nil for other values.
    package var bool: Bool? {
        guard case .bool(let flag) = self else { return nil }
        return flag
    }

    /// The elements, nil for other values.
    package var array: [JSONValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }
}

extension JSONValue: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        switch self {
        case .null: json.writeNull()
        case .bool(let flag): json.write(flag)
        case .number(let digits): json.writeRaw(digits)
        case .string(let string): json.write(string)
        case .array(let elements): json.write(elements)
        case .object(let members):
            json.object { json in
                for member in members {
                    json.key(text: member.key)
                    json.write(member.value)
                }
            }
        }
    }
}

extension JSONValue: Encodable {
    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    package func encode(to encoder: any Encoder) throws {
        if case .object(let members) = self {
            var container = encoder.container(keyedBy: Key.self)
            for member in members { try container.encode(member.value, forKey: Key(stringValue: member.key)) }
            return
        }
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let flag): try container.encode(flag)
        case .number(let digits):
            if let int { try container.encode(int) } else { try container.encode(Double(digits) ?? 0) }
        case .string(let string): try container.encode(string)
        case .array(let elements): try container.encode(elements)
        case .object: break
        }
    }
}
