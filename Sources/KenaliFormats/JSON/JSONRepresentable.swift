import KenaliLexicon

/// What can be written as JSON, with its keys in the order of the contract.
public protocol JSONRepresentable {
    /// Writes the value.
    func write(to json: inout JSONWriter)

    /// Writes a field with the value: for values that are written together with their key.
    func write(to json: inout JSONWriter, as key: JSONKey)
}

extension JSONRepresentable {
    public func write(to json: inout JSONWriter, as key: JSONKey) {
        json.key(key)
        write(to: &json)
    }
}

extension JSONWriter {
    /// Writes a value.
    public mutating func write(_ value: some JSONRepresentable) { value.write(to: &self) }

    /// Writes a field.
    public mutating func field(_ key: JSONKey, _ value: some JSONRepresentable) {
        value.write(to: &self, as: key)
    }

    /// Writes a field, null when there is no value.
    public mutating func field(_ key: JSONKey, orNull value: (some JSONRepresentable)?) {
        guard let value else {
            self.key(key)
            return writeNull()
        }
        value.write(to: &self, as: key)
    }

    /// Writes a field when there is a value.
    public mutating func field(_ key: JSONKey, ifPresent value: (some JSONRepresentable)?) {
        if let value { value.write(to: &self, as: key) }
    }
}

extension JSONRepresentable {
    /// The value as JSON.
    public func json(_ layout: JSONWriter.Layout = .line) -> String {
        var json = JSONWriter(layout)
        write(to: &json)
        return String(copying: json.span)
    }
}

extension String: JSONRepresentable {
    public func write(to json: inout JSONWriter) { json.write(self) }

    public func write(to json: inout JSONWriter, as key: JSONKey) { json.field(key, self) }
}

extension Int: JSONRepresentable {
    public func write(to json: inout JSONWriter) { json.write(self) }

    public func write(to json: inout JSONWriter, as key: JSONKey) { json.field(key, self) }
}

extension Double: JSONRepresentable {
    public func write(to json: inout JSONWriter) { json.write(self) }
}

extension Bool: JSONRepresentable {
    public func write(to json: inout JSONWriter) { json.write(self) }
}

extension Array: JSONRepresentable where Element: JSONRepresentable {
    public func write(to json: inout JSONWriter) { json.array(self) { $0.write($1) } }
}

/// A record of JSON that any encoder can write, too: in the same order, for encoders that keep one.
public protocol JSONRecord: JSONRepresentable, Encodable, Sendable {}

extension JSONRecord {
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter()
        write(to: &json)
        try JSONValue(parsing: json.span).encode(to: encoder)
    }
}
