import Kenali
import KenaliFormats
import KenaliText

/// A document as it lies in a file: not yet checked, so that reading does not wait for it.
struct RawDocument: Sendable {
    enum Content: Sendable {
        /// A whole file, or a line of one.
        case text([UInt8])
        /// A line of JSON Lines.
        case json([UInt8])
        /// The fields of a record of a table.
        case fields(text: [UInt8]?, id: [UInt8]?, date: [UInt8]?)
        /// Nothing that could be read.
        case failure(InputError)
        /// A line without anything on it.
        case blank
    }

    var file: String
    /// The line it stands on, from 1; nil for a whole file.
    var line: Int?
    var content: Content

    /// How many bytes it is.
    var size: Int {
        switch content {
        case .text(let bytes), .json(let bytes): bytes.count
        case .fields(let text, let id, let date): (text?.count ?? 0) + (id?.count ?? 0) + (date?.count ?? 0)
        case .failure, .blank: 0
        }
    }
}

/// A document that was read, or why it could not be.
struct ReadDocument: Sendable {
    var record: InputRecord
    /// The day it was written, when it says so.
    var date: CalendarDate?
    /// What is wrong with it, but doesn't keep it from being read.
    var warning: InputError?
}

/// Why a document could not be read.
struct UnreadDocument: Error {
    var id: DocumentIdentifier?
    var error: InputError
    /// Whether there is nothing to complain about: a blank line.
    var isSilent = false
}

extension RawDocument {
    /// What people call it.
    func name(_ id: DocumentIdentifier?) -> String {
        id.map(\.description) ?? file + (line.map { ":\($0)" } ?? "")
    }

    /// Checks and reads the document.
    func read(_ fields: DocumentFields) throws(UnreadDocument) -> ReadDocument {
        switch content {
        case .failure(let error):
            // A whole file is a document that its name is the id of.
            throw UnreadDocument(id: line == nil && error.line == nil ? .string(file) : nil, error: error)
        case .blank: throw UnreadDocument(error: failure("the line is blank"), isSilent: true)
        case .text(let bytes):
            let id = line.map { "\(file):\($0)" } ?? file
            return ReadDocument(record: InputRecord(id: .string(id), text: try string(bytes, id: nil)))
        case .json(let bytes):
            let record: InputRecord
            do throws(InputRecordError) {
                record = try InputRecord(line: bytes.span, fields: fields)
            } catch {
                throw UnreadDocument(id: error.id, error: failure(error.reason))
            }
            // Only now, so that an id that can be read names the line.
            if (try? UTF8Span(validating: bytes.span)) == nil { _ = try string(bytes, id: record.id) }
            return dated(record, fields)
        case .fields(let text, let id, let date):
            let id = try id.map { bytes throws(UnreadDocument) in try string(bytes, id: nil) }.map {
                DocumentIdentifier.string($0)
            }
            guard let text else { throw UnreadDocument(id: id, error: failure("there is no \"\(fields.text)\"")) }
            var record = InputRecord(id: id, text: try string(text, id: id))
            if let date, !date.isEmpty { record.date = try string(date, id: id) }
            return dated(record, fields)
        }
    }

    private func dated(_ record: InputRecord, _ fields: DocumentFields) -> ReadDocument {
        guard let date = record.date else { return ReadDocument(record: record) }
        if let day = CalendarDate(timestamp: date) { return ReadDocument(record: record, date: day) }
        let shown = date.count > 40 ? date.prefix(40) + "..." : date[...]
        let warning = failure("\"\(fields.date)\" is '\(shown)', no day of the form YYYY-MM-DD; read without it")
        return ReadDocument(record: record, warning: warning)
    }

    private func failure(_ reason: String) -> InputError {
        InputError(file: file, line: line, reason: reason, cause: .malformed)
    }

    private func string(_ bytes: [UInt8], id: DocumentIdentifier?) throws(UnreadDocument) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        // Only now, in the case of an error, the place is looked for.
        var place = line ?? 1
        do {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            place += bytes[..<error.byteOffsets.lowerBound].count { $0 == 0x0A }
        }
        throw UnreadDocument(
            id: id, error: InputError(file: file, line: place, reason: "not UTF-8", cause: .malformed))
    }
}

extension RawDocument {
    /// Where a document lies.
    struct Place: Sendable, CustomStringConvertible {
        var file: String
        var line: Int?
        var size: Int

        var description: String { "\(file)\(line.map { ":\($0)" } ?? "")" }
    }

    var place: Place { Place(file: file, line: line, size: size) }
}
