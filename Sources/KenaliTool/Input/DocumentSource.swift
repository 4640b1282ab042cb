import KenaliFormats

/// The documents of all files, one file after the other, a batch at a time.
struct DocumentSource {
    /// What reading leads to.
    enum Step {
        case batch([RawDocument])
        /// Nothing is there yet.
        case waiting
        case end
    }

    /// How many documents were left out at the start, because they were done before.
    private(set) var skipped = 0
    /// How many bytes of files were read, of how many in all; nil when that can't be known.
    var progress: (read: Int, total: Int?) { mutating get { (read, total) } }

    private var paths: InputPaths
    private let options: InputOptions
    private var current: OpenInput?
    private var isResuming: Bool
    /// The sizes of the files that are closed.
    private var closedSize = 0
    private var read = 0
    /// Asked for once, and only where somebody looks on.
    private lazy var total: Int? = paths.totalSize

    private static let batchBytes = 1 << 15
    private static let batchDocuments = 256

    init(_ options: InputOptions) {
        self.options = options
        paths = InputPaths(options)
        isResuming = options.resumeAfter != nil
    }

    /// Whether there can be only one document. Opens the first file to see what it holds.
    mutating func isSingleDocument() -> Bool {
        guard paths.isSingle else { return false }
        openNext()
        if case .whole = current?.content { return true }
        // A file that can't be read is no document; nothing but the error is written then.
        if case .failed = current?.content { return true }
        return false
    }

    /// Whether the document to go on after was not met.
    var isStillResuming: Bool { isResuming }

    /// Reads on. With `mayWait` it waits for input, without it says that there is none yet.
    mutating func next(mayWait: Bool) -> Step {
        var batch: [RawDocument] = []
        var size = 0
        while batch.count < Self.batchDocuments, size < Self.batchBytes, StopSignal.current == nil {
            if current == nil, !openNext() { return batch.isEmpty ? .end : .batch(batch) }
            guard var input = current else { continue }
            guard input.isReady || (mayWait && batch.isEmpty) else {
                return batch.isEmpty ? .waiting : .batch(batch)
            }
            let document = input.next(options)
            current = input
            read = closedSize + (input.file?.position ?? 0)
            guard let document else {
                closedSize += input.file?.size ?? 0
                current = nil
                continue
            }
            if isLeftOut(document) {
                skipped += 1
                continue
            }
            size += document.size + 64
            batch.append(document)
        }
        return batch.isEmpty ? .end : .batch(batch)
    }

    /// Whether a document was done in a run before.
    private mutating func isLeftOut(_ document: RawDocument) -> Bool {
        if skipped < options.skip { return true }
        guard isResuming, let id = options.resumeAfter else { return false }
        let found: DocumentIdentifier?
        do throws(UnreadDocument) {
            found = try document.read(options.fields).record.id
        } catch {
            found = error.id
        }
        if found?.description == id { isResuming = false }
        return true
    }

    /// Opens the next file; false when there is none.
    @discardableResult private mutating func openNext() -> Bool {
        guard current == nil else { return true }
        guard let next = paths.next() else { return false }
        current = OpenInput(next, options)
        return true
    }
}

/// A file that is being read, or why it can't be.
struct OpenInput {
    enum Content {
        case whole
        case lines(LineReader, isJSON: Bool)
        case records(SeparatedRecords, Columns?)
        case failed(InputError)
        case finished
    }

    /// Where the columns of a table stand.
    struct Columns {
        var text: Int?
        var id: Int?
        var date: Int?
    }

    private(set) var file: InputFile?
    private(set) var content: Content

    init(_ path: Result<FileName, InputError>, _ options: InputOptions) {
        do {
            let file = try InputFile(path.get())
            self.file = file
            switch try options.input ?? InputKind.of(file) {
            case .text: content = .whole
            case .lines: content = .lines(LineReader(file, limit: options.maxDocument.bytes), isJSON: false)
            case .jsonl: content = .lines(LineReader(file, limit: options.maxDocument.bytes), isJSON: true)
            case .csv:
                content = .records(SeparatedRecords(file, separator: ",", limit: options.maxDocument.bytes), nil)
            case .tsv:
                content = .records(SeparatedRecords(file, separator: "\t", limit: options.maxDocument.bytes), nil)
            }
        } catch let error as InputError {
            content = .failed(error)
        } catch {
            content = .finished
        }
    }

    /// Whether the next document can be had without waiting.
    var isReady: Bool {
        switch content {
        case .whole: file?.isReady ?? true
        case .lines(let lines, _): lines.isReady
        case .records(let records, _): records.isReady
        case .failed, .finished: true
        }
    }

    /// The next document; nil at the end of the file.
    mutating func next(_ options: InputOptions) -> RawDocument? {
        guard let file else {
            guard case .failed(let error) = content else { return nil }
            content = .finished
            return RawDocument(file: error.file, content: .failure(error))
        }
        do throws(InputError) {
            switch content {
            case .whole:
                content = .finished
                let bytes = try file.readAll(limit: options.maxDocument.bytes)
                // An interrupted read gives a part of the document, which is none.
                return StopSignal.current == nil ? RawDocument(file: file.name, content: .text(bytes)) : nil
            case .lines(var lines, let isJSON):
                defer { if case .lines = content { content = .lines(lines, isJSON: isJSON) } }
                guard let line = try lines.next() else { return nil }
                return document(line, number: lines.number, isJSON: isJSON, options)
            case .records(var records, let columns):
                return try next(&records, columns, options)
            case .failed(let error): throw error
            case .finished: return nil
            }
        } catch {
            content = .finished
            return StopSignal.current == nil ? RawDocument(file: error.file, content: .failure(error)) : nil
        }
    }

    private func document(_ line: LineReader.Line, number: Int, isJSON: Bool, _ options: InputOptions) -> RawDocument {
        let name = file?.name ?? ""
        guard case .bytes(var bytes) = line else {
            let reason = "the line is larger than \(options.maxDocument.bytes) bytes; --max-document allows more"
            let error = InputError(file: name, line: number, reason: reason, cause: .malformed)
            return RawDocument(file: name, line: number, content: .failure(error))
        }
        if !isJSON, bytes.last == 0x0D { bytes.removeLast() }
        let isBlank = bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        let content: RawDocument.Content = isBlank ? .blank : isJSON ? .json(bytes) : .text(bytes)
        return RawDocument(file: name, line: number, content: content)
    }

    private mutating func next(
        _ records: inout SeparatedRecords, _ columns: Columns?, _ options: InputOptions
    ) throws(InputError) -> RawDocument? {
        let name = file?.name ?? ""
        var columns = columns
        defer { if case .records = content { content = .records(records, columns) } }
        while let record = try records.next() {
            let line = records.line
            func failed(_ reason: String) -> RawDocument {
                let error = InputError(file: name, line: line, reason: reason, cause: .malformed)
                return RawDocument(file: name, line: line, content: .failure(error))
            }
            switch record {
            case .blank:
                if columns != nil { return RawDocument(file: name, line: line, content: .blank) }
            case .broken(let reason): return failed(reason)
            case .fields(let fields):
                guard let columns else {
                    let names = fields.map { String(decoding: $0, as: UTF8.self) }
                    let wanted = options.fields
                    guard let text = names.firstIndex(of: wanted.text) else {
                        content = .finished
                        return failed(
                            "there is no column \"\(wanted.text)\" (--text-field), but \(names.joined(separator: ", "))"
                        )
                    }
                    columns = Columns(
                        text: text, id: names.firstIndex(of: wanted.id), date: names.firstIndex(of: wanted.date))
                    continue
                }
                func field(_ column: Int?) -> [UInt8]? { column.flatMap { $0 < fields.count ? fields[$0] : nil } }
                return RawDocument(
                    file: name, line: line,
                    content: .fields(text: field(columns.text), id: field(columns.id), date: field(columns.date)))
            }
        }
        return nil
    }
}
