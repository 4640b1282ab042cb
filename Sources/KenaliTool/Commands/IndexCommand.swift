import ArgumentParser
import Kenali
import KenaliFormats

struct IndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Lists who and what the documents speak of, the most named first: one index of all documents.",
        discussion: """
            EXAMPLES
              kenali index --kind person --top 50 artikel.jsonl
              kenali index --by month -f tsv arsip/*.txt
              kenali index -f index bagian-1.jsonl > 1.idx   the index of a part
              kenali index --merge 1.idx 2.idx -f jsonl      that of the whole

            Persons are one by their id in the registry or by their full name, or by a part of it that the corpus calls \
            them by, together with the same office or with company that they are named with; a single name alone joins \
            nobody. 'joined_by' says why. The order of the documents does not matter.
            """
    )

    @OptionGroup var input: InputOptions

    @Option(
        name: [.customShort("f"), .long],
        help: "'text' for people, 'tsv', 'json', an array, 'jsonl', one object a line, or 'index', to be merged.")
    var format: Format = .text

    @Option(
        help: ArgumentHelp("Only entities of a kind: person, ministry, organization or location.", valueName: "kind"),
        transform: { name in
            guard let kind = MentionKind(rawValue: name), IndexCommand.kinds.contains(kind) else {
                let kinds = IndexCommand.kinds.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("'\(name)' is no kind of entity; there are \(kinds)")
            }
            return kind
        })
    var kind: MentionKind?

    @Option(help: ArgumentHelp("Only so many, the most named.", valueName: "count"))
    var top: Int?

    @Option(help: "'month': how often each is named in each month.")
    var by: Column?

    @Flag(help: "The files are indexes, made with '-f index'.")
    var merge = false

    @OptionGroup var own: OwnWordsOptions

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, tsv, json, jsonl, index
    }

    enum Column: String, ExpressibleByArgument, CaseIterable {
        case month
    }

    static let kinds: [MentionKind] = [.person, .ministry, .organization, .location]

    func validate() throws {
        if let top, top < 0 { throw ValidationError("--top takes a number from 0.") }
        if format == .index, kind != nil || top != nil || by != nil {
            throw ValidationError("An index holds everything: '-f index' takes neither --kind nor --top nor --by.")
        }
        if merge, !own.isEmpty {
            throw ValidationError("Indexes hold what was found: '--merge' takes neither --lexicon nor --rules.")
        }
    }

    func run() throws {
        var index = EntityIndex()
        var failure: ExitCode?
        do {
            if merge {
                try readParts(into: &index)
            } else {
                try readDocuments(into: &index)
            }
        } catch let error as ExitCode {
            failure = error
        }
        write(index)
        if let failure { throw failure }
    }

    private func readDocuments(into index: inout EntityIndex) throws {
        // Short forms of offices tell who is meant: "Mensos".
        let extractor = try own.extractor(of: Set(Self.kinds + [.acronym]))
        var reports = DocumentOutput()
        var pipeline = Pipeline(input)
        try pipeline.run(
            makeState: { ExtractionWorker(extractor, makesGlossary: false) },
            work: { worker, _, read -> Extraction? in
                guard case .success(let document) = read else { return nil }
                return worker.extract(from: document.record.text, referenceDate: document.date)
            },
            output: &reports,
            consume: { extraction, _ in index.add(extraction) })
    }

    private func readParts(into index: inout EntityIndex) throws {
        var status: ExitCode?
        for path in input.files.isEmpty ? ["-"] : input.files {
            do throws(InputError) {
                guard let part = try part(path) else {
                    StandardStreams.complain("\(path): is no index; one is made with 'kenali index -f index'")
                    status = ExitCode(ExitStatus.malformed)
                    continue
                }
                index.merge(part)
            } catch {
                StandardStreams.complain("\(error)")
                if status == nil { status = ExitCode(ExitStatus.unreadable) }
            }
        }
        if let status { throw status }
    }

    /// The index of a file; nil when it is none.
    private func part(_ path: String) throws(InputError) -> EntityIndex? {
        var lines = LineReader(try InputFile(path), limit: .max)
        var reader = EntityIndex.Reader()
        while let line = try lines.next() {
            guard case .bytes(let bytes) = line, let text = String(validating: bytes, as: UTF8.self),
                text.isEmpty || reader.read(text)
            else { return nil }
        }
        return reader.index
    }

    private func write(_ index: EntityIndex) {
        if format == .index { return write(index.lines) }
        let entities = index.entities(of: kind).prefix(top ?? .max)
        switch (format, by) {
        case (.text, nil): write(IndexTable.text(entities))
        case (.text, .month): write(IndexTable.monthText(entities))
        case (.tsv, nil): write(IndexTable.tsv(entities))
        case (.tsv, .month): write(IndexTable.monthTSV(entities))
        case (.json, nil): writeArray(entities.lazy.map { $0.json(.pretty) })
        case (.json, .month):
            writeArray(entities.lazy.flatMap(IndexedMonthRecord.records).map { $0.json(.pretty) })
        case (_, nil): write(entities.lazy.map { $0.json() + "\n" })
        case (_, .month): write(entities.lazy.flatMap(IndexedMonthRecord.records).map { $0.json() + "\n" })
        }
    }

    /// Writes objects as an array, as they come.
    private func writeArray(_ objects: some Sequence<String>) {
        var isFirst = true
        write(
            objects.lazy.map { object in
                defer { isFirst = false }
                return (isFirst ? "[\n" : ",\n") + object
            })
        write([isFirst ? "[]\n" : "\n]\n"])
    }

    /// Writes texts as they come.
    private func write(_ texts: some Sequence<String>) {
        var bytes: [UInt8] = []
        for text in texts {
            bytes += text.utf8
            guard bytes.count >= 1 << 16 else { continue }
            StandardStreams.write(bytes)
            bytes.removeAll(keepingCapacity: true)
        }
        StandardStreams.write(bytes)
    }
}
