/// What a caller calls a document: a string or a whole number, given back as it came.
public enum DocumentIdentifier: Codable, Hashable, Sendable {
    /// A string.
    case string(String)
    /// A whole number.
    case number(Int)

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
            self = .number(number)
        } else {
            self = .string(try container.decode(String.self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .string(let string): try container.encode(string)
        case .number(let number): try container.encode(number)
        }
    }
}

extension DocumentIdentifier: JSONRepresentable {
    public func write(to json: inout JSONWriter) {
        switch self {
        case .string(let string): json.write(string)
        case .number(let number): json.write(number)
        }
    }
}

extension DocumentIdentifier: CustomStringConvertible {
    /// The identifier as text.
    public var description: String {
        switch self {
        case .string(let string): string
        case .number(let number): String(number)
        }
    }

    /// The identifier that a value of JSON is; nil for values that are none.
    init?(_ value: JSONValue) {
        if let string = value.string {
            self = .string(string)
        } else if let number = value.int {
            self = .number(number)
        } else {
            return nil
        }
    }
}
