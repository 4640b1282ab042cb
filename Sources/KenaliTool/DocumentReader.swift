import ArgumentParser
import FoundationEssentials
import Kenali
import KenaliFormats
import KenaliText

/// What is wrong with a part of the input, and where.
struct InputError: Error, CustomStringConvertible {
    var file: String
    var line: Int?
    var reason: String

    var description: String { "\(file)\(line.map { ":\($0)" } ?? ""): \(reason)" }
}

/// A document's content is not what it should be.
struct DocumentError: Error {
    var reason: String
}

extension InputRecord {
    /// The day the document gives.
    func calendarDate() throws(DocumentError) -> CalendarDate? {
        guard let date else { return nil }
        guard let day = CalendarDate(date) else {
            let shown = date.count > 40 ? date.prefix(40) + "..." : date[...]
            throw DocumentError(reason: "\"date\" is '\(shown)', not a day of the form YYYY-MM-DD")
        }
        return day
    }
}

/// Reads the documents of all files, one after the other. What can't be read is reported and left out.
struct DocumentReader {
    private let options: InputOptions

    init(_ options: InputOptions) { self.options = options }

    /// Calls `body` with each document.
    ///
    /// - Throws: `ExitCode.failure` at the end when something could not be read.
    func forEachDocument(
        _ output: inout DocumentOutput, _ body: (InputRecord, inout DocumentOutput) throws -> Void
    ) throws {
        var failed = false
        for file in options.files.isEmpty ? ["-"] : options.files {
            do {
                let input = try InputFile(file)
                switch options.input {
                case .text: try readText(input, &output, body)
                case .jsonl: try readLines(input, &output, &failed, body)
                }
            } catch let error as InputError {
                output.report(error)
                failed = true
            }
        }
        output.finish()
        if failed { throw ExitCode.failure }
    }

    private func readText(
        _ input: InputFile, _ output: inout DocumentOutput, _ body: (InputRecord, inout DocumentOutput) throws -> Void
    ) throws {
        let bytes = try input.readAll(limit: Tokenizer.maximumLength)
        let text = try Self.string(bytes[...], input.name, line: 1)
        try body(InputRecord(id: .string(input.name), text: text), &output)
    }

    private func readLines(
        _ input: InputFile, _ output: inout DocumentOutput, _ failed: inout Bool,
        _ body: (InputRecord, inout DocumentOutput) throws -> Void
    ) throws {
        var lines = LineReader(input)
        let decoder = JSONDecoder()
        while let line = try lines.next(beforeWaiting: { output.flush() }) {
            guard line.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else {
                // It holds no document, so nothing is lost; but it has its line out.
                try output.encodeError(InputError(file: input.name, line: lines.number, reason: "the line is blank"))
                continue
            }
            do {
                _ = try Self.string(line, input.name, line: lines.number)
                let record = try Self.decode(line, decoder)
                try body(record, &output)
            } catch {
                let reason = (error as? InputError)?.reason ?? (error as? DocumentError)?.reason ?? "\(error)"
                let error = InputError(file: input.name, line: lines.number, reason: reason)
                output.report(error)
                // One line out for each line in, so that lines can be matched by their number.
                try output.encodeError(error, id: Self.identifier(of: line, decoder))
                failed = true
            }
        }
    }

    private static func decode(_ line: ArraySlice<UInt8>, _ decoder: JSONDecoder) throws(DocumentError) -> InputRecord {
        do {
            return try decoder.decode(InputRecord.self, from: Data(line))
        } catch DecodingError.keyNotFound(let key, _) {
            throw DocumentError(reason: "there is no \"\(key.stringValue)\"")
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
            let key = context.codingPath.map(\.stringValue).joined(separator: ".")
            throw DocumentError(reason: key.isEmpty ? "not a JSON object" : "\"\(key)\" is of the wrong type")
        } catch {
            throw DocumentError(reason: "not JSON")
        }
    }

    private struct Identified: Decodable {
        var id: DocumentIdentifier?
    }

    /// The id of a line of which something else can't be read, such as bytes that are not UTF-8.
    private static func identifier(of line: ArraySlice<UInt8>, _ decoder: JSONDecoder) -> DocumentIdentifier? {
        let text = Data(String(decoding: line, as: UTF8.self).utf8)
        return (try? decoder.decode(Identified.self, from: text))?.id
    }

    private static func string(_ bytes: ArraySlice<UInt8>, _ file: String, line: Int) throws(InputError) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        // Only now, in the case of an error, the place is looked for.
        var place = line
        do {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            let end = bytes.startIndex + error.byteOffsets.lowerBound
            place += bytes[..<end].count { $0 == 0x0A }
        }
        throw InputError(file: file, line: place, reason: "not UTF-8")
    }
}
