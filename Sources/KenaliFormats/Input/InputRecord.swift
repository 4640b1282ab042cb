/// A document of the input with, if wanted, its name and the day it was written.
public struct InputRecord: Sendable {
    /// What the caller calls the document.
    public var id: DocumentIdentifier?
    /// The document.
    public var text: String
    /// The day, as it is written. Not checked here.
    public var date: String?

    /// A document by its parts.
    public init(id: DocumentIdentifier?, text: String, date: String? = nil) {
        self.id = id
        self.text = text
        self.date = date
    }
}

/// Why a line is no document; with its identifier when that could be read all the same.
public struct InputRecordError: Error, Sendable {
    /// What the caller calls the document, when that could be read.
    public var id: DocumentIdentifier?
    /// What is wrong, in a few words.
    public var reason: String
}

extension InputRecord {
    /// Reads a line of JSON Lines, from the keys `text`, `id` and `date`.
    ///
    /// Of a key that stands twice the first counts. Other fields are checked and skipped.
    /// - Throws: Why the line is no document.
    /// - Complexity: O(*n*), *n* the number of bytes.
    public init(line: Span<UInt8>) throws(InputRecordError) {
        try self.init(line: line, fields: DocumentFields())
    }

    /// Reads a line of JSON Lines from keys of the caller's.
    package init(line: Span<UInt8>, fields: DocumentFields) throws(InputRecordError) {
        var found = FoundFields()
        do throws(JSONError) {
            var reader = JSONReader(line)
            guard reader.peek() == UInt8(ascii: "{") else {
                // What is JSON and no object has an error of its own.
                try reader.skip()
                try reader.finish()
                throw reader.failure("not a JSON object")
            }
            try found.read(&reader, fields, below: "")
            try reader.finish()
        } catch {
            let reason = error.reason == "not a JSON object" ? error.reason : "not JSON: \(error)"
            throw InputRecordError(id: found.id.flatMap(DocumentIdentifier.init), reason: reason)
        }
        try self.init(found, fields)
    }

    private init(_ found: FoundFields, _ fields: DocumentFields) throws(InputRecordError) {
        let id = found.id.flatMap(DocumentIdentifier.init)
        func wrong(_ key: String) -> InputRecordError {
            InputRecordError(id: id, reason: "\"\(key)\" is of the wrong type")
        }
        if id == nil, let value = found.id, value != .null { throw wrong(fields.id) }
        guard let value = found.text else {
            throw InputRecordError(id: id, reason: "there is no \"\(fields.text)\"")
        }
        guard let text = value.string else { throw wrong(fields.text) }
        if let date = found.date, date.string == nil, date != .null { throw wrong(fields.date) }
        self.init(id: id, text: text, date: found.date?.string)
    }
}

/// The fields of a line as far as they were met.
private struct FoundFields {
    var text: JSONValue?
    var id: JSONValue?
    var date: JSONValue?

    /// Reads an object.
    mutating func read(_ reader: inout JSONReader, _ fields: DocumentFields, below path: String) throws(JSONError) {
        var isFirst = true
        try reader.open("{")
        while let key = try reader.nextKey(&isFirst) {
            let name = path.isEmpty ? key : path + "." + key
            if name == fields.text, text == nil {
                text = try reader.value()
            } else if name == fields.id, id == nil {
                id = try reader.value()
            } else if name == fields.date, date == nil {
                date = try reader.value()
            } else if reader.peek() == UInt8(ascii: "{"), leads(name, fields) {
                try read(&reader, fields, below: name)
            } else {
                try reader.skip()
            }
        }
    }

    /// Whether a wanted field may lie in the object of this name.
    private func leads(_ name: String, _ fields: DocumentFields) -> Bool {
        let prefix = name + "."
        return fields.text.hasPrefix(prefix) || fields.id.hasPrefix(prefix) || fields.date.hasPrefix(prefix)
    }
}
